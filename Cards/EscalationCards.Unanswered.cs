using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs.Escalations;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What administrators get when nobody answered: the number, the roles and the times; neither who asked nor why.</summary>
public static partial class EscalationCards
{
    private static CardMessage Unanswered(Escalation state, Silence silence, CardContext c)
    {
        var t = c.Texts;
        var (style, band) = state.Phase switch
        {
            CasePhase.Unanswered => (ContainerStyle.Attention, t.BandUnanswered(c.Moment(silence.At))),
            CasePhase.Asking => (ContainerStyle.Warning, t.BandAskedAgain(c.Moment(state.Since))),
            CasePhase.Closed or CasePhase.Withdrawn => (ContainerStyle.Good, t.BandClosed(c.Moment(state.Since))),
            _ => (ContainerStyle.Good, t.BandTakenAfterAll(c.Moment(state.TakenAt ?? state.Since))),
        };
        return Card(
            c,
            t.UnansweredSpoken,
            t.UnansweredSpoken,
            Band(style, band, state.Number),
            Line(t.NobodyOf(t.Names(silence.Roles.Select(r => PlainText.Name(t.Role(r)))), c.Moment(silence.From), c.Moment(silence.At))),
            Line(t.PersonHasNumbers),
            state.Phase == CasePhase.Unanswered ? Line(t.LookAtRoster) : null,
            Quiet(t.NotWhoNorWhy),
            PersonRow(c));
    }
}
