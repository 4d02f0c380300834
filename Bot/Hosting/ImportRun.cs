using CheckInBot.Bot.Imports;

namespace CheckInBot.Bot.Hosting;

/// <summary>Runs <see cref="ImportCommand"/> and serves nobody; on SQLite while no other program has the file.</summary>
/// <param name="output">Summary and result.</param>
/// <param name="errors">Faults and progress.</param>
/// <param name="terminal">Whether somebody watches <paramref name="errors"/>, so that progress is a bar; else it is a line every tenth.</param>
public sealed class ImportRun(RosterImports imports, TimeProvider clock, TextWriter output, TextWriter errors, bool terminal)
{
    /// <summary>Faults that are written out; there may be thousands of one kind.</summary>
    private const int MostTold = 100;

    private readonly ProgressBar bar = new(errors, terminal);

    /// <summary>0 when it is done or needs nothing; 1 with the reasons.</summary>
    /// <exception cref="Storage.StoreUnavailableException">What has begun is finished by the same command, or at the next start.</exception>
    public async Task<int> Run(ImportCommand command, CancellationToken cancel)
    {
        using var heap = new SmallHeap();
        if (await imports.Last(cancel) is { Done: false } stopped)
        {
            output.WriteLine($"Import {stopped.Number} was stopped while it was written, and is finished now.");
            await imports.Finish(null, cancel);
        }
        if (command is { Folder: null, Undo: false })
            return await History(cancel);
        var now = clock.GetUtcNow();
        var plan = command.Undo ? await imports.PlanUndo(now, cancel) : await imports.Plan(command.Folder!, command.Swapped, now, cancel);
        if (plan.Faults.Count > 0)
            return Refuse(plan);
        foreach (var line in ImportSummary.Of(plan))
            output.WriteLine(line);
        if (plan.NeedsChoice)
        {
            errors.WriteLine("Nothing was written. Say what becomes of the swapped shifts: --swapped keep leaves them with who works them now, --swapped revert follows the files.");
            return 1;
        }
        if (!plan.ChangesAnything)
            output.WriteLine("The roster is so already: nothing is to be written.");
        else if (command.DryRun)
            output.WriteLine("Nothing was written (--dry-run).");
        else
            return await Make(plan, now, cancel);
        return 0;
    }

    private async Task<int> Make(ImportPlan plan, DateTimeOffset now, CancellationToken cancel)
    {
        var outcome = await imports.Make(plan, Environment.UserName, now, steps => bar.Show(steps, 2 * plan.ShiftsToWrite), cancel);
        if (outcome.Record is not { } made)
        {
            errors.WriteLine($"Nothing was written. {outcome.Why}");
            return 1;
        }
        if (made.Overtaken.Length > 0)
            output.WriteLine($"These shifts were changed by somebody else meanwhile, and stay so: {made.Overtaken}");
        output.WriteLine(plan.Undoes is { } undone ? $"Import {undone} is taken back (import {made.Number})." : $"Import {made.Number} is done.");
        return 0;
    }

    private int Refuse(ImportPlan plan)
    {
        errors.WriteLine($"Nothing was written: {plan.Faults.Count} {(plan.Faults.Count == 1 ? "fault" : "faults")}.");
        foreach (var fault in plan.Faults.Take(MostTold))
            errors.WriteLine($"  {fault}");
        if (plan.Faults.Count > MostTold)
            errors.WriteLine($"  and {plan.Faults.Count - MostTold} more");
        return 1;
    }

    private async Task<int> History(CancellationToken cancel)
    {
        foreach (var import in await imports.Past(cancel))
            output.WriteLine(ImportSummary.Of(import));
        return 0;
    }
}
