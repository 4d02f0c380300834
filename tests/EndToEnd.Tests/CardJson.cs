using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>Reads a drawn card by its structure: which buttons it has and what they carry, wherever they stand in it.</summary>
internal static class CardJson
{
    /// <summary>The verbs of all <c>Action.Execute</c> buttons.</summary>
    public static IReadOnlyList<string> Verbs(this JsonNode card) => [.. Executes(card).Select(a => (string)a["verb"]!)];

    public static bool Has(this JsonNode card, string verb) => card.Verbs().Contains(verb);

    /// <summary>The data of the first button with this verb whose data holds the given value.</summary>
    public static JsonObject? Data(this JsonNode card, string verb, string? with = null, string? value = null) => Executes(card)
        .Where(a => (string?)a["verb"] == verb)
        .Select(a => (JsonObject)a["data"]!)
        .FirstOrDefault(d => with is null || d[with]?.ToString() == value);

    /// <summary>A reference (<c>checkIn</c>, <c>case</c>) that some button of the card carries.</summary>
    public static string? Reference(this JsonNode card, string name) =>
        Executes(card).Select(a => a["data"]?[name]?.ToString()).FirstOrDefault(r => r is not null);

    /// <summary>The card's ids of inputs.</summary>
    public static IReadOnlyList<string> Inputs(this JsonNode card) =>
        [.. Objects(card).Where(o => o["type"]?.ToString().StartsWith("Input.", StringComparison.Ordinal) == true).Select(o => o["id"]!.ToString())];

    /// <summary>What can be chosen in the input with this id.</summary>
    public static IReadOnlyList<string> Choices(this JsonNode card, string input) =>
        [.. Objects(card).Where(o => o["id"]?.ToString() == input && o["choices"] is JsonArray).SelectMany(o => o["choices"]!.AsArray()).Select(c => c!["value"]!.ToString())];

    /// <summary>Everything that stands on the card as text.</summary>
    public static string Text(this JsonNode card) =>
        string.Join('\n', Objects(card).SelectMany(o => new[] { o["text"], o["title"], o["value"] }).OfType<JsonValue>().Select(v => v.ToString()));

    public static string? Lang(this JsonNode card) => card["lang"]?.ToString();

    /// <summary>Every button of a universal client.</summary>
    public static IEnumerable<JsonObject> Executes(this JsonNode card) => Objects(card).Where(o => o["type"]?.ToString() == "Action.Execute" && o.ContainsKey("title"));

    /// <summary>Every object of the card, outer ones first.</summary>
    public static IEnumerable<JsonObject> Objects(this JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Objects(p.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };
}
