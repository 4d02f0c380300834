using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Flows;

/// <summary>Deletes files that were put and that no report names, because the program ended between the two.</summary>
/// <param name="clock">Real time: files bear it, whatever clock Development moved.</param>
public sealed class OrphanFiles(IFiles files, Func<FlowRows> rows, TimeProvider clock, ILogger<OrphanFiles> log) : RegularPass(Every, log)
{
    /// <summary>How often it is looked.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>How long a file may wait for its report to name it; a turn takes seconds.</summary>
    public static readonly TimeSpan Age = TimeSpan.FromHours(24);

    protected override Task Pass(CancellationToken cancel) => Once(cancel);

    /// <summary>One look; how many were deleted. None while a report cannot be read, because it may name any of them.</summary>
    /// <remarks>Files first, reports then: whatever is named between the two looks stays.</remarks>
    public async Task<int> Once(CancellationToken cancel = default)
    {
        var orphans = await files.PutBefore(clock.GetUtcNow() - Age, cancel).ToHashSetAsync(StringComparer.Ordinal, cancel);
        if (orphans.Count == 0)
            return 0;
        await foreach (var state in rows().States(Incident.Kind).WithCancellation(cancel))
        {
            if (state is not Incident report)
            {
                log.LogWarning("A report cannot be read: no file is deleted, because it may name it");
                return 0;
            }
            // Those of a draft that was thrown away are deleted by its own turn.
            orphans.ExceptWith(report.Files.Select(f => f.Name).Concat(report.Leaving));
        }
        foreach (var name in orphans)
            await files.Delete(name, cancel);
        if (orphans.Count > 0)
            log.LogInformation("{Count} files that no report names were deleted", orphans.Count);
        return orphans.Count;
    }
}
