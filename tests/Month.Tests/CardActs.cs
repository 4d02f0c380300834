using System.Collections.Frozen;
using System.Text.Json.Nodes;
using CheckInBot.EndToEnd.Tests;

namespace CheckInBot.Month.Tests;

/// <summary>A button of a card, with what it carries.</summary>
/// <param name="Button">Where it stands in the card.</param>
internal sealed record CardAct(string Verb, JsonObject Data, JsonObject Button)
{
    /// <summary>The record that it is about, as <c>case=…</c>; the verb alone where it is about none.</summary>
    public string About => Data.Where(p => CardActs.References.Contains(p.Key)).Select(p => $"{p.Key}={p.Value}").FirstOrDefault(Verb);
}

/// <summary>What can be pressed on a card.</summary>
internal static class CardActs
{
    /// <summary>The names under which a button's data holds the reference of a record.</summary>
    public static readonly FrozenSet<string> References = new[] { "checkIn", "case", "sos", "incident", "review", "cover", "call", "swap" }.ToFrozenSet(StringComparer.Ordinal);

    public static IReadOnlyList<CardAct> Of(JsonNode card) => [.. card.Executes().Select(a => new CardAct((string)a["verb"]!, a["data"] as JsonObject ?? [], a))];

    /// <summary>The inputs that a client merges when the button is pressed: those of its own card and of the cards around it.</summary>
    public static IEnumerable<JsonObject> InputsOf(JsonNode card, CardAct act) => (string?)act.Button["associatedInputs"] == "none" ? []
        : card.Objects().Where(o => o["id"] is not null && ((string?)o["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true && Around(act.Button).Contains(CardOf(o)));

    /// <summary>The buttons of a card as text: two drawings with the same buttons show the same state of things.</summary>
    public static string Signature(JsonNode card) => string.Join(' ', Of(card).Select(a => $"{a.Verb}{a.Data.ToJsonString()}").Order(StringComparer.Ordinal));

    /// <summary>The innermost card in which something stands.</summary>
    private static JsonNode? CardOf(JsonNode? node)
    {
        while (node is not null && (string?)(node as JsonObject)?["type"] != "AdaptiveCard")
            node = node.Parent;
        return node;
    }

    private static IEnumerable<JsonNode?> Around(JsonNode button)
    {
        for (var card = CardOf(button); card is not null; card = CardOf(card.Parent))
            yield return card;
    }
}
