using System.Globalization;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Swaps;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What a card of a swap has to know beside the swap.</summary>
/// <param name="Deciders">Who can decide on it, in the order in which they are asked.</param>
/// <param name="Findings">What the rules of duty say at the moment of drawing.</param>
public sealed record SwapView(IReadOnlyList<string> Deciders, IReadOnlyList<DutyFinding> Findings)
{
    /// <summary>The team's shifts of the weeks of both duties at the moment of drawing, and perhaps of others; null where the card shows no week.</summary>
    public IReadOnlyList<Shift>? Roster { get; init; }
}

/// <summary>The cards of a swap: <c>mine</c> for the asker, <c>theirs</c> for the colleague, <c>decide</c> for a leader, <c>channel</c> for the team.</summary>
public static partial class SwapCards
{
    /// <summary>So many names stand in a sentence.</summary>
    private const int MostNames = 4;

    public static CardMessage Of(Swap state, Slot slot, SwapView view, CardContext c) => slot.Name switch
    {
        _ when !state.IsOfThisRound(slot) => Earlier(slot, c),
        "mine" => Mine(state, slot, view, c),
        "theirs" => Theirs(state, slot, view, c),
        "channel" => InChannel(state, slot, view, c),
        _ => Decide(state, slot, view, c),
    };

    /// <summary>Of an earlier request: nothing is said of who asks whom by now.</summary>
    private static CardMessage Earlier(Slot slot, CardContext c) => Card(
        c,
        c.Texts.SwapSummary,
        c.Texts.SwapSummary,
        Line(c.Texts.SwapIsPast),
        TeamChannel.TeamOf(slot.Person) is null ? PersonRow(c) : null);

    private static CardMessage Mine(Swap state, Slot slot, SwapView view, CardContext c)
    {
        var t = c.Texts;
        return Drawn(
            state,
            slot,
            c,
            [
                .. Ending(state, state.Asker, c, Line(t.DutyStaysYours)),
                .. state.Phase switch
                {
                    SwapPhase.Asked => new CardElement?[]
                    {
                        Silent(state, c),
                        Line(t.StaysUntilApproved),
                        Quiet(t.LapsesAt(c.Moment(state.LapsesAt))),
                    },
                    SwapPhase.Waiting => [Agreed(state, c), Quiet(Deciders(state, view, c))],
                    _ => [],
                },
                state.By == state.Asker ? null : Quiet(t.AskedFor(c.Named(state.By), c.Named(state.Asker))),
                Buttons(state.Phase is SwapPhase.Asked or SwapPhase.Waiting ? Button(t.CancelSwap, new PressCancelSwap(state.Key.Reference) { Round = RoundOf(state) }) : null),
                PersonRow(c),
            ]);
    }

    private static CardMessage Theirs(Swap state, Slot slot, SwapView view, CardContext c)
    {
        var t = c.Texts;
        return Drawn(
            state,
            slot,
            c,
            [
                .. Ending(state, state.Colleague, c, Line(t.DutyStays(c.Named(state.Asker)))),
                .. state.Phase switch
                {
                    SwapPhase.Asked => new CardElement?[]
                    {
                        state.By == state.Asker ? null : Line(t.AskedFor(c.Named(state.By), c.Named(state.Asker))),
                        Line(t.YouMayDecline),
                        Quiet(t.LapsesAt(c.Moment(state.LapsesAt))),
                        Reason(t.ReasonIfYouLike),
                        Buttons(
                            Button(t.AcceptSwap, new PressAcceptSwap(state.Key.Reference) { Round = RoundOf(state) }, style: ActionStyle.Positive),
                            Button(t.DeclineSwap, new PressDeclineSwap(state.Key.Reference) { Round = RoundOf(state) }, inputs: true)),
                    },
                    SwapPhase.Waiting =>
                    [
                        Agreed(state, c),
                        Quiet(Deciders(state, view, c)),
                        Buttons(Button(t.DeclineSwap, new PressDeclineSwap(state.Key.Reference) { Round = RoundOf(state) }, inputs: true)),
                    ],
                    _ => [],
                },
                PersonRow(c),
            ]);
    }

    /// <summary>What everybody of the channel may see: who, which duties, and how it stands; never a reason in somebody's words.</summary>
    private static CardMessage InChannel(Swap state, Slot slot, SwapView view, CardContext c) => Drawn(
        state,
        slot,
        c,
        [
            .. Ending(state, slot.Person, c, null, quoted: false),
            .. state.Phase == SwapPhase.Waiting ? new CardElement?[] { Agreed(state, c), Quiet(Deciders(state, view, c)) } : [],
            .. Week(state, view, c),
            Buttons(state.Phase == SwapPhase.Waiting || state.CanBeUndone(c.Now) ? Button(c.Texts.LookAtSwap, new PressViewSwap(state.Key.Reference)) : null),
        ]);

