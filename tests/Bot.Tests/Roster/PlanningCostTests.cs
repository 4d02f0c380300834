using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Rosters;

/// <summary>Passing over shift ends costs in proportion to the shifts that end, however many people there are: counted in rows read.</summary>
public sealed class PlanningCostTests
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Evening = Morning.AddHours(8);

    private readonly TableInMemory table = new();

    [Fact]
    public async Task Four_hundred_who_leave_at_once_and_come_again_tomorrow_are_each_read_twice_at_most()
    {
        var (asked, read) = await Evenings(Roster(400, n => [Shift(n, 0, 8), Shift(n, 24, 32)]));
        Assert.Equal(400, asked);
        Assert.InRange(read, 800, 820);
    }

    [Fact]
    public async Task Colleagues_who_are_free_for_days_cost_nothing()
    {
        foreach (var people in new[] { 100, 1000 })
        {
            var (asked, read) = await Evenings(Roster(people, n => n < 20 ? [Shift(n, 0, 8)] : [Shift(n, 72, 80)]));
            Assert.Equal(20, asked);
            Assert.InRange(read, 20, 24);
        }
    }

    [Fact]
    public async Task A_team_that_works_again_in_three_days_is_not_woken_before()
    {
        var roster = Roster(10, n => [Shift(n, 72, 80)]);
        await roster.Load(CancellationToken.None);
        var plan = await Look(new ShiftEndsFlow(roster), null, new Due(), Morning);
        Assert.Equal(Morning.AddHours(80), plan.State.NextAt);
    }

    [Theory]
    [InlineData(8, "hall", true)]
    [InlineData(8.5, "hall", true)]
    [InlineData(8.5, "desk", true)]
    [InlineData(9, "hall", false)]
    [InlineData(7.5, "hall", false)]
    public async Task Whose_next_shift_begins_within_half_an_hour_goes_on_in_whichever_team(double start, string team, bool goesOn)
    {
        var roster = Roster(2, n => n == 0 ? [Shift(0, 0, 8), Shift(0, start, 12, team)] : [Shift(1, 8, 12)]);
        await roster.Load(CancellationToken.None);
        Assert.Equal(goesOn, await roster.GoesOn(roster.People[0], Evening, ShiftEndsFlow.BackToBack));
    }

    [Fact]
    public async Task Who_took_over_the_next_shift_a_moment_ago_goes_on_with_it()
    {
        var roster = Roster(2, n => n == 0 ? [Shift(0, 0, 8)] : [Shift(1, 8, 12)]);
        await roster.Load(CancellationToken.None);
        Assert.False(await roster.GoesOn(roster.People[0], Evening, ShiftEndsFlow.BackToBack));
        var given = Shift(1, 8, 12);
        Assert.Null((await new ShiftChanges(table, roster).Make("swap", new(given, "p0"), (Morning, Morning.AddDays(1)), _ => null, "lee", Morning, default)).Overtaken);
        Assert.True(await roster.GoesOn(roster.People[0], Evening, ShiftEndsFlow.BackToBack));
    }

    private static Shift Shift(int person, double start, double end, string team = "hall") =>
        new($"s{person}-{(int)(start * 60)}", $"p{person}", team, "", Morning.AddHours(start), Morning.AddHours(end));

    private Bot.Roster.Roster Roster(int people, Func<int, Shift[]> shifts) => new(table, new Organisation(
        [new("hall", "Hall", "UTC", "EU"), new("desk", "Desk", "UTC", "EU")],
        [.. Enumerable.Range(0, people).Select(n => new Person($"p{n}", $"p{n}", "", $"e-{n}", Language.English, "hall", "", [Role.Staff], [], "", ""))],
        [.. Enumerable.Range(0, people).SelectMany(shifts)], [], Turns.Hall.Organisation(null).Policy));

    /// <summary>The planner passes over all that ends at once; how many check-ins it told, and how many rows it read.</summary>
    private async Task<(int Asked, int Read)> Evenings(Bot.Roster.Roster roster)
    {
        await roster.Load(CancellationToken.None);
        var flow = new ShiftEndsFlow(roster);
        var plan = (ShiftEnds)(await Look(flow, null, new Due(), Morning)).State;
        var (asked, before) = (0, table.RowsRead);
        do
        {
            var decision = await Look(flow, plan, new Due(), Evening);
            asked += decision.Effects.Count;
            plan = (ShiftEnds)decision.State;
        }
        while (plan.NextAt <= Evening);
        return (asked, table.RowsRead - before);
    }

    private static async Task<Decision> Look(ShiftEndsFlow flow, ShiftEnds? plan, FlowEvent e, DateTimeOffset at) =>
        (await flow.Decide(ShiftEnds.KeyOf("hall"), plan, e, at, CancellationToken.None))!;
}
