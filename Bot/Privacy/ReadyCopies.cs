using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Privacy;

/// <summary>
/// Makes copies: each is a pass over everything, so that few are made at once, one for each person, and each is ready for the minutes in which it is asked for again and taken.
/// What is ready stands in memory only, where words that were opened stay no longer than a person's key does.
/// </summary>
/// <param name="make">Makes one.</param>
/// <param name="clock">Ends their stay.</param>
public sealed class ReadyCopies(Func<Person, CancellationToken, Task<PersonCopy>> make, TimeProvider clock) : IDisposable
{
    /// <summary>For so long nobody has theirs made again, however often they ask.</summary>
    public static readonly TimeSpan Again = TimeSpan.FromMinutes(1);

    /// <summary>How long one is ready to be taken.</summary>
    public static readonly TimeSpan Kept = Storage.WordsVault.Remembered;

    private const int AtOnce = 2, MostPeople = 20;
    private const long MostBytes = 64 * 1024 * 1024;

    private readonly Lock gate = new();
    private readonly SemaphoreSlim passes = new(AtOnce);
    private readonly Dictionary<string, Task<PersonCopy>> underWay = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PersonCopy> ready = new(StringComparer.Ordinal);
    private ITimer? ends;

    /// <summary>The one that is ready or under way, else a new one; it never runs on the caller's time.</summary>
    /// <param name="within">Not older than that.</param>
    /// <exception cref="Storage.StoreUnavailableException">The store does not answer.</exception>
    public Task<PersonCopy> Of(Person person, TimeSpan within)
    {
        lock (gate)
        {
            if (ready.TryGetValue(person.Id, out var copy) && clock.GetUtcNow() - copy.MadeAt < within)
                return Task.FromResult(copy);
            if (underWay.TryGetValue(person.Id, out var coming))
                return coming;
            var made = new TaskCompletionSource<PersonCopy>(TaskCreationOptions.RunContinuationsAsynchronously);
            underWay[person.Id] = made.Task;
            _ = Task.Run(() => Make(person, made));
            return made.Task;
        }
    }

    /// <summary>The person wants everything deleted: nothing of theirs is ready any more.</summary>
    public void Forget(string person)
    {
        lock (gate)
        {
            ready.Remove(person);
            underWay.Remove(person);
        }
    }

    public void Dispose()
    {
        ends?.Dispose();
        passes.Dispose();
    }

    private async Task Make(Person person, TaskCompletionSource<PersonCopy> made)
    {
        await passes.WaitAsync();
        PersonCopy? copy = null;
        Exception? fault = null;
        try
        {
            copy = await make(person, CancellationToken.None);
        }
        catch (Exception e)
        {
            fault = e;
        }
        finally
        {
            passes.Release();
        }
        lock (gate)
        {
            // Who began to delete everything meanwhile is not in it.
            if (underWay.TryGetValue(person.Id, out var mine) && mine == made.Task)
            {
                underWay.Remove(person.Id);
                if (copy is not null)
                    Keep(person.Id, copy);
            }
        }
        if (copy is not null)
            made.SetResult(copy);
        else
            made.SetException(fault!);
    }

    private void Keep(string person, PersonCopy copy)
    {
        ends ??= TimeProvider.System.CreateTimer(_ => End(), null, Again, Again);
        ready[person] = copy;
        foreach (var (oldest, _) in ready.OrderBy(r => r.Value.MadeAt).ToList())
        {
            if (ready.Count <= MostPeople && ready.Values.Sum(r => r.Bytes) <= MostBytes)
                break;
            ready.Remove(oldest);
        }
    }

    private void End()
    {
        lock (gate)
        {
            foreach (var (person, copy) in ready.ToList())
            {
                if (clock.GetUtcNow() - copy.MadeAt >= Kept)
                    ready.Remove(person);
            }
        }
    }
}
