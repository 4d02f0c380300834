using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    private static string StressFrom(int from) => from >= 5 ? "stress 5" : $"stress {from} or more";

    private string MoodFrom(int from) => from <= 1 ? $"mood \"{Mood(1)}\"" : $"mood \"{Mood(from)}\" or lower";

    public override string CheckInSummary => "Check-in";

    public override string CheckInSpoken(string support) =>
        $"Check-in. Answer on the card or by typing, or skip. For a person, type \"person\" or call {support}.";

    public override string AfterShift(PlainText name) => $"Shift done, {name}. How was it?";

    public override string AnyTime(PlainText name) => $"{name}, how is it today?";

    public override string OfShift(PlainText name, Moment end) => $"{name}, how was the shift of {Date(end)}?";

    public override string AskLine => "A few taps. Never part of appraisal. Leave out what you like.";

    public override string NothingYet => "Nothing is chosen yet. One answer is enough, or tap Skip.";

    public override string Changing => "Change your answers";

    public override string ChangeUntil(Moment closes) =>
        $"You can change them until {Time(closes)}. Nothing to change? Tap Save.";

    public override string StillLooksIn => "If you lower them, someone is still asked to look in once.";

    public override string StressLabel => "How much stress?";

    public override string Stress(int value) => value switch
    {
        1 => "1 None",
        2 => "2 A little",
        3 => "3 Medium",
        4 => "4 High",
        _ => "5 Very high",
    };

    public override string MoodLabel => "Mood right now";

    public override string Mood(int value) =>
        value switch { 5 => "Very good", 4 => "Good", 3 => "So-so", 2 => "Low", _ => "Very low" };

    public override string HostileLabel => "Anyone hostile to you?";

    public override string Hostile(int value) => value switch { 0 => "None", 1 => "Once", 2 => "2–3 times", _ => "4 or more" };

    public override string BreakLabel => "Did you get a break?";

    public override string Break(bool value) => value ? "Yes" : "No";

    public override string HelpLabel => "Who would help now?";

    public override string Help(Helper value) => value switch
    {
        Helper.Buddy => "Buddies",
        Helper.Leader => "Duty leader",
        Helper.Counsellor => "Counsellor",
        _ => "Nobody now",
    };

    public override string Optional => "Optional";

    public override string MoreDetails => "Add reasons or a note (optional)";

    public override string LessDetails => "Hide reasons and note";

    public override string TagsLabel => "Mostly because of";

    public override string? Tag(string key) => key switch
    {
        "queue" => "Crowds and queues",
        "notUnderstood" => "Explaining without being heard",
        "rules" => "Rules that do not fit the case",
        "system" => "Slow system, broken device",
        "shortStaffed" => "Too few of us",
        "mistake" => "Afraid of a mistake",
        _ => null,
    };

    public override string NoteLabel => "Anything you want to write";

    public override string NotePlaceholder => "Only if you like";

    public override string ShareLabel => "Who may read it";

    public override string ShareTitle => "Share it with whoever looks in (if not, only you can read it)";

    public override string ChosenIsAsked => "**Whoever you pick is asked to look in on you.**";

    public override string HardIsAsked(string hard, string? who) => who is null
        ? $"If you pick nobody: after {hard} there is nobody I could ask now, so I show you phone numbers."
        : $"If you pick nobody, {hard} still goes to a leader, now **{who}**.";

    public override string? Hard(int? stress, int? mood) => (stress, mood) switch
    {
        ({ } s, { } m) => $"{StressFrom(s)} or {MoodFrom(m)}",
        ({ } s, null) => StressFrom(s),
        (null, { } m) => MoodFrom(m),
        _ => null,
    };

    public override string ReaderSees =>
        "Whoever looks in also sees post, shift, hostile visitors and hours. Stress, mood, reasons and a note you did not share stay with you.";

    public override string NobodyIsAsked =>
        "**You have not agreed to passing anything on:** whatever you choose, nobody is told. I only show you where you can turn.";

    public override string Send => "Send";

    public override string Save => "Save";

    public override string Later => "Ask later";

    public override string Skip => "Skip";

    public override string NotToday => "Not today";

    public override string Edit => "Edit";

    public override string AnswerNow => "Answer now";

    public override string AnswerAfterAll => "Answer after all";

    public override string PostponedUntil(Moment until) => $"Fine. I ask again {When(until)}";

    public override string PostponedOpen(Moment closes) => $"Fine. You can answer until {Time(closes)}";

    public override string Saved => "Saved. Thank you";

    public override string SavedSpoken => "Your check-in is saved.";

    public override string FactStress => "Stress";

    public override string FactMood => "Mood";

    public override string FactHostile => "Hostile\u00a0visitors";

    public override string FactBreak => "Break";

    public override string FactHelp => "Help";

    public override string FactTags => "Reasons";

    public override string FactNote => "Note";

    public override string NoteKept => "Kept, only you can read it";

    public override string NoteShared => "Kept; whoever looks in may read it";

    public override string NobodyTold => "Nobody was told.";

    public override string NotAgreed => "Nobody was told: you have not agreed to passing it on.";

    public override string WhereToTurn(string support) =>
        $"If you want someone: tell a colleague you trust, call\u00a0{support}, or tap \"{PersonNow}\".";

    public override string AgreeLater => "To let me pass it on another time, type \"my data\".";

    public override string OfferRun(int shifts, int stress) =>
        $"In the last {shifts} shifts you answered for, stress was {(stress >= 5 ? "5" : $"{stress} or more")} each time.";

    public override string OfferBaseline => "Stress is higher than is usual for you; only you see this.";

    public override string OfferAsk => "Shall I ask someone to look in on you? Whoever you tap is asked.";

    public override string SomebodyIsAsked =>
        "I am seeing to it that someone is asked to look in on you. Another card says who, and when.";

    public override string LoweredReceipt =>
        "Your answers changed. What was asked before still stands: someone is asked to look in once. The other card says how it goes.";

    public override string EditableUntil(Moment closes) => $"You can change it until {Time(closes)}.";

    public override string NoLongerEditable => "It can no longer be changed.";

    public override string GoEasy => "Go easy on the way home.";

    public override string Skipped => "Fine, skipped this time";

    public override string SkippedToday => "Fine, no more today";

    public override string SkippedLine => "Nobody will know. When you feel like it, type \"check in\".";

    public override string SkippedSpoken => "This check-in is skipped.";

    public override string Lapsed => "This check-in is over";

    public override string LapsedLine => "Not answering changes nothing for you. When you feel like it, type \"check in\".";

    public override string QuietLine(int cards) =>
        $"{cards} of these in a row went unanswered, so I stop asking for now. Nobody is told, and it changes nothing for you. Tap \"{Button(Command.CheckIn)}\" when you feel like it, and I ask again after your shifts.";

    public override string WheneverYouLike => "When you feel like it, type \"check in\".";

    public override string WasNotAsked => "I did not ask this time";

    public override string WasDropped => "It was late, so I did not ask";
}
