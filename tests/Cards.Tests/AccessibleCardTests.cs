using System.Text.Json.Nodes;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>Every card can be used without seeing it: by its words alone.</summary>
public sealed class AccessibleCardTests
{
    private static readonly string[] CheckedByTheClient = ["min", "max", "regex", "isRequired"];

    private static readonly IReadOnlyList<(string Name, Language Language, JsonObject Card)> Cards =
        [.. from sample in Samples.All from language in new[] { Language.Chinese, Language.English } select (sample.Key, language, sample.Value(language).ToJson())];

    [Fact]
    public void Every_input_has_a_label_and_says_what_is_wrong_where_the_client_checks_it() =>
        NoneLacks("Input.", (input, _) => Has(input, "label") && (!CheckedByTheClient.Any(input.ContainsKey) || Has(input, "errorMessage")));

    [Fact]
    public void Every_picture_is_told_in_words_and_every_chart_has_words_in_its_place()
    {
        NoneLacks("Image", (picture, _) => Has(picture, "altText"));
        NoneLacks("Chart.", (chart, _) => chart["fallback"] is JsonObject);
    }

    /// <summary>What a card sends by itself is pressed by nobody.</summary>
    [Fact]
    public void Whatever_can_be_pressed_says_what_it_does() =>
        NoneLacks("Action.", (action, place) => Has(action, "title") || place is "action" || (place is "fallback" && !action.ContainsKey("title")));

    [Fact]
    public void The_outer_card_alone_names_its_language_and_is_spoken() =>
        Assert.All(Cards, c =>
        {
            Assert.Equal(c.Language == Language.Chinese ? "zh" : "en", (string?)c.Card["lang"]);
            Assert.True(Has(c.Card, "speak"), c.Name);
            Assert.Single(All(c.Card, ""), o => o.Object.ContainsKey("lang"));
        });

    private static void NoneLacks(string type, Func<JsonObject, string, bool> isRight) =>
        Assert.Empty(
            from c in Cards
            from o in All(c.Card, "")
            where ((string?)o.Object["type"])?.StartsWith(type, StringComparison.Ordinal) == true && !isRight(o.Object, o.Place)
            select $"{c.Name} {c.Language}: {o.Object.ToJsonString()}");

    private static bool Has(JsonObject node, string name) => !string.IsNullOrWhiteSpace((string?)node[name]);

    /// <summary>Every object with the name of the property that holds it.</summary>
    private static IEnumerable<(string Place, JsonObject Object)> All(JsonNode? node, string place) => node switch
    {
        JsonObject o => o.SelectMany(p => All(p.Value, p.Key)).Prepend((place, o)),
        JsonArray a => a.SelectMany(n => All(n, place)),
        _ => [],
    };
}
