using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Contacts;

namespace CheckInBot.Bot.Flows;

/// <summary>First contact, agreement and language.</summary>
public sealed class ContactFlow(Roster.Roster roster, Readers readers) : Flow<Contact>(Contact.Kind, DialogsJson.Default.Contact)
{
    protected override ValueTask<Step<Contact>?> Decide(FlowKey key, Contact? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel) =>
        new(roster.Find(key.Owner) is null ? null : (state ?? Contact.Begin(key.Owner)).On(e, at));

    protected override async ValueTask<CardMessage> Draw(Contact state, Slot slot, CancellationToken cancel)
    {
        var context = await readers.For(slot.Person, [], cancel, state.Language);
        return ContactCards.Welcome(state, new(roster.Policy.CrisisContacts is [var first, ..] ? first : null, roster.Find(slot.Person)?.Roles), context);
    }
}
