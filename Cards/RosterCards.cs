using System.Globalization;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Rosters;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What would become of lists that an administrator sent, with the choice to import them or not.</summary>
public static class RosterCards
{
    /// <summary>Faults, names and swaps that fit on one screen.</summary>
    public const int Most = 10;

    public static CardMessage Of(RosterOffer offer, CardContext c)
    {
        var t = c.Texts;
        var title = t.RosterTitle(offer.Phase);
        return Card(
            c,
            title,
            title,
            [
                Band(offer.Phase switch { RosterOfferPhase.Faulty => ContainerStyle.Attention, RosterOfferPhase.Done => ContainerStyle.Good, _ => ContainerStyle.Emphasis }, title, offer.Number > 0 ? t.RosterNumber(offer.Number) : null),
                offer.Anew ? Line(t.RosterAnew) : null,
                .. offer.Phase == RosterOfferPhase.Faulty ? Faults(offer, t) : Changes(offer, c),
                .. offer.Phase == RosterOfferPhase.Ready ? Choice(offer, t) : [],
            ]);
    }

    private static IEnumerable<CardElement?> Faults(RosterOffer offer, Texts t)
    {
        yield return Line(t.RosterNothingChanged(offer.Faults.Length));
        foreach (var fault in offer.Faults.Take(Most))
        {
            var (problem, remedy) = t.FaultText(fault.Says);
            yield return Box(
                Line($"**{t.RosterWhere(PlainText.Name(fault.File), fault.Line, PlainText.Name(fault.Column), fault.Stored)}**"),
                Quiet(t.RosterFault(PlainText.Account(problem), PlainText.Account(remedy))));
        }
        if (offer.Faults.Length > Most)
            yield return Quiet(t.AndMore(offer.Faults.Length - Most));
        yield return Quiet(t.RosterSendAgain);
    }

    private static IEnumerable<CardElement?> Changes(RosterOffer offer, CardContext c)
    {
        var t = c.Texts;
        foreach (var list in offer.Lists)
            yield return Line(t.RosterCounts(list));
        foreach (var span in offer.Spans.Take(Most))
            yield return Quiet(t.RosterSpan(PlainText.Name(span.Team), span.Count, Day(span.From), Day(span.To)));
        if (offer.Spans.Length > Most)
            yield return Quiet(t.AndMore(offer.Spans.Length - Most));
        if (!offer.Joined.IsEmpty)
            yield return Line(t.RosterJoined(Names(offer.Joined), offer.Joined.Length));
        if (!offer.Left.IsEmpty)
            yield return Line(t.RosterLeft(Names(offer.Left), offer.Left.Length));
        if (offer.Clashes.IsEmpty)
            yield break;
        yield return Line(t.RosterSwaps(offer.Clashes.Length));
        foreach (var clash in offer.Clashes.Take(Most))
            yield return Quiet(t.RosterClash(Day(clash.Day), c.Named(clash.Holder), c.Named(clash.Planned), clash.Wanted == clash.Planned ? t.RosterOtherTime : clash.Wanted is { } wanted ? t.RosterOther(c.Named(wanted)) : t.RosterNoMore));
        if (offer.Clashes.Length > Most)
            yield return Quiet(t.AndMore(offer.Clashes.Length - Most));
    }

    private static IEnumerable<CardElement?> Choice(RosterOffer offer, Texts t)
    {
        if (!offer.Clashes.IsEmpty)
            yield return new InputChoiceSet(t.RosterSwapsLabel, [new(t.RosterKeep, "keep"), new(t.RosterRevert, "revert")]) { Id = "swapped" };
        yield return Quiet(t.RosterWaits);
        yield return Buttons(
            Button(t.RosterApply, new ApplyRoster(offer.Reference), inputs: !offer.Clashes.IsEmpty, style: ActionStyle.Positive),
            Button(t.RosterDiscard, new DiscardRoster(offer.Reference)));
    }

    private static IReadOnlyList<PlainText> Names(IEnumerable<string> names) => [.. names.Take(Most).Select(PlainText.Name)];

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
