namespace CheckInBot.Dialogs.CheckIns;

/// <summary>What one check-in says of a day.</summary>
/// <param name="CheckIn">Id of the check-in; ids are in order of time.</param>
/// <param name="Sends">How many times an answer had been sent by then.</param>
/// <param name="Shift">Id of the shift it is about; null when it is about none.</param>
/// <param name="At">When it was sent.</param>
/// <param name="Stress">1 none to 5 very high; null when it was left out.</param>
/// <param name="Mood">5 very good to 1 very low; null when it was left out.</param>
public sealed record TrendEntry(string CheckIn, int Sends, string? Shift, DateTimeOffset At, int? Stress, int? Mood)
{
    /// <summary>Whether only one of the two is kept: the same check-in, or a second one about the same shift.</summary>
    public bool IsAboutTheSameAs(TrendEntry other) => CheckIn == other.CheckIn || (Shift is not null && Shift == other.Shift);

    /// <summary>Of a later check-in, or of the same one sent later.</summary>
    public bool Replaces(TrendEntry other) =>
        string.CompareOrdinal(CheckIn, other.CheckIn) is var order && (order > 0 || (order == 0 && Sends > other.Sends));
}

/// <summary>An answer was sent, for the first time or changed.</summary>
public sealed record AnswerKept(TrendEntry Entry) : FlowEvent;

/// <summary>The person deletes their answers. <paramref name="UpTo"/>: what was sent later stays.</summary>
public sealed record TrendErased(DateTimeOffset UpTo) : FlowEvent;

/// <summary>The person did something with a check-in other than sending it: skipped it, typed to it or asked for one.</summary>
public sealed record PersonReacted(DateTimeOffset At) : FlowEvent;

/// <summary>A check-in that was asked, and reminded of or put off, went by, and nothing was answered and nothing typed.</summary>
/// <param name="AskedAt">End of the shift after which it was asked.</param>
public sealed record LeftUnanswered(DateTimeOffset AskedAt) : FlowEvent;