    private static CardMessage Decide(Swap state, Slot slot, SwapView view, CardContext c)
    {
        var (t, leader) = (c.Texts, slot.Person);
        var warnings = view.Findings.Where(f => f.Severity == DutySeverity.Warn).ToList();
        return Drawn(
            state,
            slot,
            c,
            [
                state.Phase == SwapPhase.Overtaken && state.DecidedBy == leader ? Line(t.ApprovalOvertaken) : null,
                .. Ending(state, null, c, null),
                state.By == state.Asker ? null : Quiet(t.AskedFor(c.Named(state.By), c.Named(state.Asker))),
                .. Week(state, view, c),
                .. state.Phase switch
                {
                    SwapPhase.Waiting when state.IsParty(leader) => new CardElement?[] { Agreed(state, c), Line(t.SwapIsYours) },
                    SwapPhase.Waiting =>
                    [
                        Agreed(state, c),
                        warnings.Count == 0 ? Found(view, c) : new InputChoiceSet(t.IHaveSeen, [.. warnings.Select(f => new Choice(Sentence(f, null, c), f.Key))]) { Id = "seen", IsMultiSelect = true, Wrap = true },
                        Quiet(t.LapsesAt(c.Moment(state.LapsesAt))),
                        Reason(t.ReasonForBoth),
                        Buttons(
                            Button(t.ApproveSwap, new PressApproveSwap(state.Key.Reference) { Round = RoundOf(state) }, inputs: true, style: ActionStyle.Positive),
                            Button(t.RefuseSwap, new PressRefuseSwap(state.Key.Reference) { Round = RoundOf(state) }, inputs: true)),
                    ],
                    SwapPhase.Asked when state.By == leader => [Silent(state, c), Line(t.DutyStays(c.Named(state.Asker))), Buttons(Button(t.CancelSwap, new PressCancelSwap(state.Key.Reference) { Round = RoundOf(state) }))],
                    SwapPhase.Done when state.CanBeUndone(c.Now) && !state.IsParty(leader) => [Buttons(Button(t.UndoSwap, new PressUndoSwap(state.Key.Reference) { Round = RoundOf(state) }))],
                    _ => [],
                },
            ]);
    }

    /// <summary>State, who with whom, and each duty: the same on every card.</summary>
    private static CardMessage Drawn(Swap state, Slot slot, CardContext c, IEnumerable<CardElement?> more)
    {
        var t = c.Texts;
        var (asker, colleague) = (c.Named(state.Asker), c.Named(state.Colleague));
        var (style, band) = Stands(state, slot.Person, c);
        return Card(
            c,
            t.SwapSummary,
            t.SwapSummary,
            [
                Band(style, band),
                Heading(t.SwapOf(asker, colleague, state.InReturn is not null)),
                Duty(state.Given, state.Asker, state.Colleague, c),
                state.InReturn is { } theirs ? Duty(theirs, state.Colleague, state.Asker, c) : null,
                .. more,
            ]);
    }

    private static (ContainerStyle Style, string Text) Stands(Swap state, string reader, CardContext c)
    {
        var t = c.Texts;
        return state.Phase switch
        {
            SwapPhase.Asked => (ContainerStyle.Warning, reader == state.Colleague ? t.WaitsForYou : t.WaitsForColleague(c.Named(state.Colleague))),
            SwapPhase.Waiting => (ContainerStyle.Warning, t.WaitsForLeader),
            SwapPhase.Changing => (ContainerStyle.Warning, t.BeingChanged),
            SwapPhase.Reverting => (ContainerStyle.Warning, t.BeingReverted),
            SwapPhase.Done => (ContainerStyle.Good, t.SwapDone),
            SwapPhase.Undone => (ContainerStyle.Emphasis, t.SwapUndone),
            SwapPhase.Declined => (ContainerStyle.Emphasis, t.SwapDeclined(c.Named(state.Colleague))),
            SwapPhase.Refused => (ContainerStyle.Emphasis, t.SwapRefused),
            SwapPhase.Cancelled => (ContainerStyle.Emphasis, t.SwapCancelled),
            SwapPhase.Lapsed => (ContainerStyle.Emphasis, t.SwapLapsed),
            _ => (ContainerStyle.Emphasis, t.SwapOvertaken),
        };
    }

