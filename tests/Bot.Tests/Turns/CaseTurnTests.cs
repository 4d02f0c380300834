using System.Text.RegularExpressions;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;
using Route = CheckInBot.Dialogs.Escalations.Route;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A case on the real turns: what people see while several of them act at once, and what the rows keep.</summary>
public sealed partial class CaseTurnTests
{
    private static readonly Answer Hard = new() { Stress = 5, Mood = 2, Hostile = 1 };

    [Fact]
    public async Task Whatever_happens_at_once_every_card_ends_up_true_and_none_is_begun_for_who_is_no_longer_asked()
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var random = new Random(seed);
            await using var hall = await Opened(Hard);
            for (var n = 0; n < 8; n++)
            {
                var state = (await hall.State<Escalation>(Hall.AnnsCase))!;
                await Task.WhenAll(Enumerable.Range(0, random.Next(1, 4)).Select(_ => hall.Turns.Take(new(Hall.AnnsCase, Happening(random, state)))).ToArray());
                if (random.Next(3) == 0)
                    await hall.Pass(TimeSpan.FromMinutes(5));
            }
            await hall.Pass(TimeSpan.FromSeconds(1));
            await hall.Turns.Settled();

            var record = await hall.Turns.Rows.Read(Hall.AnnsCase, CancellationToken.None);
            Assert.Empty(record.Waiting);
            foreach (var places in record.Standing.Values.Where(p => p.Slot.Name is not "news"))
            {
                var now = PretendChannel.TextOf(await hall.Turns.FlowOf(Hall.AnnsCase).Draw(record.State!, places.Slot, CancellationToken.None));
                Assert.Equal(now, hall.Channel.Drawn[places.Live!]);
            }
            // A card that was begun for somebody was drawn behind its claim: it had something to take, to accept or to finish.
            var cases = hall.Channel.Posts.Where(p => p.Person is "lee" or "mia" or "gus" or "zoe" or "ben").ToList();
            Assert.NotEmpty(cases);
            Assert.All(cases, p => Assert.Contains("escalation.", p.Card, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Who_is_named_in_a_note_that_stays_private_is_not_asked_and_no_row_tells_so()
    {
        await using var hall = new Hall();
        await hall.Open();
        var (note, named) = await hall.Sealing.Note("ann", new("LEE shouted at me"));
        await Answers(hall, Hard with { Note = note, Named = named });

        Assert.Equal(0, hall.Channel.PostsTo("lee"));
        Assert.Equal(1, hall.Channel.PostsTo("mia"));
        var state = (await hall.State<Escalation>(Hall.AnnsCase))!;
        Assert.Equal(["mia"], state.Readers.ToArray());
        // In the list of whom it could be handed to lee stands like anybody else, and cannot take it.
        Assert.Contains(hall.Channel.Posts, p => p.Person == "mia" && Lee().IsMatch(p.Card));
        Assert.Equal(new Say(new Notice.ChooseSomebody()), (await hall.Happens(Hall.AnnsCase, new HandOver("mia", "lee"))).Reply);
        await foreach (var row in hall.Store.Table(FlowRows.TableName).Scan())
        {
            if (row.Partition.StartsWith("case!", StringComparison.Ordinal))
                Assert.DoesNotContain(row.Columns.Values, v => v is string text && Lee().IsMatch(text));
        }
    }

    [Fact]
    public async Task Who_is_named_by_the_note_that_comes_with_another_choice_is_not_asked_on_the_new_way()
    {
        await using var hall = await Opened(Hard);
        var (note, named) = await hall.Sealing.Note("ann", new("not Gus, please"));
        await hall.Happens(Hall.AnnsCheckIn, new Edit("ann"));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", Hard with { Help = Helper.Counsellor, Note = note, Named = named }));

        Assert.Equal(0, hall.Channel.PostsTo("gus"));
        Assert.Equal(1, hall.Channel.PostsTo("zoe"));
    }

    [Fact]
    public async Task A_note_without_a_name_leaves_the_same_trace_as_one_with_names()
    {
        await using var hall = new Hall();
        await hall.Open();
        var (_, nobody) = await hall.Sealing.Note("ann", new("a long queue"));
        var (_, both) = await hall.Sealing.Note("ann", new("lee and mia"));
        Assert.Equal(nobody!.Seal.Length, both!.Seal.Length);
    }

    [Fact]
    public async Task When_the_names_cannot_be_opened_somebody_is_asked_all_the_same()
    {
        await using var hall = await Opened(Hard with { Note = new("ann", "w1.lost"), Named = new("ann", "w1.lost") });
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
    }

    [Fact]
    public async Task Who_owns_as_many_cases_as_the_policy_allows_is_passed_over_until_one_is_done()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(Contact.KeyOf("ben"), new Consent("ben", [Purpose.CheckIn, Purpose.Escalation]));
        await hall.Pass(TimeSpan.FromHours(9));
        var others = Enumerable.Range(1, 2).Select(i => Escalation.KeyOf(Escalation.IdOf($"other/{i}"))).ToList();
        foreach (var other in others)
        {
            await hall.Happens(other, new Opened(Origin.HardDay, "other", "ben", Route.Leader, new("W1", null, null, null, 0, 0), null));
            await hall.Happens(other, new Take("lee"));
        }
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", Hard));
        await hall.Turns.Settled();
        Assert.Equal(["mia"], (await hall.State<Escalation>(Hall.AnnsCase))!.Readers.ToArray());

        await hall.Happens(others[0], new Resolve("lee", Done.Talked, null));
        await hall.Turns.Settled();
        await hall.Happens(Hall.AnnsCase, new OtherRoute("ann", Route.Counsellor));
        await hall.Happens(Hall.AnnsCase, new OtherRoute("ann", Route.Leader));
        Assert.Contains("lee", (await hall.State<Escalation>(Hall.AnnsCase))!.Readers);
        Assert.Equal([new Term(others[1].Owner, 1)], (await hall.State<Caseload>(Caseload.KeyOf("lee")))!.Open.AsEnumerable());
        Assert.Empty((await hall.Turns.Rows.Read(Caseload.KeyOf("lee"), CancellationToken.None)).Seen);
    }

    [Fact]
    public async Task Nobody_answered_is_told_to_the_administrator_without_a_name()
    {
        await using var hall = await Opened(Hard);
        await hall.Pass(TimeSpan.FromMinutes(31));
        Assert.Equal(CasePhase.Unanswered, (await hall.State<Escalation>(Hall.AnnsCase))!.Phase);
        var card = Assert.Single(hall.Channel.Posts, p => p.Person == "ada");
        Assert.Contains(Escalation.NumberOf(Hall.AnnsCase.Owner), card.Card, StringComparison.Ordinal);
        Assert.DoesNotContain("ann", card.Card.Replace("Unanswered", "", StringComparison.OrdinalIgnoreCase).Replace("channel", ""), StringComparison.Ordinal);

        await hall.Happens(Hall.AnnsCase, new Take("mia"));
        await hall.Turns.Settled();
        Assert.Contains("Taken after all", hall.Channel.Drawn[card.Activity], StringComparison.Ordinal);
        Assert.DoesNotContain("mia", hall.Channel.Drawn[card.Activity], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_step_reads_the_cases_and_the_leave_of_each_who_could_be_asked_and_a_take_reads_nothing()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        await Answers(hall, Hard);
        hall.Turns.DeliverWith(null!);
        store!.Requests.Clear();
        await hall.Turns.Take(new(Hall.AnnsCase, new OtherRoute("ann", Route.Counsellor)));
        // Lee, Mia, Gus, Zoe and Ben: the two counsellors are the crisis contacts too.
        Assert.Equal((10, 1), (store.Requests["Flows.Get"], store.Requests["Flows.Range"]));
        // Who works now was read a moment ago.
        Assert.DoesNotContain("Roster.Range", store.Requests.Keys);

        store.Requests.Clear();
        await hall.Turns.Take(new(Hall.AnnsCase, new Take("gus")));
        Assert.Equal(["Commit", "Flows.Range"], store.Requests.Keys.Order());
    }

    private static async Task<Hall> Opened(Answer answer)
    {
        var hall = new Hall();
        await hall.Open();
        await Answers(hall, answer);
        return hall;
    }

    private static async Task Answers(Hall hall, Answer answer)
    {
        await hall.Pass(TimeSpan.FromHours(9));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", answer));
        await hall.Turns.Settled();
    }

    private static FlowEvent Happening(Random random, Escalation now)
    {
        string[] people = ["lee", "mia", "gus", "zoe", "ben"];
        var by = people[random.Next(people.Length)];
        return random.Next(9) switch
        {
            0 or 1 or 2 => new Take(by),
            3 => new HandOver(now.Owner ?? by, people[random.Next(people.Length)]),
            4 => new AcceptHandOver(now.OfferedTo ?? by),
            5 => new Resolve(now.Owner ?? by, Done.Talked, null),
            6 => new OtherRoute("ann", random.Next(2) == 0 ? Route.Counsellor : Route.Leader),
            7 => new ReturnVisit("ann", random.Next(2) == 0),
            _ => new AnswerLowered(),
        };
    }

    [GeneratedRegex(@"\blee\b")]
    private static partial Regex Lee();
}
