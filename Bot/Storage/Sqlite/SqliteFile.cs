using System.Globalization;
using Microsoft.Data.Sqlite;

namespace CheckInBot.Bot.Storage.Sqlite;

/// <summary>The file of a store: who owns it, how it is opened, and the shape of what it holds.</summary>
internal static class SqliteFile
{
    private const int Format = 1;

    /// <summary><c>SQLITE_DBCONFIG_ENABLE_QPSG</c>: bound values never change a plan.</summary>
    private const int QueryPlannerStability = 1007;

    private const string Schema = """
        CREATE TABLE IF NOT EXISTS rows (
            tbl TEXT NOT NULL, part TEXT NOT NULL, key TEXT NOT NULL, etag INTEGER NOT NULL, columns TEXT NOT NULL,
            PRIMARY KEY (tbl, part, key)) WITHOUT ROWID, STRICT;
        CREATE TABLE IF NOT EXISTS messages (
            id INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL, visible_at INTEGER NOT NULL,
            receipt INTEGER NOT NULL, dequeued INTEGER NOT NULL) STRICT;
        CREATE INDEX IF NOT EXISTS messages_visible ON messages (visible_at);
        CREATE TABLE IF NOT EXISTS counters (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
        INSERT INTO counters VALUES ('version', 0) ON CONFLICT DO NOTHING;
        CREATE TABLE IF NOT EXISTS openings (id INTEGER PRIMARY KEY CHECK (id = 1), at TEXT NOT NULL) STRICT;
        """;

    /// <summary>Takes the file for this process; the operating system lets go of it however the process ends.</summary>
    public static FileStream Lock(string path)
    {
        try
        {
            if (Path.GetDirectoryName(path) is { Length: > 0 } folder)
                Directory.CreateDirectory(folder);
            return new FileStream(path + "-lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new StoreUnavailableException($"The store '{path}' cannot be written: give this account the right to write its folder.", e);
        }
        catch (Exception e) when (e is DirectoryNotFoundException or FileNotFoundException or PathTooLongException or NotSupportedException or ArgumentException)
        {
            throw new StoreUnavailableException($"The store '{path}' is no possible path: set one in a folder that exists or can be made.", e);
        }
        catch (IOException e)
        {
            throw new StoreUnavailableException(
                $"The store '{path}' is already open in another process: stop that process, or give this one a file of its own. "
                + "Several processes share their work only on Azure storage.", e);
        }
    }

    /// <summary>A connection that writes; creates the file and what is missing in it.</summary>
    public static SqliteConnection OpenToWrite(string path, DateTimeOffset at)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            // Deleted words and keys are overwritten, not only forgotten.
            Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000; PRAGMA secure_delete=ON;");
            var format = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
            if (format > Format)
                throw new StoreUnavailableException($"The store '{path}' was written by a newer version (format {format}): start that version.");
            using var prepare = connection.CreateCommand();
            prepare.CommandText = $"""
                BEGIN IMMEDIATE; {Schema}
                INSERT INTO openings VALUES (1, $at) ON CONFLICT DO UPDATE SET at = excluded.at;
                PRAGMA user_version={Format}; COMMIT;
                """;
            prepare.Parameters.AddWithValue("$at", at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture));
            prepare.ExecuteNonQuery();
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>A connection that adds to a file which is being made.</summary>
    public static SqliteConnection OpenToAdd(string path)
    {
        var connection = Connect(path, SqliteOpenMode.ReadWriteCreate);
        Execute(connection, "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA busy_timeout=5000;");
        return connection;
    }

    /// <summary>Copies a store as it is at one moment, whoever writes to it.</summary>
    /// <exception cref="StoreUnavailableException">One of the two does not answer.</exception>
    public static void Copy(string from, string to)
    {
        try
        {
            using var source = OpenToRead(from);
            using var target = Connect(to, SqliteOpenMode.ReadWriteCreate);
            source.BackupDatabase(target);
        }
        catch (SqliteException e)
        {
            throw Unavailable(from, e);
        }
    }

    /// <summary>Folds everything into the one file, checks it, and leaves nothing beside it.</summary>
    /// <exception cref="StoreUnavailableException">The file is damaged.</exception>
    public static void MakeOne(string path)
    {
        using var connection = Connect(path, SqliteOpenMode.ReadWrite);
        Execute(connection, "PRAGMA secure_delete=ON; PRAGMA synchronous=FULL; VACUUM; PRAGMA journal_mode=DELETE;");
        if (Scalar(connection, "PRAGMA integrity_check") as string is not "ok")
            throw new StoreUnavailableException($"The file '{path}' is damaged after it was written: check its disk.");
    }

    public static SqliteConnection OpenToRead(string path)
    {
        var connection = Connect(path, SqliteOpenMode.ReadOnly);
        Execute(connection, "PRAGMA busy_timeout=5000;");
        return connection;
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this folder come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    public static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only constants of this folder come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    /// <summary>What a failure of the file means for the caller.</summary>
    public static StoreUnavailableException Unavailable(string path, SqliteException e) => e.SqliteErrorCode switch
    {
        10 or 13 => new($"The store '{path}' cannot be written: its disk is full or failing.", e),
        8 or 14 or 23 => new($"The store '{path}' cannot be opened for writing: check its folder's rights.", e),
        11 or 26 => new($"The store '{path}' is damaged or no SQLite file: restore it from a backup.", e),
        _ => new($"The store '{path}' did not answer (SQLite error {e.SqliteErrorCode}).", e),
    };

    private static SqliteConnection Connect(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            connection.Open();
            // Otherwise each statement with a bound LIMIT is parsed and planned anew whenever it runs.
            SQLitePCL.raw.sqlite3_db_config(connection.Handle, QueryPlannerStability, 1, out _);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
