using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>First contact of those who are called on by others: what reaches them. They are never asked, so there is nothing to agree to.</summary>
public static partial class ContactCards
{
    private static CardMessage WelcomeHelper(Contact state, IReadOnlyList<Role> roles, CardContext c)
    {
        var t = c.Texts;
        Role[] called = [.. roles.Where(r => r is Role.Leader or Role.HallLeader or Role.Counsellor)];
        return Card(
            c,
            t.HelperSpoken,
            t.WelcomeSummary,
            Heading(t.Hello(c.Named(state.Person)), TextSize.Large),
            Line(t.WhatIDoForOthers),
            new Container(
            [
                new TextBlock(t.WhatReachesYou) { Weight = TextWeight.Bolder },
                .. (called.Length > 0 ? called : [Role.Admin]).Select(r => Row(t.RowReceives, t.RowReceivesWhat(r))),
                .. called.Length > 0
                    ? new[] { Row(t.RowHidden, t.RowHiddenWhat), Row(t.RowTaken, t.RowTakenMeans), Row(t.RowCannot, t.RowCannotMeans) }
                    : [],
                Row(t.RowYourself, t.RowYourselfMeans),
            ])
            { Style = ContainerStyle.Emphasis },
            PersonRow(c));
    }
}
