using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// Counts the processes that share the channel's limit. Each writes every <see cref="Beat"/> that it lives, counts whoever wrote within
/// <see cref="LivesFor"/>, and takes its row away when it stops. An outage of the store leaves the number as it was last known. One that starts
/// beside others takes the smallest share until they have surely counted it. Each also says when the channel slowed it, and so slows all within a beat.
/// </summary>
/// <remarks>Table <c>System</c>, partition <c>instances</c>, one row for each process. The machines' clocks agree within some seconds.</remarks>
/// <param name="wall">Real time, not the clock that Development can move.</param>
public sealed class LiveInstances(ITable table, ChannelPace pace, TimeProvider wall, ILogger<LiveInstances> log) : RegularPass(Beat, log)
{
    /// <summary>How often each process says that it lives.</summary>
    public static readonly TimeSpan Beat = TimeSpan.FromSeconds(5);

    /// <summary>How long it counts as living after it said so: with a beat of those who count, one that died is out within 30 s.</summary>
    public static readonly TimeSpan LivesFor = TimeSpan.FromSeconds(25);

    /// <summary>How long the others may need to count one that has just begun: a beat, and a moment for the beat's own reading.</summary>
    public static readonly TimeSpan CountedWithin = Beat + TimeSpan.FromSeconds(1);

    private const string Partition = "instances";
    private static readonly TimeSpan ForgottenAfter = TimeSpan.FromMinutes(10);
    private readonly string id = Guid.NewGuid().ToString("N");
    private bool counts;

    /// <summary>Whether a row only says that some program lives.</summary>
    public static bool IsOne(string table, Row row) => table == Scheduling.ClockRun.TableName && row.Partition == Partition;

    /// <summary>Writes the first time before anything is sent, so that the share is right from the beginning.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        pace.Starts(CountedWithin);
        try
        {
            await Once(cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            log.LogWarning("The other instances are not known yet and are counted in {Seconds} s", Beat.TotalSeconds);
        }
        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        try
        {
            await table.Commit(Partition, [Change.Delete(id, "*")], cancellationToken);
        }
        catch (StoreUnavailableException)
        {
            log.LogWarning("The other instances count this one for {Seconds} s more", LivesFor.TotalSeconds);
        }
    }

    /// <summary>Says that this process lives, and counts.</summary>
    public async Task Once(CancellationToken cancel)
    {
        var now = wall.GetUtcNow();
        var says = new Dictionary<string, object> { ["seenAt"] = now };
        if (pace.Slowed is var (ago, to))
            (says["slowedAt"], says["slowedTo"]) = (now - ago, to);
        await table.Commit(Partition, [Change.Upsert(id, says)], cancel);
        var others = (await table.Range(Partition, "", "~", cancel: cancel)).Where(r => r.Key != id).ToList();
        pace.Live = 1 + others.Count(r => now - SeenAt(r) < LivesFor);
        foreach (var slowed in others.Select(r => r.Columns).Where(c => c.ContainsKey("slowedAt")))
            pace.SlowElsewhere(now - (DateTimeOffset)slowed["slowedAt"], (double)slowed["slowedTo"]);
        if (!counts)
            pace.Starts(pace.Live == 1 ? TimeSpan.Zero : CountedWithin);
        counts = true;
        foreach (var gone in others.Where(r => now - SeenAt(r) > ForgottenAfter))
            await table.Commit(Partition, [Change.Delete(gone.Key, gone.ETag)], cancel);
    }

    protected override Task Pass(CancellationToken cancel)
    {
        // Whoever could not say that it lives is counted by nobody.
        if (!counts)
            pace.Starts(CountedWithin);
        return Once(cancel);
    }

    private static DateTimeOffset SeenAt(Row row) => (DateTimeOffset)row.Columns["seenAt"];
}
