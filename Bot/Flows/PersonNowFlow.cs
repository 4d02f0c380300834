using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Bot.Flows;

/// <summary>"I need a person now": numbers, and the crisis contact on request.</summary>
public sealed class PersonNowFlow(Roster.Roster roster, OnDuty onDuty, Readers readers)
    : Flow<PersonNow>(PersonNow.Kind, DialogsJson.Default.PersonNow)
{
    /// <summary>The card of numbers with the contact who would be asked now; it needs no stored state.</summary>
    public async ValueTask<CardMessage> Numbers(PersonNow state, CancellationToken cancel)
    {
        var context = await readers.For(state.Person, [], cancel);
        var contact = roster.Find(state.Person) is { } person
            && Chain.Find(roster.Policy.Escalation.Chains[Route.CrisisContact][0], person.Id, [], await onDuty.CandidatesFor(person, context.Now, cancel)) is [var first, ..]
                ? first
                : null;
        return PersonNowCards.Numbers(state, new(contact, state.Case is null ? null : contact), context);
    }

    protected override ValueTask<Step<PersonNow>?> Decide(FlowKey key, PersonNow? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel) =>
        new(roster.Find(key.Owner) is null ? null : (state ?? PersonNow.Begin(key.Owner)).On(e, at));

    protected override ValueTask<CardMessage> Draw(PersonNow state, Slot slot, CancellationToken cancel) => Numbers(state, cancel);
}
