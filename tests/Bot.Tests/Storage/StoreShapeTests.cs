using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>A program reads rows of every earlier shape, and does not touch those of a later one.</summary>
public sealed class StoreShapeTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task After_an_upgrade_the_older_program_refuses_and_says_which_one_wrote_it()
    {
        await using var store = await SqliteTestStore.Open("System");
        var system = store.Store.Table("System");
        Assert.Null(await StoreShape.WhyNot(system, "1.0.0", default, current: 1));
        await StoreShape.Begin(system, "1.0.0", At, default, current: 1);
        Assert.Null(await StoreShape.WhyNot(system, "2.0.0", default, current: 2));
        await StoreShape.Begin(system, "2.0.0", At, default, current: 2);

        var why = await StoreShape.WhyNot(system, "1.0.0", default, current: 1);
        Assert.Contains("2.0.0, shape 2, since 2026-11-23 08:00 UTC", why, StringComparison.Ordinal);
        Assert.Contains("restore the backup", why, StringComparison.Ordinal);
        Assert.Null(await StoreShape.WhyNot(system, "2.0.1", default, current: 2));
    }

    [Fact]
    public async Task An_older_program_that_is_asked_to_begin_all_the_same_takes_nothing_back()
    {
        await using var store = await SqliteTestStore.Open("System");
        var system = store.Store.Table("System");
        await StoreShape.Begin(system, "2.0.0", At, default, current: 2);
        await StoreShape.Begin(system, "1.0.0", At, default, current: 1);
        Assert.NotNull(await StoreShape.WhyNot(system, "1.0.0", default, current: 1));
    }

    [Fact]
    public async Task Between_programs_of_one_shape_one_goes_back_and_forth()
    {
        await using var store = await SqliteTestStore.Open("System");
        var system = store.Store.Table("System");
        await StoreShape.Begin(system, "1.1.0", At, default);
        await StoreShape.Begin(system, "1.0.0", At, default);
        Assert.Null(await StoreShape.WhyNot(system, "1.0.0", default));
        Assert.Equal("1.1.0", Assert.Single(await system.All()).Columns["program"]);
    }
}
