using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What a card of an alert has to know beside the alert.</summary>
/// <param name="Posts">The posts that can be chosen.</param>
public sealed record AlertView(AlertPolicy Policy, IReadOnlyList<string> Posts);

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
        AlertPhase.Unconfirmed => Ended(c, c.Texts.NobodyWasCalled, c.Texts.NotConfirmed, Buttons(Button(c.Texts.CallThem, new CallForHelp(), style: ActionStyle.Positive))),
        AlertPhase.Safe when state.ClosedBy == state.Person => Ended(c, c.Texts.YouAreSafe(c.Moment(state.Since)), c.Texts.CalledAreTold, Line(c.Texts.IfNotSafe)),
        AlertPhase.Safe => Ended(c, c.Texts.SafeSays(c.Named(state.ClosedBy!), c.Moment(state.Since)), c.Texts.CalledAreTold, Line(c.Texts.IfNotSafe)),
        AlertPhase.Mistaken => Ended(c, c.Texts.TakenBack(c.Moment(state.Since)), c.Texts.CalledAreToldOfMistake, null),
        AlertPhase.Lapsed => Ended(c, c.Texts.LapsedAlert(c.Moment(state.Since)), c.Texts.LapsedAlertLine, Line(c.Texts.IfNotSafe)),
        _ => Open(state, view, c),
    };

    private static CardMessage Confirm(Alert state, AlertView view, CardContext c)
    {
        var t = c.Texts;
        // A post that the list lacks, such as that of another shift, can be kept.
        var posts = view.Posts.Append(state.Post).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        return Card(
            c,
            t.ConfirmSpoken(c.Police),
            t.ConfirmHeading,
            Heading(t.ConfirmHeading),
            posts.Count == 0 ? null : new InputChoiceSet(t.WhereAreYou, [.. posts.Select(p => new Choice(PlainText.Name(p).ToString(), p))])
            {
                Id = "post",
                Style = ChoiceStyle.Compact,
                Placeholder = t.Choose,
                Value = state.Post.Length > 0 ? state.Post : null,
            },
            Line(t.WillCall(t.Listed(view.Policy.Steps[0].Whom.Select(t.Callee)))),
            Line(t.ViolenceFirst(c.Police)),
            Quiet(t.LapsesAlone(view.Policy.ConfirmFor)),
            Buttons(Button(t.CallThem, new ConfirmSos(state.Key.Reference), inputs: true, style: ActionStyle.Positive)));
    }

    private static CardMessage Open(Alert state, AlertView view, CardContext c)
    {
        var t = c.Texts;
        var again = state.CallsAgain(view.Policy, c.Now);
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
                    state.CancelUntil is not null ? Button(t.ItWasAMistake, new CancelSos(state.Key.Reference)) : null,
                    again ? Button(t.CallAgain, new ConfirmSos(state.Key.Reference), inputs: true) : null),
                Buttons(Button(t.Button(Command.Calm), new RunCommand(Command.Calm)), Button(t.Button(Command.Breathe), new RunCommand(Command.Breathe))),
            ]);
    }

    private static string Next(Alert state, AlertView view, Texts t)
    {
        if (state.Phase == AlertPhase.Answered || state.SilentSince is not null)
            return t.SeenByCalled;
        return t.Sentences([t.SeenByCalled, t.ThenOthers(view.Policy.WaitOf(state.Step), state.Step + 1 < view.Policy.Steps.Length)]);
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

    private static CardMessage Ended(CardContext c, string band, string line, CardElement? more) => Card(
        c,
        c.Texts.AlertFollows,
        c.Texts.AlertFollows,
        Band(ContainerStyle.Emphasis, band),
        Line(line),
        more,
        Quiet(c.Texts.NoAlarmSystem(c.Police)),
        PersonRow(c));

    private static PlainText? Where(Alert state) => state.Post.Length > 0 ? PlainText.Name(state.Post) : null;
}
