using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CheckInBot.Bot.Storage.Sqlite;

/// <summary>The prepared statements that write. Only the writer's own thread uses them.</summary>
internal sealed class WriteStatements : IDisposable
{
    private const string NeverReceived = "0";

    private readonly SqliteConnection _connection;
    private readonly Statement _begin, _commit, _savepoint, _undo, _release, _saveVersion;
    private readonly Statement _insert, _upsert, _replace, _delete;
    private readonly Statement _send, _visible, _lease, _renew, _deleteMessage;
    private long _version;
    private long _savedVersion;

    public WriteStatements(SqliteConnection connection)
    {
        _connection = connection;
        _version = _savedVersion = Convert.ToInt64(SqliteFile.Scalar(connection, "SELECT value FROM counters WHERE name='version'"), CultureInfo.InvariantCulture);
        _begin = new Statement(_connection, "BEGIN IMMEDIATE");
        _commit = new Statement(_connection, "COMMIT");
        _savepoint = new Statement(_connection, "SAVEPOINT one");
        _undo = new Statement(_connection, "ROLLBACK TO one");
        _release = new Statement(_connection, "RELEASE one");
        _saveVersion = new Statement(_connection, "UPDATE counters SET value=?1 WHERE name='version'");
        _insert = new Statement(_connection, "INSERT INTO rows (tbl, part, key, etag, columns) VALUES (?1,?2,?3,?4,?5) ON CONFLICT DO NOTHING");
        _upsert = new Statement(_connection, "INSERT INTO rows (tbl, part, key, etag, columns) VALUES (?1,?2,?3,?4,?5) ON CONFLICT DO UPDATE SET etag=excluded.etag, columns=excluded.columns");
        _replace = new Statement(_connection, "UPDATE rows SET etag=?4, columns=?5 WHERE tbl=?1 AND part=?2 AND key=?3 AND (?6 IS NULL OR etag=?6)");
        _delete = new Statement(_connection, "DELETE FROM rows WHERE tbl=?1 AND part=?2 AND key=?3 AND (?4 IS NULL OR etag=?4)");
        _send = new Statement(_connection, "INSERT INTO messages (body, visible_at, receipt, dequeued) VALUES (?1,?2,0,0)");
        _visible = new Statement(_connection, "SELECT id, body, dequeued FROM messages WHERE visible_at<=?1 ORDER BY visible_at, id LIMIT ?2");
        _lease = new Statement(_connection, "UPDATE messages SET visible_at=?2, receipt=?3, dequeued=dequeued+1 WHERE id=?1");
        _renew = new Statement(_connection, "UPDATE messages SET visible_at=?3, receipt=?4 WHERE id=?1 AND receipt=?2");
        _deleteMessage = new Statement(_connection, "DELETE FROM messages WHERE id=?1 AND receipt=?2");
    }

    public bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    public void Begin() => _begin.Run();

    public void Savepoint() => _savepoint.Run();

    public void UndoToSavepoint() => _undo.Run();

    public void Release() => _release.Run();

    public void Commit()
    {
        if (_version != _savedVersion)
            _saveVersion.Bind(1, _version).Run();
        _commit.Run();
        _savedVersion = _version;
    }

    /// <summary>Ends a failed transaction. Where even that fails, the next one cannot begin and says so to its callers.</summary>
    public void RollBack()
    {
        try
        {
            if (InTransaction)
                SqliteFile.Execute(_connection, "ROLLBACK");
        }
        catch (SqliteException)
        {
            // The first failure is the one to report.
        }
    }

    /// <summary>Applies a batch in order up to the first change whose precondition fails; the caller undoes what went before.</summary>
    public CommitResult Apply(string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<byte[]> columns)
    {
        var etags = new string[changes.Count];
        for (var i = 0; i < changes.Count; i++)
        {
            if (Apply(table, partition, changes[i], columns[i]) is not { } etag)
                return CommitResult.Refused(i);
            etags[i] = etag;
        }
        return new CommitResult(true, -1, etags);
    }

    public QueueMessage Send(string body, long visibleAt)
    {
        _send.Bind(1, body).Bind(2, visibleAt).Run();
        return new QueueMessage(Text(SQLitePCL.raw.sqlite3_last_insert_rowid(_connection.Handle)), NeverReceived, body, 0);
    }

    public IReadOnlyList<QueueMessage> Receive(int max, long now, long leasedUntil)
    {
        var found = _visible.Bind(1, now).Bind(2, max).Read(row => new QueueMessage(Text(row.Number(0)), Text(++_version), row.Text(1), row.Number(2) + 1));
        foreach (var message in found)
            _lease.Bind(1, Number(message.Id)).Bind(2, leasedUntil).Bind(3, Number(message.PopReceipt)).Run();
        return found;
    }

    public QueueMessage? Renew(QueueMessage message, long leasedUntil)
    {
        var receipt = ++_version;
        return _renew.Bind(1, Number(message.Id)).Bind(2, Number(message.PopReceipt)).Bind(3, leasedUntil).Bind(4, receipt).Run() > 0
            ? message with { PopReceipt = Text(receipt) }
            : null;
    }

    public bool Delete(QueueMessage message) => _deleteMessage.Bind(1, Number(message.Id)).Bind(2, Number(message.PopReceipt)).Run() > 0;

    public void Dispose()
    {
        Statement[] all = [_begin, _commit, _savepoint, _undo, _release, _saveVersion, _insert, _upsert, _replace, _delete, _send, _visible, _lease, _renew, _deleteMessage];
        foreach (var statement in all)
            statement.Dispose();
        _connection.Dispose();
    }

    private string? Apply(string table, string partition, Change change, byte[] columns)
    {
        var etag = change.Kind == ChangeKind.Delete ? 0 : ++_version;
        var statement = change.Kind switch
        {
            ChangeKind.Insert => _insert,
            ChangeKind.Upsert => _upsert,
            ChangeKind.Replace => _replace.Bind(6, Expected(change.ETag)),
            _ => _delete.Bind(4, Expected(change.ETag)),
        };
        statement.Bind(1, table).Bind(2, partition).Bind(3, change.Key);
        if (change.Kind != ChangeKind.Delete)
            statement.Bind(4, etag).Bind(5, columns);
        var done = statement.Run();
        return done == 0 ? null : change.Kind == ChangeKind.Delete ? "" : Text(etag);
    }

    // No row has the ETag -1: an ETag of another store matches nothing.
    private static long? Expected(string etag) => etag == "*" ? null : Number(etag);

    private static long Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
