using System.Collections.Concurrent;

namespace CheckInBot.Bot.Listening;

/// <summary>How many files are copied at once: each stands in memory whole. Who finds no place waits for one.</summary>
public sealed class FilePlaces : IDisposable
{
    /// <summary>Of everybody together.</summary>
    public const int AtOnce = 4;

    /// <summary>Of one person: half of the places stay for others.</summary>
    public const int OfOne = 2;

    private readonly SemaphoreSlim everybodys = new(AtOnce);

    /// <summary>One entry for each person of the roster who ever sent a file.</summary>
    private readonly ConcurrentDictionary<string, SemaphoreSlim> ones = new(StringComparer.Ordinal);

    /// <summary>Does it in a place of its own.</summary>
    public async Task<T> In<T>(string person, Func<Task<T>> copy, CancellationToken cancel)
    {
        var own = ones.GetOrAdd(person, _ => new(OfOne));
        // Their own place first: whoever waits behind themselves takes none from others.
        await own.WaitAsync(cancel);
        try
        {
            await everybodys.WaitAsync(cancel);
            try
            {
                return await copy();
            }
            finally
            {
                everybodys.Release();
            }
        }
        finally
        {
            own.Release();
        }
    }

    public void Dispose()
    {
        everybodys.Dispose();
        foreach (var own in ones.Values)
            own.Dispose();
    }
}
