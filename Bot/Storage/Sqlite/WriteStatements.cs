using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CheckInBot.Bot.Storage.Sqlite;

/// <summary>The prepared statements that write. Only the writer's own thread uses them.</summary>
internal sealed class WriteStatements : IDisposable
{
    private const string NeverReceived = "0";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin, _commit, _savepoint, _undo, _release, _saveVersion;
    private readonly SqliteCommand _insert, _upsert, _replace, _delete;
    private readonly SqliteCommand _send, _visible, _lease, _renew, _deleteMessage;
    private long _version;
    private long _savedVersion;

    public WriteStatements(SqliteConnection connection)
    {
        _connection = connection;
        _version = _savedVersion = Convert.ToInt64(SqliteFile.Scalar(connection, "SELECT value FROM counters WHERE name='version'"), CultureInfo.InvariantCulture);
        _begin = _connection.Prepared("BEGIN IMMEDIATE");
        _commit = _connection.Prepared("COMMIT");
        _savepoint = _connection.Prepared("SAVEPOINT one");
        _undo = _connection.Prepared("ROLLBACK TO one");
        _release = _connection.Prepared("RELEASE one");
        _saveVersion = _connection.Prepared("UPDATE counters SET value=$1 WHERE name='version'", 1);
        _insert = _connection.Prepared("INSERT INTO rows (tbl, part, key, etag, columns) VALUES ($1,$2,$3,$4,$5) ON CONFLICT DO NOTHING", 5);
        _upsert = _connection.Prepared("INSERT INTO rows (tbl, part, key, etag, columns) VALUES ($1,$2,$3,$4,$5) ON CONFLICT DO UPDATE SET etag=excluded.etag, columns=excluded.columns", 5);
        _replace = _connection.Prepared("UPDATE rows SET etag=$4, columns=$5 WHERE tbl=$1 AND part=$2 AND key=$3 AND ($6 IS NULL OR etag=$6)", 6);
        _delete = _connection.Prepared("DELETE FROM rows WHERE tbl=$1 AND part=$2 AND key=$3 AND ($4 IS NULL OR etag=$4)", 4);
        _send = _connection.Prepared("INSERT INTO messages (body, visible_at, receipt, dequeued) VALUES ($1,$2,0,0)", 2);
        _visible = _connection.Prepared("SELECT id, body, dequeued FROM messages WHERE visible_at<=$1 ORDER BY visible_at, id LIMIT $2", 2);
        _lease = _connection.Prepared("UPDATE messages SET visible_at=$2, receipt=$3, dequeued=dequeued+1 WHERE id=$1", 3);
        _renew = _connection.Prepared("UPDATE messages SET visible_at=$3, receipt=$4 WHERE id=$1 AND receipt=$2", 4);
        _deleteMessage = _connection.Prepared("DELETE FROM messages WHERE id=$1 AND receipt=$2", 2);
    }

    public bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(_connection.Handle) == 0;

    public void Begin() => _begin.ExecuteNonQuery();

    public void Savepoint() => _savepoint.ExecuteNonQuery();

    public void UndoToSavepoint() => _undo.ExecuteNonQuery();

    public void Release() => _release.ExecuteNonQuery();

    public void Commit()
    {
        if (_version != _savedVersion)
            Execute(_saveVersion, _version);
        _commit.ExecuteNonQuery();
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
    public CommitResult Apply(string table, string partition, IReadOnlyList<Change> changes, IReadOnlyList<string> columns)
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
        Execute(_send, body, visibleAt);
        return new QueueMessage(Text(SQLitePCL.raw.sqlite3_last_insert_rowid(_connection.Handle)), NeverReceived, body, 0);
    }

    public IReadOnlyList<QueueMessage> Receive(int max, long now, long leasedUntil)
    {
        var found = new List<QueueMessage>();
        Bind(_visible, now, max);
        using (var reader = _visible.ExecuteReader())
        {
            while (reader.Read())
                found.Add(new QueueMessage(reader.GetInt64(0).ToString(CultureInfo.InvariantCulture), Text(++_version), reader.GetString(1), reader.GetInt64(2) + 1));
        }
        foreach (var message in found)
            Execute(_lease, Number(message.Id), leasedUntil, Number(message.PopReceipt));
        return found;
    }

    public QueueMessage? Renew(QueueMessage message, long leasedUntil)
    {
        var receipt = ++_version;
        return Execute(_renew, Number(message.Id), Number(message.PopReceipt), leasedUntil, receipt) > 0
            ? message with { PopReceipt = Text(receipt) }
            : null;
    }

    public bool Delete(QueueMessage message) => Execute(_deleteMessage, Number(message.Id), Number(message.PopReceipt)) > 0;

    public void Dispose()
    {
        SqliteCommand[] all = [_begin, _commit, _savepoint, _undo, _release, _saveVersion, _insert, _upsert, _replace, _delete, _send, _visible, _lease, _renew, _deleteMessage];
        foreach (var command in all)
            command.Dispose();
        _connection.Dispose();
    }

    private string? Apply(string table, string partition, Change change, string columns)
    {
        var etag = change.Kind == ChangeKind.Delete ? 0 : ++_version;
        var done = change.Kind switch
        {
            ChangeKind.Insert => Execute(_insert, table, partition, change.Key, etag, columns),
            ChangeKind.Upsert => Execute(_upsert, table, partition, change.Key, etag, columns),
            ChangeKind.Replace => Execute(_replace, table, partition, change.Key, etag, columns, Expected(change.ETag)),
            _ => Execute(_delete, table, partition, change.Key, Expected(change.ETag)),
        };
        return done == 0 ? null : change.Kind == ChangeKind.Delete ? "" : Text(etag);
    }

    // No row has the ETag -1: an ETag of another store matches nothing.
    private static object Expected(string etag) => etag == "*" ? DBNull.Value : Number(etag);

    private static long Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Bind(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
    }

    private static int Execute(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        Bind(command, values);
        return command.ExecuteNonQuery();
    }
}
