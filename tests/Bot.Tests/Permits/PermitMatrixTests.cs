using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Permits;

/// <summary>Every cell of the table of permits, pressed in the whole program: what it names changes the record, and nothing else does, but is answered.</summary>
public sealed class PermitMatrixTests
{
    public static TheoryData<string> Kinds => [.. PressPermits.Table.Select(p => p.Kind).Distinct()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_the_table_names_changes_the_record_and_nothing_else_does(string kind)
    {
        await using var bot = new WholeBot(
            Hall.Organisation(
                new("cid", "cid", "", "entra-cid", Language.English, "hall", "W1", [Role.Staff], [], "", ""), null, null,
                new("s6", "cid", "hall", "W1", Hall.Opening, Hall.Opening.AddHours(9)), new("s7", "mia", "hall", "W1", Hall.Opening, Hall.Opening.AddHours(9)), PermitScenes.Moved),
            PermitScenes.At);
        await bot.Open();
        // Whoever is new gets a first card, which is a record too.
        foreach (var person in PermitScenes.People)
            await bot.Type(person, "my data");
        await bot.Turns.Settled();
        var (forbidden, working) = (new List<string>(), new HashSet<(string Verb, Standing By, string State)>());
        foreach (var scene in PermitScenes.Of(kind))
        {
            var state = PressPermits.StateOf(scene.Record);
            Assert.Contains(state, PressPermits.StatesOf(kind));
            await Put(bot, scene);
            foreach (var verb in PermitPresses.VerbsOf(kind))
            {
                // Of those who are the same to the record one is enough.
                foreach (var (person, standings) in PermitScenes.People.Select(p => (p, Standings: Standings.Of(scene.Key, scene.Record, p, leads: p is "lee" or "mia"))).DistinctBy(p => string.Join(',', p.Standings)))
                {
                    foreach (var data in PermitPresses.Of(verb, scene))
                    {
                        var before = await Stored(bot, scene.Key);
                        var (status, body) = await bot.Press(person, data);
                        Assert.True(status == 200 && body?["value"] is not null, $"{kind} {verb} {state} {person}: {status} {body}");
                        if (await Stored(bot, scene.Key) == before)
                            continue;
                        if (!PressPermits.May(kind, verb, state, standings))
                            forbidden.Add($"{verb} in {state} by {person} ({string.Join(',', standings)})");
                        working.UnionWith(standings.Select(by => (verb, by, state)));
                        await Put(bot, scene);
                    }
                }
            }
        }
        Rule(forbidden, "changed the record against the table");
        Rule(
            PressPermits.Table.Where(p => p.Kind == kind).SelectMany(p => p.States.Select(s => (p.Verb, p.By, s))).Where(cell => !working.Contains(cell)).Select(cell => $"{cell.Verb} in {cell.s} by {cell.By}"),
            "changed nothing although the table names it");
    }

    [Fact]
    public void Every_state_of_the_table_is_one_of_the_record_and_every_verb_is_known()
    {
        foreach (var permit in PressPermits.Table)
        {
            Assert.True(Verbs.IsKnown(permit.Verb), permit.Verb);
            Assert.Subset(PressPermits.StatesOf(permit.Kind).ToHashSet(), permit.States.ToHashSet());
            Assert.NotEqual(Standing.Nobody, permit.By);
        }
        Assert.Equal(PressPermits.Table.Count, PressPermits.Table.Select(p => (p.Kind, p.Verb, p.By)).Distinct().Count());
    }

    [Fact]
    public void Every_button_is_in_the_table_or_changes_no_record_of_somebody_else()
    {
        // They only look, begin something of the presser's own, are a role's, or call for people, which nobody may be refused.
        string[] elsewhere = ["swap.ask", "swap.view", "week.view", "roster.apply", "roster.discard", "command", "incident.sos", "data.export", "data.forget"];
        Assert.Equal(Verbs.All.Values.Order(StringComparer.Ordinal), PressPermits.Table.Select(p => p.Verb).Concat(elsewhere).Distinct().Order(StringComparer.Ordinal));
    }

    private static void Rule(IEnumerable<string> cells, string what)
    {
        var all = cells.Distinct().ToList();
        Assert.True(all.Count == 0, $"{all.Count} cells {what}:\n{string.Join('\n', all)}");
    }

    internal static async Task<string> Stored(WholeBot bot, FlowKey key) =>
        await bot.Get<IStore>().Table(FlowRows.TableName).Get(FlowRows.PartitionOf(key), FlowRows.StateKey(key)) is { } row
            ? string.Join('\n', row.Columns.Where(c => c.Key != "flowVersion").OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}"))
            : "";

    /// <summary>The record as the scene has it, and nothing beside it.</summary>
    internal static async Task Put(WholeBot bot, PermitScene scene)
    {
        await bot.Turns.Settled();
        var table = bot.Get<IStore>().Table(FlowRows.TableName);
        var partition = FlowRows.PartitionOf(scene.Key);
        var rows = await table.Range(partition, Keys.Join(scene.Key.Id), Keys.Join(scene.Key.Id) + "~");
        foreach (var some in rows.Chunk(90))
            await table.Commit(partition, [.. some.Select(r => Change.Delete(r.Key, "*"))]);
        // Who stands in at one post takes no other.
        foreach (var person in PermitScenes.People.Where(_ => scene.Key.Kind == Cover.Kind))
            await table.Commit(FlowRows.PartitionOf(StandIn.KeyOf(person)), [Change.Delete(FlowRows.StateKey(StandIn.KeyOf(person)), "*")]);
        if (scene.Record is not null)
            await table.Commit(partition, [Change.Upsert(FlowRows.StateKey(scene.Key), bot.Turns.Rows.StateColumns(scene.Key, scene.Record, 1))]);
    }
}
