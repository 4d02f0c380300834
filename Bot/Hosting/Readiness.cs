using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Telemetry;
using CheckInBot.Bot.Turns;

namespace CheckInBot.Bot.Hosting;

/// <summary>What a look at the parts found, in words of this program and numbers: no name, no id, nobody's words.</summary>
/// <param name="Broken">What does not work: somebody has to do something now.</param>
/// <param name="Notes">What somebody has to look at, while everybody is served.</param>
public sealed record Ready(IReadOnlyList<string> Broken, IReadOnlyList<string> Notes)
{
    /// <summary>One line: <c>ready</c>, or <c>not ready: </c> with what does not work; then what is to be looked at.</summary>
    public string Line => string.Join(", ", [Broken.Count == 0 ? "ready" : $"not ready: {string.Join(", ", Broken)}", .. Notes]);
}

/// <summary>Looks at each part that the bot needs. Asked for by anybody who can reach the address, so that a look is shared by all who ask within a moment.</summary>
/// <param name="credential">Null without an app id.</param>
/// <param name="wall">Real time.</param>
public sealed class Readiness(
    IStore store, QueuePump pump, Roster.Roster roster, RosterImports imports, RosterWatch watch, WordsVault vault, IConnectorCredential? credential,
    ParkedRecords parked, Auditor auditor, TimeProvider wall, ILogger<Readiness> log) : RegularPass(Every, log)
{
    /// <summary>How often it looks by itself, where it is measured.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    /// <summary>How long nobody may have listened to the queue: longer than a full house of slow deliveries takes.</summary>
    public static readonly TimeSpan Unheard = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan Shared = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan KeysHold = TimeSpan.FromMinutes(1);
    private readonly SemaphoreSlim one = new(1, 1);
    private (Ready Found, DateTimeOffset At)? last;
    private DateTimeOffset? keysOpenedAt;

    public async Task<Ready> Look(CancellationToken cancel)
    {
        await one.WaitAsync(cancel);
        try
        {
            if (last is not var (found, at) || wall.GetUtcNow() - at >= Shared)
                last = (found = await Find(cancel), wall.GetUtcNow());
            return found;
        }
        finally
        {
            one.Release();
        }
    }

    public override void Dispose()
    {
        one.Dispose();
        base.Dispose();
    }

    protected override async Task Pass(CancellationToken cancel) => await Look(cancel);

    private async Task<Ready> Find(CancellationToken cancel)
    {
        var notes = new List<string>();
        List<(string Part, string? Broken)> parts =
        [
            ("store", await Fault("storage does not answer", () => Notes(notes, cancel))),
            ("wakeups", pump.SilentFor < Unheard ? null : "wake-up messages are not received"),
            ("organisation", roster.People.Count > 0 && !watch.IsBehind ? null : "an imported roster does not fit the organisation's folder of this machine"),
        ];
        // Whoever has no store has no keys either: that is told once.
        if (parts[0].Broken is null)
            parts.Add(("keys", await Fault("the key ring opens nobody's key", () => Keys(cancel))));
        if (credential is not null)
            parts.Add(("credential", await Fault("no token for the channel", async () => (await credential.Token(cancel)).Length > 0)));
        foreach (var (part, broken) in parts)
            Measures.Ready(part, broken is null);
        return new([.. parts.Select(p => p.Broken).OfType<string>()], notes);
    }

    private async Task<bool> Notes(List<string> notes, CancellationToken cancel)
    {
        await store.Table(ClockRun.TableName).Get("health", "ready", cancel);
        // A record that is parked keeps nobody else from being served.
        if ((await parked.All(cancel)).Count is > 0 and var put)
            notes.Add($"{put} parked");
        if (await parked.ForeignMessages(cancel) is > 0 and var strange)
            notes.Add($"foreign messages in the queue: {strange}");
        if (auditor.Last is { Late: > 0 } standing)
            notes.Add($"{standing.Late} late");
        if (await imports.Last(cancel) is { Done: false })
            notes.Add("an import is not finished");
        if (roster.YearsWithoutList(wall.GetUtcNow(), MissingLists.Ahead).Any())
            notes.Add("a list of working days is missing");
        return true;
    }

    /// <summary>One look at some keys holds for a while: it reads a page of them.</summary>
    private async Task<bool> Keys(CancellationToken cancel)
    {
        if (wall.GetUtcNow() - keysOpenedAt < KeysHold)
            return true;
        keysOpenedAt = await vault.OpensAny(cancel) ? wall.GetUtcNow() : null;
        return keysOpenedAt is not null;
    }

    private async Task<string?> Fault(string said, Func<Task<bool>> works)
    {
        try
        {
            return await works().WaitAsync(Patience) ? null : said;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogWarning("A part is not ready: {Problem}, {Fault}", said, e.GetType().Name);
            return said;
        }
    }
}
