using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;

namespace CheckInBot.Bot.Privacy;

/// <summary>
/// After a store was restored from before some deletions: begins them again. Which these are the key ring knows; which of them this store has seen, the store knows. So who came back after
/// their deletion keeps what is new.
/// </summary>
public sealed class DeletionsBefore(IStore store, FlowRows rows, DestroyedKeys destroyed, WordsVault vault, Forgetting forgetting, Roster.Roster roster)
{
    /// <summary>How many deletions are begun again. A start that breaks off is followed by the next one: what tells of a deletion goes after it has begun.</summary>
    /// <exception cref="StoreUnavailableException">The message says what to do.</exception>
    public async Task<int> Begin(CancellationToken cancel)
    {
        var unseen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var deletion in destroyed.Marks.All())
        {
            if (!await forgetting.WasDone(deletion, cancel))
                unseen.Add(deletion);
        }
        var (begun, found) = (0, new HashSet<string>(StringComparer.Ordinal));
        foreach (var person in unseen.Count > 0 ? await Everybody(cancel) : [])
        {
            if (destroyed.Marks.Of(person) is { } deletion && unseen.Contains(deletion))
            {
                found.Add(deletion);
                begun += await forgetting.Begin(person, cancel, deletion) ? 1 : 0;
            }
        }
        var returned = await vault.Returned(cancel);
        foreach (var person in returned)
            begun += await forgetting.Begin(person, cancel) ? 1 : 0;
        // Nothing of these people is in this store.
        foreach (var deletion in unseen.Except(found))
            await forgetting.Done(deletion, cancel);
        // Their words could not be opened since the restore; whatever they write until all is deleted gets a key of its own.
        foreach (var person in returned)
            await vault.Destroy(person, cancel);
        return begun;
    }

    /// <summary>Ids of everybody on the roster, now or formerly, and of everybody of whom the store has a row of their own.</summary>
    private async Task<HashSet<string>> Everybody(CancellationToken cancel)
    {
        var all = new HashSet<string>([.. roster.People.Select(p => p.Id), .. roster.Former.Select(p => p.Id)], StringComparer.Ordinal);
        await foreach (var record in rows.Scan().WithCancellation(cancel))
            all.Add(record.Key.Owner);
        await foreach (var person in OwnRows.People(store, cancel))
            all.Add(person);
        return all;
    }
}
