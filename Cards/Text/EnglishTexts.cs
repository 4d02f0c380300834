using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

/// <summary>en: plain and short, no gender.</summary>
public sealed partial class EnglishTexts : Texts
{
    private static readonly string[] WeekDays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

    private static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    public override string Lang => "en";

    public override string Time(Moment m) => m.Certain ? m.Clock : $"{DayWord(m)} {m.Clock}";

    public override string When(Moment m) => m.Certain ? $"at {m.Clock}" : $"on {DayWord(m)} at {m.Clock}";

    public override string Date(Moment m) => $"{WeekDay(m.Day.DayOfWeek)} {m.Day.Day} {Months[m.Day.Month - 1]}";

    public override string WeekDay(DayOfWeek day) => WeekDays[(int)day];

    public override string Names(IEnumerable<PlainText> names) => string.Join(", ", names);

    public override string List(IEnumerable<string> items) => string.Join("; ", items);

    public override string Role(Role role) => role switch
    {
        Dialogs.People.Role.Leader => "duty leader",
        Dialogs.People.Role.HallLeader => "hall leader",
        Dialogs.People.Role.Counsellor => "counsellor",
        Dialogs.People.Role.Security => "security",
        Dialogs.People.Role.Clerk => "clerk",
        Dialogs.People.Role.Admin => "administrator",
        _ => "colleague",
    };

    public override string Role(StepRole role) => role switch
    {
        StepRole.Leader => "duty leader",
        StepRole.HallLeader => "hall leader",
        StepRole.Counsellor => "counsellor",
        StepRole.Buddy => "buddy",
        _ => "crisis contact",
    };

    public override string WithRole(string name, string role) => $"{name} ({role})";

    public override string PersonNow => "I need a person now";

    public override string Footer(string support) => $"I am a program. To\u00a0talk, call {support}";

    public override string Emergency => "Life in danger: call now";

    public override string Support => "Support line, someone listens (hours vary)";

    public override string SpokenNumbers(string emergency, string support) =>
        $"If life is in danger, call {emergency}. For someone to listen, call\u00a0{support}.";

    public override string OrNumbers(IEnumerable<string> numbers) => string.Join("\u00a0or\u00a0", numbers);

    public override string News => "There is news for you. Please see the card.";

    public override string Sentences(IEnumerable<string> sentences) => string.Join(" ", sentences);
}
