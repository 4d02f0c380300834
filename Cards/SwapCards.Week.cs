using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Swaps;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

public static partial class SwapCards
{
    /// <summary>So many colleagues stand below the two, where their duties lie in one week; where in two, half as many in each.</summary>
    private const int MostBeside = 6;

    /// <summary>The week in which it happens, or both of them, folded: the two as it is and as it would be, and who works beside them.</summary>
    private static IEnumerable<CardElement> Week(Swap state, SwapView view, CardContext c)
    {
        if (view.Roster is not { } roster)
            yield break;
        var mondays = state.Change.Handed.Select(h => TeamWeek.MondayOf(h.Shift.Start, c.Zone)).Distinct().Order().ToList();
        var weeks = mondays.Select(m => TeamWeek.Of(roster, m, c.Zone, state.Asker, state.Colleague)).ToList();
        yield return Fold("weekMore", "▸", c.Texts.TheWeek, true, "week", "weekMore", "weekLess");
        yield return Fold("weekLess", "▾", c.Texts.TheWeek, false, "week", "weekMore", "weekLess");
        yield return new Container(
        [
            .. weeks.SelectMany(w => Picture(state, w, roster, MostBeside / weeks.Count, c)),
            WeekPicture.Below(weeks, c, state.Phase == SwapPhase.Done ? c.Texts.BoldIsSwapped : null),
        ])
        { Id = "week", IsVisible = false, Spacing = Spacing.None };
    }

    private static IEnumerable<CardElement> Picture(Swap state, TeamWeek week, IReadOnlyList<Shift> roster, int most, CardContext c)
    {
        var t = c.Texts;
        yield return Line(t.FromTo(c.Day(week.Monday), c.Day(week.Monday.AddDays(TeamWeek.Length - 1))));
        if (week.IsEmpty)
        {
            yield return Line(t.NoDutiesInWeek);
            yield break;
        }
        yield return WeekPicture.Head(week.Monday, c);
        var then = state.Phase == SwapPhase.Done ? null : TeamWeek.Of(state.Change.After(roster), week.Monday, c.Zone, state.Asker, state.Colleague);
        foreach (var (party, i) in week.People.Take(2).Select((p, i) => (p, i)))
        {
            yield return WeekPicture.Row(WeekPicture.Who(party, c, TextWeight.Bolder), [.. party.Days.Select(d => WeekPicture.Hours(d, c, then is null ? s => IsSwapped(s, state) : null))]);
            if (then is not null)
                yield return WeekPicture.Row([new TextBlock(t.IfSwapped) { Size = TextSize.Small, IsSubtle = true }], [.. party.Days.Select((d, day) => Then(d, then.People[i].Days[day], state, c))], line: false);
        }
        // Whoever works where and when the two do is what the one who decides has to know.
        var beside = week.People.Skip(2).OrderBy(p => Nearness(p, state)).ToList();
        foreach (var colleague in beside.Take(most))
            yield return WeekPicture.Row(WeekPicture.Who(colleague, c), [.. colleague.Days.Select(d => WeekPicture.Hours(d, c))]);
        if (beside.Count > most)
            yield return Quiet(t.OthersWork(beside.Count - most));
    }

    /// <summary>A day as it would be: what is new in bold, a dash where a duty goes and nothing comes.</summary>
    private static IReadOnlyList<TextBlock> Then(IReadOnlyList<Shift> now, IReadOnlyList<Shift> then, Swap state, CardContext c) =>
        then.Count == 0 && now.Count > 0 ? [WeekPicture.Bold("–")] : WeekPicture.Hours(then, c, s => IsSwapped(s, state));

    private static bool IsSwapped(Shift shift, Swap state) => shift.Id == state.Given.Id || shift.Id == state.InReturn?.Id;

    /// <summary>0 for who works at the post of a swapped duty while it lasts, 1 at any post while it lasts, 2 at that post on another day, 3 otherwise.</summary>
    private static int Nearness(PersonWeek person, Swap state) => person.Days.SelectMany(d => d).SelectMany(s => state.Change.Handed, (s, handed) =>
        (s.Post == handed.Shift.Post, s.Start < handed.Shift.End && handed.Shift.Start < s.End) switch
        {
            (true, true) => 0,
            (false, true) => 1,
            (true, false) => 2,
            _ => 3,
        }).Min();
}
