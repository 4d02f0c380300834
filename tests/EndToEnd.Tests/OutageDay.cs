using System.Diagnostics;
using System.Text.Json.Nodes;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>A shift's end in the middle of which the store does not answer.</summary>
/// <param name="processes">How many processes share the store.</param>
internal sealed class OutageDay(Hall hall, StoreOutage outage, TimeSpan span, int processes = 1)
{
    private readonly OutageActs acts = new(hall);
    private readonly Dictionary<string, int> answered = [];
    private readonly List<DemoPerson> leavers = [];
    private string counsellorsCase = "";
    private string leadersCase = "";
    private string typed = "";
    private DemoPerson leader = null!;
    private DemoPerson caller = null!;
    private (DateTimeOffset From, DateTimeOffset To) gap;
    private DateTimeOffset leavesAt;
    private TimeSpan actsAfter;
    private TimeSpan dueAfter;

    private bool AShiftEndedMeanwhile => leavesAt > gap.From && leavesAt < gap.To;

    /// <summary>Waits of the counsellors' chain: the first ends while the store is away, and so would a second.</summary>
    private static TimeSpan Wait(TimeSpan span) => TimeSpan.FromSeconds(Math.Max(10, span.TotalSeconds / 3));

    public static DemoOrganisation Organisation(TimeSpan span) => BigOrganisation.Make(
        rules =>
        {
            var step = new JsonObject { ["role"] = "counsellor" };
            rules["escalation"]!["urgencies"]!["normal"] = new JsonObject { ["wait"] = Wait(span).ToString("c"), ["rounds"] = 1 };
            rules["escalation"]!["urgencyOf"]!["chosenHelper"] = "normal";
            rules["escalation"]!["chains"]!["counsellor"] = new JsonArray(step, step.DeepClone(), step.DeepClone());
        },
        aMinuteLater: true);

    public override string ToString() =>
        $"{processes} process{(processes > 1 ? "es" : "")}, {span.TotalSeconds:0} s without a store, {acts.Refused} presses and words refused (slowest {acts.SlowestRefusal.TotalSeconds:0.0} s), numbers shown {acts.Numbers} times, "
        + $"everything taken {actsAfter.TotalSeconds:0.0} s after the end, what fell due{(AShiftEndedMeanwhile ? " (a shift end too)" : "")} done {dueAfter.TotalSeconds:0.0} s after it";

    public async Task Tell()
    {
        var staff = hall.Organisation.With("staff").ToList();
        await Parallel.ForEachAsync(staff, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (p, _) => await hall.Consent(p, "checkin,escalation"));
        var ends = await hall.ShiftEnds();
        leavers.AddRange(ends[1].People);
        leavesAt = ends[1].At;
        await hall.ClockTo(ends[0].At);
        await hall.Join(processes - 1);
        var people = staff.Except(ends[0].People).Except(leavers).Take(20).ToList();
        var cards = new Dictionary<DemoPerson, SeenCard>();
        foreach (var batch in people.Chunk(5))
        {
            foreach (var (person, card) in await Task.WhenAll(batch.Select(async p => (p, await hall.Ask(p, "签到", "checkin.answer")))))
                cards[person] = card;
        }
        leadersCase = await Opened(people[0], cards[people[0]], ("stress", "5"));
        var (asker, asked) = await LeaderAsked();
        leader = asker;
        counsellorsCase = await Opened(people[1], cards[people[1]], ("stress", "2"), ("help", "counsellor"));
        await Eventually.True("a counsellor is asked", () => Counsellors(counsellorsCase) == 1);
        // So that the wait ends in the middle of a short outage too.
        if (Wait(span) - (span / 2) is { Ticks: > 0 } first)
            await RealTime.Passes(first);

        await outage.Begin();
        var from = await hall.Now();
        var work = new List<Task>();
        foreach (var (person, i) in people.Skip(2).Take(14).Select((p, i) => (p, i)))
        {
            var stress = i % 2 == 0 ? 5 : 3;
            answered[cards[person].First.Reference("checkIn")!] = stress;
            work.Add(acts.Press(person, cards[person], "checkin.answer", Channel.Merged(cards[person].First.Data("checkin.answer")!, ("stress", $"{stress}"), ("mood", "3"))));
        }
        typed = cards[people[16]].First.Reference("checkIn")!;
        work.Add(Types(people[16]));
        caller = people[17];
        work.Add(CallsForSomebody(caller, cards[caller]));
        work.Add(acts.AsksForNumbers(people[18], cards[people[18]]));
        work.Add(acts.Press(leader, asked, "escalation.take", asked.First.Data("escalation.take")!));
        await RealTime.Passes(span);
        acts.IsOver = true;
        gap = (from, await hall.Now());
        var end = Stopwatch.GetTimestamp();
        await outage.End();

        await Task.WhenAll(work);
        actsAfter = Stopwatch.GetElapsedTime(end);
        await Eventually.True("who comes next is asked", () => Counsellors(counsellorsCase) > 1, TimeSpan.FromMinutes(3));
        if (AShiftEndedMeanwhile)
            await Eventually.True("who left meanwhile is asked", () => leavers.All(p => Prompts(p) == 1), TimeSpan.FromMinutes(3));
        dueAfter = Stopwatch.GetElapsedTime(end);
        await hall.LeaveOne();
        await hall.Quieten();
        Assert.Equal(0, await hall.Bot.Stop());
    }

