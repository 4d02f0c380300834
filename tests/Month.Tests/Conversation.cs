using System.Text.Json.Nodes;

namespace CheckInBot.Month.Tests;

/// <summary>A card as one person sees it.</summary>
/// <param name="unknown">It is shown, and the bot was told that this is unclear: it can never draw it anew.</param>
internal sealed class SeenCard(string person, string activity, DateTimeOffset at, JsonNode card, bool unknown)
{
    public string Person => person;

    public string Activity => activity;

    public DateTimeOffset At => at;

    public bool Unknown => unknown;

    public JsonNode First { get; } = card;

    public IReadOnlyList<CardAct> FirstActs { get; } = CardActs.Of(card);

    public JsonNode Newest { get; private set; } = card;

    public IReadOnlyList<CardAct> Acts { get; private set; } = CardActs.Of(card);

    /// <summary>How often it was drawn.</summary>
    public int Drawings { get; private set; } = 1;

    public void Draw(JsonNode newer)
    {
        (Newest, Acts) = (newer, CardActs.Of(newer));
        Drawings++;
    }
}

/// <summary>What one person sees, in order of arrival.</summary>
internal sealed class Conversation
{
    private readonly Dictionary<string, SeenCard> byActivity = new(StringComparer.Ordinal);

    public List<SeenCard> Cards { get; } = [];

    /// <summary>Every reference that a button of this chat ever carried, as <c>case=…</c>.</summary>
    public HashSet<string> References { get; } = new(StringComparer.Ordinal);

    /// <summary>When the person asked for a card: by words, or by "later".</summary>
    public List<DateTimeOffset> Wanted { get; } = [];

    public SeenCard? Find(string activity) => byActivity.GetValueOrDefault(activity);

    public void Add(SeenCard card)
    {
        Cards.Add(card);
        byActivity[card.Activity] = card;
    }
}
