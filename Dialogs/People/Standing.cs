using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Dialogs.People;

/// <summary>What somebody is to a record at this moment. Somebody can be several things; who is none of them has no standing.</summary>
public enum Standing
{
    /// <summary>The record is theirs: who answers, asks, calls or reports.</summary>
    Own,

    /// <summary>Was asked, or called, by it.</summary>
    Asked,

    /// <summary>Has it: took the case, goes to the call, reviews, stands in, comes.</summary>
    Holder,

    /// <summary>Was asked to take it over from whoever has it.</summary>
    Offered,

    /// <summary>Owns a corrective action of a review.</summary>
    StepOwner,

    /// <summary>Was asked to take the duty.</summary>
    Colleague,

    /// <summary>The leader who asked for somebody else.</summary>
    AskedFor,

    /// <summary>Leads the team or its hall, and is no party.</summary>
    Leads,

    /// <summary>Sees who comes to the peak post: whoever called, and the leaders on shift.</summary>
    Sees,

    /// <summary>None of these.</summary>
    Nobody,
}

/// <summary>Reads from a record what somebody is to it. What a card's data says about that is never asked.</summary>
public static class Standings
{
    /// <param name="state">Null where there is no such record yet: then it is its owner's alone.</param>
    /// <param name="leads">Whether the person leads the team to which the record belongs, or its hall.</param>
    public static IReadOnlyList<Standing> Of(FlowKey key, FlowState? state, string person, bool leads = false)
    {
        Standing[] found = state switch
        {
            null => When((Standing.Own, key.Owner == person)),
            CheckIn c => When((Standing.Own, c.Person == person)),
            Contact c => When((Standing.Own, c.Person == person)),
            OwnLeave l => When((Standing.Own, l.Person == person)),
            PersonNow p => When((Standing.Own, p.Person == person)),
            Incident i => When((Standing.Own, i.Reporter == person)),
            Statement s => When((Standing.Own, s.Person == person)),
            Escalation c => When(
                (Standing.Own, c.Subject == person), (Standing.Asked, c.Asked.Any(a => a.Person == person)), (Standing.Holder, c.Owner == person), (Standing.Offered, c.OfferedTo == person)),
            Alert a => When((Standing.Own, a.Person == person), (Standing.Asked, a.WasCalled(person)), (Standing.Holder, a.IsGoing(person))),
            Review r => When(
                (Standing.Asked, r.AskedNow?.Person == person), (Standing.Holder, r.Reviewer == person), (Standing.Offered, r.OfferedTo == person),
                (Standing.StepOwner, r.Corrections.Any(c => c.Owner == person && c.Out is not StepOut.Involved) && (!r.Restricted || r.Reviewer == person))),
            Swap s => When(
                (Standing.Own, s.Asker == person), (Standing.Colleague, s.Colleague == person), (Standing.AskedFor, s.By == person && s.By != s.Asker), (Standing.Leads, leads && !s.IsParty(person))),
            Cover c => When((Standing.Own, c.Person == person), (Standing.Asked, c.WasAsked(person)), (Standing.Holder, c.IsCovered && c.By == person)),
            Reinforcement r => When(
                (Standing.Asked, r.Called.Any(c => c.Person == person)), (Standing.Holder, r.Coming.Any(c => c.Person == person)), (Standing.Sees, r.Seers.Contains(person))),
            _ => [],
        };
        return found.Length == 0 ? [Standing.Nobody] : found;
    }

    /// <summary>
    /// What somebody is to a request that they make for a duty. Whose the duty is, the roster says (<see cref="Swap.Refusal"/>): a request for oneself about somebody else's is refused by it.
    /// </summary>
    /// <param name="leads">Whether the person leads the team of the duty, or its hall.</param>
    public static IReadOnlyList<Standing> Of(AskSwap ask, bool leads) => [ask.By == ask.For ? Standing.Own : leads ? Standing.Leads : Standing.Nobody];

    private static Standing[] When(params ReadOnlySpan<(Standing Standing, bool Is)> standings)
    {
        var found = new List<Standing>();
        foreach (var (standing, holds) in standings)
        {
            if (holds)
                found.Add(standing);
        }
        return [.. found];
    }
}
