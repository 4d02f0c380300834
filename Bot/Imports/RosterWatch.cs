using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Imports;

/// <summary>Notices an import that another process made: takes the new roster over, lets every team's planner look again, ends the swaps it overtook, and finishes what was left unfinished.</summary>
public sealed class RosterWatch(RosterImports imports, Roster.Roster roster, Turns.Turns turns, TimeProvider clock, ILogger<RosterWatch> log) : RegularPass(Roster.Roster.Remembered, log)
{
    /// <summary>An import that is not written after this long has lost who wrote it.</summary>
    public static readonly TimeSpan Lost = TimeSpan.FromMinutes(1);

    private (string? Import, bool Done)? seen;
    private int begunPasses;

    /// <summary>An import cannot be taken over: the bot works with the roster of before.</summary>
    public bool IsBehind { get; private set; }

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
        var known = seen ?? (roster.Import, true);
        if (now == seen)
            return;
        if (now.Item1 != roster.Import && !await TakeOver(cancel))
            return;
        if (now != known)
        {
            roster.Forget();
            foreach (var team in roster.Teams)
                await turns.Take(new(ShiftEnds.KeyOf(team.Id), new ShiftsMayHaveChanged()), cancel);
        }
        // Also at the start: what changed while nobody ran is told to those who wait for an answer.
        await TellSwaps(cancel);
        seen = now;
    }

    /// <summary>Requests for a shift that is no longer as it was asked end at once: their last reminder may be over, and their cards would go on saying that they wait.</summary>
    private async Task TellSwaps(CancellationToken cancel)
    {
        foreach (var team in roster.Teams)
        {
            var ahead = await turns.Rows.ReadAll(Swap.Kind, team.Id, Swap.StampOf(clock.GetUtcNow()), cancel);
            foreach (var record in ahead.Where(r => r.State is Swap { Phase: SwapPhase.Asked or SwapPhase.Waiting }))
                await turns.Take(new(record.Key, new SwapShiftsMoved()), cancel);
        }
    }

    protected override Task Pass(CancellationToken cancel) => Look(cancel);

    /// <summary>False where the files of this machine do not fit: it goes on with what it has, and says so each time.</summary>
    private async Task<bool> TakeOver(CancellationToken cancel)
    {
        var (organisation, faults) = await imports.Read(clock.GetUtcNow(), cancel);
        IsBehind = organisation is null;
        if (organisation is not null)
        {
            roster.TakeOver(organisation);
            return true;
        }
        log.LogError("An imported roster does not fit the organisation's folder of this machine, which has {Count} faults: start the program again to read them", faults.Count);
        return false;
    }
}
