using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A check-in and the person's own trend on a real store.</summary>
public sealed class TrendTurnTests
{
    private static readonly FlowKey AnnsTrend = Trend.KeyOf("ann");

    private static readonly Answered Hard = new("ann", new Answer { Stress = 4, Mood = 3 });

    [Fact]
    public async Task An_answer_and_each_change_of_it_reach_the_trend()
    {
        await using var hall = await AtShiftEnd();
        await hall.Happens(Hall.AnnsCheckIn, Hard);
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 2 }));

        var entry = Assert.Single((await hall.State<Trend>(AnnsTrend))!.Entries);
        Assert.Equal((Hall.AnnsCheckIn.Id, 2, "s1", 2), (entry.CheckIn, entry.Sends, entry.Shift, entry.Stress));
    }

    [Fact]
    public async Task However_often_an_answer_changes_the_trend_stays_one_row_and_what_is_told_again_changes_nothing()
    {
        await using var hall = await AtShiftEnd();
        for (var change = 1; change <= 20; change++)
            await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 2 + (change % 2) }));
        var row = Assert.Single(await RowsOfAnnsTrend(hall));
        var entry = Assert.Single((await hall.State<Trend>(AnnsTrend))!.Entries);
        Assert.Equal(20, entry.Sends);

        foreach (var sends in new[] { 20, 3 })
        {
            var told = new Signal($"trend.{sends:D4}.answer", AnnsTrend, new AnswerKept(entry with { Sends = sends, Stress = 5 }));
            await hall.Turns.Hand(told, Hall.AnnsCheckIn, default);
        }
        Assert.Equal(row.ETag, Assert.Single(await RowsOfAnnsTrend(hall)).ETag);
    }

    [Fact]
    public async Task An_answer_that_is_told_again_after_it_was_deleted_stays_deleted()
    {
        await using var hall = await AtShiftEnd();
        await hall.Happens(Hall.AnnsCheckIn, Hard);
        var entry = Assert.Single((await hall.State<Trend>(AnnsTrend))!.Entries);
        await hall.Happens(AnnsTrend, new TrendErased(hall.Clock.GetUtcNow()));

        await hall.Turns.Hand(new Signal("trend.0001.answer", AnnsTrend, new AnswerKept(entry)), Hall.AnnsCheckIn, default);

        Assert.Empty((await hall.State<Trend>(AnnsTrend))!.Entries);
    }

    private static async Task<IReadOnlyList<Row>> RowsOfAnnsTrend(Hall hall) =>
        await hall.Inner.Table(FlowRows.TableName).Range(FlowRows.PartitionOf(AnnsTrend), AnnsTrend.Id, "~");

    [Fact]
    public async Task A_card_that_nothing_was_done_with_is_counted_when_the_next_shift_begins()
    {
        await using var hall = await AtShiftEnd();
        await hall.Pass(TimeSpan.FromHours(14));
        Assert.Null(await hall.State<Trend>(AnnsTrend));
        await hall.Pass(TimeSpan.FromHours(1));
        Assert.Equal(1, (await hall.State<Trend>(AnnsTrend))!.InARow);
    }

    [Fact]
    public async Task Whoever_is_quiet_is_left_in_peace_and_the_card_before_had_a_way_back()
    {
        await using var hall = new Hall();
        await hall.Open();
        for (var day = -2; day < 0; day++)
            await hall.Happens(AnnsTrend, new LeftUnanswered(Hall.Opening.AddDays(day)));
        await hall.Pass(TimeSpan.FromHours(24));
        Assert.True((await hall.State<CheckIn>(Hall.AnnsCheckIn))!.GoesQuiet);
        Assert.Contains(hall.Channel.Drawn.Values, c => c.Contains("\"command\":\"CheckIn\"", StringComparison.Ordinal));

        var before = hall.Channel.PostsTo("ann");
        await hall.Pass(TimeSpan.FromHours(10));
        var next = await hall.State<CheckIn>(CheckIn.KeyOf("ann", CheckIn.IdOf(Hall.Opening.AddHours(33))));
        Assert.Equal((CheckInPhase.NotAsked, Unasked.Quiet), (next!.Phase, next.Unasked));
        Assert.Equal(before, hall.Channel.PostsTo("ann"));

        await hall.Happens(CheckIn.KeyOf("ann", "202611241200p"), new Pulled(null));
        Assert.Equal(0, (await hall.State<Trend>(AnnsTrend))!.InARow);
    }

    [Fact]
    public async Task A_third_hard_shift_is_offered_help_of_which_nobody_hears_until_it_is_taken()
    {
        await using var hall = await AfterTwoHardShifts();
        await hall.Happens(Hall.AnnsCheckIn, Hard);
        Assert.Equal(Offer.Run, (await hall.State<CheckIn>(Hall.AnnsCheckIn))!.Offer);
        Assert.Equal(["ann"], hall.Channel.Posts.Select(p => p.Person).Distinct());
        var receipt = Assert.Single(hall.Channel.Drawn.Values, c => c.Contains("checkin.accept", StringComparison.Ordinal));
        Assert.All(["buddy", "leader", "counsellor"], helper => Assert.Contains($"\"to\":\"{helper}\"", receipt, StringComparison.Ordinal));

        for (var press = 0; press < 2; press++)
            await hall.Happens(Hall.AnnsCheckIn, new OfferAccepted("ann", Helper.Leader));
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
        Assert.Equal(CasePhase.Asking, (await hall.State<Escalation>(Hall.AnnsCase))!.Phase);
        Assert.DoesNotContain(hall.Channel.Drawn.Values, c => c.Contains("checkin.accept", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_costs_one_read_more_for_the_trend_and_nothing_of_the_roster()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(9));
        // No other card than the turn's own is drawn here.
        hall.Turns.DeliverWith(new Outbox(hall.Turns, hall.Inner.Table(FlowRows.TableName), new Dictionary<string, IFlow>(), hall.Channel, (_, _) => throw new InvalidOperationException("nothing is drawn"), hall.Pace, hall.Clock, NullLogger<Outbox>.Instance));
        store!.Requests.Clear();

        await hall.Turns.Take(new(Hall.AnnsCheckIn, Hard));
        await hall.Turns.Settled();

        // What the person agreed to, which holds for the answer and for its card; the trend as a fact, and its row as it is then written.
        Assert.Equal(3, store.Requests["Flows.Get"]);
        // The answer and the trend are one commit.
        Assert.Equal(1, store.Requests["Commit"]);
        Assert.DoesNotContain("Roster.Range", store.Requests.Keys);
    }

    [Fact]
    public async Task Drawing_a_receipt_without_an_offer_asks_nothing_of_the_roster()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(9));
        store!.Requests.Clear();

        await hall.Happens(Hall.AnnsCheckIn, Hard);

        Assert.DoesNotContain("Roster.Range", store.Requests.Keys);
    }

    private static async Task<Hall> AtShiftEnd()
    {
        var hall = new Hall();
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(9));
        return hall;
    }

    private static async Task<Hall> AfterTwoHardShifts()
    {
        var hall = await AtShiftEnd();
        for (var day = -2; day < 0; day++)
        {
            var end = Hall.Opening.AddHours(9).AddDays(day);
            await hall.Happens(AnnsTrend, new AnswerKept(new(CheckIn.IdOf(end), 1, $"before{day}", end, 4, 3)));
        }
        return hall;
    }
}
