using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Covers;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What colleagues and leaders see of a cover.</summary>
public static partial class CoverCards
{
    private static CardMessage Ask(Cover state, string reader, CardContext c)
    {
        var t = c.Texts;
        var name = c.Named(state.Person);
        return state.Phase switch
        {
            _ when state.IsCovered && reader != state.By => Of(c, Band(ContainerStyle.Emphasis, t.OtherStandsIn(c.Named(state.By!))), Quiet(t.NoNeedThanks)),
            CoverPhase.Covered => Of(
                c,
                Band(ContainerStyle.Good, t.YouStandIn(name, c.Moment(state.Until!.Value))),
                At(state, c),
                Line(t.UntilBack(name)),
                Buttons(Back(state, t.GaveBack)),
                PersonRow(c)),
            CoverPhase.TimeUp => Of(
                c,
                Band(ContainerStyle.Emphasis, t.TimeUpForYou),
                At(state, c),
                state.Over ? Line(t.OverTime) : null,
                Line(t.IsReminded(name)),
                Buttons(Back(state, t.GaveBack, ActionStyle.Positive)),
                PersonRow(c)),
            CoverPhase.Back when reader == state.By => Of(c, Band(ContainerStyle.Good, t.GivenBack(c.Moment(state.Since))), Line(state.EndedBy is null ? t.EndedByItself : t.ThanksForThis), PersonRow(c)),
            CoverPhase.Asking or CoverPhase.Unanswered => Asking(state, reader, c),
            _ => Of(c, Band(ContainerStyle.Emphasis, t.NotNeeded), Quiet(t.NoNeedThanks)),
        };
    }

    private static CardMessage Asking(Cover state, string reader, CardContext c)
    {
        var t = c.Texts;
        return state.Asked.FirstOrDefault(a => a.Person == reader)?.Out switch
        {
            Out.Cannot => Of(c, Band(ContainerStyle.Emphasis, t.YouCannot), Quiet(state.Phase == CoverPhase.Asking ? t.OthersAreAsked(c.Named(state.Person)) : t.NobodyFound(c.Named(state.Person))), Buttons(Button(t.ICanAfterAll, new TakeCover(state.Key.Reference)))),
            Out.CoversAnother => Of(c, Band(ContainerStyle.Emphasis, t.YouCoverAnother), Quiet(t.OthersAreAsked(c.Named(state.Person)))),
            _ => Of(
                c,
                Heading(t.AsksForCover(c.Named(state.Person), state.Minutes)),
                At(state, c),
                Quiet(t.FineIfNot),
                Buttons(Button(t.IStandIn, new TakeCover(state.Key.Reference), style: ActionStyle.Positive), Back(state, t.ICannotNow)),
                PersonRow(c)),
        };
    }

    private static CardMessage Seen(Cover state, CoverPolicy policy, CardContext c)
    {
        var t = c.Texts;
        var name = c.Named(state.Person);
        var (style, band) = state.Phase switch
        {
            CoverPhase.Unanswered => (ContainerStyle.Attention, t.SeenNobody(name, state.Minutes)),
            CoverPhase.Covered => (ContainerStyle.Accent, t.SeenStandsIn(c.Named(state.By!), name, c.Moment(state.Until!.Value))),
            CoverPhase.TimeUp when state.Over => (ContainerStyle.Attention, t.OverTime),
            CoverPhase.TimeUp => (ContainerStyle.Emphasis, t.SeenTimeUp(name)),
            CoverPhase.Back => (ContainerStyle.Good, t.GivenBack(c.Moment(state.Since))),
            CoverPhase.Cancelled => (ContainerStyle.Emphasis, t.NotNeeded),
            CoverPhase.Lapsed => (ContainerStyle.Emphasis, t.NobodyStoodIn),
            _ => (ContainerStyle.Emphasis, t.SeenLooking(name)),
        };
        return Of(
            c,
            Band(style, band),
            Line(state.Post.Length > 0 ? $"{PlainText.Name(state.Post)} · {name}" : name.ToString()),
            state.Phase == CoverPhase.Unanswered ? Line(t.SeenAsked(state.Asked.Length)) : Quiet(t.KeepsItself),
            state.Phase == CoverPhase.Unanswered ? Buttons(Reinforce(policy, t)) : null);
    }

    private static TextBlock? At(Cover state, CardContext c) => state.Post.Length > 0 ? Line(c.Texts.AtPost(PlainText.Name(state.Post))) : null;
}
