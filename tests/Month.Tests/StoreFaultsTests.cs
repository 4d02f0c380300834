using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Storage;

namespace CheckInBot.Month.Tests;

/// <summary>Chance of the store is the seed's alone.</summary>
public sealed class StoreFaultsTests
{
    private static readonly MonthForm Form = new(7, 9, new(2026, 10, 3), 2);

    [Fact]
    public async Task The_same_requests_fail_in_whatever_order_they_come()
    {
        (string What, int Nth)[] asked = [.. Enumerable.Range(0, 4000).SelectMany(n => Enumerable.Range(1, 3).Select(nth => ($"get Flows p{n} k", nth)))];
        var one = await Failed(asked.Select(a => a.What));
        var shuffled = asked.Select(a => a.What).ToArray();
        new Random(1).Shuffle(shuffled);
        Assert.InRange(one.Count, 3, 40);
        Assert.Equal(one, await Failed(shuffled));
    }

    private static async Task<SortedSet<string>> Failed(IEnumerable<string> asked)
    {
        var faults = new StoreFaults(new(Form.Seed), Form, new(), new ManualClock(Form.Begin)) { Working = true };
        var times = new Dictionary<string, int>();
        var failed = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var what in asked)
        {
            var nth = times[what] = times.GetValueOrDefault(what) + 1;
            try
            {
                await faults.Do(what, () => new ValueTask<bool>(true));
            }
            catch (StoreUnavailableException)
            {
                failed.Add($"{what} {nth}");
            }
        }
        return failed;
    }
}
