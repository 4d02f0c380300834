using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>A card in a conversation: every drawing it ever had, newest last.</summary>
internal sealed record SeenCard(string Activity, DateTimeOffset PostedAt, IReadOnlyList<JsonNode> Drawings)
{
    public JsonNode Newest => Drawings[^1];

    public JsonNode First => Drawings[0];
}

/// <summary>What one person would see, in the order of the posts.</summary>
internal sealed class Conversation
{
    private readonly Lock guard = new();
    private readonly List<SeenCard> cards = [];

    public IReadOnlyList<SeenCard> Cards
    {
        get
        {
            lock (guard)
                return [.. cards];
        }
    }

    /// <summary>Grows whenever a card is posted or drawn anew.</summary>
    public int Changes { get; private set; }

    /// <summary>The newest card that now shows this button.</summary>
    public SeenCard? Showing(string verb, string? with = null, string? value = null) =>
        Cards.LastOrDefault(c => c.Newest.Data(verb, with, value) is not null);

    /// <summary>How many cards were first posted with this button.</summary>
    public int PostedWith(string verb) => Cards.Count(c => c.First.Has(verb));

    public void Post(string activity, JsonNode card)
    {
        lock (guard)
        {
            cards.Add(new(activity, TimeProvider.System.GetUtcNow(), [card]));
            Changes++;
        }
    }

    /// <param name="drawnSoFar">Draws only when nobody has drawn it since it had so many drawings.</param>
    public bool Redraw(string activity, JsonNode card, int? drawnSoFar = null)
    {
        lock (guard)
        {
            var at = cards.FindIndex(c => c.Activity == activity);
            if (at < 0 || drawnSoFar is { } drawn && cards[at].Drawings.Count != drawn)
                return false;
            cards[at] = cards[at] with { Drawings = [.. cards[at].Drawings, card] };
            Changes++;
            return true;
        }
    }
}
