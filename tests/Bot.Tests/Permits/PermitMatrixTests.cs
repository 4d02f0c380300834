using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Permits;

/// <summary>Every cell of the table of permits, pressed in the whole program by one person of each role and standing: what it names changes the record, and nothing else does, but is answered.</summary>
public sealed class PermitMatrixTests
{
    public static TheoryData<string> Kinds => [.. PressPermits.Table.Select(p => p.Kind).Distinct()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_the_table_names_changes_the_record_and_nothing_else_does(string kind)
    {
        await using var bot = new WholeBot(PermitScenes.Organisation, PermitScenes.At);
        await bot.Open();
        // Whoever is new gets a first card, which is a record too.
        foreach (var person in PermitScenes.People)
            await bot.Type(person, "my data");
        await bot.Turns.Settled();
        var (forbidden, working, refused) = (new List<string>(), new HashSet<(string Verb, Standing By, string State)>(), new HashSet<(string Verb, string State, string Person)>());
        foreach (var scene in PermitScenes.Of(kind))
        {
            var state = PressPermits.StateOf(scene.Record);
            Assert.Contains(state, PressPermits.StatesOf(kind));
            await Put(bot, scene);
            foreach (var verb in PermitPresses.VerbsOf(kind))
            {
                // Of those who are the same to the record and have the same role one is enough.
                foreach (var (person, standings) in PermitScenes.People.Select(p => (Person: p, Standings: Of(bot, verb, scene, p))).DistinctBy(p => $"{RoleOf(bot, p.Person)} {string.Join(',', p.Standings)}"))
                {
                    // Who is nothing to it meets each state once; one of them, every record in it.
                    if (standings is [Standing.Nobody] && person != "cid" && !refused.Add((verb, state, person)))
                        continue;
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
    public void Every_button_is_pressed_in_a_scene_by_somebody_of_every_role()
    {
        var pressed = PressPermits.Table.Select(p => p.Kind).Distinct().SelectMany(kind => PermitPresses.VerbsOf(kind).Where(verb => PermitScenes.Of(kind).Any(scene => PermitPresses.Of(verb, scene).Any())));
        Assert.Equal(Verbs.All.Values.Order(StringComparer.Ordinal), pressed.Concat(OwnPressTests.Scenes.Select(s => s.Verb)).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(Verbs.All.Values.Order(StringComparer.Ordinal), PressPermits.Table.Select(p => p.Verb).Distinct().Concat(OwnPresses.Table.Select(p => p.Verb)).Order(StringComparer.Ordinal));
        Assert.Equal(Enum.GetValues<Role>().Order(), PermitScenes.Nobodies.SelectMany(p => p.Roles).Order());
    }

    private static Role RoleOf(WholeBot bot, string person) => bot.Get<Roster.Roster>().Find(person)!.Title;

    /// <summary>What the scene makes of a person, said by other means than the program's.</summary>
    private static IReadOnlyList<Standing> Of(WholeBot bot, string verb, PermitScene scene, string person)
    {
        var leads = RoleOf(bot, person) is Role.Leader or Role.HallLeader;
        return verb == "swap.ask"
            ? [PermitPresses.HolderOf(scene) == person ? Standing.Own : leads ? Standing.Leads : Standing.Nobody]
            : Standings.Of(scene.Key, scene.Record, person, leads);
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
