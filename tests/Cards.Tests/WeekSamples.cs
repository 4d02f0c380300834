using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

/// <summary>The week of a team, by itself and on the cards of a swap.</summary>
internal static class WeekSamples
{
    private static readonly DateOnly Monday = new(2026, 11, 23);

    private static readonly string[] Staff = [Subject, Buddy, Counsellor, OtherLeader, HallLeader];

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        Week("plain", l => Of(Small(l), Buddy, l), At(16, 20, 2)),
        Week("next", l => Of(Small(l), Buddy, l) with { HasBefore = true }, At(16, 20, -3)),
        Week("none", l => Of([], Buddy, l) with { HasBefore = true }, At(16, 20, 2)),
        Week("nights", l => Of(Nights(l), Subject, l), At(16, 20)),
        Week("hallLeader", l => Of(Small(l), "", l) with { Others = [TeamIn(l) with { Id = "back", Name = l == Language.Chinese ? "综合组" : "Back office" }] }, At(16, 20)),
        Week("large", l => Of(Large(l), "s-7", l) with { HasBefore = true }, At(16, 20)),
        Week("large.rest", l => Of(Large(l), "s-7", l) with { Part = 2 }, At(16, 20)),
        new("weekInChannel", l => WeekCards.Of(Of(Large(l), Buddy, l) with { HasBefore = true }, In(l, At(16, 20)), manyRead: true)),
        .. Swaps("waiting", SwapSamples.Waiting, Small, At(16, 55), "decide", "channel"),
        .. Swaps("waiting.noReturn", SwapSamples.Waiting with { InReturn = null }, Small, At(16, 55), "channel"),
        .. Swaps("waiting.twoWeeks", SwapSamples.Waiting with { InReturn = SwapSamples.Theirs with { Id = "later", Start = At(8, 30, 9), End = At(17, 0, 9) } }, Large, At(16, 55), "decide", "channel"),
        .. Swaps("waiting.large", SwapSamples.Waiting, Large, At(16, 55), "decide", "channel"),
        .. Swaps("done", SwapSamples.Done, l => [.. SwapSamples.Done.Change.After(Small(l))], At(16, 55), "decide", "channel"),
    ];

    /// <summary>Five people of a team, among them both of the sample swap.</summary>
    public static IReadOnlyList<Shift> Small(Language l) =>
    [
        .. Days(Subject, 3, 8, 30, 17, l, 0, 1, 2, 4).Select(s => s.Start == SwapSamples.Given.Start ? s with { Id = SwapSamples.Given.Id } : s),
        .. Days(Buddy, 5, 8, 30, 17, l, 0, 2, 3, 5, 6).Select(s => s.Start == SwapSamples.Theirs.Start ? s with { Id = SwapSamples.Theirs.Id } : s),
        .. Days(Counsellor, 4, 12, 0, 20, l, 1, 2, 3, 4, 5),
        .. Days(OtherLeader, 3, 8, 30, 17, l, 3, 5, 6),
        .. Days(HallLeader, 1, 8, 0, 12, l, 0, 1), .. Days(HallLeader, 2, 14, 0, 18, l, 0, 1),
    ];

    /// <summary>Thirty, all of them on every day of the week.</summary>
    public static IReadOnlyList<Shift> Large(Language l) =>
    [
        .. Small(l),
        new("later", Buddy, "hall", PostIn(5, l), At(8, 30, 9), At(17, 0, 9)),
        .. Enumerable.Range(6, 25).SelectMany(i => Days($"s-{i}", i, i % 2 == 0 ? 8 : 12, 30, i % 2 == 0 ? 16 : 20, l, 0, 1, 2, 3, 4, 5, 6, 9)),
    ];

    private static IReadOnlyList<Shift> Nights(Language l) =>
    [
        new("n-1", Subject, "hall", PostIn(1, l), At(22, 0), At(6, 0, 1)),
        new("n-2", Subject, "hall", PostIn(1, l), At(22, 0, 6), At(6, 30, 7)),
        new("n-3", Buddy, "hall", PostIn(2, l), At(16, 0, 1), At(0, 0, 2)),
        new("n-4", Counsellor, "hall", PostIn(2, l), At(8, 0, 4), At(8, 0, 5)),
    ];

    private static IEnumerable<Shift> Days(string person, int post, int from, int minute, int to, Language l, params int[] days) =>
        days.Select(d => new Shift($"{person}-{d}-{from}", person, "hall", PostIn(post, l), At(from, minute, d), At(to, 0, d)));

    private static string PostIn(int post, Language l) => l == Language.Chinese ? $"{post} 号窗口" : $"Window {post}";

    private static WeekView Of(IReadOnlyList<Shift> shifts, string own, Language l) =>
        new(TeamIn(l), TeamWeek.Of(shifts, Monday, Zone, own.Length > 0 ? [own] : []), own) { HasAfter = true };

    private static Team TeamIn(Language l) => new("hall", l == Language.Chinese ? "窗口大厅" : "Front hall", "Asia/Shanghai", "CN");

    private static KeyValuePair<string, Func<Language, CardMessage>> Week(string name, Func<Language, WeekView> view, DateTimeOffset now) =>
        new($"week.{name}", l => WeekCards.Of(view(l), In(l, now)));

    private static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> Swaps(string name, Swap state, Func<Language, IReadOnlyList<Shift>> roster, DateTimeOffset now, params string[] cards) =>
        cards.Select(card => new KeyValuePair<string, Func<Language, CardMessage>>($"swap.week.{name}.{card}", l => SwapCards.Of(
            SwapSamples.In(state, l), new(card, card == "decide" ? Leader : "#hall"), new([Leader, OtherLeader], []) { Roster = roster(l) }, In(l, now))));

    /// <summary>Names also for those whom the hall does not have: one as long as any, the others like people's.</summary>
    private static CardContext In(Language l, DateTimeOffset now)
    {
        var context = Context(l, now);
        return context with { Name = id => Staff.Append(Leader).Contains(id) ? context.Name(id) : l == Language.Chinese ? $"欧阳{"一二三四五六七八九十"[int.Parse(id[2..], System.Globalization.CultureInfo.InvariantCulture) % 10]}明" : $"Christopher Long-Name {id[2..]}" };
    }
}
