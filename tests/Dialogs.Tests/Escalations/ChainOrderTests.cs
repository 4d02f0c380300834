using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests.Escalations;

public sealed class ChainOrderTests
{
    private static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);
    private static readonly ChainStep LeaderOnDuty = new(StepRole.Leader, true, Wait);
    private static readonly ChainStep AnyLeader = new(StepRole.Leader, false, Wait);

    private static Candidate Leader(string id, bool onDuty = true, bool away = false, bool sameTeam = true) =>
        new(id, [Role.Leader], onDuty, away, sameTeam, false, null);

    private static Candidate Contact(string id, int rank, bool onDuty = false, bool away = false) =>
        new(id, [Role.Counsellor], onDuty, away, false, false, rank);

    private static Candidate Buddy(string id, bool onDuty = true) => new(id, [Role.Staff], onDuty, false, true, true, null);

    private static string[] Find(ChainStep step, string subject, IReadOnlyCollection<string> asked, IReadOnlyList<Candidate> candidates) =>
        [.. Chain.Find(step, subject, asked, candidates)];

    [Fact]
    public void The_leader_on_duty_is_asked_and_not_the_one_at_home() =>
        Assert.Equal(["lena"], Find(LeaderOnDuty, "ann", [], [Leader("chen", onDuty: false), Leader("lena")]));

    [Fact]
    public void Without_a_leader_on_duty_such_a_step_has_nobody() =>
        Assert.Empty(Find(LeaderOnDuty, "ann", [], [Leader("chen", onDuty: false)]));

    [Fact]
    public void A_step_for_anyone_prefers_those_on_duty() =>
        Assert.Equal(["lena"], Find(AnyLeader, "ann", [], [Leader("chen", onDuty: false), Leader("lena")]));

    [Fact]
    public void Among_equals_the_order_of_ids_decides_whatever_the_order_of_the_roster() =>
        Assert.Equal(["chen"], Find(LeaderOnDuty, "ann", [], [Leader("lena"), Leader("chen")]));

    [Fact]
    public void Those_already_asked_are_passed_over() =>
        Assert.Equal(["lena"], Find(LeaderOnDuty, "ann", ["chen"], [Leader("chen"), Leader("lena")]));

    [Fact]
    public void A_step_that_asks_again_asks_only_those_already_asked() =>
        Assert.Equal(["su"], Find(new(StepRole.CrisisContact, false, Wait, Again: true), "ann", ["su"], [Contact("cara", 1), Contact("su", 0)]));

    [Fact]
    public void Nobody_is_asked_about_themselves() => Assert.Empty(Find(AnyLeader, "lena", [], [Leader("lena")]));

    [Fact]
    public void Somebody_on_leave_is_not_asked_even_when_the_roster_has_them_on_shift() =>
        Assert.Empty(Find(LeaderOnDuty, "ann", [], [Leader("lena", away: true)]));

    [Fact]
    public void A_leader_of_another_team_is_not_asked() =>
        Assert.Empty(Find(AnyLeader, "ann", [], [Leader("lena", sameTeam: false)]));

    [Fact]
    public void Who_is_on_duty_comes_before_the_order_of_crisis_contacts() =>
        Assert.Equal(["cara"], Find(new(StepRole.CrisisContact, false, Wait), "ann", [], [Contact("cara", 1, onDuty: true), Contact("su", 0)]));

    [Fact]
    public void The_first_crisis_contact_on_leave_makes_way_for_the_second() =>
        Assert.Equal(["cara"], Find(new(StepRole.CrisisContact, false, Wait), "ann", [], [Contact("cara", 1), Contact("su", 0, away: true)]));

    [Fact]
    public void A_step_for_everyone_asks_all_buddies_those_on_duty_first() =>
        Assert.Equal(
            ["ben", "lisi", "eva"],
            Find(new(StepRole.Buddy, false, Wait, Everyone: true), "ann", [], [Buddy("eva", onDuty: false), Buddy("lisi"), Buddy("ann"), Buddy("ben"), Leader("chen")]));

    [Theory]
    [InlineData(StepRole.HallLeader, Role.HallLeader)]
    [InlineData(StepRole.Counsellor, Role.Counsellor)]
    public void A_role_of_the_hall_serves_every_team(StepRole step, Role role) =>
        Assert.Equal(["x"], Find(new(step, false, Wait), "ann", [], [new("x", [role], false, false, false, false, null), Leader("lena")]));

    [Fact]
    public void In_any_roster_nobody_unfit_is_asked_and_nobody_twice()
    {
        var random = new Random(19);
        for (var walk = 0; walk < 2000; walk++)
        {
            var candidates = Enumerable.Range(0, random.Next(8)).Select(i => new Candidate(
                $"p{i}",
                [.. Enum.GetValues<Role>().Where(_ => random.Next(3) == 0)],
                random.Next(2) == 0,
                random.Next(4) == 0,
                random.Next(2) == 0,
                random.Next(2) == 0,
                random.Next(2) == 0 ? random.Next(3) : null)).ToList();
            List<string> asked = [.. candidates.Where(_ => random.Next(3) == 0).Select(c => c.Person)];
            var step = new ChainStep((StepRole)random.Next(5), random.Next(2) == 0, Wait, random.Next(2) == 0, random.Next(4) == 0);
            var found = Find(step, "p0", asked, candidates);
            Assert.Equal(found.Distinct(), found);
            Assert.True(step.Everyone || found.Length <= 1);
            Assert.All(found, id =>
            {
                var one = candidates.Single(c => c.Person == id);
                Assert.True(id != "p0" && !one.Away && one.Fits(step.Role) && (one.OnDuty || !step.OnDuty));
                Assert.Equal(step.Again, asked.Contains(id));
            });
            var shuffled = candidates.OrderBy(_ => random.Next()).ToList();
            Assert.Equal(found, Find(step, "p0", asked, shuffled));
        }
    }
}
