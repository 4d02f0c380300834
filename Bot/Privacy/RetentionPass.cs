using System.Globalization;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Privacy;

/// <summary>
/// Removes what is over and older than the policy keeps it, a bounded number at a time, and says how many of which kind: to the log, and to administrators. What was done once is not found again;
/// a program that ends in between leaves the rest to the next pass.
/// </summary>
public sealed class RetentionPass(IStore store, FlowRows rows, RecordRewrite rewrite, Roster.Roster roster, TimeProvider clock, ILogger<RetentionPass> log) : RegularPass(Every, log)
{
    /// <summary>How often it is looked, in real time; what is too old is so by the bot's clock.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>How many records, and how many readings, one pass changes; the next one goes on.</summary>
    public const int Most = 500;

    private const string Partition = "retention";
    private const string LastKey = "last";

    private ITable Marks => store.Table(Scheduling.ClockRun.TableName);

    protected override Task Pass(CancellationToken cancel) => Once(cancel);

    /// <summary>One pass; what it changed.</summary>
    public async Task<RetentionRun> Once(CancellationToken cancel = default)
    {
        var (at, keep) = (clock.GetUtcNow(), roster.Policy.Retention);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var old = new List<(FlowKey Key, int Version, FlowState? Kept)>();
        var more = false;
        await foreach (var record in rows.Scan().WithCancellation(cancel))
        {
            // What this program cannot read it does not judge either.
            if (record.State() is not { } state || Ages.Kept(state, keep, at) is var kept && ReferenceEquals(kept, state))
                continue;
            if (more = old.Count == Most)
                break;
            old.Add((record.Key, record.Version, kept));
        }
        foreach (var (key, version, kept) in old)
        {
            // Whatever began anew meanwhile is not too old any more.
            if (!await (kept is null ? rewrite.Delete(key, version, cancel) : rewrite.Replace(key, version, kept, null, cancel)))
                continue;
            counts[key.Kind] = counts.GetValueOrDefault(key.Kind) + 1;
        }
        if (await Looks(at - TimeSpan.FromDays(keep.AccessLog), cancel) is > 0 and var looks)
            counts["looks"] = looks;
        if (await SentRosters.RemoveOld(store.Table(RosterImports.TableName), at, cancel) is > 0 and var sent)
            counts["sentLists"] = sent;
        var run = new RetentionRun(at, counts.Values.Sum(), string.Join(',', counts.Select(c => string.Create(CultureInfo.InvariantCulture, $"{c.Key}:{c.Value}"))), more);
        await Marks.Commit(Partition, [Change.Upsert(LastKey, new Dictionary<string, object> { ["at"] = run.At, ["count"] = run.Count, ["kinds"] = run.Kinds, ["more"] = run.More })], cancel);
        foreach (var (kind, count) in counts)
            log.LogInformation("Age removed {Count} of {Kind}", count, kind);
        return run;
    }

    /// <summary>The last pass of any instance; null before the first.</summary>
    public async ValueTask<RetentionRun?> Last(CancellationToken cancel) => await Marks.Get(Partition, LastKey, cancel) is { } row
        ? new((DateTimeOffset)row.Columns["at"], (int)row.Columns["count"], (string)row.Columns["kinds"], (bool)row.Columns["more"])
        : null;

    private async Task<int> Looks(DateTimeOffset before, CancellationToken cancel)
    {
        var table = store.Table(AccessLog.TableName);
        var old = await table.Scan(cancel).Where(r => (DateTimeOffset)r.Columns["at"] < before).Take(Most).ToListAsync(cancel);
        foreach (var batch in old.GroupBy(r => r.Partition).SelectMany(g => g.Chunk(StoreLimits.BatchChanges)))
            await table.Commit(batch[0].Partition, [.. batch.Select(r => Change.Delete(r.Key, "*"))], cancel);
        return old.Count;
    }
}
