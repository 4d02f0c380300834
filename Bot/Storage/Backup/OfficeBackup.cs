using CheckInBot.Bot.Storage.Azure;
using CheckInBot.Bot.Storage.Move;
using CheckInBot.Bot.Storage.Sqlite;

namespace CheckInBot.Bot.Storage.Backup;

/// <summary>The end of a backup or a restore.</summary>
/// <param name="Refusal">Why it is not done; null when it is.</param>
/// <param name="Rows">Rows of each table.</param>
/// <param name="Damaged">Names of files whose content is damaged where the office lives; they are left out.</param>
public sealed record BackupOutcome(string? Refusal, BackupLabel? Label, IReadOnlyList<(string Table, long Rows)> Rows, int Files, IReadOnlyList<string> Damaged, int Messages = 0)
{
    public static BackupOutcome Refused(string why) => new(why, null, [], 0, []);
}

/// <summary>
/// Copies an office into one SQLite file while bots work on it: rows as they were at one moment, then the files that they name. Messages are hints and are
/// made anew from the rows by a restore; who lives and beats now is nobody's after it.
/// </summary>
/// <param name="tables">Every table of the bot.</param>
/// <param name="isPassing">Rows that say something about running programs only.</param>
/// <param name="shape">The shape of the rows that this program writes.</param>
/// <param name="program">Version of the program.</param>
public sealed class OfficeBackup(IReadOnlyList<string> tables, Func<string, Row, bool> isPassing, int shape, string program, TimeProvider clock)
{
    /// <summary>How often an account is read at most until nothing changed from one reading to the next.</summary>
    public const int MostPasses = 12;

    private const string NoOffice = "The store holds no office on which a bot works: there is nothing to back up.";

    /// <summary>Of a SQLite store, by SQLite's own means: one reading transaction is one moment, however much is written meanwhile.</summary>
    /// <param name="path">The store's file.</param>
    /// <param name="to">The backup; it must not exist.</param>
    /// <exception cref="StoreUnavailableException">It was broken off; nothing is left of it.</exception>
    public Task<BackupOutcome> OfSqlite(string path, string to, Action<long, long> progress, CancellationToken cancel) => Making(to, async part =>
    {
        var at = clock.GetUtcNow();
        SqliteFile.Copy(path, part);
        using var packed = new PackedFiles(part, writable: true);
        await using var copy = new SqliteStore(part, clock, packed);
        // Not opened: its files lie beside it, and a bot may have the rest.
        await using var office = new SqliteStore(path, clock);
        await copy.Open([OfficeMark.TableName, BackupLabel.TableName], cancel);
        await copy.Open([.. copy.TableNames()], cancel);
        copy.ClearMessages();
        foreach (var table in copy.TableNames())
            await TakeOut(copy.Table(table), table, cancel);
        return await Finish(copy, office, part, at, progress, cancel);
    });

    /// <summary>
    /// Of an account, which knows no moment over many rows: it is read again until one whole reading finds every row as the reading before did. Then all rows were
    /// so at once, at the moment between the two (a "clean double collect").
    /// </summary>
    /// <inheritdoc cref="OfSqlite" path="/param|/exception"/>
    public Task<BackupOutcome> OfAzure(AzureStore office, string to, Action<long, long> progress, CancellationToken cancel) => Making(to, async part =>
    {
        if (await OfficeMark.Of(office, cancel) is not { State: OfficeState.Living })
            return BackupOutcome.Refused(NoOffice);
        using var packed = new PackedFiles(part, writable: true);
        await using var copy = new SqliteStore(part, clock, packed);
        await copy.Open([.. tables, BackupLabel.TableName], cancel);
        var copying = new OfficeCopy(office, copy, part, clock, () => { }, isPassing);
        for (var pass = 1; ; pass++)
        {
            var at = clock.GetUtcNow();
            var changed = 0;
            foreach (var table in tables)
                changed += await copying.Rows(table, cancel);
            progress(pass, pass + 2);
            if (changed == 0 && pass > 1)
                return await Finish(copy, office, part, at, progress, cancel);
            if (pass == MostPasses)
                return BackupOutcome.Refused($"The office never rested for as long as reading it takes: rows changed in each of {MostPasses} readings. Take the backup at a quieter hour.");
        }
    });

    private async Task<BackupOutcome> Finish(SqliteStore copy, IStore files, string part, DateTimeOffset at, Action<long, long> progress, CancellationToken cancel)
    {
        if (await OfficeMark.Of(copy, cancel) is not { State: OfficeState.Living } mark)
            return BackupOutcome.Refused(NoOffice);
        var count = await files.Files.PutBefore(DateTimeOffset.MaxValue, cancel).CountAsync(cancel);
        long done = 0;
        // What was deleted since the rows were read is deleted here too; what was put since then is named by no row.
        var (kept, damaged) = await new OfficeCopy(files, copy, part, clock, () => progress(Interlocked.Increment(ref done), count + 1)).Files(cancel);
        var label = new BackupLabel(at, mark.Office, shape, program);
        await label.Write(copy, cancel);
        IReadOnlyList<(string, long)> rows = [.. copy.TableNames().Where(t => t is not (OfficeMark.TableName or BackupLabel.TableName)).Order(StringComparer.Ordinal).Select(t => (t, copy.CountRows(t)))];
        progress(count + 1, count + 1);
        return new(null, label, rows, kept - damaged.Count, damaged);
    }

    private async Task TakeOut(ITable table, string name, CancellationToken cancel)
    {
        var passing = await table.Scan(cancel).Where(row => isPassing(name, row)).ToListAsync(cancel);
        foreach (var row in passing)
            await table.Commit(row.Partition, [Change.Delete(row.Key, "*")], cancel);
    }

    /// <summary>Under another name until it is whole.</summary>
    private static async Task<BackupOutcome> Making(string to, Func<string, Task<BackupOutcome>> make)
    {
        var part = to + ".part";
        try
        {
            Forget(part);
            var outcome = await make(part);
            if (outcome.Refusal is null)
            {
                SqliteFile.MakeOne(part);
                File.Move(part, to);
            }
            return outcome;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return BackupOutcome.Refused($"The file '{to}' cannot be written: {e.Message}");
        }
        finally
        {
            Forget(part);
        }
    }

    private static void Forget(string part)
    {
        foreach (var beside in new[] { "", "-wal", "-shm", "-journal", "-lock" })
            File.Delete(part + beside);
    }
}
