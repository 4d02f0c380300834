using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>Words that no duty keeps go after 30 days also where they stand in a record that is kept for longer.</summary>
public sealed class WordsOfAgeTests
{
    private const string Changed = "he came back";

    [Fact]
    public async Task A_change_of_a_sent_report_that_was_never_sent_goes_and_what_was_sent_stays()
    {
        await using var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        var key = TwoLives.ReportOf(TwoLives.Qiu.Id);
        var sent = (await hall.State<Incident>(key))!.Report!;
        await Change(hall, key, sent);
        await Days(hall, 29);
        Assert.NotNull((await hall.State<Incident>(key))!.Draft.Description);
        await Days(hall, 2);
        var kept = (await hall.State<Incident>(key))!;
        Assert.Equal((false, false), (kept.Editing, kept.HasDraft));
        Assert.Equal(new Report(), kept.Draft);
        Assert.Equal(sent.Description, kept.Report!.Description);
    }

    [Fact]
    public async Task A_change_that_was_begun_yesterday_of_an_old_report_stays()
    {
        await using var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        var key = TwoLives.ReportOf(TwoLives.Qiu.Id);
        await Days(hall, 60);
        await Change(hall, key, (await hall.State<Incident>(key))!.Report!);
        await Days(hall, 1);
        var words = (await hall.State<Incident>(key))!.Draft.Description!;
        Assert.Contains(Changed, await hall.Vault.Open(words.Owner, words.Seal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_behind_a_call_for_people_that_was_never_confirmed_go_long_before_the_call()
    {
        await using var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        var key = Alert.KeyAfter(TwoLives.Qiu.Id, Alert.KeyAfter(TwoLives.Qiu.Id, null));
        await hall.Happens(key, new AlertAsked(TwoLives.Qiu.Id, null, await hall.Sealing.Of(TwoLives.Qiu.Id, new("ann"))));
        await hall.Pass(TimeSpan.FromHours(1));
        Assert.Equal(AlertPhase.Unconfirmed, (await hall.State<Alert>(key))!.Phase);
        await Days(hall, 29);
        Assert.NotEmpty((await hall.State<Alert>(key))!.Named);
        await Days(hall, 2);
        Assert.Empty((await hall.State<Alert>(key))!.Named);
        // A call that ended holds none from its end on.
        Assert.Empty((await hall.State<Alert>(Alert.KeyAfter(TwoLives.Qiu.Id, null)))!.Named);
    }

    private static async Task Change(Hall hall, FlowKey key, Report sent)
    {
        await hall.Happens(key, new OpenReport(TwoLives.Qiu.Id));
        var (text, named) = await hall.Sealing.Account(TwoLives.Qiu.Id, new(Changed), 800);
        await hall.Happens(key, new FillReport(TwoLives.Qiu.Id, sent with { Description = text, Named = named }, Keep: true));
        Assert.True((await hall.State<Incident>(key))!.Editing);
    }

    private static async Task Days(Hall hall, int days)
    {
        hall.Time.Advance(TimeSpan.FromDays(days));
        await hall.Turns.Settled();
        await new RetentionPass(hall.Store, hall.Turns.Rows, new(hall.Store, hall.Turns.Rows, hall.Clock), hall.Roster, hall.Clock, NullLogger<RetentionPass>.Instance).Once();
    }
}
