using System.Text.Encodings.Web;
using System.Text.Json;
using CheckInBot.Cards.Schema;

namespace CheckInBot.Cards;

/// <summary>A card ready to be sent.</summary>
/// <param name="summary">What the notification shows: never an answer, a kind of trouble or anybody's words.</param>
public sealed class CardMessage(AdaptiveCard card, string summary)
{
    // A card goes to a program as JSON, never into a page: Chinese stays three bytes a character.
    private static readonly SchemaJson Wire = new(new JsonSerializerOptions(SchemaJson.Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    private readonly Lazy<byte[]> json = new(() => JsonSerializer.SerializeToUtf8Bytes(card, Wire.AdaptiveCard));

    public AdaptiveCard Card => card;

    public string Summary => summary;

    /// <summary>The card as an attachment's content (<c>application/vnd.microsoft.card.adaptive</c>), UTF-8; written once, however often it is sent.</summary>
    public ReadOnlyMemory<byte> Json => json.Value;
}
