using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads <c>incident.report</c> and <c>incident.visits</c> of <c>policy.json</c>: what follows a report for the person.</summary>
internal static class ReportSection
{
    private const int MostVisits = 10;

    public static IncidentPolicy Read(JsonSection incident, (TimeOnly From, TimeOnly To) working)
    {
        var report = incident.Object("report", "remindDraftAfter", "remindStatementAfter", "statementWithin");
        var visits = incident.Object("visits", "days", "at", "route");
        var days = visits.Numbers("days", 1, 365);
        foreach (var (i, day) in days.Index().Where(d => d.Index > 0 && d.Item <= days[d.Index - 1]))
            visits.Add($"days[{i}]", $"day {day} does not come after the one before", "Write the days in ascending order, each once.");
        if (days.Count > MostVisits)
            visits.Add("days", $"there are {days.Count} days", $"Keep at most {MostVisits}: each is a question to somebody.");
        var at = visits.Time("at");
        if (visits.Has("at") && (at < working.From || at > working.To))
            visits.Add("at", "people would be asked outside the working hours", "Write a time from workingHours.from to workingHours.to.");
        return new(
            report.Span("remindDraftAfter", TimeSpan.FromMinutes(1), TimeSpan.FromDays(1)),
            report.Span("remindStatementAfter", TimeSpan.FromHours(1), TimeSpan.FromDays(7)),
            report.Number("statementWithin", 1, 30),
            [.. days],
            at,
            visits.Choice("route", EscalationSection.Routes));
    }
}
