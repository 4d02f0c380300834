using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Covers;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>The cards of a call to the peak post: <c>seen</c> for who called and for leaders, <c>call</c> for those called.</summary>
public static class ReinforcementCards
{
    /// <param name="team">Display name of the team that calls.</param>
    public static CardMessage Of(Reinforcement state, Slot slot, string team, CardContext c) =>
        slot.Name == "call" && state.Called.FirstOrDefault(r => r.Person == slot.Person) is { } reader ? Call(state, reader, team, c) : Seen(state, c);

    private static CardMessage Seen(Reinforcement state, CardContext c)
    {
        var t = c.Texts;
        var coming = state.Coming.Select(r => c.Named(r.Person)).ToList();
        var band = state switch
        {
            { Called.IsEmpty: true } => Band(ContainerStyle.Attention, t.NobodyToCall),
            { IsOver: true } => Band(ContainerStyle.Emphasis, t.ReinforcementOver(c.Moment(state.Since))),
            _ when coming.Count > 0 => Band(ContainerStyle.Good, t.TheyCome(t.Names(coming))),
            { Silent: true } => Band(ContainerStyle.Attention, t.NobodyComesYet),
            _ => Band(ContainerStyle.Accent, t.ReinforcementCalled(c.Moment(state.AskedAt))),
        };
        return Of(
            c,
            band,
            state.Called.IsEmpty || (!state.IsOver && state.Silent && coming.Count == 0) ? Line(t.PhoneIsFaster) : null,
            state.IsOver && !state.Called.IsEmpty ? Line(Ending(state, c)) : null,
            state.IsOver ? null : Facts(state.Called.Select(r => new Fact(c.Named(r.Person).ToString(), Answer(r, c)))),
            state.IsOver ? null : Quiet(t.EndsAt(c.Moment(state.AskedAt + CoverPolicy.ReinforcedFor))),
            state.IsOver ? null : Buttons(Button(t.EnoughNow, Back(state))),
            PersonRow(c));
    }

    private static string Answer(Reinforcer r, CardContext c) => r switch
    {
        { LeftAt: { } left } => c.Texts.WentBack(c.Moment(left)),
        { ComingAt: { } coming } => c.Texts.ComesSince(c.Moment(coming)),
        { OutOfReach: true } => c.Texts.NotReached,
        _ => c.Texts.CalledNotYet,
    };

    private static CardMessage Call(Reinforcement state, Reinforcer reader, string team, CardContext c)
    {
        var t = c.Texts;
        if (state.IsOver)
        {
            return Of(
                c,
                Band(ContainerStyle.Emphasis, t.ReinforcementOver(c.Moment(state.Since))),
                Line(reader.ComingAt is null ? t.NoNeedThanks : t.ThankYouForComing));
        }
        if (reader.LeftAt is { } left)
            return Of(c, Band(ContainerStyle.Emphasis, t.YouWentBack(c.Moment(left))), Line(t.ThankYouForComing), Buttons(Button(t.IAmComing, Take(state))), PersonRow(c));
        var others = state.Coming.Where(r => r.Person != reader.Person).Select(r => c.Named(r.Person)).ToList();
        return Of(
            c,
            reader.ComingAt is { } at ? Band(ContainerStyle.Good, t.YouCome(c.Moment(at))) : null,
            Heading(t.NeededInFront(c.Named(state.AskedBy), PlainText.Name(team))),
            reader.Comes ? null : Line(t.ComeIfYouCan),
            others.Count > 0 ? Line(t.TheyCome(t.Names(others))) : null,
            Buttons(reader.Comes ? Button(t.IGoBack, Back(state)) : Button(t.IAmComing, Take(state), style: ActionStyle.Positive)),
            PersonRow(c));
    }

    private static string Ending(Reinforcement state, CardContext c) => state.EndedBy is { } by ? c.Texts.EndedByName(c.Named(by)) : c.Texts.TimeIsOver;

    private static TakeCover Take(Reinforcement state) => new(Call: state.Key.Reference);

    private static GiveBackCover Back(Reinforcement state) => new(Call: state.Key.Reference);

    private static CardMessage Of(CardContext c, params IEnumerable<CardElement?> body) => Card(c, c.Texts.ReinforcementSummary, c.Texts.ReinforcementSummary, body);
}