    public void EndsWell(StoredRecords left)
    {
        Assert.Empty(acts.Wrongs);
        Assert.NotEqual(0, acts.Refused);
        Assert.NotEqual(0, acts.Numbers);
        Assert.Empty(left.Waiting);
        foreach (var (reference, stress) in answered)
        {
            var checkIn = Assert.Single(left.CheckIns, c => c.Key.Reference == reference);
            Assert.Equal((stress, 3, 1), (checkIn.Answer?.Stress, checkIn.Answer?.Mood, checkIn.Sends));
            Assert.Equal(stress == 5 ? 1 : 0, left.Cases.Count(c => c.Source == reference));
        }
        var words = Assert.Single(left.CheckIns, c => c.Key.Reference == typed).Answer!;
        Assert.Equal((3, 4, 1, true, Helper.None), (words.Stress, words.Mood, words.Hostile, words.Break, words.Help));
        Assert.Equal(leader.Id, Assert.Single(left.Cases, c => c.Key.Reference == leadersCase).Owner);
        Assert.Equal(caller.Id, Assert.Single(left.Cases, c => c.Origin == Origin.PersonNow).Subject);
        Assert.Equal(answered.Values.Count(s => s == 5) + 3, left.Cases.Count);
        Assert.All(left.Cases, c => Assert.True(c.IsOver || c.NextAt is not null));
        OneStepAtATime(Assert.Single(left.Cases, c => c.Key.Reference == counsellorsCase));
        Assert.All(leavers, p => Assert.InRange(Prompts(p), 0, 1));
    }

    /// <summary>What fell due while the store was away is one step, afterwards; the next waits its full time from then.</summary>
    private void OneStepAtATime(Escalation @case)
    {
        Assert.InRange(@case.Asked[0].At + Wait(span), gap.From, gap.To);
        Assert.True(@case.Asked[1].At > gap.To - TimeSpan.FromSeconds(1), "A step was taken while nothing could be stored.");
        for (var i = 1; i < @case.Asked.Length; i++)
            Assert.True(@case.Asked[i].At - @case.Asked[i - 1].At >= Wait(span), $"Step {i} did not wait.");
    }

    private async Task Types(DemoPerson person)
    {
        await acts.Type(person, "stress 3, mood 4, hostile 1, break yes, help none");
        await acts.Type(person, "send");
    }

    private async Task CallsForSomebody(DemoPerson person, SeenCard card)
    {
        var data = card.First.Data("help.person")!;
        await acts.Press(person, card, "help.person", Channel.Merged(data, ("contact", "true")));
    }

    private async Task<string> Opened(DemoPerson person, SeenCard card, params (string, string)[] inputs)
    {
        Assert.True((await hall.Channel.Press(person, card, "checkin.answer", inputs)).Card!.Has("checkin.edit"));
        return Ledger.CaseOf(card.First.Reference("checkIn")!);
    }

    private int Counsellors(string @case) =>
        hall.Organisation.With("counsellor").Count(p => hall.Teams.Of(p.Id).Cards.Any(c => c.First.Data("escalation.take", "case", @case) is not null));

    private int Prompts(DemoPerson person) => hall.Teams.Of(person.Id).PostedWith("checkin.answer");

    private async Task<(DemoPerson Leader, SeenCard Card)> LeaderAsked()
    {
        (DemoPerson, SeenCard)[] Asked() => [.. hall.Organisation.With("leader").SelectMany(l => hall.Teams.Of(l.Id).Cards
            .Where(c => c.First.Data("escalation.take", "case", leadersCase) is not null).Select(c => (l, c)))];
        await Eventually.True("a leader is asked", () => Asked().Length > 0);
        return Asked()[0];
    }
}
