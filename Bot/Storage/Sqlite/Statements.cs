using Microsoft.Data.Sqlite;

namespace CheckInBot.Bot.Storage.Sqlite;

/// <summary>Statements that are prepared once and run often; their parameters are <c>$1</c>, <c>$2</c> and so on.</summary>
internal static class Statements
{
    /// <param name="sql">A constant: nothing that anybody wrote comes here.</param>
    public static SqliteCommand Prepared(this SqliteConnection connection, string sql, int parameters = 0)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // See the parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var i = 1; i <= parameters; i++)
            command.Parameters.Add(new SqliteParameter { ParameterName = $"${i}", Value = DBNull.Value });
        command.Prepare();
        return command;
    }
}
