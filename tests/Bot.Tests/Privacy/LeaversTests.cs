using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>Somebody left the roster and can ask for nothing any more.</summary>
public sealed class LeaversTests
{
    private static readonly string Qiu = TwoLives.Qiu.Id, Dong = TwoLives.Dong.Id;

    [Fact]
    public async Task Who_left_ninety_days_ago_has_neither_agreement_nor_conversation_here_and_who_stayed_has_both()
    {
        await using var hall = await Lived();
        await Missed(hall);
        Leave(hall, Dong);
        Assert.Equal(0, await Missed(hall));
        await Days(hall, 89);
        Assert.Equal(0, await Missed(hall));
        Assert.NotNull(await hall.State<Contact>(Contact.KeyOf(Qiu)));
        await Days(hall, 2);
        Assert.Equal(1, await Missed(hall));
        Assert.Null(await hall.State<Contact>(Contact.KeyOf(Qiu)));
        Assert.Null(await new References(hall.Store.Table(References.TableName)).Of(Qiu));
        Assert.DoesNotContain(await hall.OutOfReach.All(), p => p.Person == Qiu);
        Assert.NotNull(await hall.State<Contact>(Contact.KeyOf(Dong)));
        Assert.NotNull(await new References(hall.Store.Table(References.TableName)).Of(Dong));
    }

    [Fact]
    public async Task The_key_stays_as_long_as_a_report_is_kept_and_then_goes()
    {
        await using var hall = await Lived();
        await hall.Happens(TwoLives.CaseOf(Qiu), new ReturnVisit(Qiu, Helped: true));
        Leave(hall, Dong);
        await Missed(hall);
        await Days(hall, 100);
        await Missed(hall);
        var words = (await hall.State<Incident>(TwoLives.ReportOf(Qiu)))!.Report!.Description!;
        Assert.Contains(TwoLives.QiusMark, await hall.Vault.Open(words.Owner, words.Seal), StringComparison.Ordinal);
        var review = ReviewKeys.Of((await hall.State<Incident>(TwoLives.ReportOf(Qiu)))!.Number!);
        await Days(hall, 1800);
        for (var passes = 0; passes < 3; passes++)
            await new RetentionPass(hall.Store, hall.Turns.Rows, new(hall.Store, hall.Turns.Rows, hall.Clock), hall.Roster, hall.Clock, NullLogger<RetentionPass>.Instance).Once();
        // Its review is open and has the words too.
        await Missed(hall);
        Assert.NotEmpty(await hall.Store.Table(WordsVault.Table).Scan().Where(r => r.Partition == Qiu).ToListAsync());
        await new RecordRewrite(hall.Store, hall.Turns.Rows, hall.Clock).Delete(review, (await hall.Turns.Rows.Read(review, default)).Version, default);
        Assert.Equal(1, await Missed(hall));
        Assert.Empty(await hall.Store.Table(WordsVault.Table).Scan().Where(r => r.Partition == Qiu).ToListAsync());
        Assert.DoesNotContain(await hall.Store.Table(FlowRows.TableName).Scan().ToListAsync(), r => r.Columns.GetValueOrDefault("flowOwner") as string == Qiu);
        // Nothing is left to remember that they left.
        Assert.Equal(0, await Missed(hall));
        Assert.DoesNotContain(await hall.Store.Table("System").Scan().ToListAsync(), r => r.Key == Qiu);
    }

    [Fact]
    public async Task Who_comes_back_in_time_loses_nothing_and_begins_to_count_anew()
    {
        await using var hall = await Lived();
        Leave(hall, Dong);
        await Missed(hall);
        await Days(hall, 60);
        hall.Roster.TakeOver(Hall.Organisation(null, null, [TwoLives.Qiu, TwoLives.Dong]));
        await Missed(hall);
        Leave(hall, Dong);
        await Missed(hall);
        await Days(hall, 60);
        Assert.Equal(0, await Missed(hall));
        Assert.NotNull(await hall.State<Contact>(Contact.KeyOf(Qiu)));
    }

    private static async Task<Hall> Lived()
    {
        var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        return hall;
    }

    private static void Leave(Hall hall, string stays) => hall.Roster.TakeOver(Hall.Organisation(null, null, [.. new[] { TwoLives.Qiu, TwoLives.Dong }.Where(p => p.Id == stays)]));

    private static async Task Days(Hall hall, int days)
    {
        hall.Time.Advance(TimeSpan.FromDays(days));
        await hall.Turns.Settled();
    }

    private static Task<int> Missed(Hall hall) =>
        new Leavers(hall.Store, hall.Turns.Rows, new References(hall.Store.Table(References.TableName)), hall.OutOfReach, hall.Vault, hall.Roster, hall.Clock, NullLogger<Leavers>.Instance).Once();
}
