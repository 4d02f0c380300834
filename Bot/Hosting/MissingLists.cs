using CheckInBot.Bot.Turns;

namespace CheckInBot.Bot.Hosting;

/// <summary>
/// Tells the operator in time, once for each, of a year without a list of working days: its public holidays are unknown, and people may be
/// asked, and waited for, on a day on which nobody works.
/// </summary>
public sealed class MissingLists(Roster.Roster roster, TimeProvider clock, ILogger<MissingLists> log) : RegularPass(Every, log)
{
    /// <summary>How often the coming days are looked at, beside every start.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromHours(12);

    /// <summary>How many days ahead.</summary>
    public const int Ahead = 60;

    private readonly HashSet<string> told = new(StringComparer.Ordinal);

    protected override Task Pass(CancellationToken cancel)
    {
        Once();
        return Task.CompletedTask;
    }

    /// <summary>One look; the files that are missing, in the organisation's folder, and were not told of before.</summary>
    public IReadOnlyList<string> Once()
    {
        var missing = new List<string>();
        foreach (var (profile, year) in roster.YearsWithoutList(clock.GetUtcNow(), Ahead))
        {
            var file = $"calendars/{profile.ToLowerInvariant()}-{year}.json";
            lock (told)
            {
                if (!told.Add(file))
                    continue;
            }
            missing.Add(file);
            log.LogWarning("There is no list of the working days of {Year}: its public holidays are unknown and Monday to Friday counts. Add {File} to the organisation's folder", year, file);
        }
        return missing;
    }
}
