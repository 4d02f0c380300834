using System.Collections.Immutable;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests;

/// <summary>The people of the tests and the rules they work by.</summary>
internal static class Hall
{
    /// <summary>Works at a window; most stories are about Lin.</summary>
    public const string Lin = "lin";

    /// <summary>Leader on shift.</summary>
    public const string Wang = "wang";

    /// <summary>The other leader of the team, off shift.</summary>
    public const string Zhao = "zhao";

    /// <summary>Hall leader.</summary>
    public const string Chen = "chen";

    /// <summary>Counsellor and first crisis contact.</summary>
    public const string Su = "su";

    /// <summary>Counsellor and second crisis contact.</summary>
    public const string He = "he";

    /// <summary>Of Lin's group of mutual care.</summary>
    public const string Bao = "bao";

    /// <summary>Of Lin's group of mutual care, too.</summary>
    public const string Ding = "ding";

    public static readonly DateTimeOffset ShiftStart = new(2026, 11, 23, 8, 30, 0, TimeSpan.FromHours(8));

    public static readonly DateTimeOffset ShiftEnd = new(2026, 11, 23, 17, 0, 0, TimeSpan.FromHours(8));

    public static readonly DateTimeOffset NextStart = ShiftStart.AddDays(1);

    public static readonly Shift Shift = new("s1", Lin, "north", "window 3", ShiftStart, ShiftEnd);

    public static readonly CheckInPolicy CheckIns = new(
        HighStress: 5,
        LowMood: 1,
        RemindAfter: TimeSpan.FromMinutes(45),
        LaterAfter: TimeSpan.FromHours(1),
        DropAfter: TimeSpan.FromHours(2),
        EditFor: TimeSpan.FromHours(16),
        QuietAfter: 3,
        Run: new(Stress: 4, Shifts: 3),
        Baseline: new(MinAnswers: 10, Window: 20, Deviations: 1.5m, LeastSpread: 0.5m, Times: 2, Of: 3),
        Tags: ["queue", "rules", "system"]);

    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(15);

    public static readonly EscalationPolicy Cases = new(
        new Dictionary<Route, ImmutableArray<ChainStep>>
        {
            [Route.Leader] = [new(StepRole.Leader, true), new(StepRole.HallLeader, false), new(StepRole.Leader, false)],
            [Route.Counsellor] = [new(StepRole.Counsellor, false), new(StepRole.Counsellor, false)],
            [Route.Buddy] = [new(StepRole.Buddy, true, Everyone: true)],
            [Route.CrisisContact] = [new(StepRole.CrisisContact, false), new(StepRole.CrisisContact, false)],
        }.ToImmutableSortedDictionary(),
        Paces: new Dictionary<Urgency, Pace>
        {
            [Urgency.Immediate] = new(TimeSpan.FromMinutes(1), false, 3),
            [Urgency.High] = new(Wait, false, 1),
            [Urgency.Normal] = new(TimeSpan.FromHours(4), true, 1),
        }.ToImmutableSortedDictionary(),
        UrgencyOf: new Dictionary<Cause, Urgency>
        {
            [Cause.HardDay] = Urgency.High,
            [Cause.ChosenHelper] = Urgency.High,
            [Cause.Offer] = Urgency.Normal,
            [Cause.PersonNow] = Urgency.Immediate,
            [Cause.NotAllRight] = Urgency.High,
        }.ToImmutableSortedDictionary(),
        OpenCases: 3,
        RemindOwnerAfter: TimeSpan.FromHours(4),
        RemindCrisisContactAfter: TimeSpan.FromMinutes(10),
        VisitAfter: TimeSpan.FromHours(24),
        VisitOpenFor: TimeSpan.FromHours(48));

    /// <summary>Half past eight to half past five, Monday to Friday.</summary>
    public static readonly WorkingHours Working = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"), new(8, 30), new(17, 30), WorkingDays.Weekdays);

    /// <summary>Everybody but Lin, as the roster says at the shift's end.</summary>
    public static IReadOnlyList<Candidate> Everybody =>
    [
        Somebody(Wang, Role.Leader),
        Somebody(Zhao, Role.Leader) with { OnDuty = false },
        Somebody(Chen, Role.HallLeader) with { SameTeam = false },
        Somebody(Su, Role.Counsellor) with { SameTeam = false, CrisisRank = 0 },
        Somebody(He, Role.Counsellor) with { SameTeam = false, CrisisRank = 1 },
        Somebody(Bao, Role.Staff) with { Buddy = true },
        Somebody(Ding, Role.Staff) with { Buddy = true },
    ];

    public static IReadOnlyList<string> Names => [Lin, .. Everybody.Select(c => c.Person)];

    public static Candidate Somebody(string person, params Role[] roles) => new(person, roles, OnDuty: true, Away: false, SameTeam: true, Buddy: false, CrisisRank: null);
}
