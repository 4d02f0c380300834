using System.Globalization;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Covers;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>The cards of a cover: <c>mine</c> for who asks, <c>ask</c> for colleagues, <c>seen</c> for leaders. They are read between two visitors.</summary>
public static partial class CoverCards
{
    public static CardMessage Of(Cover state, Slot slot, CoverPolicy policy, CardContext c) => slot.Name switch
    {
        "mine" => Mine(state, policy, c),
        "seen" => Seen(state, policy, c),
        _ => Ask(state, slot.Person, c),
    };

    private static CardMessage Mine(Cover state, CoverPolicy policy, CardContext c)
    {
        var t = c.Texts;
        return state.Phase switch
        {
            CoverPhase.Choosing => Of(c, [Heading(t.HowLongAway), Line(t.NoReasonNeeded), .. Choices(state, policy, c), Buttons(Back(state, t.NeverMind)), PersonRow(c)]),
            CoverPhase.Unasked => Of(c, [Band(ContainerStyle.Emphasis, t.NobodyWasAsked), Line(t.StillAsks), .. Choices(state, policy, c), PersonRow(c)]),
            CoverPhase.Asking => Of(c, Band(ContainerStyle.Accent, t.LookingFor(state.Minutes)), WhoIsAsked(state, c), Quiet(Next(state, c)), Buttons(Back(state, t.NeverMind)), PersonRow(c)),
            CoverPhase.Unanswered => Of(
                c,
                Band(ContainerStyle.Attention, state.Asked.Any(a => a.Out is null) ? t.NobodyYet : t.NobodyCan),
                Line(t.LeaderKnows(state.Leaders.IsEmpty ? null : t.Names(state.Leaders.Select(c.Named)), c.Moment((state.OpenUntil ?? state.Until)!.Value))),
                Buttons(Reinforce(policy, t), Back(state, t.NeverMind)),
                PersonRow(c)),
            CoverPhase.Covered => Of(
                c,
                Band(ContainerStyle.Good, t.StandsIn(c.Named(state.By!), c.Moment(state.Until!.Value))),
                Line(state.More ? t.MoreWasHad : t.GoInPeace),
                Buttons(Back(state, t.IAmBack, ActionStyle.Positive), More(state, policy, c)),
                PersonRow(c)),
            CoverPhase.TimeUp => Of(
                c,
                Band(ContainerStyle.Emphasis, t.YoursAgain),
                state.Over ? Line(t.OverTime) : null,
                Line(t.ReadyToGo(c.Named(state.By!))),
                Buttons(Back(state, t.IAmBack, ActionStyle.Positive), More(state, policy, c)),
                PersonRow(c)),
            CoverPhase.Back => Of(c, Band(ContainerStyle.Good, t.GivenBackToYou(c.Moment(state.Since))), Line(Ending(state, c)), state.EndedBy == state.By ? Buttons(Again(t)) : null, PersonRow(c)),
            CoverPhase.Cancelled => Of(c, Band(ContainerStyle.Emphasis, t.NotNeeded), state.Asked.IsEmpty ? null : Line(t.AskedAreTold), PersonRow(c)),
            _ => Of(c, Band(ContainerStyle.Emphasis, t.NobodyStoodIn), Line(t.SorryNobody), Buttons(Again(t)), PersonRow(c)),
        };
    }

    private static string Ending(Cover state, CardContext c) =>
        state.EndedBy is null ? c.Texts.EndedByItself : state.EndedBy == state.Person ? c.Texts.IsTold(c.Named(state.By!)) : c.Texts.HadToGo(c.Named(state.By!));

    /// <summary>Two beside each other, so that a thumb hits the one it means.</summary>
    private static IEnumerable<ActionSet?> Choices(Cover state, CoverPolicy policy, CardContext c) => policy.Minutes.Chunk(2).Select(two => Buttons(two.Select(m =>
        Button(c.Texts.MinutesOf(m), new AskCover(state.Key.Reference) { Minutes = Number(m) }, style: m == CoverPolicy.Ten ? ActionStyle.Positive : null))));

    private static FactSet? WhoIsAsked(Cover state, CardContext c) => Facts([new Fact(c.Texts.AskedFirst, c.Texts.Names(state.Asked.Where(a => a.Out is null).Select(a => c.Named(a.Person))))]);

    private static string Next(Cover state, CardContext c) => state.OnlyB ? c.Texts.ThenColleagues(c.Moment(state.Until!.Value)) : c.Texts.ThenYouAreTold(c.Moment(state.Until!.Value));

    private static ActionExecute Back(Cover state, string title, ActionStyle? style = null) => Button(title, new GiveBackCover(state.Key.Reference), style: style);

    private static ActionExecute? More(Cover state, CoverPolicy policy, CardContext c) => !state.CanHaveMore ? null
        : Button(c.Texts.MoreMinutes(policy.More), new AskCover(state.Key.Reference) { Minutes = Number(policy.More), More = new("true") });

    private static ActionExecute Again(Texts t) => Button(t.AskForCoverAgain, new RunCommand(Command.Cover));

    private static ActionExecute? Reinforce(CoverPolicy policy, Texts t) => policy.PeakPost.IsEmpty ? null : Button(t.Button(Command.Reinforce), new RunCommand(Command.Reinforce));

    private static Input Number(int minutes) => new(minutes.ToString(CultureInfo.InvariantCulture));

    private static CardMessage Of(CardContext c, params IEnumerable<CardElement?> body) => Card(c, c.Texts.CoverSummary, c.Texts.CoverSummary, body);
}
