using System.Text.Encodings.Web;
using System.Text.Json;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;

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

    /// <summary>
    /// The same card, for which the clients of these accounts ask for a view of the reader's own. It comes as a press of <paramref name="view"/>
    /// and is answered with <see cref="SeeOwn"/>; give that view the same refresh, so that it is asked for anew.
    /// </summary>
    /// <param name="userIds">Channel accounts; those beyond <see cref="CardRefresh.Most"/> see the card as it is. Without any the card stays as it is for everybody.</param>
    public CardMessage RefreshedFor(IReadOnlyList<string> userIds, UserAction view) => userIds.Count == 0
        ? this
        : new(card with { Refresh = new(new(view.Verb, new(view)), [.. userIds.Take(CardRefresh.Most)]) }, summary);

    /// <summary>The card as an attachment's content (<c>application/vnd.microsoft.card.adaptive</c>), UTF-8; written once, however often it is sent.</summary>
    public ReadOnlyMemory<byte> Json => json.Value;
}
