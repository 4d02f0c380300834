using System.Globalization;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What a card of an alert has to know beside the alert.</summary>
/// <param name="Posts">The posts that can be chosen.</param>
/// <param name="Rostered">Where the roster has the person at this moment; empty when it does not say.</param>
public sealed record AlertView(AlertPolicy Policy, IReadOnlyList<string> Posts, string Rostered = "");

/// <summary>
/// The cards of an alert: <c>mine</c> for the person who calls, <c>call</c> for those called, <c>unclosed</c> for administrators. Who reads
/// them may be shaking or running: few lines, the largest first, and always the number that helps when I do not.
/// </summary>
public static partial class AlertCards
{
    public static CardMessage Of(Alert state, Slot slot, AlertView view, CardContext c) => slot.Name switch
    {
        "mine" => Mine(state, view, c),
        "unclosed" => Unclosed(state, c),
        _ => Call(state, slot.Person, view, c),
    };

    private static CardMessage Mine(Alert state, AlertView view, CardContext c) => state.Phase switch
    {
        AlertPhase.Confirming => Confirm(state, view, c),
        AlertPhase.Unconfirmed => Ended(c, c.Texts.NobodyWasCalled, c.Texts.NotConfirmed, WhereOf(state, view, c), Buttons(CallThem(state, c))),
        AlertPhase.Safe when state.ClosedBy == state.Person => Ended(c, c.Texts.YouAreSafe(c.Moment(state.Since)), c.Texts.CalledAreTold, Line(c.Texts.IfNotSafe), ReportIt(state, c)),
        AlertPhase.Safe => Ended(c, c.Texts.SafeSays(c.Named(state.ClosedBy!), c.Moment(state.Since)), c.Texts.CalledAreTold, Line(c.Texts.IfNotSafe), ReportIt(state, c)),
        AlertPhase.Mistaken => Ended(c, c.Texts.TakenBack(c.Moment(state.Since)), c.Texts.CalledAreToldOfMistake),
        AlertPhase.Lapsed => Ended(c, c.Texts.LapsedAlert(c.Moment(state.Since)), c.Texts.LapsedAlertLine(!state.Told.IsEmpty), Line(c.Texts.IfNotSafe), ReportIt(state, c)),
        _ => Open(state, view, c),
    };

    private static CardMessage Confirm(Alert state, AlertView view, CardContext c)
    {
        var t = c.Texts;
        return Card(
            c,
            t.ConfirmSpoken(c.Police),
            t.ConfirmHeading,
            Heading(t.ConfirmHeading),
            WhereOf(state, view, c),
            Line(t.WillCall(t.Listed(view.Policy.Steps[0].Whom.Select(t.Callee)))),
            Line(t.ViolenceFirst(c.Police)),
            Quiet(t.LeaveIt),
            Buttons(CallThem(state, c)));
    }

    private static ActionExecute CallThem(Alert state, CardContext c) =>
        Button(c.Texts.CallThem, new ConfirmSos(state.Key.Reference), inputs: true, style: ActionStyle.Positive);

    /// <summary>Where the person is, to be changed; null where there is nothing to choose from.</summary>
    private static InputChoiceSet? WhereOf(Alert state, AlertView view, CardContext c)
    {
        var now = state.PostBy(view.Rostered);
        // A post that the list lacks, such as that of another shift, can be kept.
        var posts = view.Posts.Append(now).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return posts.Count == 0 ? null : new(c.Texts.WhereAreYou, [.. posts.Select(p => new Choice(PlainText.Name(p).ToString(), p))])
        {
            Id = "post",
            Style = ChoiceStyle.Compact,
            Placeholder = c.Texts.Choose,
            Value = now.Length > 0 ? now : null,
        };
    }

    /// <summary>What was lived through can be told while it is fresh; where and when are filled in.</summary>
    private static ActionSet? ReportIt(Alert state, CardContext c) => Buttons(Button(c.Texts.ReportThis, new BeginIncident(Sos: state.Key.Reference)));

