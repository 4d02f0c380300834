using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Permits;

/// <summary>A role alone opens nobody's record, and what a role may do nobody else may.</summary>
public sealed class RolePressTests
{
    public static TheoryData<string> Kinds => PermitMatrixTests.Kinds;

    public static TheoryData<Role> Roles => [.. Enum.GetValues<Role>()];

    /// <summary>The matrix presses for staff, leaders, the hall leader and counsellors; here are the roles that stand in no record.</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Who_only_keeps_the_bot_running_guards_or_writes_the_list_changes_no_record_in_any_state(string kind)
    {
        Role[] roles = [Role.Admin, Role.Security, Role.Clerk];
        await using var bot = await Opened(roles);
        var changed = new List<string>();
        foreach (var scene in PermitScenes.Of(kind))
        {
            await PermitMatrixTests.Put(bot, scene);
            var before = await PermitMatrixTests.Stored(bot, scene.Key);
            foreach (var (verb, role) in PermitPresses.VerbsOf(kind).SelectMany(v => roles.Select(r => (v, r))))
            {
                foreach (var data in PermitPresses.Of(verb, scene))
                {
                    var (status, body) = await bot.Press(IdOf(role), data);
                    Assert.True(status == 200 && body?["value"] is not null, $"{verb} by {role}: {status} {body}");
                    if (await PermitMatrixTests.Stored(bot, scene.Key) == before)
                        continue;
                    changed.Add($"{verb} in {PressPermits.StateOf(scene.Record)} by {role}");
                    await PermitMatrixTests.Put(bot, scene);
                }
            }
        }
        Assert.Empty(changed.Distinct());
    }

    [Theory]
    [MemberData(nameof(Roles))]
    public async Task What_belongs_to_a_role_is_shown_to_it_and_to_no_other(Role role)
    {
        await using var bot = await Opened([role, Role.Staff]);
        var person = bot.Get<Bot.Roster.Roster>().Find(IdOf(role))!;
        foreach (var (deed, words) in new[] { (Deed.SeeStatus, "status"), (Deed.SeeUnreachable, "unreachable"), (Deed.SeeHotSpots, "hot spots") })
        {
            var refused = await Said(bot, IdOf(Role.Staff), words);
            var said = await Said(bot, IdOf(role), words);
            Assert.Equal(RolePermits.May(person, deed), said != refused);
        }
        var none = (await bot.Press(IdOf(Role.Staff), new() { ["do"] = "roster.discard", ["roster"] = "0123456789abcdef" })).Body!.ToJsonString();
        var pressed = (await bot.Press(IdOf(role), new() { ["do"] = "roster.discard", ["roster"] = "0123456789abcdef" })).Body!.ToJsonString();
        Assert.Equal(RolePermits.May(person, Deed.BringRosters), pressed != none);
    }

    private static string IdOf(Role role) => $"x-{role}".ToLowerInvariant();

    private static async Task<WholeBot> Opened(IReadOnlyList<Role> roles)
    {
        var people = roles.Distinct().Select(r => new Person(IdOf(r), "Kim", "", $"entra-{IdOf(r)}", Language.English, "hall", "W1", [r], [], "", ""));
        var bot = new WholeBot(Hall.Organisation(null, null, [.. people], PermitScenes.Moved), PermitScenes.At);
        await bot.Open();
        foreach (var role in roles)
            await bot.Type(IdOf(role), "my data");
        await bot.Turns.Settled();
        return bot;
    }

    /// <summary>The last thing that the bot says to the person's words.</summary>
    private static async Task<string> Said(WholeBot bot, string person, string words)
    {
        await bot.Type(person, words);
        await bot.Turns.Settled();
        return bot.Channel.Sent.Last(s => s.Conversation == $"a:{person}").Body;
    }
}
