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
    private readonly SqliteCommand _get, _range, _page, _anyVisible;

    public ReadStatements(SqliteConnection connection)
    {
        _connection = connection;
        _get = _connection.Prepared("SELECT part, key, columns, etag FROM rows WHERE tbl=$1 AND part=$2 AND key=$3", 3);
        _range = _connection.Prepared("SELECT part, key, columns, etag FROM rows WHERE tbl=$1 AND part=$2 AND key>=$3 AND key<$4 ORDER BY key LIMIT $5", 5);
        _page = _connection.Prepared("SELECT part, key, columns, etag FROM rows WHERE tbl=$1 AND (part, key)>($2,$3) ORDER BY part, key LIMIT $4", 4);
        _anyVisible = _connection.Prepared("SELECT 1 FROM messages WHERE visible_at<=$1 LIMIT 1", 1);
    }

    public Row? Get(string table, string partition, string key) => Rows(_get, table, partition, key) is [var row] ? row : null;

    public List<Row> Range(string table, string partition, string from, string to, int limit) => Rows(_range, table, partition, from, to, limit);

    /// <summary>The rows that follow the given one in the table's order.</summary>
    public List<Row> Page(string table, string afterPartition, string afterKey, int size) => Rows(_page, table, afterPartition, afterKey, size);

    public bool AnyVisible(long now)
    {
        _anyVisible.Parameters[0].Value = now;
        return _anyVisible.ExecuteScalar() is not null;
    }

    public void Dispose()
    {
        SqliteCommand[] all = [_get, _range, _page, _anyVisible];
        foreach (var command in all)
            command.Dispose();
        _connection.Dispose();
    }

    private static List<Row> Rows(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
            command.Parameters[i].Value = values[i];
        var rows = new List<Row>();
        using var reader = command.ExecuteReader();
        while (reader.Read())
            rows.Add(new Row(reader.GetString(0), reader.GetString(1), ColumnsJson.Read(reader.GetString(2)), reader.GetInt64(3).ToString(CultureInfo.InvariantCulture)));
        return rows;
    }
}
