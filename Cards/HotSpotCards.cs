using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs.Incidents;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>Where incidents gather, as bars of columns: every client draws them, and nothing has to be hosted.</summary>
public static class HotSpotCards
{
    /// <summary>Bars of one kind that fit on a screen.</summary>
    private const int Most = 10;
    private const int LongestBar = 150;
    private const int ShortestBar = 36;

    public static CardMessage Of(HotSpots picture, CardContext c)
    {
        var t = c.Texts;
        var period = t.Period(picture.From, picture.To);
        return Card(
            c,
            t.HotSpotsHeading,
            t.HotSpotsHeading,
            [
                Heading(t.HotSpotsHeading),
                Line(period),
                .. picture.IsEmpty ? [Line(t.TooFewForAPicture)] : Bars(t.ByPost, picture.Posts.Take(Most).Select(p => (PlainText.Name(p.Post).ToString(), p.Count)), t),
                .. picture.IsEmpty ? [] : Bars(t.ByWeekday, picture.Weekdays.Select(d => (t.WeekDay(d.Day), d.Count)), t),
                .. picture.IsEmpty ? [] : Bars(t.ByHour, picture.Hours.OrderByDescending(h => h.Count).Take(Most).OrderBy(h => h.Hour).Select(h => (t.HourOfDay(h.Hour), h.Count)), t),
                Quiet(t.WhatIsNotShown),
            ]);
    }

    private static IEnumerable<CardElement> Bars(string heading, IEnumerable<(string Label, int Count)> counts, Texts t)
    {
        var rows = counts.ToList();
        yield return new TextBlock(heading) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium };
        if (rows.Count == 0)
            yield return Quiet(t.NoneLargeEnough);
        var largest = rows.Select(r => r.Count).DefaultIfEmpty(1).Max();
        foreach (var (label, count) in rows)
        {
            var width = Math.Max(ShortestBar, LongestBar * count / largest);
            yield return new ColumnSet(
                new Column("110px", [new TextBlock(label)]) { VerticalContentAlignment = VerticalAlignment.Center },
                new Column(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{width}px"),
                    [new Container([new TextBlock(count.ToString(System.Globalization.CultureInfo.InvariantCulture)) { Weight = TextWeight.Bolder }]) { Style = count == largest ? ContainerStyle.Warning : ContainerStyle.Accent }]))
            {
                Spacing = Spacing.Small,
            };
        }
    }
}
