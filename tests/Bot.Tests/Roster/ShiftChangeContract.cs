using System.Globalization;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Tests.Rosters;

/// <summary>Who works a shift is changed by one conditional write: whatever meets, one comes first and the others are told what is true then.</summary>
public abstract class ShiftChangeContract
{
    private static readonly DateTimeOffset Now = SampleOrg.Now;

    private static readonly (DateTimeOffset, DateTimeOffset) Window = (Now.AddDays(-1), Now.AddDays(400));

    /// <summary><c>CHECKINBOT_RACES</c>: how many; else a short form.</summary>
    private int Races => int.TryParse(Environment.GetEnvironmentVariable("CHECKINBOT_RACES"), NumberStyles.None, CultureInfo.InvariantCulture, out var races) ? races : ShortForm;

    protected abstract int ShortForm { get; }

    protected abstract Task<ITestStore> OpenStore(params string[] tables);

    [Fact]
    public async Task Of_two_colleagues_and_a_loading_that_meet_exactly_one_colleague_gets_the_shift()
    {
        await using var opened = await OpenStore("Roster");
        var shifts = Enumerable.Range(0, Races).Select(n => Duty($"s{n}", "ann", n)).ToList();
        var organisation = Organisation(shifts);
        Roster.Roster[] processes = [.. Enumerable.Range(0, 3).Select(_ => new Roster.Roster(opened.Store.Table("Roster"), organisation))];
        await processes[0].Load(default);
        var late = shifts.Select(s => s with { Post = "W2" }).ToList();
        var twice = 0;
        foreach (var (n, shift) in shifts.Index())
        {
            // A loading with another post for the shifts to come, as of files that were written anew.
            List<Shift> files = [.. shifts.Take(n + 1), .. late.Skip(n + 1)];
            var loading = new Roster.Roster(opened.Store.Table("Roster"), Organisation(files));
            var load = Task.Run(() => loading.Load(default));
            var stands = (await processes[0].Around("hall", shift.Start, shift.End)).Single(s => s.Id == shift.Id);
            var answers = await Task.WhenAll(new[] { "ben", "cal" }.Select((to, i) => Task.Run(() =>
                new ShiftChanges(opened.Store.Table("Roster"), processes[i + 1]).Make($"{shift.Id}/{to}", new(stands, to), Window, _ => null, "lee", Now, default))));
            await load;
            var holder = (await processes[0].Around("hall", shift.Start, shift.End)).Single(s => s.Id == shift.Id).Person;
            var won = answers.Count(a => a.Overtaken is null);
            twice += won > 1 ? 1 : 0;
            // A loading may have changed the shift first; then both are told so.
            Assert.Equal(won == 0 ? "ann" : answers[0].Overtaken is null ? "ben" : "cal", holder);
            if (won == 1)
                Assert.Equal(holder, answers.Single(a => a.Overtaken is not null).Overtaken!.Holder);
        }
        Assert.Equal(0, twice);
        Assert.All(await processes[0].Around("hall", Now, Now.AddDays(400)), s => Assert.Contains(s.Person, new[] { "ann", "ben", "cal" }));
    }

    [Fact]
    public async Task Both_shifts_of_a_swap_change_or_neither()
    {
        await using var opened = await OpenStore("Roster");
        var (mine, theirs) = (Duty("s0", "ann", 0), Duty("s1", "ben", 1));
        var roster = new Roster.Roster(opened.Store.Table("Roster"), Organisation([mine, theirs]));
        await roster.Load(default);
        var changes = new ShiftChanges(opened.Store.Table("Roster"), roster);
        var refused = await changes.Make("one", new(mine, "ben", theirs with { Person = "cal" }), Window, _ => null, "lee", Now, default);
        Assert.Equal(new("s1", "ben", []), refused.Overtaken! with { Findings = [] });
        Assert.Equal(["ann", "ben"], await Holders(roster));
        Assert.Null((await changes.Make("two", new(mine, "ben", theirs), Window, _ => null, "lee", Now, default)).Overtaken);
        Assert.Equal(["ben", "ann"], await Holders(roster));
    }

    [Fact]
    public async Task A_change_that_is_asked_for_again_is_found_done_and_not_made_twice()
    {
        await using var opened = await OpenStore("Roster");
        var mine = Duty("s0", "ann", 0);
        var roster = new Roster.Roster(opened.Store.Table("Roster"), Organisation([mine]));
        await roster.Load(default);
        var changes = new ShiftChanges(opened.Store.Table("Roster"), roster);
        Assert.Null((await changes.Make("one", new(mine, "ben"), Window, _ => null, "lee", Now, default)).Overtaken);
        Assert.Null((await changes.Make("back", new(mine with { Person = "ben" }, "ann"), Window, _ => null, "lee", Now, default)).Overtaken);
        Assert.Null((await changes.Make("one", new(mine, "ben"), Window, _ => null, "lee", Now, default)).Overtaken);
        Assert.Equal(["ann"], await Holders(roster));
    }

