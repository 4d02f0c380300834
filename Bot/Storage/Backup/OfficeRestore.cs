using CheckInBot.Bot.Storage.Azure;
using CheckInBot.Bot.Storage.Move;
using CheckInBot.Bot.Storage.Sqlite;

namespace CheckInBot.Bot.Storage.Backup;

/// <summary>Brings a backup into an empty store, SQLite or Azure, and proves it row by row. Broken off, the same command goes on.</summary>
/// <param name="place">How an operator names the store.</param>
/// <param name="tables">Every table of the bot.</param>
/// <param name="shape">The newest shape of rows that this program reads.</param>
/// <param name="wake">Sends the message of each record that needs one; how many.</param>
public sealed class OfficeRestore(IStore store, string place, IReadOnlyList<string> tables, int shape, Func<IStore, Task<int>> wake, TimeProvider clock)
{
    private const string Elsewhere = "nothing was written. Restore into an empty store: another Storage:Path, an empty account, or letters of its own in Storage:Prefix.";

    /// <param name="from">The backup. It is only read.</param>
    /// <exception cref="StoreUnavailableException">It was broken off, or the store or the file does not answer.</exception>
    public async Task<BackupOutcome> From(string from, Action<long, long> progress, CancellationToken cancel)
    {
        using var packed = new PackedFiles(from, writable: false);
        await using var backup = new SqliteStore(from, clock, packed);
        backup.OpenToRead();
        if (!backup.TableNames().Contains(BackupLabel.TableName) || await BackupLabel.Of(backup, cancel) is not { } label)
            return BackupOutcome.Refused($"'{from}' is no backup, or one that was not finished: nothing was written.");
        if (label.Shape > shape)
            return BackupOutcome.Refused($"The backup was made by a newer program ({label.Program}): restore it with that version or a newer one. Nothing was written.");
        IReadOnlyList<string> held = [.. backup.TableNames().Where(t => t is not (OfficeMark.TableName or BackupLabel.TableName)).Order(StringComparer.Ordinal)];
        IReadOnlyList<string> all = [.. tables.Append(OfficeMark.TableName).Union(held, StringComparer.Ordinal)];
        // An account is looked at before anything is made there: that of somebody else stays as it is. A file has to be taken before it can be read.
        var account = store as AzureStore;
        if (account is null)
            await store.Open(all, cancel);
        var seen = await OfficeMark.Of(account?.AsItIs() ?? store, cancel);
        if (await WhyNot(label, seen, account, [.. all.Where(t => t != OfficeMark.TableName)], cancel) is { } why)
            return BackupOutcome.Refused(why);
        if (account is not null)
            await store.Open(all, cancel);
        if (seen is null && !await OfficeMark.Begin(store, label.Office, OfficeState.Restoring, clock.GetUtcNow(), cancel))
            return BackupOutcome.Refused($"Somebody else has just begun to use {place}: nothing was written.");

        var rows = held.Select(t => (Table: t, Rows: backup.CountRows(t))).ToList();
        var steps = (2 * rows.Sum(r => r.Rows)) + (2 * await packed.PutBefore(DateTimeOffset.MaxValue, cancel).CountAsync(cancel)) + 1;
        long done = 0;
        var copy = new OfficeCopy(backup, store, place, clock, () => progress(Interlocked.Increment(ref done), steps));
        foreach (var table in held)
            await copy.Rows(table, cancel);
        var (files, damaged) = await copy.Files(cancel);
        if (damaged.Count > 0)
            return BackupOutcome.Refused($"{damaged.Count} files of the backup are damaged: use another backup.");
        var differs = 0;
        foreach (var table in held)
            differs += await copy.Differences(table, cancel);
        if (differs + await copy.FileDifferences(cancel) is > 0 and var wrong)
            return BackupOutcome.Refused($"After the restore {wrong} rows or files differ: another program works on {place}. Stop it and run the command again.");
        var messages = await wake(store);
        if (await OfficeMark.Of(store, cancel) is not { } mark || !await mark.Become(store, OfficeState.Copied, clock.GetUtcNow(), cancel))
            return BackupOutcome.Refused($"The mark on {place} changed meanwhile: another restore runs. Wait until it has ended and run the command again.");
        progress(steps, steps);
        return new(null, label, rows, files, [], messages);
    }

    /// <summary>Why the store must not be written to, or null: it is empty, or a restore of the same office began there before.</summary>
    private async Task<string?> WhyNot(BackupLabel label, OfficeMark? seen, AzureStore? account, IReadOnlyList<string> all, CancellationToken cancel) => seen switch
    {
        { State: OfficeState.Restoring } begun when begun.Office == label.Office => null,
        { } other => $"{place} holds an office since {other.Since}: {Elsewhere}",
        null when await (account is null ? Holdings.Of(store, all, cancel) : Holdings.OfAccount(account, all, cancel)) is { } held => $"{place} holds other data already ({held}): {Elsewhere}",
        null => null,
    };
}
