using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Privacy;

/// <summary>
/// What remains of words when their writer's key is destroyed: where a duty keeps them they are redacted as in the log for authorities and sealed with a key of the random name; of all others nothing
/// can be opened any more.
/// </summary>
public sealed class KeptWords(WordsVault vault, Roster.Roster roster)
{
    /// <summary>The record with the random name in the person's place.</summary>
    public async Task<FlowState> Under(FlowState state, string person, string name, CancellationToken cancel)
    {
        var theirs = new List<(string Property, Words Words)>();
        new RecordTree { Text = text => text, Words = (property, words) => { if (words.Owner == person) theirs.Add((property, words)); return null; } }.Walk(state);
        var kept = new Dictionary<Words, Words>();
        foreach (var (property, words) in theirs.DistinctBy(t => t.Words))
        {
            cancel.ThrowIfCancellationRequested();
            kept[words] = new(name, await vault.Seal(name, await Redacted(property, words, person, name)));
        }
        var tree = new RecordTree
        {
            Text = text => Holdings.Replace(text, person, name),
            Words = (_, words) => System.Text.Json.JsonSerializer.SerializeToNode(kept.GetValueOrDefault(words, words), RecordTree.TypeOf(typeof(Words))),
        }.Walk(state);
        return RecordTree.Read(tree, state.GetType());
    }

    private async Task<string> Redacted(string property, Words words, string person, string name)
    {
        try
        {
            var said = await vault.Open(words.Owner, words.Seal);
            // Whom words name is a list of ids: it goes on keeping them out of the matter.
            return property.StartsWith("named", StringComparison.OrdinalIgnoreCase)
                ? Holdings.Replace(said, person, name)
                : Redaction.Of(said, [.. roster.People.Select(p => p.Name), .. roster.Former.Select(p => p.Name), person]);
        }
        catch (WordsUnreadableException)
        {
            return Redaction.Mark;
        }
    }
}
