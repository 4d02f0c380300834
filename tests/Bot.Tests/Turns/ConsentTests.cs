using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Taking an agreement back ends what is planned, and deleting deletes, whatever fails meanwhile.</summary>
public sealed class ConsentTests
{
    private const string Secret = "w1.marked-seal";

    private static readonly FlowKey Ann = Contact.KeyOf("ann");

    private static readonly Answer Hard = new() { Stress = 5, Mood = 1, Tags = "queue", Note = new Words("ann", Secret), ShareNote = true };

    [Fact]
    public async Task Who_takes_everything_back_while_a_card_is_open_is_neither_reminded_nor_asked_again()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(9.1));
        Assert.Equal(CheckInPhase.Asked, (await hall.State<CheckIn>(Hall.AnnsCheckIn))!.Phase);
        var posts = hall.Channel.PostsTo("ann");

        await hall.Happens(Ann, new Consent("ann", []));
        Assert.Equal(CheckInPhase.Withdrawn, (await hall.State<CheckIn>(Hall.AnnsCheckIn))!.Phase);
        await hall.Pass(TimeSpan.FromDays(2));
        Assert.Equal(posts, hall.Channel.PostsTo("ann"));
    }

    [Fact]
    public async Task A_case_stops_at_once_nobody_further_is_asked_and_no_return_visit_comes()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(9.1));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", Hard));
        Assert.Equal(CasePhase.Asking, (await hall.State<Escalation>(Hall.AnnsCase))!.Phase);
        var posts = hall.Channel.Posts.Count;

        await hall.Happens(Ann, new Consent("ann", [Purpose.CheckIn]));
        var state = (await hall.State<Escalation>(Hall.AnnsCase))!;
        Assert.Equal(CasePhase.Withdrawn, state.Phase);
        Assert.Null(state.Note);
        await hall.Pass(TimeSpan.FromHours(20));
        Assert.Equal(posts, hall.Channel.Posts.Count);
        foreach (var asked in hall.Channel.Posts.Where(p => p.Person is "lee" or "mia"))
            Assert.DoesNotContain("escalation.take", hall.Channel.Drawn[asked.Activity], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_now_goes_on_when_everything_is_taken_back()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(Dialogs.Care.PersonNow.KeyOf("ann"), new Dialogs.Care.AskContact("ann", new("W1", null, null, null, 0, 0)));
        await hall.Happens(Ann, new Consent("ann", []));
        var id = (await hall.State<Dialogs.Care.PersonNow>(Dialogs.Care.PersonNow.KeyOf("ann")))!.Case!;
        Assert.Equal(CasePhase.Asking, (await hall.State<Escalation>(Escalation.KeyOf(id)))!.Phase);
    }

    /// <summary>The choice is stored, then the power fails before anybody hears of it.</summary>
    [Fact]
    public async Task What_was_taken_back_before_a_power_cut_ends_after_it()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(9.1));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", Hard));
        var commits = 0;
        store!.Fails = request => request is "Commit" or "Flows.Commit" && ++commits > 1 ? false : null;
        await hall.Happens(Ann, new Consent("ann", []));
        Assert.Equal(CasePhase.Asking, (await hall.State<Escalation>(Hall.AnnsCase))!.Phase);
        store.Fails = null;
        await hall.Pass(TimeSpan.FromMinutes(2));
        Assert.Equal(CasePhase.Withdrawn, (await hall.State<Escalation>(Hall.AnnsCase))!.Phase);
    }

    [Fact]
    public async Task A_choice_that_takes_nothing_back_reads_no_check_in()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        foreach (var (kept, reads) in new[] { (new[] { Purpose.CheckIn, Purpose.Escalation, Purpose.TeamView }, 1), ([Purpose.CheckIn], 2) })
        {
            store!.Requests.Clear();
            // The reads of the turn itself; those of the delivery come behind its commit.
            var before = 0;
            store.Before = request =>
            {
                before += request == "Flows.Range" && store.Requests.GetValueOrDefault("Commit") == 0 ? 1 : 0;
                return Task.CompletedTask;
            };
            await hall.Happens(Ann, new Consent("ann", [.. kept]));
            Assert.Equal(reads, before);
        }
    }

    [Fact]
    public async Task Everybody_who_agreed_to_older_terms_gets_the_first_card_once_and_is_not_asked_until_then()
    {
        await using var hall = new Hall();
        await hall.Open();
        await StoredBefore(hall);
        var posts = hall.Channel.PostsTo("ann");
        foreach (var start in new FlowEvent[] { new TermsCame(), new TermsCame(), new Met() })
            await hall.Happens(Ann, start);
        Assert.Equal(posts + 1, hall.Channel.PostsTo("ann"));
        Assert.Contains($"\"terms\":\"{Contact.TermsVersion}\"", hall.Channel.Posts.Last(p => p.Person == "ann").Card, StringComparison.Ordinal);
        await hall.Pass(TimeSpan.FromHours(9.1));
        Assert.Equal(CheckInPhase.NotAsked, (await hall.State<CheckIn>(Hall.AnnsCheckIn))!.Phase);
        Assert.Null((await hall.Happens(Contact.KeyOf("ben"), new TermsCame())).State);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 0.1)]
    [InlineData(2, 0.25)]
    public async Task Every_answer_is_deleted_however_often_the_store_fails_between(int seed, double share)
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        const int many = Contact.Most + 15;
        for (var i = 0; i < many; i++)
        {
            var key = CheckIn.KeyOf("ann", CheckIn.IdOf(Hall.Opening.AddMinutes(i)) + "p");
            await hall.Happens(key, new Pulled(null));
            await hall.Happens(key, new Answered("ann", i % 10 == 0 ? Hard : Hard with { Stress = 2, Mood = 4, ShareNote = false }));
        }
        Assert.Contains(Secret, await Rows(hall), StringComparison.Ordinal);

        await hall.Happens(Ann, new EraseAnswers("ann", null));
        await hall.Happens(Ann, new EraseAnswers("ann", true));
        var random = new Random(seed);
        store!.Fails = _ => random.NextDouble() is var roll && roll < share ? roll < share / 2 : null;
        for (var i = 0; i < 60; i++)
        {
            try
            {
                await hall.Pass(TimeSpan.FromSeconds(20));
            }
            catch (StoreUnavailableException)
            {
                // The process died; the next one finds what is left.
            }
        }
        store.Fails = null;
        await hall.Pass(TimeSpan.FromMinutes(20));

        var done = (await hall.State<Contact>(Ann))!.Erasing!;
        Assert.NotNull(done.DoneAt);
        Assert.Equal((many, many), (done.CheckIns, done.Notes));
        Assert.Equal(6, done.Cases.Count);
        var rows = await Rows(hall);
        Assert.DoesNotContain(Secret, rows, StringComparison.Ordinal);
        Assert.DoesNotContain("stress", rows, StringComparison.Ordinal);
        Assert.Contains(hall.Channel.Posts, p => p.Person == "ann" && p.Card.Contains(done.Cases[0], StringComparison.Ordinal) && p.Card.Contains($"{many}", StringComparison.Ordinal));
    }

    /// <summary>Everything that the table of records holds, as text.</summary>
    private static async Task<string> Rows(Hall hall)
    {
        var text = new List<string>();
        await foreach (var row in hall.Inner.Table(FlowRows.TableName).Scan())
            text.Add(row.Key + " " + string.Join(' ', row.Columns.Select(c => $"{c.Key}={c.Value}")));
        return string.Join('\n', text);
    }

    /// <summary>Ann's record as the first version of the program left it.</summary>
    private static async Task StoredBefore(Hall hall)
    {
        var table = hall.Inner.Table(FlowRows.TableName);
        var row = (await table.Get(FlowRows.PartitionOf(Ann), FlowRows.StateKey(Ann)))!;
        var columns = row.Columns.Where(c => c.Key is not ("choices" or "greetedFor")).ToDictionary();
        columns["terms"] = 1L;
        await table.Commit(FlowRows.PartitionOf(Ann), [Change.Replace(row.Key, columns, row.ETag)]);
    }
}
