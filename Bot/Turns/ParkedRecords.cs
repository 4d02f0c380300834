using System.Security.Cryptography;
using System.Text;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// Records whose waking fails, whatever the reason: how often, and which are parked since, so that they neither fill the log nor take places of others.
/// Something new that happens to a parked record wakes it as ever, and every start of the program tries all of them once more.
/// </summary>
/// <remarks>
/// Partition: kind and owner of the record; key: its id. The store's own outages are no tries and are never counted. Messages that no program of
/// ours wrote stand in a partition of their own, by the hash of their bodies, and are neither records nor tried again.
/// </remarks>
public sealed class ParkedRecords(IStore store, TimeProvider clock)
{
    public const string TableName = "Parked";

    /// <summary>How often a version of a record is tried. With pauses of 2 s, doubled each time, the last try comes after 68 minutes.</summary>
    public const int MostTries = 12;

    /// <summary>How long it is told that a message of somebody else was in the queue, counted from the last one.</summary>
    public static readonly TimeSpan ForeignKept = TimeSpan.FromDays(7);

    private static readonly string Strangers = Keys.Join("message", "foreign");

    private ITable Table => store.Table(TableName);

    /// <summary>How long to wait before the next try.</summary>
    public static TimeSpan PauseAfter(int tries) => TimeSpan.FromSeconds(Math.Pow(2, tries));

    /// <summary>One more try failed; how many that makes for this version of the record.</summary>
    /// <param name="fault">Type of what was thrown; its message may quote what it failed on.</param>
    public async Task<int> Failed(WakeMessage wake, string fault, CancellationToken cancel)
    {
        while (true)
        {
            var before = await Row(wake.Key, cancel);
            // Several messages of one record count together; a newer version begins anew.
            var tries = before is not null && Version(before) >= wake.Version ? Tries(before) + 1 : 1;
            var columns = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["kind"] = wake.Key.Kind,
                ["owner"] = wake.Key.Owner,
                ["id"] = wake.Key.Id,
                ["version"] = Math.Max(wake.Version, before is null ? 0 : Version(before)),
                ["tries"] = tries,
                ["fault"] = fault,
                ["lastAt"] = clock.GetUtcNow(),
            };
            if (tries >= MostTries)
                columns["parkedAt"] = before?.Columns.GetValueOrDefault("parkedAt") ?? clock.GetUtcNow();
            var key = Keys.Join(wake.Key.Id);
            var change = before is null ? Change.Insert(key, columns) : Change.Replace(key, columns, before.ETag);
            if ((await Table.Commit(Partition(wake.Key), [change], cancel)).Committed)
                return tries;
        }
    }

    /// <summary>The record was woken: what failed before is over.</summary>
    public async Task Worked(WakeMessage wake, CancellationToken cancel)
    {
        if (await Row(wake.Key, cancel) is { } row && Version(row) <= wake.Version)
            await Table.Commit(Partition(wake.Key), [Change.Delete(row.Key, row.ETag)], cancel);
    }

    /// <summary>
    /// Keeps that a message came which is none of ours: the SHA-256 of its body, since when and how often. The body itself may hold anything, and is
    /// not kept: whoever put it there can tell by the hash that it is theirs.
    /// </summary>
    public async Task Foreign(string body, CancellationToken cancel)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));
        while (true)
        {
            var before = await Table.Get(Strangers, Keys.Join(hash), cancel);
            var columns = new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["kind"] = "message",
                ["owner"] = "foreign",
                ["id"] = hash,
                ["version"] = 0,
                ["tries"] = before is null ? 1 : Tries(before) + 1,
                ["fault"] = "NoWakeMessage",
                ["since"] = before?.Columns["since"] ?? clock.GetUtcNow(),
                ["lastAt"] = clock.GetUtcNow(),
            };
            if ((await Table.Commit(Strangers, [before is null ? Change.Insert(Keys.Join(hash), columns) : Change.Replace(before.Key, columns, before.ETag)], cancel)).Committed)
                return;
        }
    }

    /// <summary>How many different messages of somebody else were found.</summary>
    public async Task<int> ForeignMessages(CancellationToken cancel = default) => (await Table.Range(Strangers, "", "~", cancel: cancel)).Count;

    /// <summary>All that are parked.</summary>
    public async Task<IReadOnlyList<ParkedRecord>> All(CancellationToken cancel = default)
    {
        var parked = new List<ParkedRecord>();
        await foreach (var row in Table.Scan(cancel))
        {
            if (row.Columns.GetValueOrDefault("parkedAt") is DateTimeOffset since)
                parked.Add(new(KeyOf(row), Version(row), Tries(row), (string)row.Columns["fault"], since));
        }
        return parked;
    }

    /// <summary>Tries all of them once more, from the first try on: the program that starts may be another one. How many there were. Messages of somebody else that were found long ago are told no longer.</summary>
    public async Task<int> TryAgain(CancellationToken cancel = default)
    {
        var parked = await All(cancel);
        foreach (var record in parked)
        {
            // The message first: whoever dies in between tries once more at the next start.
            await store.Queue.Send(new WakeMessage(record.Key, record.Version).Body, TimeSpan.Zero, cancel);
            await Forget(record, cancel);
        }
        foreach (var stranger in await Table.Range(Strangers, "", "~", cancel: cancel))
        {
            if (clock.GetUtcNow() - (DateTimeOffset)stranger.Columns["lastAt"] >= ForeignKept)
                await Table.Commit(Strangers, [Change.Delete(stranger.Key, stranger.ETag)], cancel);
        }
        return parked.Count;
    }

    /// <summary>The record moves again without it.</summary>
    public async Task Forget(ParkedRecord record, CancellationToken cancel)
    {
        if (await Row(record.Key, cancel) is { } row && Version(row) == record.Version && row.Columns.ContainsKey("parkedAt"))
            await Table.Commit(Partition(record.Key), [Change.Delete(row.Key, row.ETag)], cancel);
    }

    private ValueTask<Row?> Row(FlowKey key, CancellationToken cancel) => Table.Get(Partition(key), Keys.Join(key.Id), cancel);

    private static string Partition(FlowKey key) => Keys.Join(key.Kind, key.Owner);

    private static FlowKey KeyOf(Row row) => new((string)row.Columns["kind"], (string)row.Columns["owner"], (string)row.Columns["id"]);

    private static int Version(Row row) => (int)row.Columns["version"];

    private static int Tries(Row row) => (int)row.Columns["tries"];
}

/// <summary>A record that is parked.</summary>
/// <param name="Version">The version that could not be woken; a newer one is something new that happened.</param>
/// <param name="Fault">Type of what was thrown last.</param>
public sealed record ParkedRecord(FlowKey Key, int Version, int Tries, string Fault, DateTimeOffset Since);
