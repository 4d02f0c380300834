using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads the section <c>retention</c> of <c>policy.json</c>: days for each kind. It may be missing: then what is shipped holds.</summary>
internal static class RetentionSection
{
    /// <summary>The names that may stand in the section.</summary>
    public static readonly string[] Names = ["freeTextDays", "answersDays", "casesDays", "swapsDays", "coversDays", "incidentsDays", "accessLogDays", "leaversDays"];

    private const int TenYears = 3653;

    public static RetentionPolicy Read(JsonSection section)
    {
        var policy = new RetentionPolicy(
            section.Number("freeTextDays", 7, 365),
            section.Number("answersDays", 30, 731),
            section.Number("casesDays", 30, TenYears),
            section.Number("swapsDays", 30, TenYears),
            section.Number("coversDays", 7, TenYears),
            section.Number("incidentsDays", RetentionPolicy.FiveYears, TenYears),
            section.Number("accessLogDays", 365, TenYears),
            section.Has("leaversDays") ? section.Number("leaversDays", 7, 731) : RetentionPolicy.Quarter);
        if (policy.FreeText > policy.Answers && section.Has("freeTextDays") && section.Has("answersDays"))
            section.Add("freeTextDays", "what was written would outlive the answers beside which it stands", "Write a number not above that of answersDays.");
        return policy;
    }
}
