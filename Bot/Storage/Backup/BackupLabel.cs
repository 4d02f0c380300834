using System.Globalization;

namespace CheckInBot.Bot.Storage.Backup;

/// <summary>The row by which a file says that it is a whole backup, and of what. It is written last.</summary>
/// <param name="At">Since when the office may have changed: at this moment it was as the backup says.</param>
/// <param name="Office">Identity of the office.</param>
/// <param name="Shape">The shape of its rows.</param>
/// <param name="Program">Version of the program that made it.</param>
public sealed record BackupLabel(DateTimeOffset At, string Office, int Shape, string Program)
{
    public const string TableName = "Backups";

    private const string Partition = "backup";
    private const string Key = "label";

    /// <summary>How an operator reads the moment.</summary>
    public string Taken => At.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);

    internal static async ValueTask<BackupLabel?> Of(IStore backup, CancellationToken cancel) =>
        await backup.Table(TableName).Get(Partition, Key, cancel) is { } row
            ? new((DateTimeOffset)row.Columns["at"], (string)row.Columns["office"], (int)row.Columns["shape"], (string)row.Columns["program"])
            : null;

    internal async ValueTask Write(IStore backup, CancellationToken cancel) => await backup.Table(TableName).Commit(
        Partition,
        [Change.Upsert(Key, new Dictionary<string, object> { ["at"] = At.ToUniversalTime(), ["office"] = Office, ["shape"] = Shape, ["program"] = Program })],
        cancel);
}
