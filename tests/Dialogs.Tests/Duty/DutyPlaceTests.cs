using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Tests.Duty;

/// <summary>Whether somebody can be where the shift is, and whether the post is left alone.</summary>
public sealed class DutyPlaceTests
{
    [Fact]
    public void Everything_that_fits_is_found_without_fault()
    {
        var plan = new Plan();
        var given = plan.Add("cem", "2026-11-23 08:00", "16:00");
        var back = plan.Add("eva", "2026-11-25 08:00", "16:00");
        Assert.Empty(plan.Give(given, "eva", back));
    }

    [Fact]
    public void Only_the_holders_change()
    {
        var plan = new Plan();
        var (given, other, back) = (plan.Add("ann", "2026-11-23 08:00", "16:00"), plan.Add("ann", "2026-11-24 08:00", "16:00"), plan.Add("eva", "2026-11-25 08:00", "16:00"));
        Assert.Equal([given with { Person = "eva" }, other, back with { Person = "ann" }], new DutyChange(given, "eva", back).After(plan.Shifts));
        Assert.Equal([given with { Person = "eva" }, other, back], new DutyChange(given, "eva").After(plan.Shifts));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(600, true)]
    public void A_shift_that_has_begun_stays(int minutes, bool found)
    {
        var plan = new Plan();
        var given = plan.Add("cem", "2026-11-23 08:00", "16:00");
        Assert.Equal(
            found ? [new(DutyRule.Past, DutySeverity.Block, "cem", new(2026, 11, 23), DutyLaw.Roster)] : [],
            plan.Give(given, "eva", at: given.Start.AddMinutes(minutes)));
    }

    [Fact]
    public void A_shift_in_return_that_has_begun_stays_too()
    {
        var plan = new Plan();
        var given = plan.Add("cem", "2026-11-25 08:00", "16:00");
        var back = plan.Add("eva", "2026-11-23 08:00", "16:00");
        Assert.Equal((DutyRule.Past, "eva"), Assert.Single(plan.Give(given, "eva", back, back.Start).Select(f => (f.Rule, f.Person))));
    }

    [Theory]
    [InlineData("12:00", "16:00", false)]
    [InlineData("11:59", "16:00", true)]
    [InlineData("04:00", "08:00", false)]
    [InlineData("09:00", "10:00", true)]
    public void Nobody_has_two_shifts_at_one_time(string from, string to, bool found)
    {
        var plan = new Plan("EU");
        plan.Add("eva", "2026-11-23 08:00", "12:00");
        var given = plan.Add("cem", $"2026-11-23 {from}", to);
        Assert.Equal(found ? [(DutySeverity.Block, "eva")] : [], plan.Of(DutyRule.Overlap, given, "eva").Select(f => (f.Severity, f.Person)));
    }

    [Fact]
    public void Two_shifts_at_the_same_time_can_be_swapped_for_each_other()
    {
        var plan = new Plan();
        var (given, back) = (plan.Add("cem", "2026-11-23 08:00", "16:00"), plan.Add("eva", "2026-11-23 08:00", "16:00"));
        Assert.Empty(plan.Give(given, "eva", back));
        Assert.Single(plan.Of(DutyRule.Overlap, given, "eva"));
    }

    [Theory]
    [InlineData("2026-11-23 08:00", "16:00", true)]
    [InlineData("2026-11-22 20:00", "00:00", false)]
    [InlineData("2026-11-22 20:00", "00:30", true)]
    [InlineData("2026-11-24 00:00", "06:00", false)]
    public void Who_is_away_takes_no_shift_that_touches_that_day(string from, string to, bool found)
    {
        var plan = new Plan();
        plan.Away("eva", new(2026, 11, 23), new(2026, 11, 23));
        var given = plan.Add("cem", from, to);
        Assert.Equal(found ? [(DutySeverity.Block, "eva", new DateOnly(2026, 11, 23))] : [], plan.Of(DutyRule.OnLeave, given, "eva").Select(f => (f.Severity, f.Person, f.Day)));
    }

    [Fact]
    public void Who_is_away_may_give_a_shift_away_and_has_no_other_finding()
    {
        var plan = new Plan();
        plan.Away("cem", new(2026, 11, 23), new(2026, 11, 23));
        Assert.Empty(plan.Give(plan.Add("cem", "2026-11-23 08:00", "16:00", Plan.Till), "eva"));
        plan.Away("eva", new(2026, 11, 24), new(2026, 11, 24));
        Assert.Equal(DutyRule.OnLeave, Assert.Single(plan.Give(plan.Add("cem", "2026-11-24 06:00", "20:00"), "eva")).Rule);
    }

    [Fact]
    public void A_post_needs_its_skills_and_all_of_them()
    {
        var plan = new Plan();
        plan.PostSkills["loans"] = ["deposit", "loan"];
        plan.People.AddRange([Plan.Person("fay", "", "", "loan"), Plan.Person("gus", "", "", "loan", "deposit", "withdrawal")]);
        var given = plan.Add("cem", "2026-11-23 08:00", "16:00", "loans");
        Assert.Equal([(DutyRule.Skills, DutySeverity.Block, "fay")], plan.Give(given, "fay").Select(f => (f.Rule, f.Severity, f.Person)));
        Assert.Empty(plan.Give(given, "gus"));
        Assert.Empty(plan.Give(given with { Post = "elsewhere" }, "fay"));
    }

