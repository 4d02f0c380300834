using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Move;
using CheckInBot.Bot.Storage.Sqlite;

namespace CheckInBot.Bot.Hosting;

/// <summary>Runs <see cref="MoveCommand"/> and serves nobody, while no other program has the file.</summary>
/// <param name="output">What was moved, and what is to be done now.</param>
/// <param name="errors">Faults and progress.</param>
/// <param name="terminal">Whether somebody watches <paramref name="errors"/>.</param>
public sealed class MoveRun(StoreSettings settings, Cloud cloud, TimeProvider clock, TextWriter output, TextWriter errors, bool terminal)
{
    private const string Truth = "The file is the truth again: set Storage:Provider to Sqlite and start the bot.";

    /// <summary>0 when it is done; 1 with the reason, and then the same command goes on.</summary>
    public async Task<int> Run(MoveCommand command, CancellationToken cancel)
    {
        if ((settings.FileFault() ?? (command.Abandon ? null : settings.AccountFault(cloud))) is { } fault)
            return Refuse(fault);
        try
        {
            await using var source = settings.Sqlite();
            if (command.Abandon)
                return await Abandon(source, cancel);
            await using var target = settings.Azure(cloud);
            var move = new OfficeMove(source, target, Startup.Tables, clock);
            return command.Undo ? await Back(move, target.Place, cancel) : await There(move, source, target.Place, cancel);
        }
        catch (StoreUnavailableException e)
        {
            return Refuse($"{e.Message} Then run the same command again: it goes on where it was.");
        }
        catch (StoreRefusedException e)
        {
            return Refuse($"{e.Message} The account takes this from nobody, however often it is tried: the file stays the truth. Keep the file, and tell whoever maintains the program.");
        }
    }

    private async Task<int> There(OfficeMove move, SqliteStore source, string place, CancellationToken cancel)
    {
        await source.Open([WordsVault.Table], cancel);
        var (keys, opened) = await BotRooms.KeysOf(source, settings.KeyRing).Count(cancel);
        if (keys > 0 && opened == 0)
            return Refuse($"None of the keys of {keys} people can be opened with the key ring in '{settings.KeyRing}': nobody's words could be read after the move. Name the right folder in Storage:Keys.");
        if (opened < keys)
            output.WriteLine($"The keys of {keys - opened} people cannot be opened with the key ring in '{settings.KeyRing}'. Their words cannot be read here already; they are moved as they are.");
        output.WriteLine($"From {settings.Path} to {place}:");
        var bar = new ProgressBar(errors, terminal);
        var outcome = await move.Run(bar.Show, cancel);
        if (outcome.Refusal is { } why)
            return Refuse(why);
        foreach (var (table, rows) in outcome.Rows)
            output.WriteLine($"  {table}: {rows} rows");
        output.WriteLine($"  {outcome.Messages} messages, {outcome.Files} files");
        output.WriteLine("Everything was read back and is the same. The office is moved; a start on the file is refused from now on.");
        output.WriteLine($"Now set Storage:Provider to Azure and Storage:Keys to '{settings.KeyRing}', or to where you take that folder: without its key ring nobody's words can be opened. Then start the bot.");
        output.WriteLine("As long as no bot has worked there, move --undo takes it back. Once you are sure, delete the file and the folder \"files\" beside it: they still hold what people will delete on Azure.");
        return 0;
    }

    private async Task<int> Back(OfficeMove move, string place, CancellationToken cancel)
    {
        if (await move.Back(cancel) is { } why)
            return Refuse(why);
        output.WriteLine(Truth);
        output.WriteLine($"The copy on {place} stays and starts no bot. Move again to bring it up to date, or delete it: it holds what people will delete here.");
        return 0;
    }

    private async Task<int> Abandon(SqliteStore source, CancellationToken cancel)
    {
        var (place, why) = await OfficeMove.Abandon(source, clock.GetUtcNow(), cancel);
        if (why is not null)
            return Refuse(why);
        output.WriteLine(Truth);
        output.WriteLine($"What was written on {place} since the move is left behind. Stop every bot there: one office must not live in two places.");
        return 0;
    }

    private int Refuse(string why)
    {
        errors.WriteLine("That was not done:");
        errors.WriteLine($"  {why}");
        return 1;
    }
}
