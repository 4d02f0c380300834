using System.Text.Json.Nodes;

namespace CheckInBot.Cards.Tests;

/// <summary>What a channel reads of a card: its bytes, parsed.</summary>
internal static class CardJson
{
    public static JsonObject ToJson(this CardMessage card) => JsonNode.Parse(card.Json.Span)!.AsObject();
}
