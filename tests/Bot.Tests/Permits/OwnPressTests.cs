using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Permits;

/// <summary>What is on no record of others, pressed by one person of each role: it changes what is the presser's own, or nothing at all, and what belongs to a role changes nothing for another.</summary>
public sealed class OwnPressTests
{
    internal static IEnumerable<OwnScene> Scenes => OwnScenes.All;

    public static TheoryData<string> Buttons => [.. OwnPresses.Table.Select(p => p.Verb)];

    [Theory]
    [MemberData(nameof(Buttons))]
    public async Task It_changes_what_is_the_pressers_own_and_nothing_else(string verb)
    {
        var press = OwnPresses.Table.Single(p => p.Verb == verb);
        using var org = OwnScenes.Folder();
        await using var bot = new WholeBot(PermitScenes.Organisation with { Guides = org.Read().Organisation!.Guides }, PermitScenes.At, home: org.Folder);
        await bot.Open();
        foreach (var person in PermitScenes.Nobodies)
            await bot.Type(person.Id, "my data");
        var (wrong, working) = (new List<string>(), new HashSet<Role>());
        foreach (var scene in Scenes.Where(s => s.Verb == verb))
        {
            foreach (var person in PermitScenes.Nobodies)
            {
                var data = await scene.Data(bot, person.Id);
                var before = await StoredRows.Of(bot);
                var sent = bot.Channel.Sent.Count;
                var (status, body) = await bot.Press(person.Id, data);
                Assert.True(status == 200 && body?["value"] is not null, $"{verb} {scene.State} {person.Id}: {status} {body}");
                var changed = StoredRows.Between(before, await StoredRows.Of(bot));
                var cell = $"{verb} in {scene.State} by {person.Roles[0]}";
                if (changed.Count == 0 && !press.Changes && bot.Channel.Sent.Skip(sent).Any(s => s.Conversation != $"a:{person.Id}"))
                    wrong.Add($"{cell} wrote to others");
                if (changed.Count == 0)
                    continue;
                working.UnionWith(person.Roles);
                if (!press.Changes || scene.Foreign || (press.Deed is { } deed && !RolePermits.May(person, deed)))
                    wrong.Add($"{cell} changed {changed[0]}");
                // Lists of the roster are everybody's once they are imported, and a call for reinforcement is the team's.
                if (press.Deed is null && StoredRows.OfOthers(changed, person.Id).FirstOrDefault(row => !(scene.State == "Reinforce" && row.StartsWith("Flows reinforce!hall", StringComparison.Ordinal))) is { } others)
                    wrong.Add($"{cell} changed {others}");
            }
        }
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Equal(press.Changes ? PermitScenes.Nobodies.Where(p => press.Deed is not { } deed || RolePermits.May(p, deed)).SelectMany(p => p.Roles).Order() : [], working.Order());
    }
}
