using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>A short sentence to the one who acted: what is true now, what the tap changed, what to do.</summary>
public static class NoticeCards
{
    /// <summary>As a card, after typed words.</summary>
    public static CardMessage Of(Notice n, CardContext c)
    {
        var summary = n is Notice.NextQuestion or Notice.NotUnderstood or Notice.NoNoteYet or Notice.ReadyToSend ? c.Texts.CheckInSummary : c.Texts.NoticeSummary;
        return Card(c, summary, summary, new TextBlock(Text(n, c)), IsAboutSelf(n) ? PersonRow(c) : null);
    }

    /// <summary>As plain words, for an invoke's message.</summary>
    public static string Text(Notice n, CardContext c)
    {
        var t = c.Texts;
        return n switch
        {
            Notice.NotYours => t.NotYours,
            Notice.NotFound => t.NotFound,
            Notice.CheckInOver => t.CheckInOver,
            Notice.NothingChosen => t.NothingYet,
            Notice.NextQuestion next => t.Sentences(Asking(next, t)),
            Notice.ReadyToSend ready => t.Sentences([t.ReadyToSend(Told(ready, t)), t.GoesTo(ready.Goes), t.TypeMore(LooksIn(ready.Goes))]),
            Notice.NotUnderstood not => t.Sentences([t.NotUnderstood, t.Ask(not.Question)]),
            Notice.NoNoteYet no => t.Sentences(no.Open is { } open ? [t.NoNoteYet, t.Ask(open)] : [t.NoNoteYet]),
            Notice.ChooseWhatWasDone => t.ChooseWhatWasDone,
            Notice.ChooseSomebody => t.ChooseSomebody,
            Notice.NobodyThere => t.NobodyThere(c.Emergency, c.Hotline.Support),
            Notice.NotSaved => t.PleaseTryAgain(c.Emergency, c.Hotline.Support),
            Notice.SavedUnseen => t.SavedUnseen,
            Notice.NoteNotKept => t.NoteNotKept(c.Hotline.Support),
            Notice.TooFast => t.TooFast,
            Notice.NumbersBelow => t.NumbersBelow,
            Notice.CardBelow => t.CardBelow,
            Notice.CopyComing coming => t.CopyComing(coming.AsFiles),
            Notice.CopyFailed => t.CopyFailed,
            Notice.ReportBelow => t.ReportBelow,
            Notice.OnlyLeadersBind => t.OnlyLeadersBind,
            Notice.BindInChannel => t.BindInChannel,
            Notice.ForAdministrators => t.ForAdministrators,
            Notice.WhichTeamToBind which => t.WhichTeamToBind(which.Teams.Select(PlainText.Name)),
            Notice.NoShiftNow => t.NoShiftNow,
            Notice.OnePostAtATime => t.OnePostAtATime,
            Notice.NoReinforcementFromHere => t.NoReinforcementFromHere,
            Notice.FilesCame files => t.Sentences([.. files.Kept.IsEmpty ? [] : new[] { t.FilesKept(files.Kept) }, .. files.Refused.Select(t.Refused)]),
            Notice.LanguageNow => t.LanguageNow,
            Notice.LeaveNotTaken not => t.Sentences([t.WhyNot(not.Gap), t.HowToSayLeave]),
            Notice.ChooseLastDay => t.ChooseLastDay,
            Notice.NoLeave => t.NoLeave,
            Notice.SwapShiftGone => t.SwapShiftGone,
            Notice.SwapForbidden no => t.SwapForbidden(SwapCards.Sentences(no.Findings, no.Reader, c)),
            Notice.SwapTickFirst tick => t.SwapTickFirst(SwapCards.Sentences(tick.Findings, null, c)),
            Notice.SwapPromised => t.SwapPromised,
            Notice.SwapStands stands => t.SwapStands(c.NamedOrNull(stands.Holder), c.Moment(stands.Start), stands.Since is { } since ? c.Moment(since) : null),
            Notice.SwapTooLate => t.SwapTooLate,
            Notice.SwapEarlierOver => t.SwapEarlierOver,
            Notice.SwapIsYours => t.SwapIsYours,
            Notice.SwapNotAgreed => t.SwapNotAgreed,
            Notice.RosterNotYours => t.RosterNotYours,
            Notice.RosterNotFetched => t.RosterNotFetched,
            Notice.RosterUnknown => t.RosterUnknown,
            Notice.RosterChoose => t.RosterChoose,
            Notice.RosterBusy => t.RosterBusy,
            Notice.ReviewLacks lacks => t.ReviewLacks(lacks.What),
            _ => throw new ArgumentException($"There are no words for {n.GetType().Name}.", nameof(n)),
        };
    }

    private static IEnumerable<string> Asking(Notice.NextQuestion next, Texts t)
    {
        if (next.NoteKept)
            yield return t.NoteIsKept;
        yield return t.Ask(next.Question);
        // Nothing can be sent before something is answered.
        if (next.NoteKept || next.Question != Question.Stress)
            yield return t.TypeOn;
    }

    private static bool LooksIn(Outlook goes) => goes is Outlook.Buddy or Outlook.Leader or Outlook.Counsellor;

    private static string Told(Notice.ReadyToSend ready, Texts t) =>
        t.List(CheckInCards.ReadBack(ready.Answer, LooksIn(ready.Goes), t).OfType<Fact>().Select(f => $"{f.Title} {f.Value}"));

    private static bool IsAboutSelf(Notice n) =>
        n is Notice.CheckInOver or Notice.NothingChosen or Notice.NextQuestion or Notice.ReadyToSend or Notice.NotUnderstood or Notice.NoNoteYet or Notice.NobodyThere or Notice.NotFound
            or Notice.LanguageNow or Notice.FilesCame or Notice.LeaveNotTaken or Notice.ChooseLastDay or Notice.NoLeave;
}
