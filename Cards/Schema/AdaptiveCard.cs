using System.Text.Json.Serialization;

namespace CheckInBot.Cards.Schema;

/// <summary>A card of Adaptive Cards 1.5, the newest version that Teams draws everywhere (https://adaptivecards.io/explorer/AdaptiveCard.html).</summary>
public sealed record AdaptiveCard
{
    [JsonPropertyOrder(-4)]
    public string Type { get; } = "AdaptiveCard";

    /// <summary>Lets a designer's tool complete and check a stored card.</summary>
    [JsonPropertyName("$schema"), JsonPropertyOrder(-3)]
    public string? Schema { get; init; }

    [JsonPropertyOrder(-2)]
    public string Version { get; } = "1.5";

    /// <summary>Two letters, on the outer card only: parsers take no region.</summary>
    public string? Lang { get; init; }

    /// <summary>What a client shows that cannot draw the card.</summary>
    public string? FallbackText { get; init; }

    /// <summary>What a screen reader says on arrival.</summary>
    public string? Speak { get; init; }

    /// <summary>Asks the bot for a view of the reader's own, for some readers; null where everybody sees the same.</summary>
    public CardRefresh? Refresh { get; init; }

    public required IReadOnlyList<CardElement> Body { get; init; }

    public IReadOnlyList<CardAction>? Actions { get; init; }
}
