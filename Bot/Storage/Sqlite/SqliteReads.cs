using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CheckInBot.Bot.Storage.Sqlite;

/// <summary>Read connections with their prepared statements, one for each reader of the moment; they never wait for the writer.</summary>
internal sealed class SqliteReads(string path) : IDisposable
{
    private readonly ConcurrentBag<ReadStatements> _idle = [];
    private volatile bool _closed;

    /// <summary>Runs <paramref name="work"/> on a connection of its own.</summary>
    public T Do<T>(Func<ReadStatements, T> work)
    {
        if (_closed)
            throw new StoreUnavailableException($"The store '{path}' was closed.");
        ReadStatements? reader = null;
        try
        {
            if (!_idle.TryTake(out reader))
                reader = new ReadStatements(SqliteFile.OpenToRead(path));
            var result = work(reader);
            _idle.Add(reader);
            if (_closed)
                Dispose();
            return result;
        }
        catch (Exception e)
        {
            reader?.Dispose();
            if (e is SqliteException failure)
                throw SqliteFile.Unavailable(path, failure);
            throw;
        }
    }

    public void Dispose()
    {
        _closed = true;
        while (_idle.TryTake(out var reader))
            reader.Dispose();
    }
}

/// <summary>The prepared statements that read.</summary>
internal sealed class ReadStatements : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly Statement _get, _range, _page, _anyVisible, _tables, _count, _messages;

    public ReadStatements(SqliteConnection connection)
    {
        _connection = connection;
        _get = new Statement(_connection, "SELECT key, columns, etag FROM rows WHERE tbl=?1 AND part=?2 AND key=?3");
        _range = new Statement(_connection, "SELECT key, columns, etag FROM rows WHERE tbl=?1 AND part=?2 AND key>=?3 AND key<?4 ORDER BY key LIMIT ?5");
        _page = new Statement(_connection, "SELECT key, columns, etag, part FROM rows WHERE tbl=?1 AND (part, key)>(?2,?3) ORDER BY part, key LIMIT ?4");
        _anyVisible = new Statement(_connection, "SELECT 1 FROM messages WHERE visible_at<=?1 LIMIT 1");
        _tables = new Statement(_connection, "SELECT DISTINCT tbl FROM rows");
        _count = new Statement(_connection, "SELECT count(*) FROM rows WHERE tbl=?1");
        _messages = new Statement(_connection, "SELECT body, visible_at FROM messages ORDER BY id");
    }

    public Row? Get(string table, string partition, string key) => _get.Bind(1, table).Bind(2, partition).Bind(3, key).Read(row => Row(row, partition)) is [var row] ? row : null;

    public List<Row> Range(string table, string partition, string from, string to, int limit) =>
        _range.Bind(1, table).Bind(2, partition).Bind(3, from).Bind(4, to).Bind(5, limit).Read(row => Row(row, partition));

    /// <summary>Of the rows that follow the given one in the table's order those in which one of these texts stands, how many were looked at, and which was the last.</summary>
    /// <param name="texts">As <see cref="ColumnsJson.Written"/> tells; none: every row.</param>
    public (List<Row> Rows, int Looked, string Partition, string Key) Page(string table, string afterPartition, string afterKey, int size, IReadOnlyList<byte[]> texts)
    {
        var (found, partition, key) = (new List<Row>(), afterPartition, afterKey);
        var looked = _page.Bind(1, table).Bind(2, afterPartition).Bind(3, afterKey).Bind(4, size).Read(row =>
        {
            (partition, key) = (row.Text(3), row.Text(0));
            // To read the columns of a row takes many times longer than to look through them.
            if (texts.Count == 0 || StandsIn(row.Utf8(1), texts))
                found.Add(Row(row, partition));
            return true;
        });
        return (found, looked.Count, partition, key);
    }

    public bool AnyVisible(long now) => _anyVisible.Bind(1, now).Any();

    public List<string> Tables() => _tables.Read(row => row.Text(0));

    public long Count(string table) => _count.Bind(1, table).Read(row => row.Number(0))[0];

    public List<(string Body, DateTimeOffset VisibleAt)> Messages() => _messages.Read(row => (row.Text(0), new DateTimeOffset(row.Number(1), TimeSpan.Zero)));

    public void Dispose()
    {
        Statement[] all = [_get, _range, _page, _anyVisible, _tables, _count, _messages];
        foreach (var statement in all)
            statement.Dispose();
        _connection.Dispose();
    }

    private static bool StandsIn(ReadOnlySpan<byte> columns, IReadOnlyList<byte[]> texts)
    {
        foreach (var text in texts)
        {
            if (columns.IndexOf(text) >= 0)
                return true;
        }
        return false;
    }

    private static Row Row(Statement row, string partition) =>
        new(partition, row.Text(0), ColumnsJson.Read(row.Utf8(1)), row.Number(2).ToString(CultureInfo.InvariantCulture));
}
