namespace CheckInBot.Dialogs.CheckIns;

/// <summary>A check-in after an incident.</summary>
public sealed partial record CheckIn
{
    /// <summary>
    /// An incident was reported of this shift before the card came, and not one that only a named handler may know of: the person is not asked to
    /// tell of it again.
    /// </summary>
    public bool Incident { get; init; }

    /// <summary>An answer with what the report has told already: there was somebody hostile.</summary>
    public Answer Told(Answer answer) => Incident && answer is { IsEmpty: false, Hostile: null } ? answer with { Hostile = 1 } : answer;
}
