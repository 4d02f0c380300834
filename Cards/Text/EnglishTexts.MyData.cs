namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string TermsChanged => "I have changed the wording. Your earlier choice is ticked; until you keep it, I ask nothing and pass nothing on.";

    public override string MyData => "Your data";

    public override string NothingKept => "No answers are kept.";

    public override string KeptAnswers => "Answers";

    public override string KeptAnswersCount(int count, Moment? since) =>
        since is { } from ? $"{count} check-in{(count == 1 ? "" : "s")}, since {Date(from)}" : $"{count} check-in{(count == 1 ? "" : "s")}";

    public override string KeptNotes => "Notes";

    public override string NotesCount(int notes) => notes == 1 ? "one" : $"{notes}";

    public override string KeptCases => "Asked\u00a0for\u00a0you";

    public override string KeptRequests => "Person now";

    public override string Count(int count) => count == 1 ? "once" : $"{count} times";

    public override string KeptChoices => "Choices";

    public override string ChoicesCount(int count, Moment since) => $"{count}, since {Date(since)}";

    public override string AgreedSince(string purpose, Moment since) => $"✓ {purpose} (since {Date(since)})";

    public override string AgreedToNothing => "○ You have turned nothing on.";

    public override string DeleteAnswers => "Delete my answers";

    public override string DeleteAsk => "Delete your answers?";

    public override string DeleteMeans =>
        "Stress, mood, reasons, notes and everything else you answered so far goes; nobody can bring it back. So do reports not sent and accounts not signed. That there was a check-in, and when, stays; so does what you sent or signed, and leave until it is over.";

    public override string DeleteYes => "Yes, delete";

    public override string DeleteNo => "Keep them";

    public override string Deleting => "I am deleting your answers";

    public override string DeletingLine => "A new card tells you when it is done.";

    public override string Deleted => "Your answers are deleted";

    public override string DeletedWhat(int checkIns, int notes) => checkIns == 0
        ? "There were none."
        : $"Deleted: the answers of {checkIns} check-in{(checkIns == 1 ? "" : "s")}{(notes == 0 ? "" : notes == 1 ? " and one note" : $" and {notes} notes")}. A note that was shared is taken out there too.";

    public override string DeletedRemains => "What remains: when a check-in was, your choices, your language, and leave until it is over.";

    public override string DeletedCases(string numbers) =>
        $"What others were asked to do for you stays too, as their record: {numbers}, with post, shift, hostile visitors, hours and what was done. Colleagues your note named are not asked about it; their names stay sealed with it until it is closed, then they go too.";

    public override string AnswersErased => "You deleted the answers of this check-in";

    public override string AskingEnded => "You turned check-ins off. Nothing more is asked";

    public override string PassingOnEnded => "You turned passing on off. Nobody further is asked.";

    public override string BandWithdrawn(Moment at) => $"○ Ended · {Time(at)}";

    public override string EndedByWish => "It has ended at the person's wish. Nothing more for you to do. Thank you.";

    public override string MineWithdrawn => "It has ended, as you wished";

    public override string MineWithdrawnLine => "Nobody further is asked, and the cards of whoever was asked say that it ended.";

    public override string ToTalk => "If you want to talk to someone:";
}
