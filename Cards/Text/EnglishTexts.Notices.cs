using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string NoticeSummary => "About what you just did";

    public override string NotYours => "This card is for somebody else. Nothing has changed.";

    public override string NotFound => "This is no longer here. Nothing has changed. To see what I can do, type \"help\".";

    public override string CheckInOver => "This check-in is over and stays as it was. To start one, type \"check in\".";

    public override string Ask(Question question) => question switch
    {
        Question.Stress => "How much stress? Type 1 to 5: 1 none, 3 medium, 5 very high.",
        Question.Mood => "Your mood right now? Type: very good, good, so-so, low, very low.",
        Question.Hostile => "Was anyone hostile to you? Type how many times; 0 for none.",
        Question.Break => "Did you get a break? Type yes or no.",
        _ => "Who would help now? Type: nobody, buddy, leader, counsellor.",
    };

    public override string TypeOn => "Enough? Type \"send\". Rather not? Type \"skip\".";

    public override string NotUnderstood => "I did not understand that. The rest is kept.";

    public override string ReadyToSend(string answers) => $"All there: {answers}. Type \"send\" to save it.";

    public override string TypeMore(bool looksIn) =>
        $"To add more, type \"reasons ...\" or \"note ...\"{(looksIn ? "; after a note, \"share\" lets whoever looks in read it" : "")}.";

    public override string NoNoteYet => "There is no note yet. To write one, type \"note ...\"; then \"share\" lets whoever looks in read it.";

    public override string GoesTo(Outlook goes) => goes switch
    {
        Outlook.Buddy => "I will then ask your buddies to look in.",
        Outlook.Leader => "I will then ask the duty leader to look in.",
        Outlook.Counsellor => "I will then ask the counsellor to look in.",
        Outlook.NotAgreed => "You have not agreed to passing it on, so nobody will be told.",
        _ => "Nobody will be told.",
    };

    public override string ChooseWhatWasDone => "One thing is open: what was done. Choose one, then tap Done.";

    public override string ChooseSomebody =>
        "Nobody is chosen, or they cannot take it now. It is still yours; please choose somebody.";

    public override string NobodyThere(string emergency, string support) =>
        $"Nobody can be asked there right now; what was arranged stands. Life in danger: {emergency}. For someone to listen:\u00a0{support}.";

    public override string PleaseTryAgain(string emergency, string support) =>
        $"I cannot tell whether that was saved. Please tap again; twice counts once. If it is urgent: in danger call {emergency}, to talk to someone\u00a0{support}.";

    public override string SavedUnseen => "Saved. Only the card cannot be drawn just now; it will follow by itself.";

    public override string NoteNotKept(string support) =>
        $"The note cannot be kept just now; everything else can. Remove the note and send again. To talk to someone, call\u00a0{support}.";

    public override string TooFast =>
        "That was more than I can read at once, so the last of it was not taken. Wait half a minute, then send what matters once more. SOS and “I need a person now” always work.";

    public override string NumbersBelow => "Phone numbers and a person are on the new card below.";

    public override string LanguageNow => "From now on I speak English. Older cards stay as they are until they have news.";

    public override string NoteIsKept => "Your note is kept; only you can read it.";
}
