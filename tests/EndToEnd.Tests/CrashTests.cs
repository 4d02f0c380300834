using System.Diagnostics;
using System.Globalization;
using CheckInBot.Dialogs.Escalations;
using Xunit.Abstractions;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>These tests share the machine with no other, since they kill by time.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection
{
    public const string Name = "Alone";
}

/// <summary>
/// The program is killed at random moments while people answer, take and resolve, and is started again; the people's clients repeat what
/// was not answered, as Teams does. <c>CHECKINBOT_KILLS</c> sets the number of kills (20), <c>CHECKINBOT_SEED</c> repeats a run.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class CrashTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Killed_at_any_moment_no_answer_and_no_case_is_lost()
    {
        var kills = Setting("CHECKINBOT_KILLS") ?? 20;
        var seed = Setting("CHECKINBOT_SEED") ?? (int)(TimeProvider.System.GetUtcNow().Ticks & 0xfffff);
        output.WriteLine($"seed {seed}");
        var started = Stopwatch.GetTimestamp();

        await using var hall = await Hall.Open("zh-CN", everyDay: true);
        var day = new KilledDay(hall, new Random(seed));
        await day.EverybodyAgrees();
        var killer = day.KillAndRestart(kills);
        await day.WorkUntil(killer);
        await killer;
        await hall.Quieten();
        Assert.Equal(0, await hall.Bot.Stop());

        var left = await StoredRecords.OnSqlite(hall.Bot);
        var duplicates = AsksTwice(hall, day);
        output.WriteLine(
            $"{kills} kills, slowest recovery {day.SlowestRecovery.TotalSeconds:0.0} s, {day.Sent.Count} answers, {left.Cases.Count} cases, "
            + $"{Deliveries(hall) - left.Cases.Count} case cards beyond the first, {duplicates.Count} prompts twice, {Stopwatch.GetElapsedTime(started).TotalSeconds:0} s");

        Assert.Empty(left.Waiting);
        Assert.Empty(duplicates);
        foreach (var (reference, stress) in day.Sent)
        {
            var checkIn = Assert.Single(left.CheckIns, c => c.Key.Reference == reference);
            Assert.Equal(stress, checkIn.Answer?.Stress);
            if (stress == 5)
                IsLookedInto(hall, day, Assert.Single(left.Cases, c => c.Source == reference));
        }
        Assert.Equal(day.Sent.Values.Count(s => s == 5), left.Cases.Count);
    }

    /// <summary>Somebody who was asked saw the case at least once, and whoever was told that it is theirs has it.</summary>
    private static void IsLookedInto(Hall hall, KilledDay day, Escalation @case)
    {
        var reference = @case.Key.Reference;
        Assert.NotEmpty(@case.Asked);
        Assert.All(@case.Asked, a => Assert.Contains(hall.Teams.Of(a.Person).Cards, c => c.Drawings.Any(d => d.Reference("case") == reference)));
        Assert.Contains(hall.Teams.Of(@case.Subject).Cards, c => c.Drawings.Any(d => d.Reference("case") == reference));
        Assert.Equal(day.Taken[reference], @case.Owner);
        Assert.Contains(reference, day.Resolved);
        Assert.True(@case.Phase is CasePhase.Resolved or CasePhase.Visiting or CasePhase.Closed, $"{reference} is {@case.Phase}");
        foreach (var person in hall.Organisation.People)
        {
            // A card whose post was never acknowledged has no known place; the one sent instead of it follows the case.
            var copies = hall.Teams.Of(person.Id).Cards.Where(c => c.First.Data("escalation.take", "case", reference) is not null).ToList();
            var stale = copies.Count(c => c.Newest.Data("escalation.take", "case", reference) is not null);
            Assert.True(copies.Count == 0 || stale < copies.Count, $"{person.Id} sees {reference} as open, and it is {@case.Phase}");
        }
    }

    /// <summary>Prompts that somebody saw twice for one shift without asking for it; who did not answer is reminded once.</summary>
    private static List<string> AsksTwice(Hall hall, KilledDay day) => [.. hall.Organisation.People
        .SelectMany(p => hall.Teams.Of(p.Id).Cards.Select(c => c.First.Data("checkin.answer")?["checkIn"]?.ToString()).OfType<string>())
        .GroupBy(r => r)
        .Where(g => g.Count() > (day.Sent.ContainsKey(g.Key) ? 1 : 2) && !day.Pulled.Contains(g.Key))
        .Select(g => g.Key)];

    private static int Deliveries(Hall hall) => hall.Organisation.People.Sum(p => hall.Teams.Of(p.Id).PostedWith("escalation.take"));

    private static int? Setting(string name) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? value : null;
}
