using System.Net;
using System.Text;
using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Rosters;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Listening;

/// <summary>An administrator sends lists of the roster in the chat.</summary>
public sealed class RosterFilesTests : IAsyncLifetime, IDisposable
{
    private const string List = "id,person,team,post,start,end\nd1,ann,hall,,2026-12-01T08:00,2026-12-01T16:00\n";
    private readonly SampleOrg org = new();
    private readonly Hall hall;
    private readonly FaultyStore store;
    private readonly RosterWatch watch;
    private byte[] content = Encoding.UTF8.GetBytes(List);

    public RosterFilesTests()
    {
        FaultyStore? around = null;
        hall = new Hall(inner => around = new FaultyStore(inner));
        store = around!;
        org.Write("people.csv", org.Text("people.csv") + "ada,Ada Demo,,entra-ada,en,hall,,admin,,,\nlee,Lee Demo,,entra-lee,en,hall,,leader,,,\n");
        watch = new RosterWatch(Imports, hall.Roster, hall.Turns, hall.Clock, NullLogger<RosterWatch>.Instance);
    }

    private RosterImports Imports => new(store, org.Folder);

    public async Task InitializeAsync()
    {
        await hall.Open();
        await hall.Store.Open([RosterImports.TableName]);
    }

    public async Task DisposeAsync() => await hall.DisposeAsync();

    public void Dispose()
    {
        watch.Dispose();
        org.Dispose();
    }

    /// <summary>As a program that has just started.</summary>
    private RosterFiles Files() => new(
        new FileFetch(new HttpClient(new Line(content)), null, FileFetch.TimeLimit), new(), hall.Vault, store, Imports, watch, hall.Roster, hall.Readers, hall.Clock);

    private async Task<string> Send(string person = "ada")
    {
        using var files = Files();
        var came = await files.Came([new(new("http://localhost/1"), OnChannel: false, IsCsv: true)], "http://localhost/", hall.Roster.Find(person)!, default);
        return came.Card is null ? came.Notice!.GetType().Name : Encoding.UTF8.GetString(came.Card.Json.Span);
    }

    private async Task<string> Press(RosterAction action, string person = "ada")
    {
        using var files = Files();
        var came = await files.Pressed(action, hall.Roster.Find(person)!, default);
        return came.Card is null ? came.Notice!.GetType().Name : Encoding.UTF8.GetString(came.Card.Json.Span);
    }

    private static ApplyRoster Apply(string card, string? swapped = null) => new(Reference(card)) { Swapped = new(swapped) };

    private static string Reference(string card) => card[(card.IndexOf("\"roster\":\"", StringComparison.Ordinal) + 10)..][..16];

    [Fact]
    public async Task A_list_is_shown_first_and_imported_on_a_press_also_by_a_program_that_started_since()
    {
        var card = await Send();
        Assert.Contains("Shifts: 1 new, 0 changed, 0 gone, 0 the same", card, StringComparison.Ordinal);
        Assert.Null(await Imports.Last(default));
        Assert.Contains("import 1", await Press(Apply(card)), StringComparison.Ordinal);
        Assert.Equal("ada", (await Imports.Last(default))!.By);
        Assert.Equal("Ada Demo", hall.Roster.Find("ada")!.Name);
        Assert.Equal(Hall.Opening.AddDays(8), await hall.Roster.NextShiftOf(hall.Roster.Find("ann")!, Hall.Opening.AddDays(7)));
    }

    [Fact]
    public async Task A_second_press_finds_it_done_and_imports_nothing()
    {
        var card = await Send();
        await Press(Apply(card));
        Assert.Contains("import 1", await Press(Apply(card)), StringComparison.Ordinal);
        Assert.Contains("import 1", await Press(new DiscardRoster(Reference(card))), StringComparison.Ordinal);
        Assert.Single(await Imports.Past(default));
    }

    [Fact]
    public async Task Nobody_but_an_administrator_brings_lists_and_nobody_presses_for_another()
    {
        Assert.Equal(nameof(Notice.RosterNotYours), await Send("ann"));
        Assert.Equal(0, store.Requests.GetValueOrDefault("Files.Put"));
        var card = await Send();
        Assert.Equal(nameof(Notice.NotYours), await Press(Apply(card), "ann"));
        Assert.Null(await Imports.Last(default));
    }

