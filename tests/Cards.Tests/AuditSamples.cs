using CheckInBot.Dialogs.Audits;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

/// <summary>What administrators see of cases that stand still.</summary>
internal static class AuditSamples
{
    private static readonly Audit One = new() { Stalled = [new("c-1a2b3", Trouble.NoNextStep, null)], RaisedAt = At(17, 5) };

    private static readonly Audit Three = One with
    {
        Stalled = [new("c-1a2b3", Trouble.NoNextStep, null), new("c-4d5e6", Trouble.Overdue, At(14, 5)), new("c-7f8a9", Trouble.Unreadable, null)],
    };

    private static readonly Audit Many = One with
    {
        Stalled = [.. Enumerable.Range(0, 15).Select(n => new StalledCase($"c-0000{n:x}", Trouble.Overdue, At(14, n, -1)))],
    };

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        Sample("audit.alarm.one", One),
        Sample("audit.alarm.three", Three),
        Sample("audit.alarm.many", Many),
        Sample("audit.stuck.one", new Audit { Stuck = [new(Stuck.Opening, 1)], RaisedAt = At(17, 5) }),
        Sample("audit.stuck.deletion", new Audit { Stuck = [new(Stuck.Deletion, 1)], RaisedAt = At(17, 5) }),
        Sample("audit.stuck.all", One with { Stuck = [new(Stuck.Opening, 1), new(Stuck.Card, 4), new(Stuck.News, 2)] }),
        Sample("audit.alarm.unnumbered", new Audit { Unnumbered = 1, RaisedAt = At(17, 5) }),
        Sample("audit.alarm.review", One with { Stalled = [.. One.Stalled, new("INC-20261123-004", Trouble.Overdue, At(14, 5))], Unnumbered = 1 }),
        Sample("audit.parked", new Audit { Parked = 2, RaisedAt = At(17, 5) }),
        Sample("audit.parked.unreachable", One with { Parked = 1, Unreachable = 3 }),
        Sample("audit.unreachable", new Audit { Unreachable = 2, RaisedAt = At(17, 5) }),
        Sample("audit.unreachable.instead", new Audit { Unreachable = 2, LostLast = At(16, 50), Instead = [StepRole.HallLeader, StepRole.CrisisContact], RaisedAt = At(17, 5) }),
        Sample("audit.parked.instead", One with { Parked = 1, Unreachable = 1, LostLast = At(16, 50), Instead = [StepRole.HallLeader] }),
        List("reach.nobody", []),
        List("reach.one", [new(new(Leader, Refusal.Blocked, At(9, 2)), [StepRole.HallLeader])]),
        List("reach.many", [
            .. Enum.GetValues<Refusal>().Select(why => new ReachRow(new(Subject, why, At(8, 30, -3)), [])),
            new(new(Leader, Refusal.Removed, At(9, 2)), [StepRole.HallLeader]),
            new(new(Counsellor, Refusal.Removed, At(9, 5)), [StepRole.Counsellor, StepRole.CrisisContact]),
            .. Enumerable.Range(0, 24).Select(n => new ReachRow(new(Buddy, Refusal.NotInstalled, At(9, n)), [])),
        ]),
        Status("status.well", _ => Well),
        Status("status.imported", _ => Well with { Import = new(3, At(17, 20, -3), true), Today = [], OnTheWay = 1 }),
        Status("status.needed", team => Well with
        {
            Today = [new(team[0], 12, 5), new(team[1], 2, 0), new(team[2], 1, 1)],
            OnTheWay = 3,
            Unreachable = 2,
            Overdue = [new(null, 1, 0, 0), new(team[0], 1, 2, 1)],
            Found = Three with { Stuck = [new(Stuck.Card, 4)], Parked = 2 },
            Import = new(4, At(16, 0), false),
        }),
        Status("status.many", team => Well with
        {
            Today = [.. Enumerable.Range(1, 14).Select(n => new TeamEnds($"{team[0]} {n}", n, n))],
            Overdue = [.. Enumerable.Range(1, 12).Select(n => new OverdueCases($"{team[1]} {n}", 0, n, 0))],
        }),
        Sample("audit.well", new Audit { RaisedAt = At(17, 5) }),
    ];

    private static readonly StatusView Well = new([], 0, 0, [], new(), null, "1.0.0+1a2b3c4d", 1, "9f8e7d6c", 5);

    private static KeyValuePair<string, Func<Language, CardMessage>> Status(string name, Func<string[], StatusView> view) =>
        new(name, language => StatusCards.Of(view(language == Language.Chinese ? ["窗口大厅", "综合组", "夜班组"] : ["Counter hall", "Back office", "Night shift"]), Context(language, At(17, 5))));

    private static KeyValuePair<string, Func<Language, CardMessage>> Sample(string name, Audit state) =>
        new(name, language => AuditCards.Alarm(state, Context(language, At(17, 5))));

    private static KeyValuePair<string, Func<Language, CardMessage>> List(string name, IReadOnlyList<ReachRow> rows) =>
        new(name, language => ReachCards.List(rows, Context(language, At(17, 5)), new(At(16, 0), 12, "checkin:12", false)));
}
