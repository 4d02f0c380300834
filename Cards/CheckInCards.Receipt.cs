using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What the card becomes when it was answered: the answers read back, who was told, and until when it can be changed.</summary>
public static partial class CheckInCards
{
    private static CardMessage Receipt(CheckIn state, CheckInView view, CardContext c)
    {
        var t = c.Texts;
        var edit = Change(state, c, t.Edit);
        return Card(
            c,
            t.SavedSpoken,
            t.CheckInSummary,
            [
                Heading(t.Saved),
                Facts(state.Answer is { } answer ? ReadBack(answer, LooksIn(state), t) : []),
                Line(Told(state, t)),
                state is { Went: Outlook.NotAgreed, Case: null } ? Line(t.Sentences([t.WhereToTurn(c.Hotline.Support), t.AgreeLater])) : null,
                .. edit is null ? [] : Offered(state, view, c),
                Line(edit is null ? t.NoLongerEditable : GoingHome(state, c, t.EditableUntil(c.Moment(state.ClosesAt)))),
                Buttons(edit, state is { Incident: false, Answer.Hostile: > 0 } ? Button(t.ReportThis, new BeginIncident(state.Key.Reference)) : null),
                PersonRow(c),
            ]);
    }

    /// <summary>What made the bot offer help, what a helper would be shown, and a button for each; without agreement only where to turn.</summary>
    private static CardElement[] Offered(CheckIn state, CheckInView view, CardContext c)
    {
        var t = c.Texts;
        var why = state.Offer switch
        {
            Offer.Run => t.OfferRun(view.Policy.Run.Shifts, view.Policy.Run.Stress),
            Offer.Baseline => t.OfferBaseline,
            _ => null,
        };
        if (why is null)
            return [];
        if (view is { MayEscalate: true, Helpers.Count: > 0 })
        {
            var helpers = view.Helpers.Select(h => Button(t.Help(h), new AcceptOffer(state.Key.Reference) { To = new Input(Word(h)) }));
            // Three do not fit beside each other on a phone.
            return [Box(new TextBlock(t.Sentences([why, t.OfferAsk])), Quiet(t.ReaderSees)), .. helpers.Chunk(2).Select(two => new ActionSet(two) { Spacing = Spacing.Small })];
        }
        string?[] alone = [t.WhereToTurn(c.Hotline.Support), view.MayEscalate ? null : t.AgreeLater];
        return [Box(new TextBlock(why), Line(t.Sentences(alone.OfType<string>())))];
    }

    private static string Told(CheckIn state, Texts t) => state switch
    {
        { Stopped: true } => t.PassingOnEnded,
        { Went: Outlook.Buddy or Outlook.Leader or Outlook.Counsellor } => t.SomebodyIsAsked,
        { Case: not null } => t.LoweredReceipt,
        { Went: Outlook.NotAgreed } => t.NotAgreed,
        _ => t.NobodyTold,
    };

    private static string GoingHome(CheckIn state, CardContext c, string editable) =>
        state.Shift is { } shift && shift.End <= c.Now && c.Now - shift.End < TimeSpan.FromHours(3)
            ? c.Texts.Sentences([editable, c.Texts.GoEasy])
            : editable;

    private static bool LooksIn(CheckIn state) => state is { Stopped: false } and ({ Case: not null } or { Went: Outlook.Buddy or Outlook.Leader or Outlook.Counsellor });

    /// <summary>
    /// The answers in the words of the card; what was left out is left out. A note that was to be shared is the person's alone as long as nobody looks in.
    /// </summary>
    internal static IEnumerable<Fact?> ReadBack(Answer answer, bool looksIn, Texts t) =>
    [
        answer.Stress is { } stress ? new(t.FactStress, t.Stress(stress)) : null,
        answer.Mood is { } mood ? new(t.FactMood, $"{Faces[Math.Clamp(mood, 1, 5) - 1]} {t.Mood(mood)}") : null,
        answer.Hostile is { } hostile ? new(t.FactHostile, t.Hostile(hostile)) : null,
        answer.Break is { } rested ? new(t.FactBreak, t.Break(rested)) : null,
        answer.Help is { } help ? new(t.FactHelp, t.Help(help)) : null,
        answer.Tags.Length > 0 ? new(t.FactTags, t.List(answer.Tags.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(k => TagName(k, t)))) : null,
        answer.Note is not null ? new(t.FactNote, answer.ShareNote && looksIn ? t.NoteShared : t.NoteKept) : null,
    ];
}
