using System.Text.RegularExpressions;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Channels;

/// <summary>Words in a channel that make it a team's: <c>bind</c> or <c>绑定</c>, and behind it the team, where somebody may choose.</summary>
/// <param name="Team">Name or id of the team as it was typed, in the form of <see cref="Commands.Plain"/>; null when none was.</param>
public sealed partial record BindWords(string? Team)
{
    /// <summary>Null for any other words.</summary>
    public static BindWords? Parse(string? text)
    {
        var match = Bind().Match(Commands.Plain(text).TrimEnd('.', '!', '?', '。'));
        return match.Success ? new(match.Groups["team"] is { Success: true, Value: var team } ? team : null) : null;
    }

    /// <summary>Whose channel it becomes, or what to say instead. Leaders bind for their own team, hall leaders for any.</summary>
    /// <param name="staffed">Whether the team has counter staff: what a hall leader means without saying so has.</param>
    /// <param name="here">What the channel, or what holds it, is called, where that is known.</param>
    public (string? Team, Notice? Instead) Choose(Person by, IReadOnlyList<Team> teams, Func<Team, bool> staffed, IReadOnlyList<string> here)
    {
        var may = teams.Where(t => by.Is(Role.HallLeader) || (by.Is(Role.Leader) && t.Id == by.Team)).ToList();
        if (may.Count == 0)
            return (null, new Notice.OnlyLeadersBind());
        if (Team is not null)
        {
            return may.FirstOrDefault(t => IsCalled(t, Team)) is { } named ? (named.Id, null)
                : teams.Any(t => IsCalled(t, Team)) ? (null, new Notice.OnlyLeadersBind())
                : Ask(may);
        }
        if (by.Is(Role.Leader) || may.Count == 1)
            return (by.Is(Role.Leader) ? by.Team : may[0].Id, null);
        if (may.FirstOrDefault(t => here.Any(name => IsCalled(t, Commands.Plain(name)))) is { } called)
            return (called.Id, null);
        var likely = may.Where(staffed).ToList();
        return likely.FirstOrDefault(t => t.Id == by.Team) is { } own ? (own.Id, null)
            : likely is [var only] ? (only.Id, null)
            : Ask(likely.Count > 0 ? likely : may);
    }

    private static (string? Team, Notice? Instead) Ask(IEnumerable<Team> may) => (null, new Notice.WhichTeamToBind([.. may.Select(t => t.Name)]));

    private static bool IsCalled(Team team, string plain) => plain == Commands.Plain(team.Name) || plain == Commands.Plain(team.Id);

    // Chinese needs no blank before the name.
    [GeneratedRegex(@"^(bind(\s(?<team>.+))?|绑定\s?(?<team>.+)?)$", RegexOptions.Singleline, 5000)]
    private static partial Regex Bind();
}
