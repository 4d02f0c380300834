using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>A leader who decided on others' swaps has everything deleted: the swaps are the others'.</summary>
public sealed class ForgottenDeciderTests
{
    [Fact]
    public async Task A_leader_who_decided_on_one_swap_and_is_asked_for_another_leaves_both_to_their_people()
    {
        await using var hall = new Hall(more: [Of("b1", "ben", 48)]);
        await hall.Open();
        var (done, open) = (await Asked(hall, "s3", "ann", "ben"), await Asked(hall, "b1", "ben", "ann"));
        await hall.Happens(done, new AcceptSwap("ben", 1));
        await hall.Happens(done, new ApproveSwap("lee", 1, (await Ticks(hall, done))));
        await Settle(hall);
        await hall.Happens(open, new AcceptSwap("ann", 1));
        Assert.Equal((SwapPhase.Done, SwapPhase.Waiting), ((await hall.State<Swap>(done))!.Phase, (await hall.State<Swap>(open))!.Phase));
        await Forget(hall, "lee");
        var kept = (await hall.State<Swap>(done))!;
        Assert.True(Pseudonym.Is(kept.DecidedBy));
        Assert.Equal(("ann", "ben"), (kept.Asker, kept.Colleague));
        var waits = (await hall.State<Swap>(open))!;
        Assert.Equal(SwapPhase.Waiting, waits.Phase);
        Assert.DoesNotContain("lee", waits.Leaders);
        Assert.True((await hall.Auditor.Once()).IsWell);
        // Somebody else can still decide on it.
        await hall.Happens(open, new ApproveSwap("mia", 1, await Ticks(hall, open)));
        await Settle(hall);
        Assert.Equal(SwapPhase.Done, (await hall.State<Swap>(open))!.Phase);
        await foreach (var record in hall.Turns.Rows.Scan().Where(r => r.Key.Kind == Swap.Kind))
            Assert.DoesNotContain("\"lee\"", System.Text.Json.JsonSerializer.Serialize((Swap)record.State()!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_swap_that_the_roster_is_just_taking_is_waited_for()
    {
        await using var hall = new Hall();
        await hall.Open();
        var key = await Asked(hall, "s3", "ann", "ben");
        await hall.Happens(key, new AcceptSwap("ben", 1));
        await hall.Happens(key, new ApproveSwap("lee", 1, await Ticks(hall, key)));
        var changing = (await hall.State<Swap>(key))!;
        Assert.Equal(SwapPhase.Changing, changing.Phase);
        var forgetting = ForgettingTests.Of(hall);
        await forgetting.Begin("lee", default);
        Assert.Equal(0, await forgetting.Once());
        await Settle(hall);
        Assert.Equal(1, await forgetting.Once());
        Assert.Equal(SwapPhase.Done, (await hall.State<Swap>(key))!.Phase);
        Assert.Equal("ben", (await hall.Roster.Around("hall", Hall.Opening, Hall.Opening.AddDays(2))).Single(s => s.Id == "s3").Person);
    }

    [Fact]
    public async Task Who_was_asked_in_an_earlier_request_stands_in_no_card_of_the_next_one()
    {
        await using var hall = new Hall(others: [TwoLives.Qiu]);
        await hall.Open();
        var key = await Asked(hall, "s3", "ann", TwoLives.Qiu.Id);
        await hall.Happens(key, new DeclineSwap(TwoLives.Qiu.Id, 1, null));
        await Asked(hall, "s3", "ann", "ben");
        Assert.Equal((2, "ben"), ((await hall.State<Swap>(key))!.Round, (await hall.State<Swap>(key))!.Colleague));
        await Forget(hall, TwoLives.Qiu.Id);
        await foreach (var row in hall.Store.Table(FlowRows.TableName).Scan())
            Assert.DoesNotContain(TwoLives.Qiu.Id, $"{row.Partition} {row.Key} {string.Join(' ', row.Columns.Values)}", StringComparison.Ordinal);
        Assert.Equal(2, (await hall.State<Swap>(key))!.Round);
    }

    private static async Task<FlowKey> Asked(Hall hall, string shift, string asker, string colleague)
    {
        var key = Swap.KeyOf((await hall.Roster.Around("hall", Hall.Opening, Hall.Opening.AddDays(4))).Single(s => s.Id == shift));
        await hall.Happens(key, new AskSwap(asker, asker, colleague, null));
        return key;
    }

    /// <summary>Every warning that an approver has to tick.</summary>
    private static async Task<System.Collections.Immutable.ImmutableArray<string>> Ticks(Hall hall, FlowKey key)
    {
        var at = hall.Clock.GetUtcNow();
        var state = (await hall.State<Swap>(key))!;
        return [.. hall.Duty.Judge(state.Change, await hall.Duty.Look(key.Owner, at, default), at).Where(f => f.Severity == DutySeverity.Warn).Select(f => f.Key)];
    }

    private static async Task Settle(Hall hall)
    {
        await hall.Pass(TimeSpan.FromSeconds(1));
        await hall.Turns.Settled();
    }

    private static async Task Forget(Hall hall, string person)
    {
        var forgetting = ForgettingTests.Of(hall);
        await forgetting.Begin(person, default);
        for (var tries = 0; await forgetting.Once() == 0 && tries < 10; tries++)
            await hall.Pass(TimeSpan.FromMinutes(1));
        await hall.Turns.Settled();
        Assert.False(await forgetting.IsUnderWay(person, default));
    }

    private static Shift Of(string id, string person, double start) => new(id, person, "hall", "W1", Hall.Opening.AddHours(start), Hall.Opening.AddHours(start + 9));
}
