using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Duty;

/// <summary>
/// Which days are worked: Monday to Friday, unless a list says otherwise (Civil Code art. 201-203 counts such days; the lists are the yearly
/// notices on public holidays). A make-up day beats the weekend, a day off beats the week.
/// </summary>
/// <param name="Work">Days that are worked although they fall on a weekend, of all years: a notice may reach into the year beside its own.</param>
/// <param name="Off">Days that are not worked.</param>
/// <param name="Years">Years that have a list.</param>
public sealed record WorkingDays(ImmutableHashSet<DateOnly> Work, ImmutableHashSet<DateOnly> Off, ImmutableHashSet<int> Years)
{
    /// <summary>Monday to Friday, without any list.</summary>
    public static readonly WorkingDays Weekdays = new([], [], []);

    public bool IsWorkingDay(DateOnly day) => Work.Contains(day)
        || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !Off.Contains(day));

    /// <summary>The day's year has no list yet: only the weekday tells, and a list may say otherwise later.</summary>
    public bool IsProvisional(DateOnly day) => !Years.Contains(day.Year);

    /// <summary>These days and those of another list.</summary>
    public WorkingDays With(WorkingDays more) => new(Work.Union(more.Work), Off.Union(more.Off), Years.Union(more.Years));
}
