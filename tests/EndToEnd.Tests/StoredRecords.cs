using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Azure;
using CheckInBot.Bot.Storage.Sqlite;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>What a stopped program left in its store.</summary>
internal sealed record StoredRecords(IReadOnlyList<CheckIn> CheckIns, IReadOnlyList<Escalation> Cases, IReadOnlyList<Contact> Contacts, IReadOnlyList<Alert> Calls, IReadOnlyList<string> Waiting)
{
    public static async Task<StoredRecords> OnSqlite(BotProcess bot)
    {
        await using var store = new SqliteStore(bot.DatabaseFile, TimeProvider.System);
        return await Read(store);
    }

    public static async Task<StoredRecords> OnAzure(string connection, string prefix)
    {
        await using var store = new AzureStore(new AzureSettings(connection, Prefix: prefix));
        return await Read(store);
    }

    private static async Task<StoredRecords> Read(IStore store)
    {
        await store.Open([FlowRows.TableName]);
        var checkIns = new List<CheckIn>();
        var cases = new List<Escalation>();
        var contacts = new List<Contact>();
        var calls = new List<Alert>();
        var waiting = new List<string>();
        await foreach (var row in store.Table(FlowRows.TableName).Scan())
        {
            if (row.Key.Contains("!o!", StringComparison.Ordinal))
                waiting.Add($"{row.Partition} {row.Key}");
            if (!row.Key.EndsWith("!s", StringComparison.Ordinal))
                continue;
            switch ((string)row.Columns["flowKind"])
            {
                case CheckIn.Kind:
                    checkIns.Add(RecordColumns.Read(row.Columns, DialogsJson.Default.CheckIn));
                    break;
                case Escalation.Kind:
                    cases.Add(RecordColumns.Read(row.Columns, DialogsJson.Default.Escalation));
                    break;
                case Contact.Kind:
                    contacts.Add(RecordColumns.Read(row.Columns, DialogsJson.Default.Contact));
                    break;
                case Alert.Kind:
                    calls.Add(RecordColumns.Read(row.Columns, DialogsJson.Default.Alert));
                    break;
            }
        }
        return new(checkIns, cases, contacts, calls, waiting);
    }
}
