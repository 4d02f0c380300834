using System.Collections.Immutable;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads the section <c>cover</c> of <c>policy.json</c>: how long colleagues are asked to stand in, for how long, and the peak post.</summary>
internal static class CoverSection
{
    /// <summary>The names that may stand in the section.</summary>
    public static readonly string[] Names = ["askOthersAfter", "nobodyAfter", "minutes", "peakPost"];

    private const int MostChoices = 5, LongestCover = 60, MostPeople = 30;
    private static readonly TimeSpan Soonest = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Latest = TimeSpan.FromMinutes(10);

    public static CoverPolicy Read(JsonSection section, PeopleFile people) => new(
        section.Span("askOthersAfter", Soonest, Latest),
        section.Span("nobodyAfter", Soonest, Latest),
        Minutes(section),
        PeakPost(section, people));

    private static ImmutableArray<int> Minutes(JsonSection section)
    {
        var minutes = section.Numbers("minutes", 1, LongestCover);
        foreach (var (i, length) in minutes.Index().Skip(1))
        {
            if (length <= minutes[i - 1])
                section.Add($"minutes[{i}]", $"{length} does not come after {minutes[i - 1]}", "Write each length once, the shortest first.");
        }
        if (minutes.Count > MostChoices)
            section.Add("minutes", $"there are {minutes.Count} lengths", $"Keep at most {MostChoices}: each is a button.");
        return minutes.Count == 0 ? CoverPolicy.Shipped.Minutes : [.. minutes];
    }

    /// <summary>It may be missing: then there is nobody whom reinforcement could call, and the card says so.</summary>
    private static ImmutableArray<string> PeakPost(JsonSection section, PeopleFile people)
    {
        IReadOnlyList<string> list = section.Has("peakPost") ? section.Texts("peakPost") : [];
        foreach (var (i, person) in list.Index())
        {
            if (!people.Knows(person))
                section.Add($"peakPost[{i}]", ListFault.UnknownNamed, FileFaults.Tame(person));
            else if (list.Take(i).Contains(person))
                section.Add($"peakPost[{i}]", $"the person{FileFaults.Quoted(person)} stands there twice", "Remove one of them.");
        }
        if (list.Count > MostPeople)
            section.Add("peakPost", $"there are {list.Count} people", $"Keep at most {MostPeople}.");
        return [.. list];
    }
}
