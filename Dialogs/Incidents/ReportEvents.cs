namespace CheckInBot.Dialogs.Incidents;

/// <summary>The person wants to report something; a report that is begun already goes on.</summary>
public sealed record BeginReport(string By) : PersonEvent(By);

/// <summary>The card's content, with the button that sends it, or with the one that only keeps it.</summary>
/// <param name="Keep">It is kept for later and not sent.</param>
public sealed record FillReport(string By, Report Report, bool Keep) : PersonEvent(By);

/// <summary>The card opens again, to go on with a draft or to add to what was sent.</summary>
public sealed record OpenReport(string By) : PersonEvent(By);

/// <summary>Nobody uninvolved can take what is restricted: the reporter lets the administrators know that a handler is missing.</summary>
public sealed record WantHandler(string By) : PersonEvent(By);

/// <summary>A draft is thrown away. What was sent stays.</summary>
public sealed record DiscardReport(string By) : PersonEvent(By);

/// <summary>A photo or file that the person sent has been copied.</summary>
public sealed record FileAdded(string By, KeptFile File) : PersonEvent(By);

/// <summary>Somebody's own account was signed; told by it to the report.</summary>
/// <param name="Named">Ids of those whom the account names, sealed as the writer's.</param>
public sealed record StatementFrozen(string Person, DateTimeOffset At, Words? Text, Words? Named = null) : FlowEvent;

/// <summary>Something was added to a signed account; told by it to the report. The words stay where they were written.</summary>
/// <param name="Count">How many additions there are now.</param>
/// <param name="Named">Ids of those whom it names, sealed as the writer's.</param>
public sealed record AccountAddedTo(string Person, int Count, Words? Named) : FlowEvent;

/// <summary>The person deletes what they have begun and not sent or signed.</summary>
public sealed record DraftsErased : FlowEvent;

/// <summary>Where a report begins: what is known of it already.</summary>
/// <param name="Post">Empty where none is known.</param>
/// <param name="At">About when it happened.</param>
public sealed record ReportStart(string Post, DateTimeOffset At);

/// <summary>What a report has to know of others, read before it decides.</summary>
/// <param name="Team">Id of the reporter's team.</param>
/// <param name="Start">Read when a report begins.</param>
/// <param name="ShiftEnd">End of the shift in which the reporter is; null outside of one.</param>
/// <param name="Number">A number that no other report has; read when <see cref="Incident.TakesNumber"/> says so.</param>
public sealed record IncidentFacts(IncidentPolicy Policy, string Team, ReportStart Start, DateTimeOffset? ShiftEnd = null, string? Number = null);

/// <summary>A signed account.</summary>
/// <param name="Named">Ids of those whom it names, sealed as the writer's.</param>
/// <param name="Added">How many times something was added to it.</param>
public sealed record SignedBy(string Person, DateTimeOffset At, Words? Text, Words? Named = null, int? Added = null);