    [Fact]
    public async Task What_the_rules_say_is_judged_by_the_shifts_that_the_write_depends_on()
    {
        await using var opened = await OpenStore("Roster");
        var (mine, theirs) = (Duty("s0", "ann", 0), Duty("s1", "ben", 1));
        var roster = new Roster.Roster(opened.Store.Table("Roster"), Organisation([mine, theirs]));
        await roster.Load(default);
        var changes = new ShiftChanges(opened.Store.Table("Roster"), roster);
        // Each gives the other a shift, and nobody may hold two.
        static Overtaking? Two(IReadOnlyList<Shift> shifts, string to) => shifts.Any(s => s.Person == to) ? new(null, to, []) : null;
        var answers = await Task.WhenAll(
            Task.Run(() => changes.Make("one", new(mine, "cal"), Window, now => Two(now, "cal"), "lee", Now, default)),
            Task.Run(() => changes.Make("two", new(theirs, "cal"), Window, now => Two(now, "cal"), "lee", Now, default)));
        Assert.Single(answers, a => a.Overtaken is null);
        Assert.Single(await Holders(roster), "cal");
    }

    [Fact]
    public async Task A_swapped_shift_stays_swapped_when_the_files_are_loaded_again_and_another_is_brought_up_to_date()
    {
        await using var opened = await OpenStore("Roster");
        var (mine, other) = (Duty("s0", "ann", 0), Duty("s1", "ann", 1));
        var roster = new Roster.Roster(opened.Store.Table("Roster"), Organisation([mine, other]));
        await roster.Load(default);
        await new ShiftChanges(opened.Store.Table("Roster"), roster).Make("one", new(mine, "ben"), Window, _ => null, "lee", Now, default);
        var later = new Roster.Roster(opened.Store.Table("Roster"), Organisation([mine with { End = mine.End.AddHours(1) }, other with { Person = "cal" }]));
        await later.Load(default);
        Assert.Equal(["ben", "cal"], await Holders(later));
    }

    [Fact]
    public async Task A_swapped_shift_whose_time_the_files_change_keeps_it_and_every_start_says_on_which_line()
    {
        await using var opened = await OpenStore("Roster");
        var (mine, other) = (Duty("s0", "ann", 0), Duty("s1", "ann", 1));
        Roster.Roster Start(DateTimeOffset at, params Shift[] files) => new(opened.Store.Table("Roster"), Organisation(files) with { ShiftLines = [7, 9] }, new ManualClock(at));
        var first = Start(Now, mine, other);
        Assert.Empty(await first.Load(default));
        await new ShiftChanges(opened.Store.Table("Roster"), first).Make("one", new(mine, "ben"), Window, _ => null, "lee", Now, default);
        Assert.Empty(await Start(Now, mine, other with { Post = "W3" }).Load(default));
        var later = mine with { End = mine.End.AddHours(1) };
        HeldShift held = new(7, new(2026, 11, 23));
        Assert.Equal([held], await Start(Now, later, other).Load(default));
        var again = Start(Now, later, other);
        Assert.Equal([held], await again.Load(default));
        Assert.Equal((mine with { Person = "ben" }, "W1"), (await Only(again, "s0"), (await Only(again, "s1")).Post));
        // Whose it is by the files: the swap agrees with who it was, and with who has it.
        Assert.Equal([held], await Start(Now, mine with { Person = "cal" }, other).Load(default));
        Assert.Empty(await Start(Now, mine with { Person = "ben" }, other).Load(default));
        Assert.Empty(await Start(later.End, later, other).Load(default));
        Assert.Empty(await Start(Now, mine, other).Load(default));
    }

    private static async Task<Shift> Only(Roster.Roster roster, string id) => (await roster.Around("hall", Now, Now.AddDays(400))).Single(s => s.Id == id);

    private static async Task<IEnumerable<string>> Holders(Roster.Roster roster) =>
        (await roster.Around("hall", Now, Now.AddDays(400))).OrderBy(s => s.Id, StringComparer.Ordinal).Select(s => s.Person);

    private static Shift Duty(string id, string person, int day) => new(id, person, "hall", "W1", Now.AddHours(2).AddDays(day / 4.0), Now.AddHours(5).AddDays(day / 4.0));

    private static Organisation Organisation(IReadOnlyList<Shift> shifts)
    {
        Person Of(string id) => new(id, id, "", $"e-{id}", Language.English, "hall", "W1", [Role.Staff], [], "", "");
        using var sample = new SampleOrg();
        return new([new("hall", "Hall", "Asia/Shanghai", "CN")], [Of("ann"), Of("ben"), Of("cal")], shifts, [], sample.Read().Organisation!.Policy);
    }
}

public sealed class SqliteShiftChangeTests : ShiftChangeContract
{
    protected override int ShortForm => 60;

    protected override async Task<ITestStore> OpenStore(params string[] tables) => await SqliteTestStore.Open(tables);
}

[Collection(Azurite.Collection)]
public sealed class AzureShiftChangeTests(Azurite azurite) : ShiftChangeContract
{
    protected override int ShortForm => 15;

    protected override async Task<ITestStore> OpenStore(params string[] tables) => await AzureTestStore.Open(azurite, tables);
}
