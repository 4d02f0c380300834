using System.Text.Json;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Permits;

/// <summary>Every button with the reference of another record, with the ids of others in each input and with roles in it: nothing of anybody else changes, and it is noticed.</summary>
public sealed class ForgedVerbTests(ForgedVerbTests.Opened opened) : IClassFixture<ForgedVerbTests.Opened>
{
    /// <summary>Those of the scenes, and who stands in their place in another record of the same kind.</summary>
    private static readonly (string One, string Other)[] Parties = [("ann", "amy"), ("ben", "bob"), ("lee", "lil"), ("mia", "moe"), ("gus", "gab"), ("zoe", "zed")];

    private static readonly (string Name, JsonNode Value)[] Lies =
    [
        ("role", "admin"), ("roles", new JsonArray("leader", "hallLeader", "admin")), ("as", "leader"), ("by", "lee"), ("person", "ann"), ("from", new JsonObject { ["aadObjectId"] = "entra-lee" }), ("reviewer", "cid"), ("phase", "Done"),
    ];

    /// <summary>Inputs that can hold the id of a person.</summary>
    private static readonly string[] Named = ["to", "owner", "colleague", "affectedStaff", "witnesses", "avoid"];

    public static TheoryData<string> Buttons => [.. Verbs.All.Values.Order(StringComparer.Ordinal)];

    /// <summary>One hall for all buttons.</summary>
    public sealed class Opened : IAsyncLifetime
    {
        internal Notebook Noticed { get; } = new(typeof(ForeignPresses).FullName);

        internal WholeBot Bot { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            Bot = new(PermitScenes.Organisation, PermitScenes.At, log: Noticed);
            await Bot.Open();
            foreach (var person in PermitScenes.People)
                await Bot.Type(person, "my data");
            await Bot.Turns.Settled();
        }

        public async Task DisposeAsync()
        {
            await Bot.DisposeAsync();
            Noticed.Dispose();
        }
    }

    [Theory]
    [MemberData(nameof(Buttons))]
    public async Task What_is_forged_changes_nothing_of_anybody_else_and_is_noticed(string verb)
    {
        var wrong = new List<string>();
        foreach (var kind in PressPermits.Table.Where(p => p.Verb == verb).Select(p => p.Kind).Distinct().Where(k => k is not (Contact.Kind or PersonNow.Kind or OwnLeave.Kind)))
        {
            // In a state in which somebody may press it; what the presser is to the record is all that is missing.
            var scene = PermitScenes.Of(kind).First(s => s.Record is not null && PressPermits.Table.Any(p => p.Kind == kind && p.Verb == verb && p.States.Contains(PressPermits.StateOf(s.Record))));
            await PermitMatrixTests.Put(opened.Bot, scene);
            var data = PermitPresses.Of(verb, scene).Last();
            await Try(wrong, verb, "cid", [data, WithPeople(data, "cid"), WithPeople(data, "lee"), .. WithReferences(verb, data, scene), WithLies(data)]);
            // By those who have such a record themselves, with the reference of another one.
            if (verb == "swap.ask")
                continue;
            var other = OfOthers(PermitScenes.Of(kind).First(s => PressPermits.StateOf(s.Record) == PressPermits.StateOf(scene.Record)));
            await PermitMatrixTests.Put(opened.Bot, other);
            var theirs = WithLies(PermitPresses.Of(verb, other).Last());
            foreach (var (party, _) in Parties.Where(p => Standings.Of(other.Key, other.Record, p.One, leads: p.One is "lee" or "mia") is [Standing.Nobody]))
                await Try(wrong, verb, party, [theirs]);
        }
        // What names no record is the presser's own.
        foreach (var data in OwnOf(verb))
            await Try(wrong, verb, verb == "data.forget" ? "sue" : "kim", [WithLies(WithPeople(data, "ann"))], own: true);
        foreach (var scene in OwnScenes.All.Where(s => s.Verb == verb && s.Foreign))
            await Try(wrong, verb, "ida", [await scene.Data(opened.Bot, "ida"), WithLies(await scene.Data(opened.Bot, "ida"))]);
        Assert.True(wrong.Count == 0, string.Join('\n', wrong));
        Assert.Contains(opened.Noticed.Lines, line => line.EndsWith($": {verb}.", StringComparison.Ordinal));
    }

    [Fact]
    public void No_button_and_no_input_of_the_bots_own_is_named_like_a_claim() =>
        Assert.DoesNotContain(Verbs.All.Keys.SelectMany(t => t.GetProperties()), property => ForeignPresses.Claims.Contains(property.Name));

