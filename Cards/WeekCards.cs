using System.Globalization;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What the card of a team's week shows.</summary>
/// <param name="Own">Who asked: their row is marked.</param>
public sealed record WeekView(Team Team, TeamWeek Week, string Own)
{
    /// <summary>Which part of the people, from 0.</summary>
    public int Part { get; init; }

    /// <summary>Whether the week before may be looked at.</summary>
    public bool HasBefore { get; init; }

    /// <summary>Whether the week after may be looked at.</summary>
    public bool HasAfter { get; init; }

    /// <summary>Other teams at which the reader may look.</summary>
    public IReadOnlyList<Team> Others { get; init; } = [];
}

/// <summary>The week of a team: everybody who works, each with the hours of each day.</summary>
public static class WeekCards
{
    /// <summary>So many people stand on one card.</summary>
    private const int Most = 12;

    /// <summary>And so many shifts, whoever works them: with the longest names it stays below what a channel carries.</summary>
    private const int MostShifts = Most * TeamWeek.Length;

    /// <param name="manyRead">In a channel: its buttons are answered to who pressed alone.</param>
    public static CardMessage Of(WeekView view, CardContext c, bool manyRead = false)
    {
        var (t, week) = (c.Texts, view.Week);
        var heading = t.WeekOf(PlainText.Name(view.Team.Name));
        var parts = Parts(week.People);
        var part = Math.Clamp(view.Part, 0, parts.Count - 1);
        var shown = week with { People = parts[part] };
        return Card(
            c,
            heading,
            heading,
            [
                Heading(heading),
                Line(t.FromTo(c.Day(week.Monday), c.Day(week.Monday.AddDays(TeamWeek.Length - 1)))),
                .. Rows(view, shown, c),
                WeekPicture.Below([shown], c, parts.Count > 1 ? t.AndOthers(week.People.Count - shown.People.Count) : null),
                Buttons(parts.Count > 1 ? Button(t.ShowOthers, Look(view, 0, (part + 1) % parts.Count)) : null),
                Buttons(
                    view.HasBefore ? Button(t.WeekBefore, Look(view, -TeamWeek.Length)) : null,
                    view.HasAfter ? Button(t.WeekAfter, Look(view, TeamWeek.Length)) : null),
                .. manyRead || view.Others.Count == 0 ? [] : new CardElement?[]
                {
                    new InputChoiceSet(t.WhichTeam, [.. view.Others.Select(o => new Choice(PlainText.Name(o.Name).ToString(), o.Id))]) { Id = "other", Style = ChoiceStyle.Compact, Placeholder = t.Choose },
                    Buttons(Button(t.ShowTeam, Look(view, 0), inputs: true)),
                },
                manyRead ? null : PersonRow(c),
            ]);
    }

    /// <summary>The people as they stand on one card each time; at least one part, and nobody in two.</summary>
    private static List<List<PersonWeek>> Parts(IReadOnlyList<PersonWeek> people)
    {
        List<List<PersonWeek>> parts = [[]];
        var shifts = 0;
        foreach (var person in people)
        {
            var count = person.Days.Sum(d => d.Length);
            if (parts[^1].Count == Most || (parts[^1].Count > 0 && shifts + count > MostShifts))
            {
                parts.Add([]);
                shifts = 0;
            }
            parts[^1].Add(person);
            shifts += count;
        }
        return parts;
    }

    private static IEnumerable<CardElement> Rows(WeekView view, TeamWeek shown, CardContext c) => view.Week.IsEmpty
        ? [Line(c.Texts.NoDutiesInWeek)]
        : [WeekPicture.Head(shown.Monday, c), .. shown.People.Select(p => Row(p, p.Person == view.Own, c))];

    private static ColumnSet Row(PersonWeek person, bool own, CardContext c)
    {
        TextColor? color = own ? TextColor.Accent : null;
        return WeekPicture.Row(WeekPicture.Who(person, c, own ? TextWeight.Bolder : null, color), [.. person.Days.Select(d => WeekPicture.Hours(d, c, color: color))]);
    }

    private static PressWeek Look(WeekView view, int days, int part = 0) => new(view.Team.Id)
    {
        Day = new(view.Week.Monday.AddDays(days).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
        Part = part == 0 ? default : new(part.ToString(CultureInfo.InvariantCulture)),
    };
}
