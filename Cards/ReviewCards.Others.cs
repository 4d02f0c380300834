using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>The owner of a corrective action, and administrators who hear of a late reply: neither reads what happened.</summary>
public static partial class ReviewCards
{
    private static CardMessage Task(Review state, Correction step, CardContext c)
    {
        var t = c.Texts;
        var action = c.Read(step.Action) ?? PlainText.Name(null);
        var (style, band) = step switch
        {
            { IsChecked: true } => (ContainerStyle.Good, t.BandStepChecked(c.Moment(step.CheckedAt!.Value))),
            { DoneAt: { } done } => (ContainerStyle.Accent, t.BandStepDone(c.Moment(done))),
            { Late: true } => (ContainerStyle.Attention, t.BandStepLate(c.Day(step.Due))),
            _ => (ContainerStyle.Warning, t.BandStepOpen(c.Day(step.Due))),
        };
        var open = step is { IsChecked: false, DoneAt: null };
        return Card(
            c,
            t.CaseSpoken,
            t.CaseSpoken,
            [
                Band(style, band, state.Number),
                Heading(t.StepIsYours),
                new TextBlock(t.Quoted(action)),
                Line(open ? t.StepOwnerNext : step.IsChecked ? t.StepThanks : t.StepWaitsForCheck),
                Quiet(t.WhatHappenedIsNotHere),
                open ? Buttons(Button(t.Finished, new PressCorrectionDone(state.Key.Reference) { Number = new Input(step.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)) }, style: ActionStyle.Positive)) : null,
            ]);
    }

    /// <summary>Somebody uninvolved is missing: neither number nor kind, place or day.</summary>
    private static CardMessage Waits(Review state, CardContext c)
    {
        var t = c.Texts;
        return Card(
            c,
            t.CaseSpoken,
            t.CaseSpoken,
            Band(ContainerStyle.Warning, t.BandMissing(state.Restricted)),
            Line(t.SomebodyMissing(state.Restricted)),
            Line(t.NameSomebody(state.Restricted)),
            Quiet(t.MissingIsNotWhat));
    }

    private static CardMessage Missed(Review state, CardContext c)
    {
        var t = c.Texts;
        return Card(
            c,
            t.CaseSpoken,
            t.CaseSpoken,
            [
                state.Replied
                    ? Band(ContainerStyle.Good, t.BandReplySent(c.Moment(state.RepliedAt!.Value)), state.Number)
                    : Band(ContainerStyle.Attention, t.BandReplyMissed(c.Moment(state.ReplyDue)), state.Number),
                Line(state.Replied ? t.ReporterHasReply : t.ReplyMissed(c.Moment(state.ReplyDue))),
                state.Replied ? null : Line(state.Reviewer is { } reviewer ? t.SpeakWithReviewer(c.Named(reviewer)) : t.NobodyReviews),
                Quiet(t.WhatHappenedIsNotHere),
            ]);
    }
}
