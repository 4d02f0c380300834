using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Swaps;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>A colleague as one who could take a duty.</summary>
/// <param name="Findings">What the rules of duty say of it; empty where nothing speaks against it.</param>
public sealed record SwapColleague(string Person, IReadOnlyList<DutyFinding> Findings)
{
    public bool Can => Findings.All(f => f.Severity != DutySeverity.Block);
}

public static partial class SwapCards
{
    private const int MostChoices = 30;

    /// <summary>A team may have more people than a person has duties; so many still fit on a card.</summary>
    private const int MostPeople = 100;
    private const int MostReasons = 40;

    /// <summary>The person's duties with the swaps about them, and a question which to give away.</summary>
    /// <param name="reader">That person, or a leader who acts for them.</param>
    /// <param name="shifts">The next duties, in order of time.</param>
    /// <param name="swaps">The swaps about them, also those that others asked for.</param>
    /// <param name="others">For whom the reader, a leader, may act.</param>
    /// <param name="days">How far ahead that looks.</param>
    public static CardMessage Duties(string person, string reader, IReadOnlyList<Shift> shifts, IReadOnlyList<Swap> swaps, IReadOnlyList<string> others, int days, CardContext c)
    {
        var t = c.Texts;
        var own = person == reader;
        var free = shifts.Where(s => s.Start > c.Now && !swaps.Any(w => w.IsOpen && (w.Given.Id == s.Id || w.InReturn?.Id == s.Id))).Take(MostChoices).ToList();
        return Card(
            c,
            t.MyDuties,
            t.MyDuties,
            [
                Heading(own ? t.MyDuties : t.DutiesOf(c.Named(person))),
                shifts.Count == 0 ? Line(own ? t.NoDuties(days) : t.NoDutiesOf(c.Named(person), days)) : null,
                .. shifts.Take(MostChoices).Select(s => DutyLine(s, c)),
                .. swaps.SelectMany(w => new CardElement[]
                {
                    new Container([new TextBlock(t.SwapOf(c.Named(w.Asker), c.Named(w.Colleague), w.InReturn is not null)) { Weight = TextWeight.Bolder }, new TextBlock($"{c.Texts.Date(c.Moment(w.Given.Start))}: {Stands(w, reader, c).Text}") { Spacing = Spacing.None }]) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Small },
                    Buttons(Button(t.LookAtSwap, new PressViewSwap(w.Key.Reference)))!,
                }),
                free.Count == 0 ? null : new InputChoiceSet(t.WhichDuty, [.. free.Select(s => new Choice($"{t.Date(c.Moment(s.Start))} {TimeAndPost(s, c)}", s.Id))]) { Id = "shift", Style = ChoiceStyle.Compact, Placeholder = t.Choose },
                Buttons(free.Count == 0 ? null : Button(t.Next, new PressAskSwap { For = new(person) }, inputs: true, style: ActionStyle.Positive)),
                others.Count == 0 ? null : new InputChoiceSet(t.ActForWhom, [.. others.Take(MostPeople).Select(o => new Choice(c.Named(o).ToString(), o))]) { Id = "actFor", Style = ChoiceStyle.Compact, Placeholder = t.Choose },
                Buttons(others.Count == 0 ? null : Button(t.ActForThem, new PressAskSwap(), inputs: true)),
                PersonRow(c),
            ]);
    }

    /// <summary>Who could take the duty, and why the others cannot.</summary>
    /// <param name="reader">Who reads it; null for a leader, who may know of everybody's hours.</param>
    public static CardMessage Colleagues(string person, string? reader, Shift given, IReadOnlyList<SwapColleague> colleagues, CardContext c)
    {
        var t = c.Texts;
        var able = colleagues.Where(o => o.Can).Take(MostPeople).ToList();
        var others = colleagues.Where(o => !o.Can).ToList();
        return Card(
            c,
            t.SwapSummary,
            t.SwapSummary,
            [
                Heading(t.WhoCouldTakeIt),
                DutyLine(given, c),
                able.Count == 0
                    ? Line(t.NobodyCouldTakeIt)
                    : new InputChoiceSet(t.WhoCouldTakeIt, [.. able.Select(o => new Choice($"{c.Named(o.Person)}{(o.Findings.Count > 0 ? " ▲" : "")}", o.Person))]) { Id = "colleague", Style = ChoiceStyle.Compact, Placeholder = t.Choose },
                .. Reasons(others, reader, open: able.Count == 0, c),
                Buttons(able.Count == 0 ? null : Button(t.Next, new PressAskSwap { For = new(person), Shift = new(given.Id) }, inputs: true, style: ActionStyle.Positive)),
                PersonRow(c),
            ]);
    }

    /// <summary>Why the others cannot, folded where somebody can.</summary>
    private static IEnumerable<CardElement> Reasons(List<SwapColleague> others, string? reader, bool open, CardContext c)
    {
        if (others.Count == 0)
            yield break;
        yield return Fold("cannotMore", "▸", c.Texts.CannotTakeIt, !open, "cannot", "cannotMore", "cannotLess");
        yield return Fold("cannotLess", "▾", c.Texts.CannotTakeIt, open, "cannot", "cannotMore", "cannotLess");
        yield return new Container(
        [
            .. others.Take(MostReasons).Select(o => Quiet(Sentence(o.Findings.First(f => f.Severity == DutySeverity.Block), reader, c))),
            .. others.Count > MostReasons ? new[] { Quiet(c.Texts.AndOthers(others.Count - MostReasons)) } : [],
        ])
        { Id = "cannot", IsVisible = open, Spacing = Spacing.None };
    }

    /// <summary>Whether one of the colleague's duties is taken in return; then the request goes.</summary>
    /// <param name="reader">Who reads it; null for a leader, who may know of everybody's hours.</param>
    /// <param name="theirs">Duties that could be taken in return.</param>
    public static CardMessage Return(string person, string? reader, Shift given, string colleague, IReadOnlyList<Shift> theirs, IReadOnlyList<DutyFinding> findings, CardContext c)
    {
        var t = c.Texts;
        var named = c.Named(colleague);
        return Card(
            c,
            t.SwapSummary,
            t.SwapSummary,
            [
                Heading(t.AskColleague(named)),
                DutyLine(given, c),
                .. Sentences(findings, reader, c).Select(said => Quiet($"▲ {said}")),
                new InputChoiceSet(
                    t.InReturn(named),
                    [new(t.NothingInReturn(named), "none"), .. theirs.Take(MostChoices).Select(s => new Choice($"{t.Date(c.Moment(s.Start))} {TimeAndPost(s, c)}", s.Id))])
                {
                    Id = "theirShift",
                    Style = ChoiceStyle.Compact,
                    Value = "none",
                },
                Line(t.StaysUntilApproved),
                Buttons(Button(t.AskColleague(named), new PressAskSwap { For = new(person), Shift = new(given.Id), Colleague = new(colleague) }, inputs: true, style: ActionStyle.Positive)),
                PersonRow(c),
            ]);
    }

    private static ColumnSet DutyLine(Shift shift, CardContext c) => new(
        new Column("92px", [new TextBlock(c.Texts.Date(c.Moment(shift.Start))) { Weight = TextWeight.Bolder }]),
        new Column("stretch", [new TextBlock(TimeAndPost(shift, c))]))
    { Spacing = Spacing.Small };
}