    /// <summary>What is said once it is decided or over.</summary>
    /// <param name="reader">Who reads it; null for a leader, who may know of everybody's hours.</param>
    /// <param name="stays">That the old duty stands, for this reader.</param>
    /// <param name="quoted">Whether the reader may read a reason in its writer's words.</param>
    private static IEnumerable<CardElement?> Ending(Swap state, string? reader, CardContext c, CardElement? stays, bool quoted = true)
    {
        var t = c.Texts;
        var leader = c.NamedOrNull(state.DecidedBy);
        var at = c.Moment(state.DecidedAt ?? state.Since);
        switch (state.Phase)
        {
            case SwapPhase.Done:
                yield return leader is { } approved ? Line(t.ApprovedBy(approved, at)) : null;
                yield return state.Because is null ? Quiet(t.EverythingFollows) : Line(t.CouldNotBeUndone);
                foreach (var line in Why(state.Because, reader, c))
                    yield return Line(line);
                break;
            case SwapPhase.Undone:
                yield return leader is { } undid ? Line(t.UndoneBy(undid, at)) : null;
                yield return Quiet(t.EverythingFollows);
                break;
            case SwapPhase.Declined or SwapPhase.Refused:
                yield return state.Phase == SwapPhase.Refused && leader is { } refused ? Line(t.RefusedBy(refused, at)) : null;
                yield return quoted && c.Read(state.Reason) is { } reason ? Box(new TextBlock(reason.ToString())) : null;
                yield return stays;
                break;
            case SwapPhase.Overtaken:
                foreach (var line in Why(state.Because, reader, c))
                    yield return Line(line);
                yield return stays;
                break;
            case SwapPhase.Cancelled or SwapPhase.Lapsed:
                yield return stays;
                break;
            default:
                yield break;
        }
    }

    private static IEnumerable<string> Why(Overtaking? because, string? reader, CardContext c) => because switch
    {
        null => [],
        { Left: { } left } => [c.Texts.HasLeft(c.Named(left))],
        { Findings.Length: > 0 } => because.Findings.Select(f => Sentence(f, reader, c)).Distinct(),
        { Holder: { } holder } => [c.Texts.HasItNow(c.Named(holder))],
        _ => [c.Texts.ShiftIsGone],
    };

    /// <summary>A duty as day, time and post, and from whom to whom it goes.</summary>
    private static ColumnSet Duty(Shift shift, string from, string to, CardContext c) => new(
        new Column("92px", [new TextBlock(c.Texts.Date(c.Moment(shift.Start))) { Weight = TextWeight.Bolder }]),
        new Column("stretch",
        [
            new TextBlock(TimeAndPost(shift, c)),
            new TextBlock($"{c.Named(from)} → **{c.Named(to)}**") { Spacing = Spacing.None },
        ]));

    private static string TimeAndPost(Shift shift, CardContext c)
    {
        var clock = $"{c.Moment(shift.Start).Clock}–{c.Moment(shift.End).Clock}";
        return shift.Post.Length > 0 ? $"{clock} {PlainText.Name(shift.Post)}" : clock;
    }

    /// <summary>That the colleague cannot be asked, or has not answered for long; for whoever can cancel it.</summary>
    private static TextBlock? Silent(Swap state, CardContext c) =>
        state.Unreached.Contains(state.Colleague) ? Line(c.Texts.CannotBeReached(c.Named(state.Colleague)))
        : state.Reminders > 1 ? Line(c.Texts.NoAnswerYet(c.Named(state.Colleague)))
        : null;

    private static TextBlock? Agreed(Swap state, CardContext c) =>
        state.AcceptedAt is { } at ? Line(c.Texts.AgreedAt(c.Named(state.Colleague), c.Moment(at))) : null;

    /// <summary>The warnings, or that there is none.</summary>
    private static CardElement Found(SwapView view, CardContext c) => view.Findings.Count == 0
        ? Line(c.Texts.NoConflict)
        : new Container([.. view.Findings.Select(f => new TextBlock($"▲ {Sentence(f, null, c)}") { Spacing = Spacing.None })]) { Spacing = Spacing.Small };

    private static string Deciders(Swap state, SwapView view, CardContext c) =>
        c.Texts.WhoDecides([.. view.Deciders.Where(d => !state.IsParty(d)).Take(MostNames).Select(c.Named)], c.Moment(state.LapsesAt));

    internal static IEnumerable<string> Sentences(IEnumerable<DutyFinding> findings, string? reader, CardContext c) => findings.Select(f => Sentence(f, reader, c)).Distinct();

    /// <summary>What a rule says. How long somebody works and rests is for them and for whoever decides (<see cref="Dialogs.People.Fact.DutyHours"/>): others read that a rule says so, and in a channel not even of whom.</summary>
    private static string Sentence(DutyFinding finding, string? reader, CardContext c) =>
        !finding.TellsHours || reader is null || reader == finding.Person ? c.Texts.Finding(finding, c.Named(finding.Person), c.Day(finding.Day))
        : TeamChannel.TeamOf(reader) is not null ? c.Texts.RuleForbidsIt
        : c.Texts.FindingToOthers(finding.Severity, c.Named(finding.Person));

    private static Input RoundOf(Swap state) => new(state.Round.ToString(CultureInfo.InvariantCulture));

    private static InputText Reason(string label) => new(label) { Id = "reason", IsMultiline = true, MaxLength = 200 };
}
