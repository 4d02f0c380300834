using System.Globalization;
using System.Text.Json;

namespace CheckInBot.Dialogs.Duty;

/// <summary>What a change of duty is checked for; <c>docs/duty-rules.md</c> tells the limits and how each is measured.</summary>
public enum DutyRule
{
    /// <summary>A shift of the change has begun.</summary>
    Past,

    /// <summary>Two shifts of one person at the same time.</summary>
    Overlap,

    /// <summary>The person is away on that day.</summary>
    OnLeave,

    /// <summary>A post is worked while neither its own people nor their stand-ins (AB角) are at work.</summary>
    BothAway,

    /// <summary>The person lacks a skill that the post needs.</summary>
    Skills,

    DailyRest,
    WeeklyRest,
    DailyHours,
    WeeklyHours,
    MonthlyOvertime,
    Night,
}

/// <summary>What a finding does to a change.</summary>
public enum DutySeverity
{
    /// <summary>Whoever approves sees it and decides.</summary>
    Warn,

    /// <summary>The change cannot be.</summary>
    Block,
}

/// <summary>Something that a change of duty would make new or worse.</summary>
/// <param name="Person">Id of one of the two whose shifts change.</param>
/// <param name="Day">Local day on which the shift begins; Monday of the week of <see cref="DutyRule.WeeklyHours"/>, the first of the month of
/// <see cref="DutyRule.MonthlyOvertime"/>, the first day that should be free of <see cref="DutyRule.WeeklyRest"/>, the day of absence of <see cref="DutyRule.OnLeave"/>.</param>
/// <param name="Law">Where the rule comes from.</param>
/// <param name="Measured">Time that the rule counts, in real hours; null where it counts days or nothing.</param>
/// <param name="Limit">Time that is allowed; null where the rule has no such limit.</param>
/// <param name="MeasuredDays">Working days in a row; null for other rules.</param>
/// <param name="LimitDays">Working days in a row that are allowed; null for other rules.</param>
public sealed record DutyFinding(
    DutyRule Rule,
    DutySeverity Severity,
    string Person,
    DateOnly Day,
    DutyLaw Law,
    TimeSpan? Measured = null,
    TimeSpan? Limit = null,
    int? MeasuredDays = null,
    int? LimitDays = null)
{
    /// <summary>Names the finding for whoever accepts it, the same at every check: rule, person and day, as <c>weeklyHours/ann/2026-11-23</c>.</summary>
    public string Key => string.Create(CultureInfo.InvariantCulture, $"{JsonNamingPolicy.CamelCase.ConvertName(Rule.ToString())}/{Person}/{Day:yyyy-MM-dd}");

    /// <summary>It tells how long the person works or rests, which is for them and whoever decides.</summary>
    public bool TellsHours => Rule is DutyRule.DailyRest or DutyRule.WeeklyRest or DutyRule.DailyHours or DutyRule.WeeklyHours or DutyRule.MonthlyOvertime
        || (Rule == DutyRule.Night && Limit is not null);

    /// <summary>Whether this goes further beyond the limit than another finding of the same key.</summary>
    internal bool IsWorseThan(DutyFinding other) => Rule == DutyRule.DailyRest
        ? Measured < other.Measured
        : Measured > other.Measured || MeasuredDays > other.MeasuredDays;
}
