using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

internal static class NoticeSamples
{
    private static readonly Answer Answer = new() { Stress = 5, Mood = 2, Hostile = 0, Break = true, Help = Helper.None };

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        Card("notYours", new Notice.NotYours()),
        Card("notFound", new Notice.NotFound()),
        Card("checkInOver", new Notice.CheckInOver()),
        Card("nothingChosen", new Notice.NothingChosen()),
        .. Enum.GetValues<Question>().Select(q => Card($"nextQuestion.{q}", new Notice.NextQuestion(q))),
        Card("nextQuestion.noteKept", new Notice.NextQuestion(Question.Mood, NoteKept: true)),
        .. Enum.GetValues<Outlook>().Select(o => Card($"readyToSend.{o}", new Notice.ReadyToSend(Answer, o))),
        Card("notUnderstood", new Notice.NotUnderstood(Question.Mood)),
        Card("noNoteYet", new Notice.NoNoteYet(null)),
        Card("noNoteYet.Mood", new Notice.NoNoteYet(Question.Mood)),
        Card("chooseWhatWasDone", new Notice.ChooseWhatWasDone()),
        Card("chooseSomebody", new Notice.ChooseSomebody()),
        Card("notSaved", new Notice.NotSaved()),
        Card("savedUnseen", new Notice.SavedUnseen()),
        Card("noteNotKept", new Notice.NoteNotKept()),
        Card("languageNow", new Notice.LanguageNow()),
        Card("tooFast", new Notice.TooFast()),
        Card("numbersBelow", new Notice.NumbersBelow()),
        Card("cardBelow", new Notice.CardBelow()),
        Card("copyComing", new Notice.CopyComing(AsFiles: true)),
        Card("copyComing.asText", new Notice.CopyComing(AsFiles: false)),
        Card("copyFailed", new Notice.CopyFailed()),
        Card("reportBelow", new Notice.ReportBelow()),
        Card("onlyLeadersBind", new Notice.OnlyLeadersBind()),
        Card("bindInChannel", new Notice.BindInChannel()),
        Card("forAdministrators", new Notice.ForAdministrators()),
        new("notice.whichTeamToBind", l => NoticeCards.Of(new Notice.WhichTeamToBind(l == Language.Chinese ? ["窗口大厅", "综合组"] : ["Counter hall", "Back office"]), Context(l, At(17, 45)))),
        .. Enum.GetValues<LeaveGap>().Select(g => Card($"leaveNotTaken.{g}", new Notice.LeaveNotTaken(g))),
        Card("chooseLastDay", new Notice.ChooseLastDay()),
        Card("noLeave", new Notice.NoLeave()),
        Card("noShiftNow", new Notice.NoShiftNow()),
        Card("onePostAtATime", new Notice.OnePostAtATime()),
        Card("noReinforcementFromHere", new Notice.NoReinforcementFromHere()),
        Card("filesCame", new Notice.FilesCame([new(FileKind.Photo, 2_202_009), new(FileKind.Sound, 900)], [])),
        Card("filesCame.some", new Notice.FilesCame([new(FileKind.Photo, 2_202_009)], [FileRefusal.TooLarge, FileRefusal.UnknownKind])),
        .. Enum.GetValues<FileRefusal>().Select(w => Card($"filesCame.{w}", new Notice.FilesCame([], [w]))),
        Card("rosterNotYours", new Notice.RosterNotYours()),
        Card("rosterNotFetched", new Notice.RosterNotFetched()),
        Card("rosterUnknown", new Notice.RosterUnknown()),
        Card("rosterChoose", new Notice.RosterChoose()),
        Card("rosterBusy", new Notice.RosterBusy()),
        Card("nobodyThere", new Notice.NobodyThere()),
        .. Enum.GetValues<ReviewLack>().Select(l => Card($"reviewLacks.{l}", new Notice.ReviewLacks(l))),
    ];

    private static KeyValuePair<string, Func<Language, CardMessage>> Card(string name, Notice notice) =>
        new($"notice.{name}", language => NoticeCards.Of(notice, Context(language, At(17, 45))));
}
