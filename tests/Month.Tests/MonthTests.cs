using Xunit.Abstractions;

namespace CheckInBot.Month.Tests;

/// <summary>A simulated month, and short pieces of one on every day.</summary>
public sealed class MonthTests(ITestOutputHelper output)
{
    /// <summary>The end of summer time in Europe.</summary>
    private static readonly MonthForm ClocksChange = new(3, 12, new(2026, 10, 24), 2);

    /// <summary>The last days of National Day, and the Saturday that makes up for them.</summary>
    private static readonly MonthForm Holiday = new(4, 9, new(2026, 10, 7), 4);

    [Fact]
    public async Task While_the_channel_and_the_store_fail_nothing_is_lost_and_nothing_comes_twice()
    {
        Months.Holds(ClocksChange, await Months.OnSqlite(ClocksChange), output);
        Months.Holds(Holiday, await Months.InMemory(Holiday), output);
    }

    /// <summary>By hand; see <see cref="MonthForm.Long"/>. Otherwise the two days on which summer time ends in America, in a small town.</summary>
    [Fact]
    public async Task A_month_of_the_town_keeps_every_promise()
    {
        var form = MonthForm.Long ?? new(5, 9, new(2026, 10, 31), 2);
        Months.Holds(form, await Months.InMemory(form), output);
    }
}
