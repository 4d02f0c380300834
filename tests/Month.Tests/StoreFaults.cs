using System.Collections.Concurrent;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Month.Tests;

/// <summary>
/// How the store fails: one request in a thousand, half of them after it was done and unheard; and for a minute on every fifth day each request before
/// it is done. While the harness itself looks nothing fails. What fails is drawn by what is asked for, and the how many-eth time it is: whatever runs
/// side by side, in whatever order, the same requests fail.
/// </summary>
internal sealed class StoreFaults(Lot lot, MonthForm form, Figures figures, TimeProvider clock)
{
    private const double Rate = 0.001;

    private readonly ConcurrentDictionary<string, int> asked = new(StringComparer.Ordinal);

    /// <summary>The bot is at work, and not the harness.</summary>
    public bool Working { get; set; }

    /// <summary>When the store comes back; null when it is there.</summary>
    public DateTimeOffset? AwayUntil
    {
        get
        {
            var now = clock.GetUtcNow();
            var outage = new DateTimeOffset(now.UtcDateTime.Date, TimeSpan.Zero).AddHours(12).AddMinutes(lot.About($"outage {now.UtcDateTime.Date:yyyyMMdd}").Next(240));
            return !form.Calm && (now.UtcDateTime.Date - form.Begin.UtcDateTime.Date).Days % 5 == 1 && now >= outage && now < outage.AddMinutes(1) ? outage.AddMinutes(1) : null;
        }
    }

    /// <param name="what">What is asked for: the kind of request, and the table, partition and key, or the message.</param>
    public async ValueTask<T> Do<T>(string what, Func<ValueTask<T>> request)
    {
        if (!Working || form.Calm)
            return await request();
        if (AwayUntil is not null)
        {
            figures.Count("requests to a store that is away");
            throw new StoreUnavailableException("pretended: away");
        }
        var share = lot.Share($"store {what} {asked.AddOrUpdate(what, 1, (_, n) => n + 1)}");
        if (share >= Rate)
            return await request();
        figures.Count("requests that the store failed");
        if (share < Rate / 2)
            throw new StoreUnavailableException("pretended: not done");
        await request();
        throw new StoreUnavailableException("pretended: done, unheard");
    }
}
