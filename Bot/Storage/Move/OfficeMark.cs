using System.Globalization;

namespace CheckInBot.Bot.Storage.Move;

/// <summary>What a store is to its office.</summary>
public enum OfficeState
{
    /// <summary>A bot works on it, or has.</summary>
    Living,

    /// <summary>It is the target of a move that is not finished.</summary>
    Copying,

    /// <summary>A finished and verified copy, on which no bot has worked yet.</summary>
    Copied,

    /// <summary>It is the target of a restore that is not finished.</summary>
    Restoring,

    /// <summary>The office was moved away; what lies here is the past.</summary>
    Gone,
}

/// <summary>The one row by which a store says whose office it holds, so that one office never lives in two places.</summary>
/// <param name="Office">Identity of the office; a move takes it along.</param>
/// <param name="At">Since when it is so.</param>
/// <param name="Place">Where the office is, when it is <see cref="OfficeState.Gone"/>; else empty.</param>
public sealed record OfficeMark(string Office, OfficeState State, DateTimeOffset At, string Place, string ETag)
{
    /// <summary>The table of the mark; it is not moved.</summary>
    public const string TableName = "Moves";

    private const string Partition = "office";
    private const string Key = "mark";

    /// <summary>How an operator reads the moment.</summary>
    public string Since => At.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    /// <summary>Null where no bot has worked and no move has begun.</summary>
    public static async ValueTask<OfficeMark?> Of(IStore store, CancellationToken cancel) =>
        await store.Table(TableName).Get(Partition, Key, cancel) is { } row
            ? new((string)row.Columns["office"], Enum.Parse<OfficeState>((string)row.Columns["state"]), (DateTimeOffset)row.Columns["at"], row.Columns.GetValueOrDefault("place") as string ?? "", row.ETag)
            : null;

    /// <summary>Marks a store that has no mark; false when somebody else has just done so.</summary>
    public static async ValueTask<bool> Begin(IStore store, string office, OfficeState state, DateTimeOffset at, CancellationToken cancel) =>
        (await store.Table(TableName).Commit(Partition, [Change.Insert(Key, Columns(office, state, at, ""))], cancel)).Committed;

    /// <summary>Marks anew; false when somebody else has done so since the mark was read.</summary>
    public async ValueTask<bool> Become(IStore store, OfficeState state, DateTimeOffset at, CancellationToken cancel, string place = "") =>
        (await store.Table(TableName).Commit(Partition, [Change.Replace(Key, Columns(Office, state, at, place), ETag)], cancel)).Committed;

    /// <summary>Before a bot, or a command of it, works on a store: why it must not, or null.</summary>
    /// <exception cref="StoreUnavailableException">It cannot be told now.</exception>
    public static async Task<string?> WhyNot(IStore store, DateTimeOffset now, CancellationToken cancel)
    {
        while (true)
        {
            switch (await Of(store, cancel))
            {
                case null when await Begin(store, Guid.NewGuid().ToString("N"), OfficeState.Living, now, cancel):
                case { State: OfficeState.Living }:
                case { State: OfficeState.Copied } copy when await copy.Become(store, OfficeState.Living, now, cancel):
                    return null;
                case { State: OfficeState.Copying } unfinished:
                    return $"A move of an office into this store began on {unfinished.Since} and is not finished: run move --to azure again.";
                case { State: OfficeState.Restoring } unfinished:
                    return $"A restore of a backup into this store began on {unfinished.Since} and is not finished: run restore again with the same file.";
                case { State: OfficeState.Gone } gone:
                    return $"The office of this store was moved to {gone.Place} on {gone.Since} and goes on there: set Storage:Provider to Azure. The way back is move --undo.";
            }
        }
    }

    private static Dictionary<string, object> Columns(string office, OfficeState state, DateTimeOffset at, string place) => new()
    {
        ["office"] = office,
        ["state"] = state.ToString(),
        ["at"] = at,
        ["place"] = place,
    };
}
