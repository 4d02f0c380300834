using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>The reporter's card <c>nobody</c>: nobody uninvolved can take a restricted report, and which ways remain.</summary>
public static partial class IncidentReportCards
{
    private static CardMessage Nobody(Incident state, ReviewAssigned review, CardContext c)
    {
        var t = c.Texts;
        var unwanted = state is { TakesMore: true, Report.Avoid.IsEmpty: false };
        return Card(
            c,
            t.ReportSpoken,
            t.ReportSummary,
            [
                Band(ContainerStyle.Warning, t.BandNobody, state.Number),
                Heading(t.NobodyHeading),
                Line(t.NobodyLine(unwanted)),
                Line(unwanted ? t.UnwantedStays : t.NobodyIsNotYou),
                new TextBlock(t.WaysRemain) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium },
                c.Hotline.Police is { } police ? NumberRow(police, t.PoliceNumber, ContainerStyle.Warning) : null,
                .. Numbers(c),
                .. Alerting(state, review, c),
                PersonRow(c),
            ]);
    }

    /// <summary>What the reporter may choose; nothing is told without it.</summary>
    private static IEnumerable<CardElement?> Alerting(Incident state, ReviewAssigned review, CardContext c)
    {
        var t = c.Texts;
        var names = t.Names((review.Administrators ?? []).Select(c.Named));
        if (review.Alerted || state.WantsHandler)
            return [Line(t.TheyKnow(names))];
        return review.Administrators is { IsEmpty: false }
            ? [Line(t.OfferToAlert(names)), Buttons(Button(t.AlertThem, new WantIncidentHandler(state.Key.Reference)))]
            : [Line(t.NobodyToTell)];
    }

    private static CardMessage Somebody(Incident state, ReviewAssigned review, CardContext c) => Card(
        c,
        c.Texts.ReportSpoken,
        c.Texts.ReportSummary,
        Band(ContainerStyle.Good, c.Texts.BandSomebody, state.Number),
        Line(review switch
        {
            { Again: true } => c.Texts.LookedAtAgain(c.NamedOrNull(review.Reviewer)),
            { Reviewer: null, Late: false } => c.Texts.HandlerIsAsked,
            _ => Assigned(review, c),
        }),
        PersonRow(c));

    /// <summary>Who has it, by when the reporter hears more, and what stands in the way.</summary>
    private static string Assigned(ReviewAssigned review, CardContext c)
    {
        var t = c.Texts;
        var due = c.Moment(review.ReplyDue);
        var waits = review is { Nobody: true, Administrators: not null } ? t.NobodyCanTakeIt : t.NobodyCanReview(review.Alerted);
        return review switch
        {
            { Nobody: true, Late: true } => t.Sentences([waits, t.ReplyIsLate(null, due, review.LateTold)]),
            { Nobody: true } => t.Sentences([waits, t.HowItStandsBy(due)]),
            { Late: true } => t.ReplyIsLate(c.NamedOrNull(review.Reviewer), due, review.LateTold),
            _ => t.ReviewedBy(c.NamedOrNull(review.Reviewer), due, review.Provisional),
        };
    }
}
