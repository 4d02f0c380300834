using CheckInBot.Bot.Tests.Storage;
using Microsoft.Data.Sqlite;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>A store that does not answer for a while, and then does.</summary>
internal sealed record StoreOutage(Func<Task> Begin, Func<Task> End)
{
    /// <summary>Somebody else holds the file's only right to write.</summary>
    public static StoreOutage OfSqlite(BotProcess bot)
    {
        var other = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = bot.DatabaseFile, Pooling = false }.ToString());
        return new(
            async () =>
            {
                await other.OpenAsync();
                await Execute(other, "BEGIN EXCLUSIVE");
            },
            async () =>
            {
                await Execute(other, "ROLLBACK");
                await other.DisposeAsync();
            });
    }

    public static StoreOutage Of(Azurite azurite) => new(azurite.Hang, azurite.GoOn);

    private static async Task Execute(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Only the constants above come here.
        command.CommandText = sql;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
    }
}
