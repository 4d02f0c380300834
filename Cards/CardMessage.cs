using System.Text.Json;
using System.Text.Json.Nodes;
using CheckInBot.Cards.Schema;

namespace CheckInBot.Cards;

/// <summary>A card ready to be sent.</summary>
/// <param name="Summary">What the notification shows: never an answer, a kind of trouble or anybody's words.</param>
public sealed record CardMessage(AdaptiveCard Card, string Summary)
{
    /// <summary>The card as an attachment's content (<c>application/vnd.microsoft.card.adaptive</c>).</summary>
    public JsonObject ToJson() => JsonSerializer.SerializeToNode(Card, SchemaJson.Default.AdaptiveCard)!.AsObject();
}
