using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Tests.Duty;

/// <summary>Random changes on random rosters.</summary>
public sealed class DutyWalks
{
    private const int Times = 200;
    private static readonly string[] Zones = ["Asia/Shanghai", "Europe/Berlin", "Australia/Lord_Howe"];
    private static readonly DateOnly First = new(2026, 10, 1);
    private static readonly DateTimeOffset At = new(2026, 10, 20, 3, 0, 0, TimeSpan.Zero);

    [Fact]
    public void What_is_found_does_not_depend_on_the_order_of_what_is_read()
    {
        for (var seed = 0; seed < Times; seed++)
        {
            var random = new Random(seed);
            var (plan, change) = Wild(random);
            var found = DutyRules.Check(change, plan.Facts, At);
            var shuffled = plan.Facts with { Shifts = Shuffled(plan.Shifts, random), Leaves = Shuffled(plan.Leaves, random), People = Shuffled(plan.People, random) };
            Assert.Equal(found.AsEnumerable(), DutyRules.Check(change, shuffled, At));
        }
    }

    [Fact]
    public void Only_the_two_are_named_blocks_come_first_and_each_key_is_there_once()
    {
        var rules = new HashSet<(DutyRule, DutySeverity)>();
        for (var seed = 0; seed < Times; seed++)
        {
            var (plan, change) = Wild(new Random(seed));
            var found = DutyRules.Check(change, plan.Facts, At);
            Assert.All(found, f => Assert.True(f.Person == change.Given.Person || f.Person == change.To));
            Assert.Equal(found.Length, found.Select(f => f.Key).Distinct().Count());
            Assert.Equal(found.OrderByDescending(f => f.Severity), found.AsEnumerable());
            rules.UnionWith(found.Select(f => (f.Rule, f.Severity)));
        }
        Assert.Equal(DutyLimit.Table.Select(l => (l.Rule, l.Severity)).Distinct().Order(), rules.Order());
    }

    [Fact]
    public void Who_only_gives_a_shift_away_is_told_of_nothing_but_the_past_and_the_post()
    {
        for (var seed = 0; seed < Times; seed++)
        {
            var (plan, change) = Wild(new Random(seed));
            var found = DutyRules.Check(change with { InReturn = null }, plan.Facts, At).Where(f => f.Person == change.Given.Person);
            Assert.All(found, f => Assert.True(f.Rule is DutyRule.Past or DutyRule.BothAway, f.Key));
        }
    }

    [Fact]
    public void Where_a_roster_keeps_every_rule_the_way_back_finds_nothing_but_the_past()
    {
        var blocked = 0;
        for (var seed = 0; seed < Times; seed++)
        {
            var (plan, change) = Lawful(new Random(seed));
            blocked += DutyRules.Check(change, plan.Facts, At).Length;
            var then = plan.Facts with { Shifts = [.. change.After(plan.Shifts)] };
            var back = new DutyChange(change.Given with { Person = change.To }, change.Given.Person, change.InReturn is { } s ? s with { Person = change.Given.Person } : null);
            Assert.Equal(plan.Shifts, back.After(then.Shifts));
            Assert.All(DutyRules.Check(back, then, At), f => Assert.Equal(DutyRule.Past, f.Rule));
        }
        Assert.True(blocked > Times / 2, "The changes are too tame to prove anything.");
    }

    [Fact]
    public void Where_nothing_becomes_worse_nothing_is_found()
    {
        for (var seed = 0; seed < Times; seed++)
        {
            var (plan, change) = Wild(new Random(seed));
            var twin = change.Given with { Id = "twin", Person = change.To };
            plan.Shifts.Add(twin);
            Assert.All(DutyRules.Check(new(change.Given, change.To, twin), plan.Facts, At), f => Assert.Equal(DutyRule.Past, f.Rule));
            Assert.All(DutyRules.Check(new(change.Given, change.Given.Person), plan.Facts, At), f => Assert.Equal(DutyRule.Past, f.Rule));
        }
    }

