using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Incidents;

/// <summary>Something happened to the person, says a report: they may write their own account. Told anew whenever the report changes.</summary>
/// <param name="Incident">Reference of the report.</param>
/// <param name="Restricted">Only one named handler may see it: nothing of it goes to anybody else.</param>
/// <param name="Named">Ids of those whom the reporter's words name, sealed as the reporter's.</param>
public sealed record StatementAsked(string Incident, string Reporter, string Post, DateTimeOffset OccurredAt, bool Restricted, Words? Named) : FlowEvent;

/// <summary>The report was corrected: it did not happen to this person.</summary>
/// <param name="Restricted">Only one named handler may see the report now: what was signed stays, and nothing of it goes to anybody else.</param>
public sealed record StatementNotNeeded(bool Restricted = false) : FlowEvent;

/// <summary>
/// What was reported of a shift is not for others to know any more: it is restricted, or did not happen to this person. Told by the account to the
/// check-ins and cases that say that there was a report, and by a check-in to its case.
/// </summary>
public sealed record IncidentHidden : FlowEvent;

/// <summary>What stands in the box is kept, for the writer alone.</summary>
/// <param name="Named">Ids of those whom the text names, sealed as the writer's.</param>
public sealed record KeepStatement(string By, Words? Text, Words? Named) : PersonEvent(By);

public sealed record SignStatement(string By, Words? Text, Words? Named) : PersonEvent(By);

/// <summary>The person would rather not write one.</summary>
public sealed record DeclineStatement(string By, Words? Text, Words? Named) : PersonEvent(By);

/// <summary>The person writes one after all.</summary>
public sealed record OpenStatement(string By) : PersonEvent(By);

/// <summary>Something is added to a signed account.</summary>
/// <param name="Named">Ids of those whom the text names, sealed as the writer's.</param>
public sealed record AddToStatement(string By, Words? Text, Words? Named = null) : PersonEvent(By);

/// <summary>The person's answer to "how are you now?"; null when the card named none.</summary>
public sealed record AnswerHowAreYou(string By, HowAreYou? Answer) : PersonEvent(By);

public enum HowAreYou
{
    AllRight,
    NotAllRight,

    /// <summary>No more of these questions.</summary>
    Stop,

    /// <summary>These questions again, after all.</summary>
    Again,
}

/// <summary>What an account has to know of others, read before it decides.</summary>
/// <param name="Working">The working hours of the person's team; null: every hour counts.</param>
/// <param name="Leave">The person's leave: on those days nobody is asked how they are.</param>
public sealed record StatementFacts(IncidentPolicy Policy, WorkingHours? Working, IReadOnlyList<Leave> Leave)
{
    /// <summary>The person's check-ins that say that there was a report; read where <see cref="Statement.Hides"/> says so.</summary>
    public IReadOnlyList<FlowKey> CheckIns { get; init; } = [];
}
