using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Duty;

/// <summary>Where a rule of duty comes from.</summary>
public enum DutyLaw
{
    /// <summary>No law: no roster works without it.</summary>
    Roster,

    /// <summary>No law: the rules of posts with two people (AB角), of whom one is always there.</summary>
    AbRole,

    /// <summary>No law: what this product advises.</summary>
    Advice,

    /// <summary>劳动法 art. 38: at least one day of rest a week.</summary>
    LabourLaw38,

    /// <summary>劳动法 art. 41: overtime is one hour a day, for special reasons three, and 36 hours a month at most.</summary>
    LabourLaw41,

    /// <summary>劳动法 art. 61 and 63: no night work late in pregnancy and while nursing.</summary>
    LabourLaw61And63,

    /// <summary>国务院关于职工工作时间的规定 art. 3: 8 hours a day, 40 a week.</summary>
    WorkingHoursProvisions3,

    /// <summary>Directive 2003/88/EC art. 3: 11 consecutive hours of rest in each 24.</summary>
    WorkingTimeDirective3,

    /// <summary>Directive 2003/88/EC art. 5: a rest of 24 hours in each seven days.</summary>
    WorkingTimeDirective5,

    /// <summary>Directive 2003/88/EC art. 6 and 16: 48 hours a week on average over up to four months.</summary>
    WorkingTimeDirective6,

    /// <summary>Directive 2003/88/EC art. 8: 8 hours in 24 on average for who works at night.</summary>
    WorkingTimeDirective8,
}

/// <summary>A limit of duty: what lies beyond it is a finding.</summary>
/// <param name="Profile">Labour rules to which it belongs, CN or EU; null for all.</param>
/// <param name="Limit">Most time, or least rest; null where anything is a finding.</param>
/// <param name="LimitDays">Most working days in a row; null for other rules.</param>
public sealed record DutyLimit(DutyRule Rule, string? Profile, DutySeverity Severity, DutyLaw Law, TimeSpan? Limit = null, int? LimitDays = null)
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <summary>Every limit, in the order of the rules; of one rule the gravest first.</summary>
    public static ImmutableArray<DutyLimit> Table { get; } =
    [
        new(DutyRule.Past, null, DutySeverity.Block, DutyLaw.Roster),
        new(DutyRule.Overlap, null, DutySeverity.Block, DutyLaw.Roster),
        new(DutyRule.OnLeave, null, DutySeverity.Block, DutyLaw.Roster),
        new(DutyRule.BothAway, null, DutySeverity.Block, DutyLaw.AbRole),
        new(DutyRule.BothAway, null, DutySeverity.Warn, DutyLaw.AbRole),
        new(DutyRule.Skills, null, DutySeverity.Block, DutyLaw.Roster),
        new(DutyRule.DailyRest, "CN", DutySeverity.Warn, DutyLaw.Advice, 11 * Hour),
        new(DutyRule.DailyRest, "EU", DutySeverity.Block, DutyLaw.WorkingTimeDirective3, 11 * Hour),
        new(DutyRule.WeeklyRest, "CN", DutySeverity.Block, DutyLaw.LabourLaw38, LimitDays: 6),
        new(DutyRule.WeeklyRest, "EU", DutySeverity.Block, DutyLaw.WorkingTimeDirective5, LimitDays: 6),
        new(DutyRule.DailyHours, "CN", DutySeverity.Block, DutyLaw.LabourLaw41, 11 * Hour),
        new(DutyRule.DailyHours, "CN", DutySeverity.Warn, DutyLaw.LabourLaw41, 9 * Hour),
        new(DutyRule.WeeklyHours, "CN", DutySeverity.Warn, DutyLaw.WorkingHoursProvisions3, 40 * Hour),
        new(DutyRule.WeeklyHours, "EU", DutySeverity.Warn, DutyLaw.WorkingTimeDirective6, 48 * Hour),
        new(DutyRule.MonthlyOvertime, "CN", DutySeverity.Block, DutyLaw.LabourLaw41, 36 * Hour),
        new(DutyRule.Night, "CN", DutySeverity.Warn, DutyLaw.LabourLaw61And63),
        new(DutyRule.Night, "EU", DutySeverity.Warn, DutyLaw.WorkingTimeDirective8, 8 * Hour),
    ];

    /// <summary>Those of a rule that hold for a profile, the gravest first.</summary>
    public static IEnumerable<DutyLimit> Of(DutyRule rule, string profile) =>
        Table.Where(l => l.Rule == rule && (l.Profile is null || l.Profile == profile));

    internal DutyFinding Broken(string person, DateOnly day, TimeSpan? measured = null, int? measuredDays = null) =>
        new(Rule, Severity, person, day, Law, measured, Limit, measuredDays, LimitDays);
}