    [Fact]
    public void What_lies_beyond_the_window_changes_nothing()
    {
        for (var seed = 0; seed < Times; seed++)
        {
            var (plan, change) = Wild(new Random(seed), -60, 150);
            var (from, to) = DutyFacts.Window(change, plan.Zone);
            var within = plan.Facts with { Shifts = [.. plan.Shifts.Where(s => s.End > from && s.Start < to)] };
            Assert.Equal(DutyRules.Check(change, plan.Facts, At).Select(f => f.Key), DutyRules.Check(change, within, At).Select(f => f.Key));
        }
    }

    /// <summary>Shifts of any length at any time, absences, posts, skills: few rosters are worse.</summary>
    private static (Plan, DutyChange) Wild(Random random, int firstDay = 0, int days = 60)
    {
        var plan = new Plan(random.Next(2) == 0 ? "CN" : "EU", Zones[random.Next(Zones.Length)]);
        plan.PostSkills[Plan.Till] = ["loan"];
        plan.People[4] = Plan.Person("eva", Plan.Desk, "", "loan");
        foreach (var person in plan.People)
        {
            var share = random.Next(3, 11);
            for (var day = firstDay; day < firstDay + days; day++)
            {
                if (random.Next(10) >= share)
                    continue;
                var start = LocalTime.ToInstant(First.AddDays(day).ToDateTime(TimeOnly.MinValue), plan.Zone).AddMinutes(30 * random.Next(48));
                var post = new[] { "office", Plan.Desk, Plan.Till }[random.Next(3)];
                plan.Shifts.Add(new($"{person.Id}{day}", person.Id, "hall", post, start, start.AddMinutes(30 * random.Next(2, 27))));
            }
            if (random.Next(3) == 0 && First.AddDays(random.Next(days)) is var from)
                plan.Away(person.Id, from, from.AddDays(random.Next(5)));
        }
        return (plan, Change(plan, random, s => s.Start >= At.AddDays(-20) && s.Start < At.AddDays(40)));
    }

    /// <summary>Everybody works eight hours at their own post, Monday to Friday.</summary>
    private static (Plan, DutyChange) Lawful(Random random)
    {
        var plan = new Plan(random.Next(2) == 0 ? "CN" : "EU", Zones[random.Next(Zones.Length)]);
        plan.PostSkills[Plan.Till] = ["loan"];
        plan.People[2] = Plan.Person("cem", Plan.Till, "dan", "loan");
        for (var day = 0; day < 60; day++)
        {
            foreach (var person in plan.People.Where(_ => WorkingDays.Weekdays.IsWorkingDay(First.AddDays(day))))
            {
                if (random.Next(5) == 0)
                    plan.Away(person.Id, First.AddDays(day), First.AddDays(day));
                else if (random.Next(4) > 0)
                    plan.Add(person.Id, $"{First.AddDays(day):yyyy-MM-dd} {(random.Next(2) == 0 ? "08:00" : "12:00")}", "16:00", person.Post.Length > 0 ? person.Post : "office");
            }
        }
        return (plan, Change(plan, random, _ => true));
    }

    private static DutyChange Change(Plan plan, Random random, Func<Shift, bool> takes)
    {
        var shifts = plan.Shifts.Where(takes).ToList();
        var given = shifts[random.Next(shifts.Count)];
        var others = plan.People.Where(p => p.Id != given.Person).ToList();
        var to = others[random.Next(others.Count)].Id;
        var theirs = shifts.Where(s => s.Person == to).ToList();
        return new(given, to, theirs.Count > 0 && random.Next(2) == 0 ? theirs[random.Next(theirs.Count)] : null);
    }

    private static List<T> Shuffled<T>(IEnumerable<T> items, Random random)
    {
        var all = items.ToArray();
        random.Shuffle(all);
        return [.. all];
    }
}
