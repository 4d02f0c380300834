using System.Text.Json;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Incidents;

/// <summary>
/// One line of the log of violent incidents as authorities ask for it (Cal. Labor Code 6401.9(d), 8 CCR 3342): complete, and without any element
/// that identifies a person. The order of the properties is that of the columns; it is stable, and new ones are added at the end.
/// </summary>
/// <param name="Number"><c>INC-yyyyMMdd-nnn</c>.</param>
/// <param name="Date">Local day, <c>2026-11-23</c>; the next is the local time, <c>15:10</c>.</param>
/// <param name="ReportedOn">Local day of the report.</param>
/// <param name="LateReport">Reported more than 24 hours afterwards.</param>
/// <param name="Location">The class of place; a post would tell who worked there.</param>
/// <param name="ViolenceType"><c>T1</c>-<c>T4</c>; empty where it was not told.</param>
/// <param name="Severity">1-5.</param>
/// <param name="ImmediateActions">Consequences: whom they called and what they did at once; several joined by <c>; </c>, as in other columns.</param>
/// <param name="Description">The report's words, redacted.</param>
/// <param name="CorrectiveActions">Each with its due day and whether it is open, done or checked; redacted.</param>
/// <param name="NoActionReason">Why none is needed, redacted.</param>
/// <param name="Reply">What the reporter was told, redacted.</param>
/// <param name="RepliedInTime">Whether that was within the working days promised; empty before the reply.</param>
/// <param name="CompletedByTitle">The role of who reviewed it.</param>
/// <param name="CompletedOn">Local day of the close; empty before it.</param>
public sealed record LogEntry(
    string Number,
    string Date,
    string Time,
    string ReportedOn,
    bool LateReport,
    string Location,
    string ViolenceType,
    string Kinds,
    string Weapon,
    int Severity,
    string Injury,
    string Perpetrator,
    string Trigger,
    string Circumstances,
    string ImmediateActions,
    string Description,
    string Finding,
    string VisitorMeasure,
    string CorrectiveActions,
    string NoActionReason,
    string Reply,
    bool? RepliedInTime,
    string CompletedByTitle,
    string CompletedOn);

/// <summary>The redacted face of the log.</summary>
public static class IncidentLog
{
    /// <summary>Stands in the place of words that can no longer be opened.</summary>
    public const string Unreadable = "[can no longer be read]";

    /// <summary>The line of a review; null for a restricted one, which is in no export and in no count.</summary>
    /// <param name="open">Opens words; null where they cannot be opened.</param>
    /// <param name="names">What names somebody: display names and ids of the roster.</param>
    /// <param name="title">The role of the reviewer.</param>
    public static LogEntry? Of(Review review, Func<Words, string?> open, IReadOnlyCollection<string> names, Func<string, Role> title, TimeZoneInfo zone)
    {
        if (review.Restricted)
            return null;
        var i = review.Incident;
        var details = i.Details;
        var happened = TimeZoneInfo.ConvertTime(i.OccurredAt, zone);
        string Redacted(Words? words) => words is not null && open(words) is { } text ? Redaction.Of(text, names) : "";
        return new(
            i.Number,
            Day(DateOnly.FromDateTime(happened.DateTime)),
            happened.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            Day(LocalTime.DayOf(i.ReportedAt, zone)),
            i.ReportedAt - i.OccurredAt > IncidentRules.LateAfter,
            Word(i.Location),
            details?.Type.ToString() ?? "",
            Words(i.Kinds),
            details is null ? "" : Word(details.Weapon),
            i.Severity,
            Word(i.Injury),
            details?.Perpetrator is { } by ? Word(by) : "",
            Word(i.Trigger),
            Words(details?.Circumstances ?? []),
            Words(details?.Immediate ?? []),
            Redacted(details?.Description),
            review.Finding is { } finding ? Word(finding) : "",
            review.Measure is { } measure ? Word(measure) : "",
            string.Join("; ", review.Corrections.Select(c => $"{Redacted(c.Action)} ({Day(c.Due)}, {(c.IsChecked ? "checked" : c.DoneAt is null ? "open" : "done")})")),
            Redacted(review.NoneBecause),
            Redacted(review.Reply),
            review.RepliedAt is { } replied ? replied <= review.ReplyDue : null,
            review.Phase == ReviewPhase.Closed && review.RepliedBy is { } reviewer ? Word(title(reviewer)) : "",
            review.Phase == ReviewPhase.Closed ? Day(LocalTime.DayOf(review.Since, zone)) : "");
    }

    private static string Day(DateOnly day) => day.ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private static string Words<T>(IEnumerable<T> values) where T : struct, Enum => string.Join("; ", values.Select(Word));

    private static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