    [Fact]
    public async Task Faults_are_told_with_line_and_column_and_nothing_is_kept()
    {
        content = Encoding.UTF8.GetBytes(List + "d2,nobody,hall,,2026-12-01T08:00,2026-12-01T16:00\n");
        var card = await Send();
        Assert.Contains("shifts.csv, line 3, column person", card, StringComparison.Ordinal);
        Assert.DoesNotContain("roster.apply", card, StringComparison.Ordinal);
        Assert.Equal(0, store.Requests.GetValueOrDefault("Files.Put"));
    }

    [Fact]
    public async Task A_file_that_is_no_list_is_told_so()
    {
        content = "name,phone\nx,1\n"u8.ToArray();
        Assert.Equal(nameof(Notice.RosterUnknown), await Send());
    }

    [Fact]
    public async Task What_was_sent_lies_sealed_and_is_gone_after_a_day()
    {
        var card = await Send();
        var names = await hall.Store.Files.PutBefore(DateTimeOffset.MaxValue).ToListAsync();
        var stored = (await hall.Store.Files.Get(Assert.Single(names)))!;
        Assert.Equal(-1, stored.AsSpan().IndexOf("hall"u8));
        hall.Time.Advance(OrphanFiles.Age + TimeSpan.FromMinutes(1));
        Assert.Contains("lay too long", await Press(Apply(card)), StringComparison.Ordinal);
        Assert.Null(await Imports.Last(default));
    }

    [Fact]
    public async Task Not_now_throws_the_lists_away()
    {
        var card = await Send();
        Assert.Contains("Not imported", await Press(new DiscardRoster(Reference(card))), StringComparison.Ordinal);
        Assert.Empty(await hall.Store.Files.PutBefore(DateTimeOffset.MaxValue).ToListAsync());
        Assert.Contains("Not imported", await Press(Apply(card)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_roster_changed_meanwhile_it_is_shown_anew_and_imported_on_the_next_press()
    {
        var first = await Send();
        content = Encoding.UTF8.GetBytes(List.Replace("T16", "T15", StringComparison.Ordinal));
        await Press(Apply(await Send()));
        var anew = await Press(Apply(first));
        Assert.Contains("The roster changed after you saw this", anew, StringComparison.Ordinal);
        Assert.Contains("Shifts: 0 new, 1 changed", anew, StringComparison.Ordinal);
        Assert.Contains("import 2", await Press(Apply(anew)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_swapped_shift_needs_a_choice()
    {
        await Press(Apply(await Send()));
        await Swap();
        content = Encoding.UTF8.GetBytes(List.Replace("T16", "T15", StringComparison.Ordinal));
        var card = await Send();
        Assert.Contains("Lee Demo works a shift of Ann Demo", card, StringComparison.Ordinal);
        Assert.Equal(nameof(Notice.RosterChoose), await Press(Apply(card)));
        Assert.Contains("import 2", await Press(Apply(card, "revert")), StringComparison.Ordinal);
        Assert.Equal(("d1", SwappedShifts.Revert), ((await Imports.Last(default))!.Conflicts, (await Imports.Last(default))!.Swapped));
    }

    [Fact]
    public async Task A_press_whose_program_ended_on_the_way_is_finished_by_the_same_press()
    {
        var card = await Send();
        store.Fails = request => request == "Roster.Commit" ? false : null;
        await Assert.ThrowsAsync<StoreUnavailableException>(() => Press(Apply(card)));
        store.Fails = null;
        Assert.Contains("import 1", await Press(Apply(card)), StringComparison.Ordinal);
        Assert.Single(await Imports.Past(default));
    }

    private async Task Swap()
    {
        var shifts = hall.Inner.Table("Roster");
        var row = (await shifts.Range("team!hall", "", ":")).Single(r => r.Key.EndsWith("!d1", StringComparison.Ordinal));
        await shifts.Commit("team!hall", [Change.Replace(row.Key, new Dictionary<string, object>(row.Columns) { ["person"] = "lee", ["planned"] = "ann" }, row.ETag)]);
    }

    private sealed class Line(byte[] content) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(content) });
    }
}
