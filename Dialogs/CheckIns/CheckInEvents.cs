using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.CheckIns;

/// <summary>A shift has ended; told once for each person and shift end.</summary>
public sealed record ShiftEnded(Shift Shift) : FlowEvent;

/// <summary>The person asked for a check-in by typing. <paramref name="Shift"/> is the one they are in or left last, if any.</summary>
public sealed record Pulled(Shift? Shift) : FlowEvent;

/// <summary>The card was sent.</summary>
public sealed record Answered(string By, Answer Answer) : PersonEvent(By);

/// <summary>Something was answered by typing; null when the words answer nothing that is asked.</summary>
public sealed record Typed(string By, Answer? Part) : PersonEvent(By)
{
    /// <summary>The reasons given so far are taken back.</summary>
    public bool NoTags { get; init; }

    /// <summary>Whether whoever looks in may read the note; null when nothing was said about that.</summary>
    public bool? Share { get; init; }

    /// <summary>A value alone: which question was open when it came, and when it was sent; null for other words, and where the channel does not say when.</summary>
    public (Question Question, DateTimeOffset SentAt)? Bare { get; init; }
}

/// <summary>What was answered by typing is sent.</summary>
public sealed record TypedSend(string By) : PersonEvent(By);

public sealed record AskLater(string By) : PersonEvent(By);

/// <summary>This check-in is skipped; with <paramref name="WholeDay"/> also others of the same local day.</summary>
public sealed record Skip(string By, bool WholeDay) : PersonEvent(By);

public sealed record Edit(string By) : PersonEvent(By);

/// <summary>The person takes the receipt's offer and chooses who shall be asked; null when the card named nobody.</summary>
public sealed record OfferAccepted(string By, Helper? To) : PersonEvent(By);

/// <summary>What a check-in has to know of others, read before it decides.</summary>
/// <param name="MayAsk">The person agreed to be asked.</param>
/// <param name="MayEscalate">The person agreed to being looked in on.</param>
/// <param name="Away">On leave during the shift or now; read where the person would be asked or reminded.</param>
/// <param name="Settled">Said "not today" already, or answered about this shift before its end.</param>
/// <param name="NextShift">Start of the person's next shift, if one is planned.</param>
/// <param name="Trend">The person's trend where <see cref="CheckIn.NeedsTrend"/> or a shift's end asks for it, else an empty one.</param>
public sealed record CheckInFacts(CheckInPolicy Policy, bool MayAsk, bool MayEscalate, bool Away, bool Settled, DateTimeOffset? NextShift, Trend Trend)
{
    /// <summary>An incident was reported of the shift, and not one that only a named handler may know of; read when a check-in begins and when something of it is hidden.</summary>
    public bool HadIncident { get; init; }
}