    private static CardMessage Open(Alert state, AlertView view, CardContext c)
    {
        var t = c.Texts;
        var reached = state.CalledNow.Any(n => !n.OutOfReach);
        return Card(
            c,
            t.OpenSpoken(c.Police),
            t.AlertFollows,
            [
                state.Going is [var first, ..] ? Band(ContainerStyle.Good, t.OnTheWay(c.Named(first.Person), c.Exactly(first.At)))
                    : state.SilentSince is not null ? Band(ContainerStyle.Attention, t.NobodyAnswers(reached))
                    : null,
                state.SilentSince is not null ? Line(t.DoNotWait(c.Police)) : null,
                reached ? Heading(Where(state) is { } post ? t.CalledTo(post) : t.CalledToYou) : null,
                Facts(WhoIsCalled(state, c)),
                Box(new TextBlock(t.StepBack)),
                Line(t.NoAlarmSystem(c.Police)),
                state.Reminded ? Line(t.AreYouSafe) : null,
                reached ? Quiet(Next(state, view, t)) : null,
                Buttons(
                    Button(t.IAmSafe, new SafeSos(state.Key.Reference), style: state.Reminded || state.Phase == AlertPhase.Answered ? ActionStyle.Positive : null),
                    state.CancelUntil is not null ? Button(t.ItWasAMistake, new CancelSos(state.Key.Reference)) : null),
                .. Again(state, view, c),
                Buttons(Button(t.Button(Command.Calm), new RunCommand(Command.Calm)), Button(t.Button(Command.Breathe), new RunCommand(Command.Breathe))),
            ]);
    }

    private static IEnumerable<CardElement?> Again(Alert state, AlertView view, CardContext c) => !state.CanCallAgain ? [] :
    [
        WhereOf(state, view, c),
        Buttons(Button(c.Texts.CallAgain, new ConfirmSos(state.Key.Reference) { Again = new((state.Round + 1).ToString(CultureInfo.InvariantCulture)) }, inputs: true)),
    ];

    private static string Next(Alert state, AlertView view, Texts t)
    {
        if (state.Phase == AlertPhase.Answered || state.SilentSince is not null)
            return t.SeenByCalled;
        return t.Sentences([t.SeenByCalled, t.ThenOthers(view.Policy.WaitOf(state.Step), state.More)]);
    }

    /// <summary>Who goes stands first, by name; then whom else the call went to.</summary>
    private static IEnumerable<Schema.Fact> WhoIsCalled(Alert state, CardContext c)
    {
        foreach (var going in state.Going)
            yield return new(c.Named(going.Person).ToString(), c.Texts.GoingSince(c.Exactly(going.At)));
        foreach (var group in state.CalledNow.Where(n => !state.IsGoing(n.Person)).GroupBy(n => n.As))
        {
            var (reached, not) = (group.Where(n => !n.OutOfReach).ToList(), group.Count(n => n.OutOfReach));
            yield return new(c.Texts.Callee(group.Key), c.Texts.CalledOf(reached is [var one] ? c.Named(one.Person) : null, reached.Count, not));
        }
    }

    private static CardMessage Ended(CardContext c, string band, string line, params IEnumerable<CardElement?> more) => Card(
        c,
        c.Texts.AlertFollows,
        c.Texts.AlertFollows,
        [Band(ContainerStyle.Emphasis, band), Line(line), .. more, Quiet(c.Texts.NoAlarmSystem(c.Police)), PersonRow(c)]);

    /// <summary>What those read who read along where somebody typed for people: that it was heard, no name and no place; no button, for its answer would stand there too.</summary>
    public static CardMessage InChannel(Alert state, CardContext c)
    {
        var t = c.Texts;
        var heard = !state.IsOpen ? t.AskedPrivately : state.CalledNow.Any(n => !n.OutOfReach) ? t.HelpIsCalled : t.NobodyInReach;
        return Card(c, t.Sentences([heard, t.DoesNotCall(c.Police)]), heard, Line(t.Sentences([heard, t.NoAlarmSystem(c.Police)])));
    }

    private static PlainText? Where(Alert state) => state.Post.Length > 0 ? PlainText.Name(state.Post) : null;
}
