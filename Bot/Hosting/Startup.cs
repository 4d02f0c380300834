using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.LocalChat;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Move;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Hosting;

/// <summary>Before the first request, over a store that is open: the roster's shifts are rows, every team has its planner.</summary>
public sealed class Startup(IStore store, ClockRun clockRun, Roster.Roster roster, MissingLists lists, FewHandlers handlers, HeldShifts held, Turns.Turns turns, ParkedRecords parked, DeletionsBefore deletions, IHostEnvironment host, ILogger<Startup> log)
{
    /// <summary>Every table of the bot.</summary>
    public static readonly IReadOnlyList<string> Tables =
        [FlowRows.TableName, References.TableName, OutOfReach.TableName, ParkedRecords.TableName, WordsVault.Table, ClockRun.TableName, RosterTable, RosterImports.TableName, LocalChatOptions.TableName, OfficeMark.TableName, AccessLog.TableName, Forgetting.TableName];

    public const string RosterTable = "Roster";

    private const string TermsPartition = "terms";
    private const string TermsKey = "told";

    /// <exception cref="StoreUnavailableException">The message says what to do.</exception>
    public async Task Run(CancellationToken cancel)
    {
        if (host.IsDevelopment())
            await clockRun.Restore(cancel);
        await ForgetAgain(cancel);
        lists.Once();
        handlers.Once();
        held.Tell(await roster.Load(cancel));
        await Parallel.ForEachAsync(roster.Teams, cancel, async (team, stop) => await turns.Take(new(ShiftEnds.KeyOf(team.Id), new ShiftsMayHaveChanged()), stop));
        await TellOfNewTerms(cancel);
        await parked.TryAgain(cancel);
    }

    /// <summary>Writes the redacted log of incidents and serves nobody; on SQLite while no other program has the file. 0 when all of it was written.</summary>
    /// <exception cref="StoreUnavailableException">The message says what to do.</exception>
    public async Task<int> Export(ExportCommand command, IncidentExport incidents, CancellationToken cancel)
    {
        var (entries, unreadable, strangers) = await incidents.Read(command.From, command.To, cancel);
        try
        {
            // Whole or not at all.
            var part = command.Out + ".part";
            await File.WriteAllBytesAsync(part, command.IsCsv ? IncidentExport.Csv(entries) : IncidentExport.JsonOf(entries), cancel);
            File.Move(part, command.Out, overwrite: true);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            StartCheck.Passes([$"The file cannot be written: {e.Message}"]);
            return 1;
        }
        Console.Out.WriteLine($"{entries.Count} incidents written.");
        if (strangers > 0)
            Console.Out.WriteLine($"{strangers} people of these records stand in neither people.csv nor former.csv: their names may be left in the words. Write them into former.csv and export again.");
        return StartCheck.Passes(unreadable == 0 ? [] : [$"{unreadable} records could not be read and are missing."]) ? 0 : 1;
    }

    /// <summary>Writes the files of one report into a folder and serves nobody; on SQLite while no other program has the file. 0 when all of it was written.</summary>
    /// <exception cref="StoreUnavailableException">The message says what to do.</exception>
    public async Task<int> GiveOut(FilesCommand command, FilesFolder folder, CancellationToken cancel)
    {
        var (written, faults) = await folder.Write(command, cancel);
        Console.Out.WriteLine($"{written} files written.");
        return StartCheck.Passes(faults) ? 0 : 1;
    }

    /// <summary>Whoever had everything deleted after the moment of a restored backup has it deleted again: the key ring knows of it.</summary>
    private async Task ForgetAgain(CancellationToken cancel)
    {
        if (await deletions.Begin(cancel) is > 0 and var people)
            log.LogWarning("The store was restored from before {Count} deletions: they are done again", people);
    }

    /// <summary>
    /// Whoever agreed to older terms gets the first card anew. One read for each person, and none any more once everybody was told;
    /// each person's record says whether they were, so that a second start, or a second instance, tells nobody twice.
    /// </summary>
    private async Task TellOfNewTerms(CancellationToken cancel)
    {
        var marks = store.Table(ClockRun.TableName);
        if (await marks.Get(TermsPartition, TermsKey, cancel) is { } told && (int)told.Columns["version"] >= Contact.TermsVersion)
            return;
        foreach (var person in roster.People)
            await turns.Take(new(Contact.KeyOf(person.Id), new TermsCame()), cancel);
        await marks.Commit(TermsPartition, [Change.Upsert(TermsKey, new Dictionary<string, object> { ["version"] = Contact.TermsVersion })], cancel);
    }
}
