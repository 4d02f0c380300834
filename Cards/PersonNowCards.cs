using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Care;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>Who can be asked for.</summary>
/// <param name="Contact">Id of the crisis contact who would be asked; null when there is none.</param>
public sealed record PersonNowView(string? Contact);

/// <summary>"I need a person now": the emergency numbers, the support line, a named human; nothing else.</summary>
public static class PersonNowCards
{
    /// <param name="state">The request, or null when there was none yet.</param>
    public static CardMessage Numbers(PersonNow? state, PersonNowView view, CardContext c)
    {
        var t = c.Texts;
        return Card(
            c,
            t.SpokenNumbers(c.Emergency, c.Hotline.Support),
            t.PersonSummary,
            [
                Heading(t.ThanksForSaying),
                Line(t.NobodyReadsThis),
                .. CardParts.Numbers(c),
                .. state is { Case: not null } ? Asked(state, c) : MayAsk(state, view, c),
            ]);
    }

    /// <summary>Who it is stands on the case's own card, which follows it.</summary>
    private static CardElement[] Asked(PersonNow state, CardContext c) =>
    [
        Box(
            new TextBlock(c.Texts.ContactAsked(c.Moment(state.AskedAt ?? c.Now))) { Weight = TextWeight.Bolder },
            Line(c.Texts.ContactAskedLine)),
        Line(c.Texts.StayWithYou),
    ];

    private static CardElement?[] MayAsk(PersonNow? state, PersonNowView view, CardContext c)
    {
        if (view.Contact is not { } id)
            return [Line(c.Texts.StayWithYou)];
        var contact = c.Named(id);
        return
        [
            NumberRow(contact.ToString(), c.Texts.CrisisContact, ContainerStyle.Emphasis),
            Line(c.Texts.StayWithYou),
            state is { Person: var you } ? Quiet(c.Texts.ContactReceives(contact, c.Named(you))) : Quiet(c.Texts.NoLeaderIsTold(contact)),
            Buttons(Button(c.Texts.AskContact(contact), new PersonPlease { Contact = new Input("true") })),
        ];
    }
}
