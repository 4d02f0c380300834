using CheckInBot.Bot.Storage.Sqlite;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Escalations;
using Microsoft.Data.Sqlite;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>Tells of the cases that are not done what everybody knows: the people, the store at this moment, and the cards.</summary>
internal static class Undone
{
    private static readonly string[] Verbs = ["escalation.take", "escalation.acceptHandOver", "escalation.resolve", "escalation.returnVisit"];

    public static async Task<string> Tell(Hall hall, Ledger ledger)
    {
        var copy = Path.Combine(hall.Bot.Data, "looked-at.db");
        await using (var running = new SqliteConnection($"Data Source={hall.Bot.DatabaseFile};Mode=ReadOnly;Pooling=False"))
        await using (var still = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            await running.OpenAsync();
            await still.OpenAsync();
            running.BackupDatabase(still);
        }
        await using var store = new SqliteStore(copy, TimeProvider.System);
        await store.Open([FlowRows.TableName]);
        var cases = new List<Escalation>();
        var waiting = new List<string>();
        await foreach (var row in store.Table(FlowRows.TableName).Scan())
        {
            if (row.Key.Contains("!o!", StringComparison.Ordinal))
                waiting.Add($"{row.Partition} {row.Key}: {string.Join(", ", row.Columns.Select(c => $"{c.Key} {c.Value}"))}");
            else if (row.Columns.GetValueOrDefault("flowKind") as string == Escalation.Kind)
                cases.Add(RecordColumns.Read(row.Columns, DialogsJson.Default.Escalation));
        }
        List<string> lines = [$"{ledger.Demanded.Count} cases by answers, {ledger.PersonNow} by \"a person now\", {ledger.Cases.Count} that people know, {cases.Count} stored"];
        var known = ledger.Cases.Keys.Concat(ledger.Demanded.Keys).Concat(cases.Select(c => c.Key.Reference)).Distinct();
        foreach (var reference in known.Where(r => ledger.Cases.GetValueOrDefault(r) is not { IsOver: true }))
        {
            lines.Add($"{reference}: {ledger.Cases.GetValueOrDefault(reference)?.ToString() ?? "known to nobody"}");
            if (cases.FirstOrDefault(c => c.Key.Reference == reference) is not { } stored)
            {
                lines.Add("  not stored");
                continue;
            }
            lines.Add(
                $"  stored: {stored.Phase} {stored.Route} of {stored.Subject}, owner {stored.Owner}, offered to {stored.OfferedTo}, since {stored.Since:O}, "
                + $"next {stored.NextAt:O}, asked {string.Join(", ", stored.Asked)}");
            lines.AddRange(waiting.Where(w => w.Contains(stored.Id, StringComparison.Ordinal)).Select(w => $"  waiting: {w}"));
            foreach (var reader in stored.Readers.Append(stored.Subject))
            {
                foreach (var card in hall.Teams.Of(reader).Cards.Where(c => c.Drawings.Any(d => d.Reference("case") == reference)))
                {
                    lines.Add(
                        $"  {reader} sees {card.Activity} of {card.PostedAt:HH:mm:ss}, {card.Drawings.Count} drawings: "
                        + $"{string.Join(", ", Verbs.Where(card.Newest.Has))} | {card.Newest.Text().ReplaceLineEndings(" / ")}");
                }
            }
        }
        return string.Join('\n', lines);
    }
}
