using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage.Sqlite;

namespace CheckInBot.Bot.Tests.Rosters;

public sealed class RosterOnSqliteTests
{
    [Fact]
    public async Task The_roster_reads_from_a_real_store_what_it_loaded_there()
    {
        using var org = new SampleOrg();
        await using var store = new SqliteStore(Path.Combine(org.Folder, "roster.db"), TimeProvider.System);
        await store.Open(["Roster"]);
        var demo = OrgFolder.Read(SampleOrg.Demo, SampleOrg.Now).Organisation!;
        var roster = new Roster.Roster(store.Table("Roster"), demo);
        await roster.Load(default);
        var first = await Rows(store);
        await roster.Load(default);
        Assert.Equal(first, await Rows(store));
        // Each team has one row more, which says what was loaded.
        Assert.Equal(demo.Shifts.Count + demo.Teams.Count, first.Count);

        var seen = new List<string>();
        var cursor = Roster.Roster.CursorBefore(SampleOrg.Now);
        while (await roster.Ending("hall", cursor, SampleOrg.Now.AddDays(1), 3) is { Count: > 0 } ended)
        {
            seen.AddRange(ended.Select(e => e.Shift.Id));
            cursor = ended[^1].Cursor;
        }
        var wanted = demo.Shifts.Where(s => s.Team == "hall" && s.End >= SampleOrg.Now && s.End <= SampleOrg.Now.AddDays(1));
        Assert.Equal(wanted.Select(s => s.Id).Order(), seen.Order());
        Assert.Equal(wanted.Min(s => s.End), await roster.NextEnd("hall", SampleOrg.Now));
        Assert.Equal(
            demo.Shifts.Where(s => s.Team == "hall" && s.Covers(SampleOrg.Now)).ToHashSet(),
            (await roster.Around("hall", SampleOrg.Now, SampleOrg.Now.AddTicks(1))).ToHashSet());
    }

    private static async Task<List<(string, string)>> Rows(SqliteStore store)
    {
        var rows = new List<(string, string)>();
        await foreach (var row in store.Table("Roster").Scan())
            rows.Add((row.Key, row.ETag));
        return rows;
    }
}
