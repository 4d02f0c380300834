using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Telemetry;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Permits;

/// <summary>Card data that no card of the bot holds: it changes nothing, it is answered, and it is noticed without a word or a name.</summary>
public sealed class ForgedPressTests : IAsyncLifetime, IDisposable
{
    private const string Ann = "ann/202611230900";
    private readonly Notebook _log = new();
    private readonly WholeBot _bot;

    public ForgedPressTests() => _bot = new(PermitScenes.Organisation, PermitScenes.At, log: _log);

    public async Task InitializeAsync()
    {
        await _bot.Open();
        foreach (var kind in new[] { "checkin", "case", "sos", "review", "swap", "cover" })
        {
            foreach (var scene in PermitScenes.Of(kind).Where(s => s.Record is not null).DistinctBy(s => s.Key))
                await _bot.Get<IStore>().Table(FlowRows.TableName).Commit(FlowRows.PartitionOf(scene.Key), [Change.Upsert(FlowRows.StateKey(scene.Key), _bot.Turns.Rows.StateColumns(scene.Key, scene.Record!, 1))]);
        }
        await _bot.Type("cid", "my data");
        await _bot.Turns.Settled();
    }

    public void Dispose() => _log.Dispose();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task Nothing_that_somebody_writes_into_a_cards_data_changes_what_is_not_theirs()
    {
        var keys = await Keys();
        var before = await Rows();
        var forged = 0;
        foreach (var data in Forged(keys))
        {
            var (status, body) = await _bot.Press("cid", data);
            Assert.True(status == 200 && body is not null, $"{data}: {status}");
            await _bot.Turns.Settled();
            var after = await Rows();
            Assert.True(before == after, $"{data} changed something:\n{after}");
            forged++;
        }
        Assert.True(forged > 100, $"{forged}");
        Assert.DoesNotContain("at CheckInBot", string.Join('\n', _log.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_on_somebody_elses_is_in_the_log_and_counted_by_its_button_and_by_nothing_else()
    {
        var counted = new List<(long, string)>();
        using var listener = new MeterListener();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Name == MetricNames.Source && instrument.Name == MetricNames.PressesForeign.Name)
                l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<long>((_, value, tags, _) =>
        {
            lock (counted)
                counted.Add((value, string.Join(' ', tags.ToArray().Select(t => $"{t.Value}"))));
        });
        listener.Start();
        var key = (await Keys()).First(k => k.Kind == "checkin");
        await _bot.Press("cid", new() { ["do"] = "checkin.answer", ["checkIn"] = key.Reference, ["stress"] = "5", ["note"] = "qzwxv words" });
        await _bot.Press("cid", new() { ["do"] = "checkin.answer", ["checkIn"] = "nobody/209901010000" });
        await _bot.Press("cid", new() { ["do"] = "no.such.button" });
        await _bot.Press("cid", new() { ["do"] = "week.view", ["team"] = "hall", ["role"] = "admin" });
        lock (counted)
            Assert.Superset(new HashSet<(long, string)> { (1, "checkin.answer notTheirs"), (1, "checkin.answer nothing"), (1, "unknown nothing"), (1, "week.view claim") }, counted.ToHashSet());
        var lines = _log.Lines.Where(l => l.Contains("changed nothing", StringComparison.Ordinal)).ToList();
        Assert.Contains("A press on something that is not the presser's was answered and changed nothing: checkin.answer.", lines);
        Assert.All(_log.Lines, l => Assert.All(new[] { "qzwxv", "cid", "ann" }, word => Assert.DoesNotContain(word, l.Replace("channel", "", StringComparison.OrdinalIgnoreCase), StringComparison.Ordinal)));
    }

    /// <summary>Every button with the reference of every record, of its own kind and of others, with roles and ids of others in it, and with values that fit nothing.</summary>
    private static IEnumerable<JsonObject> Forged(IReadOnlyList<FlowKey> keys)
    {
        (string, JsonNode)[] lies =
        [
            ("role", "admin"), ("roles", new JsonArray("leader", "hallLeader", "admin")), ("by", "lee"), ("person", "ann"), ("from", new JsonObject { ["aadObjectId"] = "entra-lee" }), ("aadObjectId", "entra-lee"),
            ("actFor", "ann"), ("for", "ann"), ("owner", "cid"), ("reviewer", "cid"), ("phase", "Done"), ("$type", "escalation.take"), ("consents", true),
        ];
        string[] names = ["checkIn", "case", "sos", "incident", "swap", "cover", "call"];
        string[] verbs = ["checkin.answer", "checkin.edit", "escalation.take", "escalation.resolve", "escalation.otherRoute", "escalation.returnVisit", "incident.sos.take", "incident.sos.safe", "incident.review.take", "incident.reply", "swap.accept", "swap.approve", "swap.cancel", "cover.take", "cover.back"];
        // One record of each kind; the matrix has every state.
        foreach (var key in keys.DistinctBy(k => k.Kind))
        {
            foreach (var verb in verbs)
            {
                var data = new JsonObject { ["do"] = verb, ["stress"] = "5", ["helped"] = "yes", ["done"] = "talked", ["to"] = "cid", ["round"] = "1", ["seen"] = "all", ["reply"] = "x", ["again"] = "1" };
                foreach (var name in names)
                    data[name] = key.Reference;
                foreach (var (name, value) in lies)
                    data[name] = value.DeepClone();
                yield return data;
            }
        }
        foreach (var reference in new JsonNode?[] { null, "", "ann", "/", "ann/", "ann//x", 7, 1e300, "99999999999999999999999999", true, new JsonArray(Ann), new JsonObject { ["owner"] = "ann" }, Ann + "!s", "ann/../lee", new string('9', 5000) })
            yield return new() { ["do"] = "checkin.answer", ["checkIn"] = reference?.DeepClone(), ["stress"] = "5" };
        // For somebody else, by somebody who leads nobody.
        foreach (var name in new[] { "for", "actFor" })
        {
            yield return new() { ["do"] = "swap.ask", ["shift"] = "s3", ["colleague"] = "ben", ["theirShift"] = "none", [name] = "ann" };
            yield return new() { ["do"] = "swap.ask", ["shift"] = "s3", ["colleague"] = "cid", ["theirShift"] = "none", [name] = "ann", ["role"] = "leader" };
        }
        yield return new() { ["do"] = "swap.ask", ["shift"] = "s3", ["colleague"] = "ben", ["theirShift"] = "none" };
        yield return new() { ["do"] = "roster.apply", ["roster"] = "r1", ["swapped"] = "keep", ["role"] = "admin" };
        yield return new() { ["do"] = "week.view", ["team"] = "elsewhere", ["other"] = "nowhere" };
        yield return new() { ["do"] = "incident.begin", ["checkIn"] = Ann, ["sos"] = "ann/900000" };
    }

    private async Task<IReadOnlyList<FlowKey>> Keys()
    {
        var keys = new List<FlowKey>();
        await foreach (var row in _bot.Get<IStore>().Table(FlowRows.TableName).Scan())
        {
            if (row.Key.EndsWith("!s", StringComparison.Ordinal) && (string)row.Columns["flowOwner"] != "cid" && (string)row.Columns["flowKind"] is "checkin" or "case" or "sos" or "review" or "swap" or "cover")
                keys.Add(new((string)row.Columns["flowKind"], (string)row.Columns["flowOwner"], (string)row.Columns["flowId"]));
        }
        return keys;
    }

    /// <summary>Everything that is stored of anybody.</summary>
    private async Task<string> Rows()
    {
        var all = new List<string>();
        foreach (var table in new[] { FlowRows.TableName, "Roster", References.TableName, WordsVault.Table })
        {
            await foreach (var row in _bot.Get<IStore>().Table(table).Scan())
                all.Add($"{table} {row.Partition} {row.Key} {string.Join(' ', row.Columns.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => $"{c.Key}={c.Value}"))}");
        }
        return string.Join('\n', all);
    }
}
