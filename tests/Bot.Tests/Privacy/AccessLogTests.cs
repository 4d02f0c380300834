using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>Whoever looks at something of a person stands in that person's log.</summary>
public sealed class AccessLogTests
{
    /// <summary>What hangs on the wall names people, and is no reading.</summary>
    private static readonly string[] OnTheWall = ["swap.", "week."];

    [Fact]
    public async Task Every_reader_of_every_card_that_names_a_person_stands_in_that_persons_log()
    {
        await using var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        await hall.Pass(TimeSpan.FromHours(3));
        foreach (var number in new[] { "INC-20261123-001", "INC-20261123-002" })
            await hall.Happens(ReviewKeys.Of(number), new TakeReview((await hall.State<Review>(ReviewKeys.Of(number)))!.AskedNow!.Person));
        var cards = 0;
        foreach (var person in new[] { TwoLives.Qiu, TwoLives.Dong })
        {
            var looks = await hall.Looks.Of(person.Id, default);
            foreach (var (reader, _, card) in hall.Channel.Posts.Concat(hall.Channel.Posts.Select(p => p with { Card = hall.Channel.Drawn[p.Activity] })))
            {
                if (reader == person.Id || !card.Contains(person.Name, StringComparison.Ordinal) || OnTheWall.Any(w => card.Contains(w, StringComparison.Ordinal)) || card.Contains("swap", StringComparison.OrdinalIgnoreCase))
                    continue;
                cards++;
                Assert.True(looks.Any(l => l.Reader == reader), $"{reader} read of {person.Id} and stands in no log: {card}");
            }
            foreach (var ground in new[] { Ground.Agreed, Ground.Shared, Ground.PersonNow, Ground.Sos, Ground.Duty, Ground.Reported })
                Assert.Contains(looks, l => l.Ground == ground);
            Assert.DoesNotContain(looks, l => l.Reader == person.Id);
        }
        Assert.True(cards > 20, $"only {cards} cards named anybody");
    }

    [Fact]
    public async Task A_card_that_is_drawn_again_is_one_reading_and_a_later_press_is_another()
    {
        await using var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        var qiu = TwoLives.Qiu.Id;
        async Task<int> Agreed() => (await hall.Looks.Of(qiu, default)).Count(l => l is { Reader: "lee", Ground: Ground.Agreed });
        Assert.Equal(1, await Agreed());
        var state = (await hall.State<Escalation>(TwoLives.CaseOf(qiu)))!;
        await hall.Turns.FlowOf(TwoLives.CaseOf(qiu)).Draw(state, Escalation.CardOf("lee"), default);
        Assert.Equal(1, await Agreed());
        await hall.Looks.Note(state, Escalation.CardOf("lee"), pressed: true, default);
        await hall.Looks.Note(state, Escalation.CardOf("lee"), pressed: true, default);
        Assert.Equal(2, await Agreed());
        // Another process knows nothing of it, and writes nothing twice.
        await new Bot.Privacy.AccessLog(hall.Store.Table(Bot.Privacy.AccessLog.TableName), hall.Clock).Note(state, Escalation.CardOf("lee"), pressed: false, default);
        Assert.Equal(2, await Agreed());
    }

    [Fact]
    public async Task The_person_reads_on_their_card_who_looked_at_what_when_and_why()
    {
        await using var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        await hall.Happens(Contact.KeyOf(TwoLives.Qiu.Id), new ShowMyData(TwoLives.Qiu.Id));
        var contact = (await hall.State<Contact>(Contact.KeyOf(TwoLives.Qiu.Id)))!;
        var card = PretendChannel.TextOf(await hall.Turns.FlowOf(contact.Key).Draw(contact, contact.Data, default));
        var number = (await hall.State<Escalation>(TwoLives.CaseOf(TwoLives.Qiu.Id)))!.Number;
        Assert.Contains("Who looked", card, StringComparison.Ordinal);
        Assert.Contains($"lee (Duty leader) · {number}: a note (you shared it)", card, StringComparison.Ordinal);
        Assert.DoesNotContain(TwoLives.Dong.Name, card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_lists_and_exports_that_are_taken_out_are_readings_each_time()
    {
        await using var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        async Task<int> Of(Viewer viewer, Ground ground) => (await hall.Looks.Of(TwoLives.Qiu.Id, default)).Count(l => l.Viewer == viewer && l.Ground == ground);
        await new ReachLists(hall.Roster, hall.Readers, hall.OutOfReach, hall.Looks, _ => ValueTask.FromResult<RetentionRun?>(null)).For("ada", default);
        Assert.Equal(1, await Of(Viewer.Administrator, Ground.Duty));
        var export = new IncidentExport(() => hall.Turns.Rows, hall.Vault, hall.Roster, hall.Looks);
        await export.Read(new(2026, 11, 1), new(2026, 11, 30), default);
        hall.Time.Advance(TimeSpan.FromMinutes(2));
        await export.Read(new(2026, 11, 1), new(2026, 11, 30), default);
        Assert.Equal(2, await Of(Viewer.Administrator, Ground.Reported));
    }
}
