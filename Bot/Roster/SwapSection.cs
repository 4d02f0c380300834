using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads the section <c>swap</c> of <c>policy.json</c>: the clocks of duty swaps.</summary>
internal static class SwapSection
{
    /// <summary>The names that may stand in the section.</summary>
    public static readonly string[] Names = ["lapseBefore", "remindAfter", "hallLeadersAfter", "undoFor"];

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public static SwapPolicy Read(JsonSection section)
    {
        var policy = new SwapPolicy(
            section.Span("lapseBefore", Minute, 3 * Day),
            section.Span("remindAfter", Minute, 3 * Day),
            section.Span("hallLeadersAfter", Minute, 3 * Day),
            section.Span("undoFor", Minute, 7 * Day));
        if (policy.HallLeadersAfter <= policy.RemindAfter && section.Has("hallLeadersAfter") && section.Has("remindAfter"))
            section.Add("hallLeadersAfter", "leaders of the hall would be asked before anybody is reminded", "Write a span longer than that of remindAfter.");
        return policy;
    }
}
