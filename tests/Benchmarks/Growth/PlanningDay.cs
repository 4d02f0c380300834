using System.Diagnostics;
using CheckInBot.Bot.Storage.Sqlite;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Benchmarks.Growth;

/// <summary>
/// Plans one day on SQLite, on a clock that is moved from one planner's moment to the next: every team's planner passes over what ends and tells
/// the check-ins. Everybody has a shift three days later, so that whoever is free that day is on the roster all the same.
/// </summary>
internal static class PlanningDay
{
    private static readonly DateTimeOffset Morning = new(2026, 11, 23, 0, 0, 0, TimeSpan.FromHours(8));

    /// <param name="ends">How many shifts end that day; whole halls, from the first one on.</param>
    public static async Task<PlanningFigures> Run(string demo, string scratch, int people, int ends)
    {
        var here = Directory.CreateDirectory(Path.Combine(scratch, $"planning-{people}-{ends}")).FullName;
        var clock = new HandClock { Now = Morning };
        var folder = LargeOrganisation.Write(demo, Path.Combine(here, "org"), people, (number, id, team, post) =>
            (number < ends ? $"{id}-a,{id},{team},{post},2026-11-23T08:00,2026-11-23T{(number / LargeOrganisation.InHall % 2 == 0 ? "16" : "17")}:00,\n" : "")
            + $"{id}-b,{id},{team},{post},2026-11-26T08:00,2026-11-26T16:00,\n");
        await using var sqlite = new SqliteStore(Path.Combine(here, "checkinbot.db"), clock);
        var store = new CountedStore(sqlite);
        await using var office = new Office(folder, Path.Combine(here, "keys"), store, clock);
        await office.Open();
        var planners = new PriorityQueue<string, DateTimeOffset>();
        foreach (var team in office.Roster.Teams)
            planners.Enqueue(team.Id, await Wake(office, team.Id, new ShiftsMayHaveChanged()));

        GC.Collect();
        using var me = Process.GetCurrentProcess();
        var (used, rows, commits) = (me.TotalProcessorTime, store.Rows, store.Commits);
        while (planners.TryPeek(out var team, out var at) && at < Morning.AddDays(1))
        {
            planners.Dequeue();
            clock.Now = at > clock.Now ? at : clock.Now;
            planners.Enqueue(team, await Wake(office, team, new Due()));
            await office.Turns.Settled();
        }
        me.Refresh();
        return new(people, ends, (me.TotalProcessorTime - used).TotalMilliseconds, store.Rows - rows, store.Commits - commits);
    }

    /// <summary>The planner's next moment.</summary>
    private static async Task<DateTimeOffset> Wake(Office office, string team, FlowEvent e) =>
        (await office.Turns.Take(new(ShiftEnds.KeyOf(team), e))).State!.NextAt ?? DateTimeOffset.MaxValue;

    private sealed class HandClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
