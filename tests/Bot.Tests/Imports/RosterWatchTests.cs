using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Rosters;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Swaps;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Imports;

/// <summary>A program that runs takes over what another one imported.</summary>
public sealed class RosterWatchTests : IAsyncLifetime, IDisposable
{
    private readonly SampleOrg org = new();
    private readonly SampleOrg other = new();
    private readonly Hall hall;
    private readonly FaultyStore store;
    private readonly RosterWatch watch;

    public RosterWatchTests()
    {
        hall = new Hall();
        store = new(hall.Inner);
        watch = new RosterWatch(new RosterImports(hall.Inner, org.Folder), hall.Roster, hall.Turns, hall.Clock, NullLogger<RosterWatch>.Instance);
    }

    public async Task InitializeAsync()
    {
        await hall.Open();
        await hall.Inner.Open([RosterImports.TableName]);
        other.Write("teams.csv", other.Text("teams.csv") + "desk,Desk,Europe/Berlin,EU\n");
        other.Write("people.csv", other.Text("people.csv") + "lisi,李四,,e-4,zh-CN,desk,,staff,,,\nlee,Lee Demo,,e-5,en,hall,,staff,,,\n");
        other.Write("shifts.csv", "id,person,team,post,start,end\nd1,lisi,desk,,2026-12-01T08:00,2026-12-01T16:00\n");
    }

    public async Task DisposeAsync() => await hall.DisposeAsync();

    public void Dispose()
    {
        watch.Dispose();
        org.Dispose();
        other.Dispose();
    }

    private async Task Import()
    {
        var imports = new RosterImports(store, org.Folder);
        var plan = await imports.Plan(other.Folder, SwappedShifts.Ask, Hall.Opening, default);
        Assert.Empty(plan.Faults);
        await imports.Make(plan, "root", Hall.Opening, null, default);
    }

    [Fact]
    public async Task People_and_teams_of_an_import_are_known_and_a_new_team_has_its_planner()
    {
        await watch.Look(default);
        Assert.Null(hall.Roster.Find("lisi"));
        await Import();
        await watch.Look(default);
        Assert.Equal("desk", hall.Roster.Find("lisi")!.Team);
        Assert.Equal("Europe/Berlin", hall.Roster.ZoneOf("desk").Id);
        Assert.NotNull(await hall.State<ShiftEnds>(ShiftEnds.KeyOf("desk")));
    }

    [Fact]
    public async Task A_planner_that_sleeps_hears_of_a_shift_that_now_ends_earlier()
    {
        await watch.Look(default);
        Assert.Equal(Hall.Opening.AddHours(9), (await hall.State<ShiftEnds>(ShiftEnds.KeyOf("hall")))!.NextAt);
        other.Write("people.csv", other.Text("people.csv") + "nina,Nina Demo,,e-7,en,hall,,staff,,,\n");
        other.Write("shifts.csv", other.Text("shifts.csv") + "n1,nina,hall,,2026-11-23T10:00,2026-11-23T14:00\n");
        await Import();
        await watch.Look(default);
        Assert.Equal(Hall.Opening.AddHours(6), (await hall.State<ShiftEnds>(ShiftEnds.KeyOf("hall")))!.NextAt);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_swap_that_an_import_overtakes_is_over_at_once_also_where_the_program_starts_only_then(bool ranBefore)
    {
        if (ranBefore)
            await watch.Look(default);
        var given = (await hall.Roster.Around("hall", Hall.Opening, Hall.Opening.AddDays(2))).Single(s => s.Id == "s3");
        var key = Swap.KeyOf(given);
        await hall.Happens(key, new AskSwap("ann", "ann", "ben", null));
        Assert.Equal(SwapPhase.Asked, (await hall.State<Swap>(key))!.Phase);
        // Ben is not on the new list.
        await Import();
        await watch.Look(default);
        await hall.Turns.Settled();
        Assert.Equal(SwapPhase.Overtaken, (await hall.State<Swap>(key))!.Phase);
        Assert.Contains("ben is no longer on this team's roster", hall.Channel.Posts.Last(c => c.Person == "ann").Card, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_swap_that_an_import_leaves_alone_goes_on()
    {
        await watch.Look(default);
        var given = (await hall.Roster.Around("hall", Hall.Opening, Hall.Opening.AddDays(2))).Single(s => s.Id == "s3");
        var key = Swap.KeyOf(given);
        await hall.Happens(key, new AskSwap("ann", "ann", "ben", null));
        other.Write("people.csv", other.Text("people.csv") + "ben,Ben Demo,,e-6,en,hall,,staff,,,\n");
        await Import();
        await watch.Look(default);
        await hall.Turns.Settled();
        Assert.Equal(SwapPhase.Asked, (await hall.State<Swap>(key))!.Phase);
    }

    [Fact]
    public async Task A_look_that_finds_nothing_new_takes_nothing_over()
    {
        await Import();
        await watch.Look(default);
        var known = hall.Roster.Teams;
        await watch.Look(default);
        Assert.Same(known, hall.Roster.Teams);
    }

    [Fact]
    public async Task An_import_whose_program_ended_is_finished_by_one_that_runs()
    {
        store.Fails = request => request == "Roster.Commit" ? false : null;
        await Assert.ThrowsAsync<StoreUnavailableException>(Import);
        // The new people are there at once; the shifts come when nobody else has written them for a minute.
        await watch.Look(default);
        Assert.NotNull(hall.Roster.Find("lisi"));
        Assert.Null(await hall.Roster.NextEnd("desk", Hall.Opening));
        for (var look = 0; look < 6; look++)
            await watch.Look(default);
        Assert.NotNull(await hall.Roster.NextEnd("desk", Hall.Opening));
    }

    [Fact]
    public async Task Where_the_own_files_do_not_fit_the_program_goes_on_with_what_it_has()
    {
        await Import();
        org.Delete("policy.json");
        await watch.Look(default);
        Assert.Null(hall.Roster.Find("lisi"));
        Assert.NotNull(hall.Roster.Find("ann"));
        Assert.True(watch.IsBehind);
    }
}
