using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Imports;

/// <summary>Notices an import that another process made: takes the new roster over, lets every team's planner look again, and finishes what was left unfinished.</summary>
public sealed class RosterWatch(RosterImports imports, Roster.Roster roster, Turns.Turns turns, TimeProvider clock, ILogger<RosterWatch> log) : RegularPass(Roster.Roster.Remembered, log)
{
    /// <summary>An import that is not written after this long has lost who wrote it.</summary>
    public static readonly TimeSpan Lost = TimeSpan.FromMinutes(1);

    private (string? Import, bool Done)? seen;
    private int begunPasses;

    /// <summary>One look, as every <see cref="Roster.Roster.Remembered"/>.</summary>
    /// <exception cref="StoreUnavailableException">The next look makes up for it.</exception>
    public async Task Look(CancellationToken cancel)
    {
        var last = await imports.Last(cancel);
        if (last is { Done: false } && ++begunPasses * Roster.Roster.Remembered >= Lost)
            last = await imports.Finish(null, cancel);
        if (last is not { Done: false })
            begunPasses = 0;
        var now = (last is { OwnLists: true } ? last.Id : null, last?.Done ?? true);
        // What the program started with was read at its start.
        seen ??= (roster.Import, true);
        if (now == seen)
            return;
        if (now.Item1 != roster.Import && !await TakeOver(cancel))
            return;
        roster.Forget();
        foreach (var team in roster.Teams)
            await turns.Take(new(ShiftEnds.KeyOf(team.Id), new Due()), cancel);
        seen = now;
    }

    protected override Task Pass(CancellationToken cancel) => Look(cancel);

    /// <summary>False where the files of this machine do not fit: it goes on with what it has, and says so each time.</summary>
    private async Task<bool> TakeOver(CancellationToken cancel)
    {
        var (organisation, faults) = await imports.Read(clock.GetUtcNow(), cancel);
        if (organisation is not null)
        {
            roster.TakeOver(organisation);
            return true;
        }
        log.LogError("An imported roster does not fit the organisation's folder of this machine, which has {Count} faults: start the program again to read them", faults.Count);
        return false;
    }
}
