using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Privacy;

/// <summary>Ends what is open of a person who has everything deleted, by the same events as if they had pressed it: everybody's cards follow, and nobody waits for them.</summary>
public sealed class Endings(Holdings holdings, Turns.Turns turns)
{
    /// <summary>Tells every open record; true once all of it is over and what was to be said is said.</summary>
    public async Task<bool> Of(string person, CancellationToken cancel)
    {
        var all = await holdings.Of(person).ToListAsync(cancel);
        foreach (var held in all)
        {
            if (EventOf(held, person) is { } e)
                await turns.Take(new(held.Key, e), cancel);
        }
        await foreach (var held in holdings.Of(person).WithCancellation(cancel))
        {
            if (IsOpen(held, person) || (await turns.Rows.ReadOutbox(held.Key, cancel)).Waiting.Any(w => w.Effect is Signal))
                return false;
        }
        return true;
    }

    private static FlowEvent? EventOf(Held held, string person) => held.State switch
    {
        Escalation { IsOver: false } => new PersonForgotten(person),
        Swap { Phase: SwapPhase.Asked or SwapPhase.Waiting } s => s.Asker == person ? new CancelSwap(person, s.Round) : s.Colleague == person ? new DeclineSwap(person, s.Round, null) : null,
        Cover { IsOver: false } => new CoverGivenBack(person),
        Incident { HasDraft: true } when held.IsOwn => new DraftsErased(),
        Statement { Phase: StatementPhase.Open } when held.IsOwn => new DeclineStatement(person, null, null),
        Review r when r.AskedNow?.Person == person || r.Reviewer == person => new DeclineReview(person),
        _ => null,
    };

    /// <summary>Whether it has to be over first. A call for people is never ended by a deletion: whoever is on the way must be able to arrive.</summary>
    private static bool IsOpen(Held held, string person) => held.State switch
    {
        Escalation c => held.IsOwn && !c.IsOver,
        // A change that the roster is just taking is made first, whoever decided on it: it is written under who did.
        Swap s => s.Phase is SwapPhase.Changing or SwapPhase.Reverting || (held.IsOwn && s.IsOpen),
        Cover c => !c.IsOver && (held.IsOwn || c.By == person),
        Alert a => !a.IsOver,
        _ => false,
    };
}