    [Fact]
    public void Who_held_a_post_without_its_skills_may_go_on_but_takes_no_more()
    {
        var plan = new Plan();
        plan.PostSkills["loans"] = ["loan"];
        var (given, back) = (plan.Add("cem", "2026-11-23 08:00", "12:00", "loans"), plan.Add("eva", "2026-11-23 12:00", "16:00", "loans"));
        Assert.Equal(["eva"], plan.Of(DutyRule.Skills, given, "eva").Select(f => f.Person));
        Assert.DoesNotContain(plan.Give(given, "eva", back), f => f.Person == "eva");
    }

    [Fact]
    public void Of_the_two_people_of_a_post_one_stays()
    {
        var plan = new Plan();
        var given = plan.Add("ann", "2026-11-23 08:00", "16:00", Plan.Desk);
        Assert.Equal([new(DutyRule.BothAway, DutySeverity.Block, "ann", new(2026, 11, 23), DutyLaw.AbRole, TimeSpan.FromHours(8))], plan.Give(given, "eva"));
        Assert.Empty(plan.Give(given, "ben"));
        plan.Add("ben", "2026-11-23 08:00", "16:00");
        Assert.Empty(plan.Give(given, "eva"));
    }

    [Fact]
    public void A_stand_in_who_is_away_or_comes_later_does_not_stand_in()
    {
        var plan = new Plan();
        var given = plan.Add("ann", "2026-11-23 08:00", "16:00", Plan.Desk);
        plan.Add("ben", "2026-11-23 12:00", "20:00");
        Assert.Equal([(DutySeverity.Warn, TimeSpan.FromHours(4))], plan.Give(given, "eva").Select(f => (f.Severity, f.Measured!.Value)));
        plan.Away("ben", new(2026, 11, 23), new(2026, 11, 23));
        Assert.Equal([(DutySeverity.Block, TimeSpan.FromHours(8))], plan.Give(given, "eva").Select(f => (f.Severity, f.Measured!.Value)));
    }

    [Fact]
    public void A_stand_in_does_not_leave_the_post_that_somebody_else_sits_at()
    {
        var plan = new Plan();
        plan.Add("dan", "2026-11-23 08:00", "16:00", Plan.Desk);
        var given = plan.Add("ben", "2026-11-23 08:00", "16:00");
        Assert.Equal([(DutyRule.BothAway, "ben")], plan.Give(given, "eva").Select(f => (f.Rule, f.Person)));
    }

    [Fact]
    public void A_post_that_nobody_works_at_and_one_without_a_stand_in_are_left()
    {
        var plan = new Plan();
        Assert.Empty(plan.Give(plan.Add("ann", "2026-11-23 08:00", "16:00"), "eva"));
        plan.People.Add(Plan.Person("fay", "gate", ""));
        Assert.Empty(plan.Give(plan.Add("fay", "2026-11-23 08:00", "16:00", "gate"), "eva"));
    }

    [Fact]
    public void Where_both_were_away_before_nothing_became_worse()
    {
        var plan = new Plan();
        Assert.Empty(plan.Give(plan.Add("eva", "2026-11-23 08:00", "16:00", Plan.Desk), "cem"));
    }

    [Fact]
    public void Who_swaps_the_place_for_another_at_the_same_time_is_still_there()
    {
        var plan = new Plan();
        var (given, back) = (plan.Add("ann", "2026-11-23 08:00", "16:00", Plan.Desk), plan.Add("eva", "2026-11-23 08:00", "16:00"));
        Assert.Empty(plan.Give(given, "eva", back));
    }

    [Fact]
    public void A_finding_is_named_by_rule_person_and_day()
    {
        var plan = new Plan();
        var given = plan.Add("ann", "2026-11-23 08:00", "16:00", Plan.Desk);
        Assert.Equal("bothAway/ann/2026-11-23", Assert.Single(plan.Give(given, "eva")).Key);
    }

    [Theory]
    [InlineData("2026-11-30 22:00", null, "2026-10-17T16:00Z", "2026-12-14T16:00Z")]
    [InlineData("2026-11-23 08:00", "2027-01-04 08:00", "2026-10-17T16:00Z", "2027-02-14T16:00Z")]
    public void The_window_is_the_months_of_the_shifts_and_fourteen_days_on_either_side(string given, string? back, string from, string to)
    {
        var plan = new Plan();
        var change = new DutyChange(plan.Add("ann", given, "23:00"), "eva", back is null ? null : plan.Add("eva", back, "23:00"));
        Assert.Equal((DateTimeOffset.Parse(from, null), DateTimeOffset.Parse(to, null)), DutyFacts.Window(change, plan.Zone));
    }
}
