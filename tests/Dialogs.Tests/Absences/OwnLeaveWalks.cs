using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Tests.Absences;

/// <summary>Leave told, changed and ended in any order.</summary>
internal static class OwnLeaveWalks
{
    private static readonly OwnLeaveFacts Facts = new(Hall.Working.Zone);

    public static IEnumerable<(OwnLeave? Before, FlowEvent Event, Step<OwnLeave> Step, DateTimeOffset At)> Life(Random random, List<Func<string>> story)
    {
        OwnLeave? before = null;
        var at = Hall.ShiftEnd;
        for (var n = 0; n < 25; n++)
        {
            var today = LocalTime.DayOf(at, Facts.Zone);
            var by = random.Once(9) ? Hall.Wang : Hall.Lin;
            FlowEvent e = random.Next(6) switch
            {
                0 => new AskLeave(by),
                1 => new EndLeave(by),
                2 => new LeaveUnclear(by, random.Any(Enum.GetValues<LeaveGap>())),
                3 => new Due(),
                _ => new SayLeave(by, random.Once(2) ? null : today.AddDays(random.Next(-2, 9)), random.Once(9) ? null : today.AddDays(random.Next(-2, 400))),
            };
            var step = (before ?? OwnLeave.Begin(Hall.Lin)).On(e, Facts, at);
            var (was, moment) = (before, at);
            story.Add(() => $"{moment:O} {was?.Phase} {e} -> {step.State.Phase}");
            yield return (before, e, step, at);
            before = step.State;
            at = random.Once(2) && before.NextAt is { } due ? due : at + random.Any(Walks.Steps);
        }
    }
}
