using CheckInBot.Bot.Roster;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Rosters;

public sealed class DemoTests
{
    private static readonly DateTimeOffset FirstDay = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    private static Organisation Read(string folder, DateTimeOffset now)
    {
        var (organisation, faults) = OrgFolder.Read(folder, now);
        Assert.Empty(faults);
        return organisation!;
    }

    [Fact]
    public void The_demonstration_has_no_fault_today() => Read(SampleOrg.Demo, DateTimeOffset.UtcNow);

    [Fact]
    public void On_each_of_400_days_the_demonstration_has_no_fault_and_both_shifts_are_staffed()
    {
        for (var day = 0; day < 400; day++)
            AssertStaffed(Read(SampleOrg.Demo, FirstDay.AddDays(day).AddHours(day % 24)), FirstDay.AddDays(day).AddHours(day % 24));
    }

    [Fact]
    public void On_each_of_400_days_in_New_York_with_both_changes_of_the_clock_it_has_no_fault_either()
    {
        using var org = new SampleOrg();
        foreach (var file in Directory.GetFiles(SampleOrg.Demo))
            System.IO.File.Copy(file, Path.Combine(org.Folder, Path.GetFileName(file)), true);
        org.Replace("teams.csv", "Asia/Shanghai", "America/New_York");
        // One line works through the nights on which the clock changes.
        org.Write("shifts.csv", org.Text("shifts.csv") + "night-{date},dingmou,support,,D+0T22:00,D+1T02:30,D-7..D+14\n");
        var known = new Dictionary<string, Shift>();
        for (var day = 0; day < 400; day++)
        {
            var now = FirstDay.AddDays(day).AddHours(day % 24);
            var organisation = Read(org.Folder, now);
            AssertStaffed(organisation, now);
            foreach (var shift in organisation.Shifts)
            {
                if (!known.TryAdd(shift.Id, shift))
                    Assert.Equal(known[shift.Id], shift);
            }
        }
        Assert.Equal(TimeSpan.FromHours(4), known["night-20270313"].End - known["night-20270313"].Start);
        Assert.Equal(TimeSpan.FromHours(5.5), known["night-20271106"].End - known["night-20271106"].Start);
    }

    private static void AssertStaffed(Organisation organisation, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(organisation.Teams[0].TimeZone);
        var people = organisation.People.ToDictionary(p => p.Id);
        var today = LocalTime.DayOf(now, zone);
        foreach (var day in new[] { -7, 0, 14 }.Select(today.AddDays))
        {
            foreach (var hour in new[] { 9, 18 })
            {
                var at = LocalTime.ToInstant(day.ToDateTime(new(hour, 0)), zone);
                var there = organisation.Shifts.Where(s => s.Team == "hall" && s.Covers(at)).Select(s => people[s.Person]).ToList();
                Assert.InRange(there.Count(p => p.Is(Role.Staff)), 4, 6);
                Assert.Equal(hour == 9 ? Language.Chinese : Language.English, Assert.Single(there, p => p.Is(Role.Leader)).Language);
            }
        }
    }

    [Fact]
    public void Nobody_in_the_hall_works_more_than_40_hours_a_week()
    {
        var organisation = Read(SampleOrg.Demo, FirstDay);
        foreach (var theirs in organisation.Shifts.Where(s => s.Team == "hall").GroupBy(s => s.Person))
        {
            foreach (var week in theirs.GroupBy(s => s.Start.ToUnixTimeSeconds() / 86400 / 7))
                Assert.InRange(week.Sum(s => (s.End - s.Start).TotalHours), 0, 40);
        }
    }

    [Fact]
    public void Buddies_are_four_who_meet_and_stand_ins_are_never_off_together()
    {
        var organisation = Read(SampleOrg.Demo, FirstDay);
        Assert.All(organisation.People.Where(p => p.BuddyGroup.Length > 0).GroupBy(p => p.BuddyGroup), g => Assert.Equal(4, g.Count()));
        var days = organisation.Shifts.ToLookup(s => s.Person, s => DateOnly.FromDateTime(s.Start.UtcDateTime));
        foreach (var person in organisation.People.Where(p => p.BRole.Length > 0))
        {
            Assert.Equal(person.Id, organisation.People.Single(p => p.Id == person.BRole).BRole);
            for (var day = -7; day <= 14; day++)
                Assert.Contains(DateOnly.FromDateTime(FirstDay.UtcDateTime).AddDays(day), days[person.Id].Concat(days[person.BRole]));
        }
    }

    [Fact]
    public void Half_the_staff_read_English_and_each_role_is_there()
    {
        var people = Read(SampleOrg.Demo, FirstDay).People;
        Assert.Equal((6, 12), (people.Count(p => p.Is(Role.Staff) && p.Language == Language.English), people.Count(p => p.Is(Role.Staff))));
        Assert.Equal([Language.Chinese, Language.English], people.Where(p => p.Is(Role.Counsellor)).Select(p => p.Language).Order());
        Assert.All(Enum.GetValues<Role>(), role => Assert.Contains(people, p => p.Is(role)));
        Assert.All(people, p => Assert.EndsWith("@example.com", p.Email, StringComparison.Ordinal));
    }

    [Fact]
    public void Half_an_hour_after_every_shift_of_staff_a_leader_and_a_crisis_contact_are_found()
    {
        var organisation = Read(SampleOrg.Demo, FirstDay);
        var people = organisation.People.ToDictionary(p => p.Id);
        foreach (var shift in organisation.Shifts.Where(s => people[s.Person].Is(Role.Staff)))
        {
            var at = shift.End.AddMinutes(29);
            var onDuty = organisation.Shifts.Where(s => s.Covers(at)).Select(s => s.Person).ToHashSet();
            IReadOnlyList<Candidate> candidates =
            [
                .. organisation.People.Select(p => new Candidate(
                    p.Id, p.Roles, onDuty.Contains(p.Id), false, p.Team == shift.Team, false, organisation.Policy.CrisisContacts.Contains(p.Id) ? 0 : null)),
            ];
            Assert.All(
                organisation.Policy.Escalation.Chains[Route.Leader].Take(1).Concat(organisation.Policy.Escalation.Chains[Route.CrisisContact].Take(1)),
                step => Assert.NotEmpty(Chain.Find(step, shift.Person, [], candidates)));
        }
    }
}