    private async Task Try(List<string> wrong, string verb, string presser, IEnumerable<JsonObject> forged, bool own = false)
    {
        foreach (var data in forged)
        {
            var (before, noticed) = (await StoredRows.Of(opened.Bot), opened.Noticed.Lines.Count());
            var (status, body) = await opened.Bot.Press(presser, data);
            if (status != 200 || body is null)
                wrong.Add($"{presser} {data.ToJsonString()}: {status}");
            if (verb == "data.forget")
                await OwnScenes.ForgetAll(opened.Bot);
            var differing = StoredRows.Between(before, await StoredRows.Of(opened.Bot));
            // Whoever writes gets a key for their words, whatever becomes of them; a deletion is remembered without a name.
            var changed = own ? StoredRows.OfOthers(differing, presser) : [.. differing.Where(row => !row.StartsWith($"{WordsVault.Table} {presser} ", StringComparison.Ordinal))];
            if (verb == "data.forget")
                changed = [.. changed.Where(row => !row.StartsWith("Forgetting done ", StringComparison.Ordinal))];
            if (changed.Count > 0)
                wrong.Add($"{presser} {data.ToJsonString()} changed {changed[0]}");
            var lines = opened.Noticed.Lines.Skip(noticed).Where(l => l.EndsWith($": {verb}.", StringComparison.Ordinal)).ToList();
            if (data.ContainsKey("role") && !lines.Any(l => l.Contains("said who presses", StringComparison.Ordinal)))
                wrong.Add($"{presser} {data.ToJsonString()}: its claim was not noticed");
            // Somebody of the team hears who has the duty, as from an old card of the channel.
            if (!own && !verb.StartsWith("swap.", StringComparison.Ordinal) && !lines.Any(l => l.Contains("changed nothing", StringComparison.Ordinal)))
                wrong.Add($"{presser} {data.ToJsonString()}: it was not noticed, but answered {body?["value"]?.ToJsonString()}");
        }
    }

    private static JsonObject WithLies(JsonObject data)
    {
        var forged = (JsonObject)data.DeepClone();
        foreach (var (name, value) in Lies)
            forged[name] = value.DeepClone();
        return forged;
    }

    private static JsonObject WithPeople(JsonObject data, string person)
    {
        var forged = (JsonObject)data.DeepClone();
        foreach (var name in Named)
            forged[name] = person;
        return forged;
    }

    /// <summary>The number by which people call it, its id under other names, and a record of another kind.</summary>
    private static IEnumerable<JsonObject> WithReferences(string verb, JsonObject data, PermitScene scene)
    {
        // What is begun under one's own name is one's own.
        string[] own = verb is "incident.begin" or "cover.ask" ? [] : [$"cid/{scene.Key.Id}"];
        string[] others = [scene.Key.Id, $"{scene.Key.Id}/{scene.Key.Owner}", $"lee/{scene.Key.Id}", "INC-20261123-001", "hall/202611240000-s3", .. own];
        foreach (var other in others)
        {
            var forged = (JsonObject)data.DeepClone();
            foreach (var name in forged.Where(p => p.Value is JsonValue v && v.TryGetValue<string>(out var text) && text.Contains('/', StringComparison.Ordinal)).Select(p => p.Key).ToList())
                forged[name] = other;
            if (!JsonNode.DeepEquals(forged, data))
                yield return forged;
        }
    }

    /// <summary>The same record with other people in it.</summary>
    private static PermitScene OfOthers(PermitScene scene)
    {
        var json = JsonSerializer.Serialize(scene.Record, scene.Record!.GetType(), DialogsJson.Default.Options);
        foreach (var (one, other) in Parties)
            json = json.Replace($"\"{one}\"", $"\"{other}\"", StringComparison.Ordinal);
        return new(scene.Key with { Owner = Parties.FirstOrDefault(p => p.One == scene.Key.Owner).Other ?? scene.Key.Owner }, (FlowState)JsonSerializer.Deserialize(json, scene.Record.GetType(), DialogsJson.Default.Options)!);
    }

    /// <summary>What a button holds that names no record.</summary>
    private static IEnumerable<JsonObject> OwnOf(string verb) =>
        PressPermits.Table.Where(p => p.Verb == verb && p.Kind is Contact.Kind or PersonNow.Kind or OwnLeave.Kind).Select(p => p.Kind).Distinct()
            .SelectMany(kind => PermitPresses.Of(verb, PermitScenes.Of(kind).First()))
            .Concat(OwnPresses.Table.Where(p => p.Verb == verb && p.Deed is null).Select(p => verb switch
            {
                "command" => new JsonObject { ["do"] = verb, ["command"] = "swap", ["for"] = "ann" },
                "data.forget" => new JsonObject { ["do"] = verb, ["confirm"] = "yes" },
                "week.view" => new JsonObject { ["do"] = verb, ["team"] = "hall", ["for"] = "ann" },
                "swap.view" => new JsonObject { ["do"] = verb, ["swap"] = "hall/202611240000-s3" },
                _ => new JsonObject { ["do"] = verb },
            }));
}
