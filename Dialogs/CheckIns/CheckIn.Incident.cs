using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Dialogs.CheckIns;

/// <summary>A check-in after an incident.</summary>
public sealed partial record CheckIn
{
    /// <summary>
    /// An incident was reported of this shift before the card came, and not one that only a named handler may know of: the person is not asked to
    /// tell of it again.
    /// </summary>
    public bool Incident { get; init; }

    /// <summary>What was reported is not for others to know any more; another report of the same shift may still be.</summary>
    private Step<CheckIn> Hidden(CheckInFacts facts)
    {
        if (!Incident || facts.HadIncident)
            return this.Then();
        var next = this with { Incident = false };
        return Case is null
            ? next.Then(new Show(Card, Delivery.Refresh))
            : next.Then(new Show(Card, Delivery.Refresh), new Signal(Name("tidied"), Escalation.KeyOf(Case), new IncidentHidden()));
    }

    /// <summary>An answer with what the report has told already: there was somebody hostile.</summary>
    public Answer Told(Answer answer) => Incident && answer is { IsEmpty: false, Hostile: null } ? answer with { Hostile = 1 } : answer;
}
