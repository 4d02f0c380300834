using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace CheckInBot.Bot.Storage.Sqlite;

/// <summary>The embedded store: one file, owned by one process, in which a turn's rows and messages share a transaction.</summary>
/// <remarks>Write-ahead log with <c>synchronous=FULL</c>: what was acknowledged survives a loss of power.</remarks>
/// <param name="path">The file; its folder is made where it is missing.</param>
/// <param name="clock">The clock by which messages become visible.</param>
/// <param name="files">Where files are; null for the folder beside the database.</param>
public sealed class SqliteStore(string path, TimeProvider clock, IFiles? files = null) : IStore
{
    private readonly string _path = Path.GetFullPath(path);
    private readonly ConcurrentDictionary<string, bool> _opened = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _opening = new(1, 1);
    private FileStream? _lock;
    private SqliteReads? _reads;
    private SqliteWriter? _writer;
    private SqliteQueue? _queue;

    /// <summary>Zero: when a commit's answer is there, it has landed or never will.</summary>
    public TimeSpan CommitTimeout => TimeSpan.Zero;

    public IQueue Queue => OwnQueue;

    public IFiles Files { get; } = files ?? new FolderFiles(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, "files"));

    private SqliteQueue OwnQueue => _queue ??= new SqliteQueue(this, clock);

    public ITable Table(string name)
    {
        StoreLimits.CheckTable(name);
        return new SqliteTable(this, name);
    }

    /// <summary>Takes the file for this process and brings its shape up to date.</summary>
    /// <exception cref="StoreUnavailableException">The file is open elsewhere, damaged, or cannot be written.</exception>
    public async Task Open(IReadOnlyList<string> tables, CancellationToken cancel = default)
    {
        foreach (var table in tables)
            StoreLimits.CheckTable(table);
        await _opening.WaitAsync(cancel);
        try
        {
            if (_writer is null)
            {
                TakeFile();
                if (Files is FolderFiles folder)
                    await folder.DeleteUnfinished();
            }
            await FilesProof.Of(Files, cancel);
            foreach (var table in tables)
                _opened[table] = true;
        }
        finally
        {
            _opening.Release();
        }
    }

    /// <summary>Opens the file to be read only: it is taken from nobody, and nothing about it changes.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be read, or is no store.</exception>
    public void OpenToRead()
    {
        _reads = new SqliteReads(_path);
        foreach (var table in TableNames())
            _opened[table] = true;
    }

    public async ValueTask Replace(QueueMessage cause, Successor successor, CancellationToken cancel = default)
    {
        StoreLimits.CheckBody(successor.Body);
        await Writer().Do(
            write =>
            {
                write.Send(successor.Body, OwnQueue.VisibleAt(successor.Delay));
                return write.Delete(cause);
            },
            _ => true,
            cancel);
    }

    /// <summary>Batch, successor and deletion of the cause in one transaction; a refused batch leaves all three undone.</summary>
    public async ValueTask<TurnCommitResult> Commit(TurnCommit turn, CancellationToken cancel = default)
    {
        StoreLimits.CheckBatch(turn.Partition, turn.Changes);
        if (turn.Successor is { } next)
            StoreLimits.CheckBody(next.Body);
        var columns = SqliteTable.Written(turn.Changes);
        return await Writer(turn.Table).Do(write => Apply(write, turn, columns), result => result.Batch.Committed, cancel);
    }

    /// <summary>Tables that have rows, whether the store was opened with them or not.</summary>
    public IReadOnlyList<string> TableNames() => Reads().Do(reader => reader.Tables());

    public long CountRows(string table) => Reads(table).Do(reader => reader.Count(table));

    /// <summary>Every message with the moment from which it is visible, those under a lease too.</summary>
    public IReadOnlyList<(string Body, DateTimeOffset VisibleAt)> Messages() => Reads().Do(reader => reader.Messages());

    /// <summary>Takes away every message of a copy.</summary>
    internal void ClearMessages()
    {
        using var connection = SqliteFile.OpenToAdd(_path);
        SqliteFile.Execute(connection, "DELETE FROM messages;");
    }

    public async ValueTask DisposeAsync()
    {
        // The last connection to close folds the log into the file, and a reader may not.
        _reads?.Dispose();
        if (_writer is { } writer)
            await writer.DisposeAsync();
        if (_lock is { } held)
            await held.DisposeAsync();
        _opening.Dispose();
    }

    internal SqliteReads Reads(string? table = null)
    {
        CheckOpened(_reads, table);
        return _reads!;
    }

    internal SqliteWriter Writer(string? table = null)
    {
        CheckOpened(_writer, table);
        return _writer!;
    }

    private TurnCommitResult Apply(WriteStatements write, TurnCommit turn, IReadOnlyList<byte[]> columns)
    {
        var batch = write.Apply(turn.Table, turn.Partition, turn.Changes, columns);
        if (!batch.Committed)
            return new TurnCommitResult(batch, CauseDeleted: false, null);
        var sent = turn.Successor is { } next ? write.Send(next.Body, OwnQueue.VisibleAt(next.Delay)) : null;
        return new TurnCommitResult(batch, turn.Cause is { } cause && write.Delete(cause), sent);
    }

    private void CheckOpened(object? side, string? table)
    {
        if (side is null)
            throw new StoreUnavailableException($"The store '{_path}' was not opened.");
        if (table is not null && !_opened.ContainsKey(table))
            throw new StoreUnavailableException($"The store was not opened with the table '{table}'.");
    }

    private void TakeFile()
    {
        var held = SqliteFile.Lock(_path);
        try
        {
            _writer = new SqliteWriter(_path, SqliteFile.OpenToWrite(_path, clock.GetUtcNow()));
            _reads = new SqliteReads(_path);
            _lock = held;
        }
        catch (Exception e)
        {
            held.Dispose();
            if (e is SqliteException failure)
                throw SqliteFile.Unavailable(_path, failure);
            throw;
        }
    }
}
