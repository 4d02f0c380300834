using System.Globalization;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>The questions: all choices open in two columns, so that one thumb answers four of them without scrolling.</summary>
public static partial class CheckInCards
{
    private static readonly string[] Faces = ["😞", "🙁", "😐", "🙂", "😊"];

    private static CardMessage Asking(CheckIn state, CheckInView view, CardContext c)
    {
        var t = c.Texts;
        var closes = c.Moment(state.ClosesAt);
        return Card(
            c,
            t.CheckInSpoken(c.Hotline.Support),
            t.CheckInSummary,
            [
                Heading(state.Editing ? t.Changing : state.Incident ? t.AfterIncident(c.Named(state.Person)) : Opening(state, c), TextSize.Large),
                Line(state.Editing ? t.ChangeUntil(closes) : state.Incident ? t.AfterIncidentLine : t.AskLine) with { Size = TextSize.Small },
                state.Gap ? new Container([new TextBlock(t.NothingYet)]) { Style = ContainerStyle.Warning } : null,
                new ColumnSet(new Column("stretch", [Stress(state.Draft, t)]), new Column("stretch", [Mood(state.Draft, t)])) { Spacing = Spacing.Medium },
                new ColumnSet(new Column("stretch", [Hostile(state.Incident ? state.Draft with { Hostile = state.Draft.Hostile ?? 1 } : state.Draft, t)]), new Column("stretch", [Break(state.Draft, t), Help(state.Draft, t)])) { Spacing = Spacing.Medium },
                .. Details(state, view, c),
                Line(Causes(view, c)),
                state is { Editing: true, Case: not null } ? Quiet(t.StillLooksIn) : null,
                Buttons(AskButtons(state, t)),
                PersonRow(c),
            ]);
    }

    private static string Opening(CheckIn state, CardContext c)
    {
        var you = c.Named(state.Person);
        if (state.Shift is not { } shift || c.Now < shift.End)
            return c.Texts.AnyTime(you);
        // A shift that ends at night is still spoken of as this one the next morning.
        return c.Now - shift.End < TimeSpan.FromHours(8) ? c.Texts.AfterShift(you) : c.Texts.OfShift(you, c.Moment(shift.End));
    }

    private static InputChoiceSet Stress(Answer draft, Texts t) => new(t.StressLabel, [.. Numbered(1, 2, 3, 4, 5).Select(n => new Choice(t.Stress(n.Value), n.Word))])
    {
        Id = "stress",
        Value = Word(draft.Stress),
    };

    /// <summary>Good above, hard below, as beside it: whoever ticks straight across means what is ticked.</summary>
    private static InputChoiceSet Mood(Answer draft, Texts t) => new(t.MoodLabel, [.. Numbered(5, 4, 3, 2, 1).Select(n => new Choice($"{Faces[n.Value - 1]} {t.Mood(n.Value)}", n.Word))])
    {
        Id = "mood",
        Value = Word(draft.Mood),
    };

    private static InputChoiceSet Hostile(Answer draft, Texts t) => new(t.HostileLabel, [.. Numbered(0, 1, 2, 4).Select(n => new Choice(t.Hostile(n.Value), n.Word))])
    {
        Id = "hostile",
        Value = Word(draft.Hostile),
    };

    private static InputChoiceSet Break(Answer draft, Texts t) => new(t.BreakLabel, [new(t.Break(true), "true"), new(t.Break(false), "false")])
    {
        Id = "break",
        Value = draft.Break is { } rested ? (rested ? "true" : "false") : null,
    };

    private static InputChoiceSet Help(Answer draft, Texts t) => new(t.HelpLabel, [.. Enum.GetValues<Helper>().Select(h => new Choice(t.Help(h), Word(h)))])
    {
        Id = "help",
        Style = ChoiceStyle.Compact,
        Placeholder = t.Optional,
        Value = draft.Help is { } help ? Word(help) : null,
    };

    /// <summary>Reasons and note behind one line; hidden inputs are sent too, so what is prefilled survives when it stays closed.</summary>
    private static CardElement[] Details(CheckIn state, CheckInView view, CardContext c)
    {
        var t = c.Texts;
        var draft = state.Draft;
        var note = draft.Note is { } words && c.Open(words) is { } raw ? PlainText.ForBox(raw) : null;
        var open = draft.Tags.Length > 0 || note is not null;
        return
        [
            Fold("detailsMore", "▸", t.MoreDetails, !open, "details", "detailsMore", "detailsLess"),
            Fold("detailsLess", "▾", t.LessDetails, open, "details", "detailsMore", "detailsLess"),
            new Container(
            [
                new InputChoiceSet(t.TagsLabel, [.. view.Policy.Tags.Select(k => new Choice(TagName(k, t), k))])
                {
                    Id = "tags",
                    IsMultiSelect = true,
                    Value = draft.Tags.Length > 0 ? draft.Tags : null,
                },
                new InputText(t.NoteLabel)
                {
                    Id = "note",
                    IsMultiline = true,
                    MaxLength = Math.Max(PlainText.LongestWords, note?.Length ?? 0),
                    Placeholder = t.NotePlaceholder,
                    Value = note,
                },
                new InputToggle(t.ShareLabel, t.ShareTitle) { Id = "shareNote", Value = draft.ShareNote ? "true" : "false" },
            ])
            { Id = "details", IsVisible = open, Style = ContainerStyle.Emphasis },
        ];
    }

    /// <summary>What sending causes, in plain words, directly above the button.</summary>
    private static string Causes(CheckInView view, CardContext c)
    {
        var t = c.Texts;
        if (!view.MayEscalate)
            return t.NobodyIsAsked;
        var hard = t.Hard(view.Policy.HighStress is >= 1 and <= 5 and var s ? s : null, view.Policy.LowMood is >= 1 and <= 5 and var m ? m : null);
        var who = c.NamedOrNull(view.Leader) is { } leader ? t.WithRole(leader.ToString(), t.Role(view.LeaderRole)) : null;
        string?[] sentences = [t.ChosenIsAsked, hard is null ? null : t.HardIsAsked(hard, who), t.ReaderSees];
        return t.Sentences(sentences.OfType<string>());
    }

    private static IEnumerable<CardAction> AskButtons(CheckIn state, Texts t)
    {
        var id = state.Key.Reference;
        yield return Button(state.Editing ? t.Save : t.Send, new AnswerCheckIn(id), inputs: true, style: ActionStyle.Positive);
        if (state.Editing)
            yield break;
        yield return Button(t.Later, new LaterCheckIn(id));
        yield return Button(t.Skip, new SkipCheckIn(id));
        yield return Button(t.NotToday, new NotToday(id), mode: ActionMode.Secondary);
    }

    internal static string TagName(string key, Texts t) => t.Tag(key) ?? PlainText.Name(key).ToString();

    private static IEnumerable<(int Value, string Word)> Numbered(params IEnumerable<int> values) => values.Select(v => (v, Word(v)!));

    private static string? Word(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string Word(Helper helper) => helper switch
    {
        Helper.Buddy => "buddy",
        Helper.Leader => "leader",
        Helper.Counsellor => "counsellor",
        _ => "none",
    };
}
