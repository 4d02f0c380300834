namespace CheckInBot.Dialogs;

/// <summary>Begins a report from a check-in that told of somebody hostile, or from an alert that is over: one of the two is named.</summary>
public sealed record BeginIncident(string? CheckIn = null, string? Sos = null) : UserAction;

/// <summary>Sends a report, or keeps what is filled in; the inputs carry the names of the record's fields.</summary>
public sealed record ReportIncident(string Incident) : UserAction
{
    /// <summary><c>true</c>: it is kept for later and not sent.</summary>
    public Input Keep { get; init; }

    /// <summary>A comma list, as all inputs of which several can be chosen.</summary>
    public Input Kinds { get; init; }

    /// <summary>Kinds that are rarer; together with <see cref="Kinds"/> they are what was done.</summary>
    public Input MoreKinds { get; init; }

    public Input Injuries { get; init; }

    public Input Over { get; init; }

    public Input SelfOrForColleague { get; init; }

    public Input AffectedStaff { get; init; }

    public Input Severity { get; init; }

    public Input LocationClass { get; init; }

    public Input PostId { get; init; }

    /// <summary>Local day, <c>2026-11-23</c>.</summary>
    public Input OccurredOn { get; init; }

    /// <summary>Local time, <c>17:02</c>.</summary>
    public Input OccurredAt { get; init; }

    public Input Trigger { get; init; }

    public Input PerpetratorClass { get; init; }

    public Input Weapon { get; init; }

    public Input Circumstances { get; init; }

    public Input ImmediateActions { get; init; }

    public Written? Description { get; init; }

    public Input Witnesses { get; init; }

    /// <summary>Those who should not review it.</summary>
    public Input Avoid { get; init; }

    public Input SupportWanted { get; init; }

    public Written? PoliceCaseNo { get; init; }
}

/// <summary>Opens a report's card again: a draft, or one that was sent.</summary>
public sealed record OpenIncident(string Incident) : UserAction;

/// <summary>Lets the administrators know that a handler is missing, and nothing of the report.</summary>
public sealed record WantIncidentHandler(string Incident) : UserAction;

/// <summary>Throws a draft away.</summary>
public sealed record DiscardIncident(string Incident) : UserAction;

/// <summary>The person's own account. <c>step</c>: <c>sign</c>, <c>decline</c>, <c>add</c>, or <c>open</c> to write after all; anything else keeps it.</summary>
public sealed record WriteStatement(string Incident) : UserAction
{
    public Input Step { get; init; }

    public Written? Statement { get; init; }

    public Written? Addendum { get; init; }
}

/// <summary><c>answer</c>: <c>allRight</c>, <c>notAllRight</c>, <c>stop</c> or <c>again</c>.</summary>
public sealed record SayHowYouAre(string Incident) : UserAction
{
    public Input Answer { get; init; }
}
