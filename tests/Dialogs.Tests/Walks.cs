using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests;

/// <summary>Random walks: many short stories of anything in any order, each told again by its seed when a promise breaks.</summary>
internal static class Walks
{
    public static readonly TimeSpan[] Steps =
        [TimeSpan.Zero, TimeSpan.FromTicks(1), TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(15), TimeSpan.FromHours(1), TimeSpan.FromHours(5), TimeSpan.FromDays(2)];

    /// <param name="walk">One story; it writes down what happens, so that a failure can be read.</param>
    public static void Each(int count, Action<Random, List<Func<string>>> walk)
    {
        for (var seed = 0; seed < count; seed++)
        {
            var story = new List<Func<string>>();
            try
            {
                walk(new Random(seed), story);
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}: {e.Message}\n{string.Join('\n', story.Select(line => line()))}", e);
            }
        }
    }

    public static T Any<T>(this Random random, IReadOnlyList<T> of) => of[random.Next(of.Count)];

    public static bool Once(this Random random, int outOf) => random.Next(outOf) == 0;

    /// <summary>The roster of a moment: some are on leave, some off shift, some gone, now and then nobody is there.</summary>
    public static IReadOnlyList<Candidate> Roster(this Random random) => random.Once(12)
        ? []
        : [.. Hall.Everybody.Where(_ => !random.Once(6)).Select(c => c with { OnDuty = !random.Once(3), Away = random.Once(5) })];
}
