using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>A small hall whose people and words the sample cards show.</summary>
internal static class Hall
{
    public const string Subject = "p-li", Leader = "p-wang", HallLeader = "p-chen", Counsellor = "p-zhou", Buddy = "p-zhao", OtherLeader = "p-sun";

    public const string NoteText = "有个人骂了我半小时";

    public const string LineText = "明天上午你在后台";

    public static readonly Words Note = new(Subject, "seal-note");

    public static readonly Words Line = new(Leader, "seal-line");

    public static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static readonly Hotline Hotline = new("CN", ["120", "110"], "12356", new(2026, 11, 1), "sample");

    public static readonly CheckInPolicy Policy = new(
        5, 1, TimeSpan.FromMinutes(30), TimeSpan.FromHours(1), TimeSpan.FromHours(2), TimeSpan.FromHours(12), 3, new(4, 3), new(10, 20, 1.5m, 0.5m, 2, 3),
        ["queue", "notUnderstood", "rules", "system", "shortStaffed", "mistake"]);

    private static readonly Dictionary<string, (string Chinese, string English)> Names = new()
    {
        [Subject] = ("李静", "Li Jing"),
        [Leader] = ("王敏", "Wang Min"),
        [HallLeader] = ("陈涛", "Chen Tao"),
        [Counsellor] = ("周岚", "Zhou Lan"),
        [Buddy] = ("赵宁", "Zhao Ning"),
        [OtherLeader] = ("孙洁", "Sun Jie"),
    };

    /// <summary>Monday 23 November 2026, local time.</summary>
    public static DateTimeOffset At(int hour, int minute, int days = 0) => new DateTimeOffset(2026, 11, 23, hour, minute, 0, TimeSpan.FromHours(8)).AddDays(days);

    public static readonly Shift Shift = new("s-1", Subject, "t-1", "3", At(8, 30), At(17, 0));

    public static CardContext Context(Language language, DateTimeOffset now, Func<Words, string?>? open = null) => new(
        Texts.For(language),
        id => language == Language.Chinese ? Names[id].Chinese : Names[id].English,
        Zone,
        now,
        Hotline,
        open ?? (w => w == Note ? NoteIn(language) : w == Line ? LineIn(language) : null));

    private static string NoteIn(Language language) => language == Language.Chinese ? NoteText : "Someone shouted at me for half an hour";

    private static string LineIn(Language language) => language == Language.Chinese ? LineText : "you are in the back office tomorrow morning";

    public static string Post(Language language) => language == Language.Chinese ? "3 号窗口" : "Window 3";

    public static ChainStep Step(StepRole role) => new(role, false);
}
