using System.Runtime.CompilerServices;
using CheckInBot.Bot.Storage.Sqlite;
using Microsoft.Data.Sqlite;

namespace CheckInBot.Bot.Storage.Backup;

/// <summary>Files inside a backup, so that all of it is one file.</summary>
/// <param name="path">The backup.</param>
/// <param name="writable">Whether it is being made; else it is only read.</param>
internal sealed class PackedFiles(string path, bool writable) : IFiles, IDisposable
{
    private readonly Lock _gate = new();
    private SqliteConnection? _connection;

    public ValueTask<string> Put(ReadOnlyMemory<byte> content, CancellationToken cancel = default) => Do(connection =>
    {
        var name = FileNames.Of(content);
        using var put = connection.CreateCommand();
        put.CommandText = "INSERT INTO files VALUES ($name, $content) ON CONFLICT DO NOTHING";
        put.Parameters.AddWithValue("$name", name);
        put.Parameters.AddWithValue("$content", content.ToArray());
        put.ExecuteNonQuery();
        return name;
    });

    public ValueTask<byte[]?> Get(string name, CancellationToken cancel = default) => Do(connection =>
    {
        using var get = connection.CreateCommand();
        get.CommandText = "SELECT content FROM files WHERE name = $name";
        get.Parameters.AddWithValue("$name", FileNames.Checked(name));
        return get.ExecuteScalar() as byte[];
    });

    public async ValueTask Delete(string name, CancellationToken cancel = default) => await Do(connection =>
    {
        using var delete = connection.CreateCommand();
        delete.CommandText = "DELETE FROM files WHERE name = $name";
        delete.Parameters.AddWithValue("$name", FileNames.Checked(name));
        return delete.ExecuteNonQuery();
    });

    public async IAsyncEnumerable<string> PutBefore(DateTimeOffset at, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        var names = await Do(connection =>
        {
            using var list = connection.CreateCommand();
            list.CommandText = "SELECT name FROM files";
            using var rows = list.ExecuteReader();
            var all = new List<string>();
            while (rows.Read())
                all.Add(rows.GetString(0));
            return all;
        });
        foreach (var name in names)
            yield return name;
    }

    public void Dispose()
    {
        _connection?.Dispose();
        _connection = null;
    }

    private ValueTask<T> Do<T>(Func<SqliteConnection, T> what)
    {
        try
        {
            lock (_gate)
                return ValueTask.FromResult(what(_connection ??= Open()));
        }
        catch (SqliteException e)
        {
            throw SqliteFile.Unavailable(path, e);
        }
    }

    private SqliteConnection Open()
    {
        if (!writable)
            return SqliteFile.OpenToRead(path);
        var connection = SqliteFile.OpenToAdd(path);
        SqliteFile.Execute(connection, "CREATE TABLE IF NOT EXISTS files (name TEXT PRIMARY KEY, content BLOB NOT NULL) WITHOUT ROWID, STRICT;");
        return connection;
    }
}
