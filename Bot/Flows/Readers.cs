using System.Collections.Concurrent;
using System.Collections.Frozen;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Flows;

/// <summary>What drawing for a reader needs: language, names, zone, numbers, and the words this reader may read.</summary>
public sealed class Readers(Roster.Roster roster, ITable flowTable, WordsVault vault, TimeProvider clock, ILogger<Readers> log)
{
    private static readonly TimeSpan LanguageKeptFor = TimeSpan.FromSeconds(30);

    /// <summary>How long a card waits to learn its reader's language; an answer in the one known before is better than none.</summary>
    private static readonly TimeSpan LanguagePatience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, (Language Language, long At)> languages = new(StringComparer.Ordinal);

    /// <summary>The agreement of a person as it is stored at this moment; a fresh one for who never chose.</summary>
    public async ValueTask<Contact> ContactOf(string person, CancellationToken cancel) =>
        await FlowRows.StateOf(flowTable, Contact.KeyOf(person), DialogsJson.Default.Contact, cancel) ?? Contact.Begin(person);

    /// <summary>The trend of a person as it is stored at this moment; an empty one for who never answered.</summary>
    public async ValueTask<Trend> TrendOf(string person, CancellationToken cancel) =>
        await FlowRows.StateOf(flowTable, Trend.KeyOf(person), DialogsJson.Default.Trend, cancel) ?? Trend.Begin(person);

    /// <summary>The context for a reader's card.</summary>
    /// <param name="reader">Id of a person, or the address of a team's channel: that is written in the language of who bound it, with the team's zone and numbers.</param>
    /// <param name="readable">The words that a permit lets this reader read; everything else stays sealed.</param>
    /// <param name="chosen">The language the reader is known to have chosen, when the caller has just read it.</param>
    public async ValueTask<CardContext> For(string reader, IEnumerable<Words> readable, CancellationToken cancel, Language? chosen = null)
    {
        var opened = await Opened(readable);
        var person = roster.Find(reader);
        if (chosen is { } language)
            Speak(reader, language);
        else
            language = await LanguageOf(reader, person, cancel);
        return Context(reader, person, language, words => opened.GetValueOrDefault(words));
    }

    /// <summary>Ids of those whom a person's notes name, so that they are not asked; nobody where the words cannot be opened.</summary>
    public async ValueTask<IReadOnlySet<string>> NamedIn(IReadOnlyList<Words> named) =>
        named.Count == 0 ? FrozenSet<string>.Empty : (await Opened(named)).Values.SelectMany(NamedPeople.Read).ToHashSet(StringComparer.Ordinal);

    private async ValueTask<Dictionary<Words, string>> Opened(IEnumerable<Words> readable)
    {
        var opened = new Dictionary<Words, string>();
        foreach (var words in readable.Distinct())
        {
            try
            {
                opened[words] = await vault.Open(words.Owner, words.Seal);
            }
            catch (WordsUnreadableException)
            {
                // Words whose key is gone stay away; the card and what it asks for must still come.
                log.LogError("Words cannot be opened: the key ring or a key is missing");
            }
        }
        return opened;
    }

    /// <summary>The context without asking the store: for what must be said while it hangs.</summary>
    public CardContext FromMemory(string reader)
    {
        var person = roster.Find(reader);
        return Context(reader, person, LastKnown(reader, person), _ => null);
    }

    private CardContext Context(string reader, Person? person, Language language, Func<Words, string?> open)
    {
        var wanted = person?.Team ?? TeamChannel.TeamOf(reader);
        var team = (roster.Teams.FirstOrDefault(t => t.Id == wanted) ?? roster.Teams[0]).Id;
        return new(Texts.For(language), id => roster.Find(id)?.Name ?? (Pseudonym.Is(id) ? Texts.For(language).Forgotten : id), roster.ZoneOf(team), clock.GetUtcNow(), roster.HotlineOf(team), open);
    }

    /// <summary>What an older copy of a card becomes for its reader.</summary>
    public async ValueTask<CardMessage> Moved(string reader, CancellationToken cancel) => HelpCards.Moved(await For(reader, [], cancel));

    /// <summary>The reader has just chosen this language.</summary>
    public void Speak(string reader, Language language) => languages[reader] = (language, clock.GetTimestamp());

    private async ValueTask<Language> LanguageOf(string reader, Person? person, CancellationToken cancel)
    {
        var team = TeamChannel.TeamOf(reader);
        if ((person is null && team is null) || (languages.TryGetValue(reader, out var known) && clock.GetElapsedTime(known.At) < LanguageKeptFor))
            return LastKnown(reader, person);
        try
        {
            var chosen = await (team is null ? ChosenBy(reader, cancel) : ChosenFor(team, cancel)).WaitAsync(LanguagePatience, cancel);
            Speak(reader, chosen ?? LastKnown(null, person));
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
        {
            // Numbers must be readable also while nothing can be stored.
        }
        return LastKnown(reader, person);
    }

    private async Task<Language?> ChosenBy(string person, CancellationToken cancel) => (await ContactOf(person, cancel)).Language;

    private async Task<Language?> ChosenFor(string team, CancellationToken cancel) =>
        (await FlowRows.StateOf(flowTable, TeamChannel.KeyOf(team), DialogsJson.Default.TeamChannel, cancel))?.Last?.Language;

    /// <summary>The language read last, else that of the roster.</summary>
    private Language LastKnown(string? reader, Person? person) =>
        reader is not null && languages.TryGetValue(reader, out var known) ? known.Language : person?.Language ?? Language.Chinese;
}
