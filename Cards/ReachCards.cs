using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>A line of the list.</summary>
/// <param name="Instead">Whom a case asks next in their place; empty when no case would ask them.</param>
public sealed record ReachRow(UnreachablePerson Person, IReadOnlyList<StepRole> Instead);

/// <summary>Whom the bot cannot reach, why and since when, as an administrator reads it to help them.</summary>
public static class ReachCards
{
    /// <summary>Names that fit on a card; those who have been out of reach longest come first.</summary>
    private const int Most = 30;

    public static CardMessage List(IReadOnlyList<ReachRow> rows, CardContext c, RetentionRun? retention = null)
    {
        var t = c.Texts;
        if (rows.Count == 0)
            return Card(c, t.EverybodyReached, t.EverybodyReached, Band(ContainerStyle.Good, t.EverybodyReached), Line(t.EverybodyReachedLine), Removed(retention, c));
        return Card(
            c,
            t.UnreachableSpoken,
            t.AlarmSummary,
            [
                Band(ContainerStyle.Attention, t.PeopleNotReached(rows.Count)),
                .. rows.Take(Most).GroupBy(r => r.Person.Why).OrderBy(g => g.Key).SelectMany(g => Group(g.Key, [.. g], rows.Count(r => r.Person.Why == g.Key), c)),
                rows.Count > Most ? Quiet(t.AndMorePeople(rows.Count - Most)) : null,
                Quiet(t.HowTheListShrinks),
                Removed(retention, c),
            ]);
    }

    private static TextBlock? Removed(RetentionRun? retention, CardContext c) =>
        retention is { } run ? Quiet(c.Texts.RemovedByAge(c.Moment(run.At), run.Count, run.More)) : null;

    /// <param name="all">How many there are, also of those that do not fit.</param>
    private static IEnumerable<CardElement> Group(Refusal why, IReadOnlyList<ReachRow> rows, int all, CardContext c)
    {
        var t = c.Texts;
        yield return new TextBlock($"{t.Why(why)} · {all}") { Weight = TextWeight.Bolder, Spacing = Spacing.Medium };
        yield return Quiet(t.Remedy(why));
        foreach (var row in rows)
        {
            yield return Line(t.Since(c.Named(row.Person.Person), c.Moment(row.Person.Since)));
            if (row.Instead.Count > 0)
                yield return Quiet(t.AskedInstead(t.Listed(row.Instead.Select(t.Role))));
        }
    }
}
