namespace CheckInBot.Dialogs.Absences;

/// <summary>Why typed or chosen days are not taken.</summary>
public enum LeaveGap
{
    /// <summary>No day could be read.</summary>
    Unread,

    /// <summary>A day is over.</summary>
    Past,

    /// <summary>The last day is more than <see cref="OwnLeave.MostDaysAhead"/> days ahead.</summary>
    TooFar,

    /// <summary>The last day is before the first.</summary>
    Reversed,
}

/// <summary>The person is away, and did not say until when.</summary>
public sealed record AskLeave(string By) : PersonEvent(By);

/// <summary>The person is away on these local days of their team, both included.</summary>
/// <param name="From">Null for the day on which it is said.</param>
/// <param name="To">Null where none was chosen.</param>
public sealed record SayLeave(string By, DateOnly? From, DateOnly? To) : PersonEvent(By);

/// <summary>The person said that they are away, and the days cannot be taken.</summary>
public sealed record LeaveUnclear(string By, LeaveGap Gap) : PersonEvent(By);

/// <summary>The person is back, or does not go.</summary>
public sealed record EndLeave(string By) : PersonEvent(By);

/// <summary>What own leave has to know.</summary>
/// <param name="Zone">Of the person's team: its local days count.</param>
public sealed record OwnLeaveFacts(TimeZoneInfo Zone);
