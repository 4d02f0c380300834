using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Privacy;

/// <summary>
/// Whoever left the roster cannot ask for a deletion any more: some time after, what has no age of its own goes by itself. That is what they agreed to, their language and conversation, and their
/// key once no word of theirs is left. Who comes back before loses nothing.
/// </summary>
/// <remarks>A row of the table <c>System</c> for each, partition <c>leavers</c>, says since when the bot has missed them; it goes when they are back and when nothing of theirs is left.</remarks>
public sealed class Leavers(IStore store, FlowRows rows, References references, OutOfReach outOfReach, WordsVault vault, Roster.Roster roster, TimeProvider clock, ILogger<Leavers> log) : RegularPass(Every, log)
{
    /// <summary>How often it is looked, in real time.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(6);

    private const string Partition = "leavers";

    /// <summary>Records of one person's own that never grow old.</summary>
    private static readonly string[] Ageless = [Contact.Kind, PersonNow.Kind, StandIn.Kind, OwnLeave.Kind, Caseload.Kind];

    private ITable Marks => store.Table(Scheduling.ClockRun.TableName);

    protected override Task Pass(CancellationToken cancel) => Once(cancel);

    /// <summary>One look; of how many people something was deleted.</summary>
    public async Task<int> Once(CancellationToken cancel = default)
    {
        var (at, longest) = (clock.GetUtcNow(), TimeSpan.FromDays(roster.Policy.Retention.Leavers));
        var gone = await Gone(cancel);
        var since = (await Marks.Range(Partition, "", "~", cancel: cancel)).ToDictionary(m => Keys.Plain(m.Key), m => (DateTimeOffset)m.Columns["since"], StringComparer.Ordinal);
        foreach (var back in since.Keys.Except(gone))
            await Marks.Commit(Partition, [Change.Delete(Keys.Join(back), "*")], cancel);
        foreach (var person in gone.Except(since.Keys))
            await Marks.Commit(Partition, [Change.Insert(Keys.Join(person), new Dictionary<string, object> { ["since"] = at })], cancel);
        var due = gone.Where(p => since.TryGetValue(p, out var left) && at - left > longest).ToHashSet(StringComparer.Ordinal);
        var deleted = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in due)
        {
            if (await Delete(person, cancel))
                deleted.Add(person);
        }
        foreach (var person in await Wordless(due, cancel))
        {
            await vault.Drop(person, cancel);
            deleted.Add(person);
        }
        if (deleted.Count > 0)
            log.LogInformation("What was left of {Count} people who left the roster was deleted", deleted.Count);
        return deleted.Count;
    }

    /// <summary>Who is not on the roster and has a row of their own that knows no age.</summary>
    private async Task<HashSet<string>> Gone(CancellationToken cancel)
    {
        var all = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var record in rows.Scan().WithCancellation(cancel))
        {
            if (Ageless.Contains(record.Key.Kind) || record.Key.Kind == Trend.Kind)
                all.Add(record.Key.Owner);
        }
        await foreach (var person in OwnRows.People(store, cancel))
            all.Add(person);
        all.RemoveWhere(person => roster.Find(person) is not null);
        return all;
    }

    private async Task<bool> Delete(string person, CancellationToken cancel)
    {
        var found = false;
        foreach (var kind in Ageless)
            found |= await store.Table(FlowRows.TableName).Clear(Keys.Join(kind, person), cancel);
        // Its answers have an age; without them it is nothing.
        var trend = Trend.KeyOf(person);
        if ((await rows.Read(trend, cancel)).State is Trend { Entries.IsEmpty: true })
        {
            await store.Table(FlowRows.TableName).Commit(FlowRows.PartitionOf(trend), [Change.Delete(FlowRows.StateKey(trend), "*")], cancel);
            found = true;
        }
        if (await references.Again(person, cancel) is not null)
        {
            await references.Forget(person, cancel);
            found = true;
        }
        found |= await outOfReach.Forget(person, cancel);
        return found;
    }

    /// <summary>Whose key opens nothing any more; nobody's while some record cannot be read.</summary>
    private async Task<HashSet<string>> Wordless(IReadOnlySet<string> due, CancellationToken cancel)
    {
        var left = new HashSet<string>(StringComparer.Ordinal);
        foreach (var person in due)
        {
            if ((await store.Table(WordsVault.Table).Range(Keys.Join(person), "", "~", 1, cancel)).Count > 0)
                left.Add(person);
        }
        if (left.Count == 0)
            return left;
        await foreach (var record in rows.Scan().WithCancellation(cancel))
        {
            if (record.State() is not { } state)
                return [];
            if (state is Incident { Files.IsEmpty: false })
                left.Remove(record.Key.Owner);
            new RecordTree
            {
                Person = id => id,
                Words = (_, words) =>
                {
                    left.Remove(words.Owner);
                    return null;
                },
            }.Walk(state);
        }
        return left;
    }
}
