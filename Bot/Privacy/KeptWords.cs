using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

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
        new RecordTree { Person = id => id, Words = (property, words) => { if (words.Owner == person) theirs.Add((property, words)); return null; } }.Walk(state);
        var kept = new Dictionary<Words, Words>();
        foreach (var (property, words) in theirs.DistinctBy(t => t.Words))
        {
            cancel.ThrowIfCancellationRequested();
            kept[words] = new(name, await vault.Seal(name, await Redacted(property, words, person, name)));
        }
        var tree = new RecordTree
        {
            Person = id => id == person ? name : id,
            Words = (_, words) => System.Text.Json.JsonSerializer.SerializeToNode(kept.GetValueOrDefault(words, words), RecordTree.TypeOf(typeof(Words))),
        }.Walk(state);
        return RecordTree.Read(tree, state.GetType());
    }

    /// <summary>Whether words that the person wrote stay in somebody else's record: a report, an account or a review.</summary>
    public static bool Keeps(FlowState others, string person)
    {
        var kept = false;
        new RecordTree { Person = id => id, Words = (property, words) => { kept |= words.Owner == person && !NamesPeople(property); return null; } }.Walk(others);
        return kept && others is Incident or Statement or Review;
    }

    /// <summary>Whom words name is sealed apart from them, by id.</summary>
    private static bool NamesPeople(string property) => property.StartsWith("named", StringComparison.OrdinalIgnoreCase);

    private async Task<string> Redacted(string property, Words words, string person, string name)
    {
        try
        {
            var said = await vault.Open(words.Owner, words.Seal);
            // Whom words name is a list of ids: it goes on keeping them out of the matter.
            return NamesPeople(property)
                ? NamedPeople.Write([.. NamedPeople.Read(said).Select(id => id == person ? name : id)])
                : Redaction.Of(said, [.. roster.People.Select(p => p.Name), .. roster.Former.Select(p => p.Name), person]);
        }
        catch (WordsUnreadableException)
        {
            return Redaction.Mark;
        }
    }
}
