namespace CheckInBot.Dialogs;

/// <summary>A button on a card of a review; <c>incident</c> is the review's reference.</summary>
public abstract record ReviewAction(string Incident) : UserAction;

public sealed record PressTakeReview(string Incident) : ReviewAction(Incident);

public sealed record PressDeclineReview(string Incident) : ReviewAction(Incident);

public sealed record PressHandOverReview(string Incident) : ReviewAction(Incident)
{
    public Input To { get; init; }
}

public sealed record PressAcceptReview(string Incident) : ReviewAction(Incident);

/// <summary>The finding, its causes and what is decided about the visitor; a day is written <c>2026-11-30</c>.</summary>
public sealed record PressFinding(string Incident) : ReviewAction(Incident)
{
    public Input Finding { get; init; }

    public Written? Causes { get; init; }

    public Input VisitorMeasure { get; init; }

    public Input ReviewDate { get; init; }
}

/// <summary>A corrective action with its owner, its due date and whether the hazard is serious.</summary>
public sealed record PressCorrection(string Incident) : ReviewAction(Incident)
{
    public Written? Action { get; init; }

    public Input Owner { get; init; }

    public Input Due { get; init; }

    public Input Hazard { get; init; }
}

public sealed record PressNoCorrection(string Incident) : ReviewAction(Incident)
{
    public Written? Reason { get; init; }
}

/// <summary>The owner says it is done; <c>number</c> is that of the corrective action.</summary>
public sealed record PressCorrectionDone(string Incident) : ReviewAction(Incident)
{
    public Input Number { get; init; }
}

/// <summary><c>done</c>: true or false.</summary>
public sealed record PressCheckCorrection(string Incident) : ReviewAction(Incident)
{
    public Input Number { get; init; }

    public Input Done { get; init; }
}

public sealed record PressCloseAgain(string Incident) : ReviewAction(Incident);

public sealed record PressReply(string Incident) : ReviewAction(Incident)
{
    public Written? Reply { get; init; }
}
