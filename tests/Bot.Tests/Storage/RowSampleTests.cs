using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.LocalChat;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Move;
using CheckInBot.Bot.Storage.Sqlite;
using CheckInBot.Bot.Tests.Privacy;
using CheckInBot.Bot.Tests.Rosters;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs.People;
using Microsoft.AspNetCore.DataProtection;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>
/// Rows of every table beside the records' own, as a version of the program stored them: a line for each row. A file is written once and never changed; who adds a table or changes a row adds
/// a file of the next number.
/// </summary>
public sealed class RowSampleTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 23, 1, 0, 0, TimeSpan.Zero);

    /// <summary>Records have samples of their own; the local chat is for Development only.</summary>
    private static readonly string[] Elsewhere = [FlowRows.TableName, LocalChatOptions.TableName];

    [Fact]
    public async Task Where_people_are_reached_and_where_not_reads()
    {
        await using var test = await Stored();
        var references = new References(test.Store.Table(References.TableName));
        Assert.Equal(new ConversationReference("https://smba.example/teams/", "a:1", "28:bot", "tenant", "29:ann"), await references.Of("ann"));
        var (away, clock) = (test.Store.Table(OutOfReach.TableName), new ManualClock(At));
        var found = Assert.Single(await new OutOfReach(away, clock, clock).All());
        Assert.Equal(("ben", Refusal.Blocked, At), (found.Person, found.Why, found.Since));
    }

    [Fact]
    public async Task Who_looked_reads()
    {
        await using var test = await Stored();
        var look = Assert.Single(await new AccessLog(test.Store.Table(AccessLog.TableName), new ManualClock(At)).Of("ann", default));
        Assert.Equal(("lee", Ground.Agreed, At), (look.Reader, look.Ground, look.At));
    }

    [Fact]
    public async Task Words_open_with_the_key_of_their_row()
    {
        await using var test = await Stored();
        var vault = new WordsVault(test.Store.Table(WordsVault.Table), new Unwrapped(), new ManualClock(At));
        Assert.Equal("今天很累", await vault.Open("ann", (await File.ReadAllTextAsync(PathOf("sealed-1.txt"))).Trim()));
    }

    [Fact]
    public async Task A_deletion_that_an_earlier_version_began_is_finished_and_one_that_was_done_is_known()
    {
        await using var hall = new Hall();
        await hall.Open();
        await Put(hall.Store, Forgetting.TableName);
        var forgetting = ForgettingTests.Of(hall);
        Assert.True(await forgetting.IsUnderWay("ann", default));
        Assert.True(await forgetting.IsUnderWay("ben", default));
        Assert.True(await forgetting.WasDone("0123456789abcdef0123456789abcdef", default));
        await forgetting.Once();
        await hall.Turns.Settled();
        await forgetting.Once();
        Assert.False(await forgetting.IsUnderWay("ann", default));
        Assert.False(await forgetting.IsUnderWay("ben", default));
    }

    [Fact]
    public async Task Imports_and_the_shifts_of_the_roster_read()
    {
        await using var test = await Stored();
        var import = Assert.Single(await new RosterImports(test.Store, "").Past(default));
        Assert.Equal((1, "ada", "people.csv shifts.csv", true), (import.Number, import.By, import.Files, import.Done));
        Assert.Equal(import, await new RosterImports(test.Store, "").Last(default));
        using var org = new SampleOrg();
        var (imported, faults) = await new RosterImports(test.Store, org.Folder).Read(At, default);
        Assert.Empty(faults);
        Assert.Contains(imported!.People, p => p.Name == "Ann Other");
        var hall = Hall.Organisation(null);
        var shift = Assert.Single(await new Bot.Roster.Roster(test.Store.Table(Startup.RosterTable), hall).Around("hall", Hall.Opening, Hall.Opening.AddDays(1)), s => s.Id == "s1");
        Assert.Equal(("s1", "ann", "W1", Hall.Opening, Hall.Opening.AddHours(9)), (shift.Id, shift.Person, shift.Post, shift.Start, shift.End));
    }

    [Fact]
    public async Task What_the_program_notes_of_itself_reads()
    {
        await using var test = await Stored();
        var system = test.Store.Table(ClockRun.TableName);
        Assert.Contains("9.0.0", await StoreShape.WhyNot(system, "1.0.0", default, current: 0), StringComparison.Ordinal);
        Assert.Null(await StoreShape.WhyNot(system, "1.0.0", default, current: 1));
        Assert.Equal("INC-20261123-008", await new IncidentNumbers(system).Next(new(2026, 11, 23), restricted: false, default));
        var parked = Assert.Single(await new ParkedRecords(test.Store, new ManualClock(At)).All());
        Assert.Equal(("case", "1042", 12), (parked.Key.Kind, parked.Key.Owner, parked.Tries));
        Assert.Equal(OfficeState.Living, (await OfficeMark.Of(test.Store, default))!.State);
    }

    [Fact]
    public void Every_table_has_a_sample() =>
        Assert.Equal(Startup.Tables.Except(Elsewhere).Order(StringComparer.Ordinal), Lines().Select(l => l.Table).Distinct().Order(StringComparer.Ordinal));

    private static async Task<SqliteTestStore> Stored()
    {
        var test = await SqliteTestStore.Open([.. Startup.Tables]);
        foreach (var table in Startup.Tables)
            await Put(test.Store, table);
        return test;
    }

    private static async Task Put(IStore store, string table)
    {
        foreach (var (_, partition, key, columns) in Lines().Where(l => l.Table == table))
            Assert.True((await store.Table(table).Commit(partition, [Change.Insert(key, columns)])).Committed);
    }

    private static IEnumerable<(string Table, string Partition, string Key, IReadOnlyDictionary<string, object> Columns)> Lines() => File.ReadLines(PathOf("rows-1.jsonl")).Select(line => JsonNode.Parse(line)!)
        .Select(l => ((string)l["table"]!, (string)l["partition"]!, (string)l["key"]!, ColumnsJson.Read(Encoding.UTF8.GetBytes(l["columns"]!.ToJsonString()))));

    private static string PathOf(string sample, [CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "Samples", sample);

    /// <summary>What wraps the keys is the framework's own form, and its to keep readable.</summary>
    private sealed class Unwrapped : IDataProtector
    {
        public IDataProtector CreateProtector(string purpose) => this;

        public byte[] Protect(byte[] plaintext) => plaintext;

        public byte[] Unprotect(byte[] protectedData) => protectedData;
    }
}
