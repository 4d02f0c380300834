using System.Collections.Immutable;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads the section <c>incident</c> of <c>policy.json</c>: who handles what is restricted, and how long a review may take.</summary>
internal static class IncidentSection
{
    /// <summary>The names that may stand in the section.</summary>
    public static readonly string[] Names = ["handler", "review", "report", "visits"];

    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    /// <param name="knows">Whether the id is one of <c>people.csv</c>.</param>
    public static ReviewPolicy Review(JsonSection incident, Func<string, bool> knows)
    {
        var review = incident.Object("review", "sameDayFrom", "remindAfter", "takeWithin", "replyDays", "warnDays", "hazardDays");
        var policy = new ReviewPolicy(
            Handlers(incident, knows),
            review.Number("sameDayFrom", 1, 5),
            review.Span("remindAfter", Minute, Month),
            review.Span("takeWithin", Minute, Month),
            review.Number("replyDays", 1, 30),
            review.Number("warnDays", 1, 30),
            review.Number("hazardDays", 1, 60));
        if (policy.RemindAfter >= policy.TakeWithin && review.Has("remindAfter") && review.Has("takeWithin"))
            review.Add("remindAfter", "the reminder comes when the next one is asked already", "Write a span shorter than that of takeWithin.");
        if (policy.WarnDays >= policy.ReplyDays && review.Has("warnDays") && review.Has("replyDays"))
            review.Add("warnDays", $"{policy.WarnDays} days before a reply within {policy.ReplyDays} nobody can be reminded", "Write a number below that of replyDays.");
        return policy;
    }

    private static ImmutableArray<string> Handlers(JsonSection incident, Func<string, bool> knows)
    {
        var handlers = incident.Texts("handler");
        foreach (var (i, person) in handlers.Index())
        {
            if (!knows(person))
                incident.Add($"handler[{i}]", ListFault.UnknownNamed, FileFaults.Tame(person));
            else if (handlers.Take(i).Contains(person))
                incident.Add($"handler[{i}]", $"the handler {person} stands there twice", "Remove one of them.");
        }
        return [.. handlers];
    }
}
