using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// Records whose waking fails, whatever the reason: how often, and which are parked since, so that they neither fill the log nor take places of others.
/// Something new that happens to a parked record wakes it as ever, and every start of the program tries all of them once more.
/// </summary>
/// <remarks>Partition: kind and owner of the record; key: its id. The store's own outages are no tries and are never counted.</remarks>
public sealed class ParkedRecords(IStore store, TimeProvider clock)
{
    public const string TableName = "Parked";

    /// <summary>How often a version of a record is tried. With pauses of 2 s, doubled each time, the last try comes after 68 minutes.</summary>
    public const int MostTries = 12;

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

    /// <summary>Tries all of them once more, from the first try on: the program that starts may be another one. How many there were.</summary>
    public async Task<int> TryAgain(CancellationToken cancel = default)
    {
        var parked = await All(cancel);
        foreach (var record in parked)
        {
            // The message first: whoever dies in between tries once more at the next start.
            await store.Queue.Send(new WakeMessage(record.Key, record.Version).Body, TimeSpan.Zero, cancel);
            await Forget(record, cancel);
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
