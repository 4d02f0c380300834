using System.Collections.Frozen;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads the section <c>posts</c> of <c>policy.json</c>: the skills that a post needs. A post that is not named needs none.</summary>
internal static class PostSection
{
    /// <param name="section">It may be empty.</param>
    public static FrozenDictionary<string, IReadOnlyList<string>> Read(JsonSection section, PeopleFile people, ShiftFile shifts)
    {
        var posts = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        foreach (var post in section.Names)
        {
            if (!people.KnowsPost(post) && !shifts.KnowsPost(post))
                section.Add(post, ListFault.UnknownPost);
            posts[post] = section.Texts(post);
            foreach (var (i, skill) in posts[post].Index())
            {
                if (!people.KnowsSkill(skill))
                    section.Add($"{post}[{i}]", ListFault.UnknownSkill, FileFaults.Tame(skill));
                else if (posts[post].Take(i).Contains(skill))
                    section.Add($"{post}[{i}]", $"the skill{FileFaults.Quoted(skill)} stands there twice", "Remove one of them.");
            }
        }
        return posts.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
