using System.Diagnostics;
using System.Globalization;
using Xunit.Abstractions;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>These tests share the machine with no other, since they kill by time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}

/// <summary>
/// Fifty people work through their days while the program is killed and started again; their clients deliver what was not answered once
/// more, as Teams does. <see cref="LongForm"/> tells how to run it for longer, or again.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class CrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Killed_at_any_moment_no_answer_and_no_case_is_lost()
    {
        var kills = LongForm.Kills;
        var seed = LongForm.Seed;
        output.WriteLine($"seed {seed}");
        var started = Stopwatch.GetTimestamp();

        await using var hall = await Hall.Open(BigOrganisation.Make());
        var killer = new Killer(hall, new Random(seed + 1));
        var days = new ScriptedDays(hall, new Random(seed), killer.PromptsAreDue);
        await days.EverybodyAgrees();
        await days.WorkUntil(killer.KillAndRestart(kills));
        await hall.Quieten();
        var stale = await Aftermath.PressWhatIsStale(hall);
        await hall.Quieten();
        Assert.Equal(0, await hall.Bot.Stop());

        var aftermath = new Aftermath(hall, days.Ledger, await StoredRecords.OnSqlite(hall.Bot));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{kills} kills ({string.Join(", ", killer.Kills.Select(k => $"{k.Key} {k.Value}"))}), slowest recovery {killer.SlowestRecovery.TotalSeconds:0.0} s, "
            + $"{days.ShiftEnds} shift ends, {aftermath}, {stale} cards of unheard sends put right by a press, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s"));
        Assert.InRange(stale, 0, kills);
        aftermath.NothingIsLost();
    }
}
