using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Cards;

/// <summary>The check-in.</summary>
public abstract partial class Texts
{
    public abstract string CheckInSummary { get; }

    public abstract string CheckInSpoken(string support);

    public abstract string AfterShift(PlainText name);

    public abstract string AnyTime(PlainText name);

    public abstract string OfShift(PlainText name, Moment end);

    public abstract string AskLine { get; }

    public abstract string NothingYet { get; }

    public abstract string Changing { get; }

    public abstract string ChangeUntil(Moment closes);

    public abstract string StillLooksIn { get; }

    public abstract string StressLabel { get; }

    public abstract string Stress(int value);

    public abstract string MoodLabel { get; }

    /// <summary>5 very good to 1 very low, without a digit: next to the stress scale it would be read the other way round.</summary>
    public abstract string Mood(int value);

    public abstract string HostileLabel { get; }

    public abstract string Hostile(int value);

    public abstract string BreakLabel { get; }

    public abstract string Break(bool value);

    public abstract string HelpLabel { get; }

    public abstract string Help(Helper value);

    public abstract string Optional { get; }

    public abstract string MoreDetails { get; }

    public abstract string LessDetails { get; }

    public abstract string TagsLabel { get; }

    /// <summary>A stressor by its key in the policy; null for a key of the organisation's own.</summary>
    public abstract string? Tag(string key);

    public abstract string NoteLabel { get; }

    public abstract string NotePlaceholder { get; }

    public abstract string ShareLabel { get; }

    public abstract string ShareTitle { get; }

    public abstract string ChosenIsAsked { get; }

    /// <summary>What a very hard answer causes. <paramref name="hard"/> comes from <see cref="Hard"/>; <paramref name="who"/> names with the role who would be asked now; null: nobody.</summary>
    public abstract string HardIsAsked(string hard, string? who);

    /// <summary>The very hard answer by the policy's thresholds, 1-5; null when there is none.</summary>
    public abstract string? Hard(int? stress, int? mood);

    public abstract string ReaderSees { get; }

    public abstract string NobodyIsAsked { get; }

    public abstract string Send { get; }

    public abstract string Save { get; }

    public abstract string Later { get; }

    public abstract string Skip { get; }

    public abstract string NotToday { get; }

    public abstract string Edit { get; }

    public abstract string AnswerNow { get; }

    public abstract string AnswerAfterAll { get; }

    public abstract string PostponedUntil(Moment until);

    public abstract string PostponedOpen(Moment closes);

    public abstract string Saved { get; }

    public abstract string SavedSpoken { get; }

    public abstract string FactStress { get; }

    public abstract string FactMood { get; }

    public abstract string FactHostile { get; }

    public abstract string FactBreak { get; }

    public abstract string FactHelp { get; }

    public abstract string FactTags { get; }

    public abstract string FactNote { get; }

    public abstract string NoteKept { get; }

    public abstract string NoteShared { get; }

    public abstract string NobodyTold { get; }

    public abstract string NotAgreed { get; }

    public abstract string WhereToTurn(string support);

    /// <summary>How to agree to being looked in on, for another time.</summary>
    public abstract string AgreeLater { get; }

    /// <summary>Why help is offered: stress was at least <paramref name="stress"/> in each of the last <paramref name="shifts"/> answered shifts.</summary>
    public abstract string OfferRun(int shifts, int stress);

    /// <summary>Why help is offered: more stress than the person's own earlier answers let expect.</summary>
    public abstract string OfferBaseline { get; }

    /// <summary>Stands above a button for each helper.</summary>
    public abstract string OfferAsk { get; }

    public abstract string SomebodyIsAsked { get; }

    public abstract string LoweredReceipt { get; }

    public abstract string EditableUntil(Moment closes);

    public abstract string NoLongerEditable { get; }

    public abstract string GoEasy { get; }

    public abstract string Skipped { get; }

    public abstract string SkippedToday { get; }

    public abstract string SkippedLine { get; }

    public abstract string SkippedSpoken { get; }

    public abstract string Lapsed { get; }

    public abstract string LapsedLine { get; }

    /// <summary>The last of <paramref name="cards"/> unanswered ones in a row: nothing more is asked until the person wants to.</summary>
    public abstract string QuietLine(int cards);

    public abstract string WheneverYouLike { get; }

    public abstract string WasNotAsked { get; }

    public abstract string WasDropped { get; }
}
