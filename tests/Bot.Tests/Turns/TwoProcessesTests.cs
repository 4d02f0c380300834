using System.Text.Json;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;
using Microsoft.Extensions.Logging.Abstractions;
using Route = CheckInBot.Dialogs.Escalations.Route;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Two processes on one store: once a case is somebody's, nobody begins to send it to anybody else.</summary>
public sealed class TwoProcessesTests
{
    private static readonly string[] People = ["lee", "mia", "gus", "zoe", "ben"];

    [Fact]
    public async Task No_new_card_of_a_case_is_claimed_for_somebody_whom_it_no_longer_concerns()
    {
        var (takes, claims) = (0, 0);
        for (var seed = 0; seed < 15; seed++)
        {
            var random = new Random(seed);
            CommitOrder? order = null;
            await using var hall = new Hall(inner => order = new CommitOrder(inner, new Random(seed)));
            await hall.Open();
            hall.Channel.BeforePost = Slowly;
            hall.Channel.BeforeUpdate = Slowly;
            // Clocks of machines agree within some seconds.
            var other = Another(hall, new AheadBy(hall.Clock, TimeSpan.FromSeconds(seed % 3 * 4 - 4)));
            var ledger = new Ledger(hall, seed);
            order!.Committed = ledger.Note;
            await hall.Pass(TimeSpan.FromHours(9));
            await hall.Turns.Take(new(Hall.AnnsCheckIn, new Answered("ann", new() { Stress = 5, Help = random.Next(2) == 0 ? Helper.Buddy : null })));
            await hall.Turns.Settled();

            for (var n = 0; n < 10; n++)
            {
                var state = await hall.State<Escalation>(Hall.AnnsCase);
                // Whoever is asked presses while the wait runs out and both processes look at what is left.
                if (random.Next(2) == 0)
                    hall.Time.Advance(TimeSpan.FromMinutes(16));
                List<Func<Task>> all = [];
                for (var i = 0; i < 4; i++)
                {
                    var process = i % 2 == 0 ? hall.Turns : other.Turns;
                    var e = i == 0 ? new Due() : Happening(random, state);
                    all.Add(() => process.Take(new(Hall.AnnsCase, e)));
                }
                all.Add(() => hall.Outbox.Drain(Hall.AnnsCase, default));
                all.Add(() => other.Outbox.Drain(Hall.AnnsCase, default));
                await Task.WhenAll(all.Select(Task.Run));
            }
            await hall.Turns.Settled();
            await other.Turns.Settled();
            Assert.True(ledger.Faults.Count == 0, string.Join('\n', ledger.Faults));
            (takes, claims) = (takes + ledger.Takes, claims + ledger.Claims);

            async Task<Bot.Protocol.SendResult?> Slowly(string _)
            {
                await order!.Mix();
                return null;
            }
        }
        // It would prove nothing where nothing was taken, or nothing sent.
        Assert.True(takes >= 15 && claims >= 30, $"{takes} takes, {claims} claims");
    }

    /// <summary>The turns and the outbox of a second process, on a machine of its own.</summary>
    internal static (Bot.Turns.Turns Turns, Outbox Outbox) Another(Hall hall, TimeProvider clock)
    {
        string[] kinds = [CheckIn.Kind, Trend.Kind, Escalation.Kind, Caseload.Kind, Contact.Kind, "board"];
        var flows = kinds.ToDictionary(kind => kind, kind => hall.Turns.FlowOf(new(kind, "", "")));
        var rows = new FlowRows(hall.Store.Table(FlowRows.TableName), flows);
        var turns = new Bot.Turns.Turns(hall.Store, rows, flows, clock, NullLogger<Bot.Turns.Turns>.Instance);
        var outbox = new Outbox(turns, hall.Store.Table(FlowRows.TableName), flows, hall.Channel, hall.Readers.Moved, hall.Pace, clock, NullLogger<Outbox>.Instance);
        turns.DeliverWith(outbox);
        return (turns, outbox);
    }

    private static FlowEvent Happening(Random random, Escalation? now)
    {
        var by = now is { Readers.Length: > 0 } ? now.Readers[random.Next(now.Readers.Length)] : People[random.Next(People.Length)];
        return random.Next(9) switch
        {
            0 or 1 or 2 => new Take(by),
            3 => new HandOver(now?.Owner ?? by, People[random.Next(People.Length)]),
            4 => new AcceptHandOver(now?.OfferedTo ?? by),
            5 => new Resolve(now?.Owner ?? by, Done.Talked, null),
            6 => new ReturnVisit("ann", false),
            7 when random.Next(4) == 0 => new ConsentWithdrawn(),
            // Changed answers bring a withdrawn case back.
            _ => new OtherRoute("ann", random.Next(2) == 0 ? Route.Counsellor : Route.Leader, null, Cause.HardDay),
        };
    }

    /// <summary>Reads along what is committed of Ann's case: its state, where cards stand, and who begins to send.</summary>
    private sealed class Ledger(Hall hall, int seed)
    {
        private readonly Dictionary<string, int> postedFor = [];
        private Escalation? state;

        public List<string> Faults { get; } = [];

        public int Takes { get; private set; }

        public int Claims { get; private set; }

        public void Note(string partition, IReadOnlyList<Change> changes)
        {
            if (partition != FlowRows.PartitionOf(Hall.AnnsCase))
                return;
            foreach (var change in changes)
            {
                if (change.Key == FlowRows.StateKey(Hall.AnnsCase))
                {
                    var before = state;
                    state = (Escalation)hall.Turns.FlowOf(Hall.AnnsCase).Read(change.Columns);
                    Takes += state.Phase == CasePhase.Taken && before?.Phase != CasePhase.Taken ? 1 : 0;
                }
                else if (change.Columns.ContainsKey("postedFor"))
                {
                    postedFor[$"{change.Columns["card"]} {change.Columns["reader"]}"] = (int)change.Columns["postedFor"];
                }
                else if (changes.Count == 1 && change.Columns.GetValueOrDefault("claimedBy") is string)
                {
                    Begins(change);
                }
            }
        }

        /// <summary>A claim is a batch of its own. It begins a new card when a wish stands in it that no card has fulfilled.</summary>
        private void Begins(Change claim)
        {
            if (JsonSerializer.Deserialize((string)claim.Columns["effect"], DialogsJson.Default.Effect) is not Show { Slot.Name: "case" } show)
                return;
            if ((int)claim.Columns["wants"] <= postedFor.GetValueOrDefault($"case {show.Slot.Person}"))
                return;
            Claims++;
            // Whoever was on their way is told that it is over; it is the one card that goes to somebody whom the case does not concern.
            var saysItIsOver = state!.Phase == CasePhase.Withdrawn && show.Slot.Person == state.Owner;
            if (!state.Concerns(show.Slot.Person) && !saysItIsOver)
                Faults.Add($"Seed {seed}: a card to {show.Slot.Person} was begun while the case was {state.Phase}, owner {state.Owner}");
        }
    }
}
