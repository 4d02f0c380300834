using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Backup;
using CheckInBot.Bot.Turns;

namespace CheckInBot.Bot.Hosting;

/// <summary>Runs <see cref="BackupCommand"/> and serves nobody. A backup is taken while bots work; a restore needs a store on which none does.</summary>
/// <param name="output">What was done, and what is to be done now.</param>
/// <param name="errors">Faults and progress.</param>
/// <param name="terminal">Whether somebody watches <paramref name="errors"/>.</param>
public sealed class BackupRun(StoreSettings settings, Cloud cloud, TimeProvider clock, TextWriter output, TextWriter errors, bool terminal)
{
    private readonly ProgressBar bar = new(errors, terminal);

    /// <summary>0 when it is done; 1 with the reason.</summary>
    public async Task<int> Run(BackupCommand command, CancellationToken cancel)
    {
        try
        {
            var outcome = command.Restores ? await Restore(command.File, cancel) : await BackUp(command.File, cancel);
            if (outcome.Refusal is { } why)
                return Refuse(why);
            foreach (var (table, rows) in outcome.Rows)
                output.WriteLine($"  {table}: {rows} rows");
            output.WriteLine($"  {outcome.Files} files");
            foreach (var name in outcome.Damaged)
                output.WriteLine($"  The file {name} is damaged where the office lives and is left out.");
            Tell(command, outcome);
            return 0;
        }
        catch (StoreUnavailableException e)
        {
            return Refuse(command.Restores ? $"{e.Message} Then run the same command again: it goes on where it was." : e.Message);
        }
        catch (StoreRefusedException e)
        {
            return Refuse($"{e.Message} The account takes this from nobody, however often it is tried: tell whoever maintains the program.");
        }
    }

    private async Task<BackupOutcome> BackUp(string file, CancellationToken cancel)
    {
        var backup = new OfficeBackup(Startup.Tables, LiveInstances.IsOne, StoreShape.Current, ProgramVersion.Text, clock);
        if (!settings.IsAzure)
            return settings.FileFault() is { } none ? BackupOutcome.Refused(none) : await backup.OfSqlite(settings.Path, file, bar.Show, cancel);
        await using var office = settings.Azure(cloud);
        return await backup.OfAzure(office, file, bar.Show, cancel);
    }

    private async Task<BackupOutcome> Restore(string file, CancellationToken cancel)
    {
        await using var store = settings.Make(cloud);
        return await new OfficeRestore(store, settings.PlaceOf(store), Startup.Tables, StoreShape.Current, s => Wakes.SendAll(s, clock, cancel), clock).From(file, bar.Show, cancel);
    }

    private void Tell(BackupCommand command, BackupOutcome outcome)
    {
        var taken = outcome.Label!.Taken;
        if (command.Restores)
        {
            output.WriteLine($"Everything was read back and is as it was on {taken}. {outcome.Messages} records wait for their moment.");
            output.WriteLine($"Now put the newest copy of the key ring into '{settings.KeyRing}': it opens what older ones opened, and knows who was deleted since. See to it that no bot works on the former store, and start the bot.");
            output.WriteLine("Who had everything deleted since then has it deleted again when the bot starts. Single answers that were deleted since are back. Some cards may come a second time.");
            return;
        }
        output.WriteLine($"The office as it was on {taken} is in '{command.File}'.");
        output.WriteLine($"The key ring is not in it: copy the folder '{settings.KeyRing}' to another place. Whoever has both can read what people wrote; with one of them alone nobody can.");
    }

    private int Refuse(string why)
    {
        errors.WriteLine("That was not done:");
        errors.WriteLine($"  {why}");
        return 1;
    }
}
