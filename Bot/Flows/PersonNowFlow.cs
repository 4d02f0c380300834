using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.Escalations;
using Route = CheckInBot.Dialogs.Escalations.Route;

namespace CheckInBot.Bot.Flows;

/// <summary>"I need a person now": numbers, and the crisis contact on request.</summary>
public sealed class PersonNowFlow(Roster.Roster roster, OnDuty onDuty, Readers readers)
    : Flow<PersonNow>(PersonNow.Kind, DialogsJson.Default.PersonNow)
{
    public override SendPriority Priority => SendPriority.Case;

    /// <summary>The card of numbers with the contact who would be asked now.</summary>
    public async ValueTask<CardMessage> Numbers(PersonNow state, CancellationToken cancel)
    {
        var context = await readers.For(state.Person, [], cancel);
        var contact = await ContactNow(state.Person, context.Now, cancel);
        return PersonNowCards.Numbers(state, new(contact), context);
    }

    private async ValueTask<string?> ContactNow(string person, DateTimeOffset at, CancellationToken cancel)
    {
        if (roster.Find(person) is not { } subject)
            return null;
        var policy = roster.Policy.Escalation;
        var chain = policy.Chains[Route.CrisisContact];
        var candidates = await onDuty.AskableFor(subject, chain, at, cancel);
        return Chain.Next(chain, -1, person, [], candidates, policy.OpenCases)?.People[0];
    }

    protected override ValueTask<Step<PersonNow>?> Decide(FlowKey key, PersonNow? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel) =>
        new(roster.Find(key.Owner) is null ? null : (state ?? PersonNow.Begin(key.Owner)).On(e, at));

    protected override ValueTask<CardMessage> Draw(PersonNow state, Slot slot, CancellationToken cancel) => Numbers(state, cancel);
}
