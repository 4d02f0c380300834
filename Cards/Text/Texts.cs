using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

/// <summary>Every sentence a person reads.</summary>
public abstract partial class Texts
{
    public static Texts Chinese { get; } = new ChineseTexts();

    public static Texts English { get; } = new EnglishTexts();

    public static Texts For(Language language) => language == Language.English ? English : Chinese;

    /// <summary>Two letters for a card's <c>lang</c>.</summary>
    public abstract string Lang { get; }

    /// <summary>A time of day, with the day unless it is certain to be that of reading: "17:20", "Tue 08:30", "Tue 1 Dec 08:30".</summary>
    public abstract string Time(Moment m);

    /// <summary>The same as an answer to "when?": "at 17:20", "on Tue at 08:30".</summary>
    public abstract string When(Moment m);

    /// <summary>
    /// The day alone: the weekday, "Tue", of the six days before and the three behind the day of drawing, else as <see cref="Date"/>: no weekday
    /// stands for two days.
    /// </summary>
    public string DayWord(Moment m) => m.FromToday is > -7 and < 4 ? WeekDay(m.Day.DayOfWeek) : Date(m);

    /// <summary>The day with its date: "Tue 24 Nov".</summary>
    public abstract string Date(Moment m);

    public abstract string WeekDay(DayOfWeek day);

    public abstract string Names(IEnumerable<PlainText> names);

    /// <summary>Items that may hold commas themselves.</summary>
    public abstract string List(IEnumerable<string> items);

    public abstract string Role(Role role);

    public abstract string Role(StepRole role);

    /// <summary>One or more names with their role: "Wang Min (duty leader)".</summary>
    public abstract string WithRole(string name, string role);

    public abstract string PersonNow { get; }

    public abstract string Footer(string support);

    public abstract string Emergency { get; }

    public abstract string Support { get; }

    /// <summary>Spoken form of both numbers; a draft for professional review.</summary>
    public abstract string SpokenNumbers(string emergency, string support);

    public abstract string OrNumbers(IEnumerable<string> numbers);

    public abstract string News { get; }

    /// <summary>Sentences after each other, with the blank that the language puts between them.</summary>
    public abstract string Sentences(IEnumerable<string> sentences);
}
