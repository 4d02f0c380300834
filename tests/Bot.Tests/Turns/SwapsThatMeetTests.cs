using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Two swaps that name the same duty: it is promised once.</summary>
public sealed class SwapsThatMeetTests
{
    [Fact]
    public async Task Of_two_swaps_that_wish_for_one_duty_in_return_the_second_is_refused_or_ends_with_the_first()
    {
        var cal = new Person("cal", "cal", "cal@example.com", "entra-cal", Language.English, "hall", "W1", [Role.Staff], [], "", "");
        await using var hall = new Hall(also: cal, more: [Of("b1", "ben", 3), Of("c1", "cal", 5)]);
        await hall.Open();
        var anns = await Anns(hall);
        var cals = Swap.KeyOf(Of("c1", "cal", 5));
        Assert.NotNull((await hall.Desk.Next(new() { Shift = new("c1"), Colleague = new("ben"), TheirShift = new("b1") }, cal, default)).Ask);
        await hall.Happens(anns, new AskSwap("ann", "ann", "ben", "b1"));
        var press = new PressAskSwap { Shift = new("c1"), Colleague = new("ben"), TheirShift = new("b1") };
        Assert.Equal(new Notice.SwapPromised(), (await hall.Desk.Next(press, cal, default)).Notice);
        Assert.DoesNotContain("\"b1\"", PretendChannel.TextOf((await hall.Desk.Next(new() { Shift = new("c1"), Colleague = new("ben") }, cal, default)).Card!), StringComparison.Ordinal);
        Assert.Null((await hall.Happens(cals, new AskSwap("cal", "cal", "ben", "b1"))).State);
    }

    [Fact]
    public async Task A_swap_whose_shift_another_swap_has_moved_ends_at_once()
    {
        await using var hall = new Hall(more: [Of("b1", "ben", 3)]);
        await hall.Open();
        // Ann wishes for Ben's duty in return; Ben gives it to Lee before he answers.
        var anns = await Anns(hall);
        await hall.Happens(anns, new AskSwap("ann", "ann", "ben", "b1"));
        var bens = Swap.KeyOf(Of("b1", "ben", 3));
        await hall.Happens(bens, new AskSwap("ben", "ben", "lee", null));
        await hall.Happens(bens, new AcceptSwap("lee", 1));
        await hall.Happens(bens, new ApproveSwap("mia", 1, []));
        await hall.Pass(TimeSpan.Zero);
        await hall.Turns.Settled();
        var swap = (await hall.State<Swap>(anns))!;
        Assert.Equal((SwapPhase.Overtaken, "lee"), (swap.Phase, swap.Because!.Holder));
        Assert.Contains("lee has that duty now", hall.Channel.Drawn[hall.Channel.Posts.Last(p => p.Person == "ann").Activity], StringComparison.Ordinal);
    }

    private static Shift Of(string id, string person, int day) => new(id, person, "hall", "W1", Hall.Opening.AddDays(day), Hall.Opening.AddDays(day).AddHours(8));

    private static async Task<FlowKey> Anns(Hall hall) =>
        Swap.KeyOf((await hall.Roster.Around("hall", Hall.Opening, Hall.Opening.AddDays(2))).Single(s => s.Id == "s3"));
}
