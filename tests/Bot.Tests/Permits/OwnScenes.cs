using System.Text;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Bot.Tests.Rosters;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Tests.Permits;

/// <summary>What a press meets that is on no record of others.</summary>
/// <param name="State">A word for the list of what failed.</param>
/// <param name="Data">Brings it about for whoever presses, and says what their button holds.</param>
/// <param name="Foreign">It is somebody else's.</param>
internal sealed record OwnScene(string Verb, string State, Func<WholeBot, string, Task<JsonObject>> Data, bool Foreign = false);

/// <summary>Every button of <see cref="OwnPresses"/> in each of the states that it can meet.</summary>
internal static class OwnScenes
{
    private const string Lists = "id,person,team,post,start,end\nd1,ann,hall,,2026-12-01T08:00,2026-12-01T16:00\n";

    public static IEnumerable<OwnScene> All { get; } =
    [
        new("incident.sos", "None", (_, _) => Task.FromResult(Named("incident.sos"))),
        new("incident.sos", "Calling", async (bot, person) =>
        {
            await bot.Press(person, Named("incident.sos"));
            return Named("incident.sos");
        }),
        .. Enum.GetValues<Command>().Select(c => new OwnScene("command", $"{c}", (_, _) => Task.FromResult(Named("command", ("command", Camel($"{c}")))))),
        new("data.forget", "Unasked", (_, _) => Task.FromResult(Named("data.forget"))),
        new("data.forget", "Asked", async (bot, _) =>
        {
            await ForgetAll(bot);
            return Named("data.forget", ("confirm", "yes"));
        }),
        new("data.export", "Kept", (_, _) => Task.FromResult(Named("data.export"))),
        new("week.view", "Own team", (_, _) => Task.FromResult(Named("week.view", ("team", "hall")))),
        new("week.view", "Elsewhere", (_, _) => Task.FromResult(Named("week.view", ("team", "elsewhere")))),
        .. PermitScenes.Of(Swap.Kind).Select(scene => new OwnScene("swap.view", PressPermits.StateOf(scene.Record), async (bot, _) =>
        {
            await PermitMatrixTests.Put(bot, scene);
            return Named("swap.view", ("swap", scene.Key.Reference));
        })),
        .. new[] { "roster.apply", "roster.discard" }.SelectMany(verb => new OwnScene[]
        {
            new(verb, "Waiting", async (bot, person) => await Shown(bot, person, await Sent(bot, person, verb))),
            new(verb, "Discarded", async (bot, person) =>
            {
                var data = await Sent(bot, person, verb);
                await bot.Press(person, Named("roster.discard", ("roster", (string)data["roster"]!)));
                return data;
            }),
            new(verb, "Gone", (_, _) => Task.FromResult(Named(verb, ("roster", "0123456789abcdef")))),
            new(verb, "Another's", (bot, _) => Sent(bot, "ada", verb), Foreign: true),
        }),
    ];

    /// <summary>A folder whose people are those of the scenes, so that they are still there after an import.</summary>
    public static SampleOrg Folder()
    {
        var org = new SampleOrg();
        org.Write("people.csv", org.Text("people.csv") + string.Concat(PermitScenes.Organisation.People.Where(p => p.Id != "ann").Select(p => $"{p.Id},{p.Id},,{p.EntraId},en,hall,,{Camel($"{p.Roles[0]}")},,,\n")));
        return org;
    }

    /// <summary>Whoever said yes before has nothing more to be deleted afterwards.</summary>
    public static async Task ForgetAll(WholeBot bot)
    {
        for (var pass = 0; pass < 5; pass++)
        {
            await bot.Get<Forgetting>().Once();
            await bot.Turns.Settled();
        }
    }

    private static async Task<JsonObject> Sent(WholeBot bot, string person, string verb)
    {
        var lists = new SentRosters(bot.Get<IStore>().Table(RosterImports.TableName), bot.Get<IStore>().Files, bot.Get<WordsVault>());
        var sent = await lists.Keep(bot.Get<Roster.Roster>().Find(person)!, new Dictionary<string, byte[]> { ["shifts.csv"] = Encoding.UTF8.GetBytes(Lists) }, PermitScenes.At, default);
        return Named(verb, ("roster", sent.Id));
    }

    /// <summary>What has not been shown as it is now is shown first, whatever was pressed.</summary>
    private static async Task<JsonObject> Shown(WholeBot bot, string person, JsonObject data)
    {
        if ((string)data["do"]! == "roster.apply")
            await bot.Press(person, data);
        return data;
    }

    private static JsonObject Named(string verb, params (string Name, string Value)[] inputs)
    {
        var data = new JsonObject { ["do"] = verb };
        foreach (var (name, value) in inputs)
            data[name] = value;
        return data;
    }

    private static string Camel(string word) => char.ToLowerInvariant(word[0]) + word[1..];
}
