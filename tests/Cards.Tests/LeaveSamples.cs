using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

/// <summary>Leave that somebody told.</summary>
internal static class LeaveSamples
{
    private static readonly OwnLeave None = OwnLeave.Begin(Subject);

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        Card("asked", None with { Phase = OwnLeavePhase.Asked }),
        Card("set", Until(new(2026, 11, 27))),
        Card("set.duties", Until(new(2026, 11, 27)), 3),
        Card("set.duty", Until(new(2026, 11, 27)), 1),
        Card("set.oneDay", Until(new(2026, 11, 23))),
        Card("over", None),
    ];

    private static OwnLeave Until(DateOnly to) => None with { Phase = OwnLeavePhase.Set, From = new(2026, 11, 23), To = to, EndsAt = At(0, 0, to.Day - 22) };

    private static KeyValuePair<string, Func<Language, CardMessage>> Card(string name, OwnLeave state, int duties = 0) =>
        new($"leave.{name}", l => LeaveCards.Of(state, duties, Context(l, At(17, 5))));
}
