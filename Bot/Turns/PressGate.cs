using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Turns;

/// <summary>Asks the table of permits before anything of a press is committed: what it does not name is answered with what is true now, and changes nothing.</summary>
internal sealed class PressGate(IReadOnlyDictionary<string, IFlow> flows, ILogger log)
{
    /// <summary>What may be committed; null where there is no record and none may begin.</summary>
    public Decision? Of(Arrival arrival, FlowState? state, Decision? decision)
    {
        if (decision is null || arrival is not { Verb: { } verb, Event: PersonEvent { By: var by } })
            return decision;
        var leads = flows[arrival.Key.Kind].Leads(arrival.Key, by);
        var standings = arrival.Event is AskSwap ask ? Standings.Of(ask, leads) : Standings.Of(arrival.Key, state, by, leads);
        if (PressPermits.May(arrival.Key.Kind, verb, PressPermits.StateOf(state), standings))
            return decision;
        if (state is null)
            return null;
        if (decision.Effects.Count == 0 && ReferenceEquals(decision.State, state))
            return decision;
        // A moment of the record that came with the press comes again with its own message.
        log.LogWarning("A press that no permit names would have changed a {Kind}: it did not", arrival.Key.Kind);
        return new(state, [], decision.Reply);
    }
}
