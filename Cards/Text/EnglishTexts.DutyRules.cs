using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string Rule(DutyRule rule) => rule switch
    {
        DutyRule.Past => "Shift that has begun",
        DutyRule.Overlap => "Shifts at the same time",
        DutyRule.OnLeave => "Not there on that day",
        DutyRule.BothAway => "Both people of a post away",
        DutyRule.Skills => "Skills of the post",
        DutyRule.DailyRest => "Rest in a day",
        DutyRule.WeeklyRest => "Days in a row",
        DutyRule.DailyHours => "Hours in a day",
        DutyRule.WeeklyHours => "Hours in a week",
        DutyRule.MonthlyOvertime => "Overtime in a month",
        _ => "Night work",
    };

    public override string Severity(DutySeverity severity) => severity == DutySeverity.Block ? "Cannot be" : "Please look";

    public override string Law(DutyLaw law) => law switch
    {
        DutyLaw.Roster => "any roster",
        DutyLaw.AbRole => "two people for each post",
        DutyLaw.Advice => "advice, not law",
        DutyLaw.LabourLaw38 => "Labour Law of China, art. 38",
        DutyLaw.LabourLaw41 => "Labour Law of China, art. 41",
        DutyLaw.LabourLaw61And63 => "Labour Law of China, art. 61 and 63",
        DutyLaw.WorkingHoursProvisions3 => "State Council Provisions on Working Hours, art. 3",
        DutyLaw.WorkingTimeDirective3 => "Directive 2003/88/EC, art. 3",
        DutyLaw.WorkingTimeDirective5 => "Directive 2003/88/EC, art. 5",
        DutyLaw.WorkingTimeDirective6 => "Directive 2003/88/EC, art. 6, which looks at the average of some months",
        _ => "Directive 2003/88/EC, art. 8",
    };

    public override string Length(TimeSpan time) => ((int)time.TotalHours, time.Minutes) switch
    {
        (var hours, 0) => Of(hours, "hour"),
        (0, var minutes) => Of(minutes, "minute"),
        var (hours, minutes) => $"{Of(hours, "hour")} {Of(minutes, "minute")}",
    };

    public override string Finding(DutyFinding finding, PlainText name, Moment day) => finding.Rule switch
    {
        DutyRule.Past => $"{name}'s shift on {DayWord(day)} has begun, so it can no longer change hands.",
        DutyRule.Overlap => $"{name} would have two shifts at the same time on {DayWord(day)}.",
        DutyRule.OnLeave => $"{name} isn't there on {DayWord(day)}.",
        DutyRule.BothAway when finding.Severity == DutySeverity.Block =>
            $"Without {name} on {DayWord(day)}, neither the post's own person nor the stand-in would be at work ({Law(finding.Law)}).",
        DutyRule.BothAway =>
            $"Without {name} on {DayWord(day)}, neither the post's own person nor the stand-in would be at work for {Measured(finding)} ({Law(finding.Law)}).",
        DutyRule.Skills => $"{name} does not have all the skills yet that the post needs on {DayWord(day)}.",
        DutyRule.DailyRest => $"Within 24 hours of starting on {DayWord(day)}, {name} would rest {Measured(finding)} in a row at most, less than {Limit(finding)} ({Law(finding.Law)}).",
        DutyRule.WeeklyRest => $"{name} would work {finding.MeasuredDays ?? 0} days in a row; {DayWord(day)} should be a day of rest ({Law(finding.Law)}).",
        DutyRule.DailyHours => $"{name} would work {Measured(finding)} on {DayWord(day)}, more than {Limit(finding)} ({Law(finding.Law)}).",
        DutyRule.WeeklyHours => $"{name} would work {Measured(finding)} in the week from {Date(day)}, more than {Limit(finding)} ({Law(finding.Law)}).",
        DutyRule.MonthlyOvertime => $"{name} would work {Measured(finding)} of overtime in {Months[day.Day.Month - 1]}, more than {Limit(finding)} ({Law(finding.Law)}).",
        DutyRule.Night when finding.Limit is null =>
            $"The shift on {DayWord(day)} lies partly between 22:00 and 06:00. {name} may say no to it, without a reason ({Law(finding.Law)}).",
        _ => $"{name}'s night shift on {DayWord(day)} has {Measured(finding)}, more than {Limit(finding)} ({Law(finding.Law)}).",
    };

    private static string Of(int count, string unit) => count == 1 ? $"1 {unit}" : $"{count} {unit}s";

    private string Measured(DutyFinding finding) => Length(finding.Measured ?? default);

    private string Limit(DutyFinding finding) => Length(finding.Limit ?? default);
}
