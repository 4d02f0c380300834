using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.LocalChat;
using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Azure;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>
/// A store on Azure as an office has it after a while, without the hours until then: everybody has the app in the pretended channel and has agreed
/// to be asked and to have somebody told.
/// </summary>
internal static class AgreedOffice
{
    private const int Batch = 100;

    /// <param name="now">Where every program's clock stands when this is done.</param>
    public static async Task Fill(string connection, DemoOrganisation organisation, string serviceUrl, DateTimeOffset now)
    {
        await using var store = new AzureStore(new AzureSettings(connection));
        await store.Open(Startup.Tables);
        var system = store.Table(ClockRun.TableName);
        await Write(system, "terms", Change.Upsert("told", new Dictionary<string, object> { ["version"] = Contact.TermsVersion }));
        // The local chat has nothing more to install.
        var rooms = organisation.Teams.Select(t => $"19:{t}@thread.tacv2").Concat(organisation.People.Select(p => $"a:{p.Id}"));
        foreach (var some in rooms.Chunk(Batch))
            await Write(store.Table(LocalChatOptions.TableName), "installed", [.. some.Select(r => Change.Upsert(Keys.Join(r), new Dictionary<string, object> { ["At"] = now }))]);
        var references = new References(store.Table(References.TableName));
        await Parallel.ForEachAsync(organisation.People, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (person, cancel) =>
        {
            await references.Keep(person.Id, new(serviceUrl, PretendTeams.ConversationId(person.Id), "28:bot", Channel.Tenant, $"29:{person.Id}"), cancel);
            var contact = Contact.Begin(person.Id).On(new Consent(person.Id, [Purpose.CheckIn, Purpose.Escalation]), ContactFacts.None, now).State;
            await Write(store.Table(FlowRows.TableName), FlowRows.PartitionOf(contact.Key), Change.Insert(FlowRows.StateKey(contact.Key), Columns(contact)));
        });
        await Write(system, "clock", Change.Upsert("ahead", new Dictionary<string, object> { ["ticks"] = (now - TimeProvider.System.GetUtcNow()).Ticks }));
    }

    /// <summary>Lets the planners look: their messages keep real time, and the clock was moved.</summary>
    public static async Task WakePlanners(string connection)
    {
        await using var store = new AzureStore(new AzureSettings(connection));
        await store.Open([FlowRows.TableName]);
        await foreach (var row in store.Table(FlowRows.TableName).Scan())
        {
            if (row.Columns.GetValueOrDefault("flowKind") is ShiftEnds.Kind)
                await store.Queue.Send(new WakeMessage(ShiftEnds.KeyOf((string)row.Columns["flowOwner"]), (int)row.Columns["flowVersion"]).Body, TimeSpan.Zero);
        }
    }

    private static Dictionary<string, object> Columns(Contact contact)
    {
        var columns = RecordColumns.Write(contact, DialogsJson.Default.Contact);
        (columns["flowKind"], columns["flowOwner"], columns["flowId"], columns["flowVersion"]) = (contact.Key.Kind, contact.Key.Owner, contact.Key.Id, 1);
        return columns;
    }

    private static async Task Write(ITable table, string partition, params IReadOnlyList<Change> changes) =>
        Assert.True((await table.Commit(partition, changes)).Committed);
}
