using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.CardParts;
using Fact = CheckInBot.Dialogs.People.Fact;

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
                .. (called.Length > 0 ? called : roles.Where(r => r is not (Role.Security or Role.Clerk)).Take(1)).Select(r => Row(t.RowReceives, Receives(r, t))),
                .. called.Length > 0
                    ? new[] { Row(t.RowHidden, t.SeenOn(Ground.Own, t.Words(Sights.OnlyThePersons))), Row(t.RowTaken, t.RowTakenMeans), Row(t.RowCannot, t.RowCannotMeans) }
                    : [],
                .. roles.Any(r => r is Role.Leader or Role.HallLeader or Role.Security) ? new[] { Row(t.RowCalled, t.RowCalledWhat(t.Words(Sights.SeenWhenCalled.Except([Fact.CalledForPeople])))) } : [],
                .. roles.Any(r => r is Role.Leader or Role.HallLeader or Role.Admin) ? new[] { Row(t.RowReviews, t.RowReviewsWhat) } : [],
                .. roles.Any(r => r is Role.Leader or Role.HallLeader or Role.Security or Role.Clerk or Role.Admin) ? new[] { Row(t.RowSteps, t.RowStepsWhat) } : [],
                .. roles.Contains(Role.Admin) ? new[] { Row(t.RowStatus, t.RowStatusWhat) } : [],
                Row(t.RowYourself, t.RowYourselfMeans),
            ])
            { Style = ContainerStyle.Emphasis },
            PersonRow(c));
    }

    private static string Receives(Role role, Texts t)
    {
        Viewer viewer = role switch
        {
            Role.Leader => Viewer.Leader,
            Role.HallLeader => Viewer.HallLeader,
            Role.Counsellor => Viewer.Counsellor,
            Role.Admin => Viewer.Administrator,
            _ => Viewer.Clerk,
        };
        var seen = Sights.SeenBy(viewer);
        return seen.Count == 0 ? t.ReceivesNothing : t.RowReceivesWhat(role, t.Words(seen));
    }
}
