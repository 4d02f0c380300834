using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>What holds for every card in every state and language.</summary>
public partial class CardRulesTests
{
    public static TheoryData<string, Language> Cards => Samples.Both();

    [Theory, MemberData(nameof(Cards))]
    public void Every_button_is_the_user_action_that_its_verb_names(string name, Language language)
    {
        foreach (var button in Buttons(Card(name, language)))
        {
            var action = DialogsJson.Read(JsonSerializer.SerializeToElement(button["data"]));
            Assert.NotNull(action);
            Assert.Equal(action.Verb, (string?)button["verb"]);
            Assert.Equal(action.Verb, (string?)button["data"]!["do"]);
            Assert.Equal("Action.Submit", (string?)button["fallback"]!["type"]);
            Assert.True(JsonNode.DeepEquals(button["data"], button["fallback"]!["data"]));
            Assert.Equal((string?)button["associatedInputs"], (string?)button["fallback"]!["associatedInputs"]);
        }
    }

    [Theory, MemberData(nameof(Cards))]
    public void Only_buttons_that_use_inputs_collect_them(string name, Language language)
    {
        foreach (var button in Buttons(Card(name, language)))
        {
            var collects = (string)button["verb"]! is "checkin.answer" or "consent.give" or "escalation.resolve" or "escalation.handOver" or "incident.sos.confirm"
                or "incident.review" or "incident.review.handOver" or "incident.correct" or "incident.correct.none" or "incident.reply" or "incident.report" or "swap.ask" or "leave.until" or "swap.decline" or "swap.approve" or "swap.refuse"
                || ((string)button["verb"]! == "week.view" && (string)button["title"]! == Texts.For(language).ShowTeam)
                || ((string)button["verb"]! == "roster.apply" && name == "roster.ready.swapped")
                || ((string)button["verb"]! == "incident.statement" && (string?)button["data"]!["step"] != "open");
            Assert.Equal(collects ? null : "none", (string?)button["associatedInputs"]);
        }
    }

    /// <summary>Measured in the page at 360 pixels: a card is 302 wide inside, a button 26 more than its words, the sign of one that unfolds 20, the gap 8.</summary>
    [Theory, MemberData(nameof(Cards))]
    public void Buttons_on_cards_of_incidents_and_covers_fit_beside_each_other_on_a_phone(string name, Language language)
    {
        if (!new[] { "incident.", "review.", "cover.", "reinforce." }.Any(of => name.StartsWith(of, StringComparison.Ordinal)))
            return;
        foreach (var row in Card(name, language)["body"]!.AsArray().Where(e => (string?)e!["type"] == "ActionSet").Select(e => e!["actions"]!.AsArray()))
            Assert.True(row.Sum(a => 26 + ((string?)a!["type"] == "Action.ShowCard" ? 20 : 0) + Width((string)a["title"]!)) + (8 * (row.Count - 1)) <= 302, string.Join(" | ", row.Select(a => (string)a!["title"]!)));
    }

    private static double Width(string title) => title.Sum(c => c > 0x2E7F ? 15 : c == ' ' ? 4 : 8.4);

    [Theory, MemberData(nameof(Cards))]
    public void Nothing_is_left_unwritten(string name, Language language)
    {
        var card = Card(name, language);
        foreach (var (path, value) in Leaves(card))
        {
            Assert.NotNull(value);
            if (value.GetValueKind() != JsonValueKind.String)
                continue;
            var text = (string)value!;
            Assert.False(string.IsNullOrWhiteSpace(text), path);
            Assert.DoesNotContain('{', text);
            Assert.DoesNotContain("seal-", text, StringComparison.Ordinal);
            Assert.DoesNotContain("CheckInBot.", text, StringComparison.Ordinal);
        }
    }

    /// <summary>By the rule of CommonMark a sign between the stars and a letter keeps them from being read as bold.</summary>
    [Theory, MemberData(nameof(Cards))]
    public void Bold_begins_and_ends_where_every_reader_of_Markdown_sees_it(string name, Language language)
    {
        foreach (var (path, value) in Leaves(Card(name, language)))
        {
            if (value?.GetValueKind() != JsonValueKind.String)
                continue;
            var parts = ((string)value!).Split("**");
            Assert.True(parts.Length % 2 == 1, path);
            for (var i = 1; i < parts.Length; i += 2)
            {
                Assert.False(char.IsPunctuation(parts[i][0]) && parts[i - 1] is [.., var before] && char.IsLetterOrDigit(before), path);
                Assert.False(char.IsPunctuation(parts[i][^1]) && parts[i + 1] is [var next, ..] && char.IsLetterOrDigit(next), path);
            }
        }
    }

    [Theory, MemberData(nameof(Cards))]
    public void It_speaks_and_falls_back_in_words_that_tell_nothing(string name, Language language)
    {
        var message = Samples.All[name](language);
        var card = message.Card;
        Assert.Equal(language == Language.Chinese ? "zh" : "en", card.Lang);
        var kinds = new[] { "压力", "心情不", "非常大", "不太好", "很差", "不容易", "Very high", "Very low", "hard day", "发火", "hostile" };
        foreach (var told in new[] { card.Speak, card.FallbackText, message.Summary })
        {
            Assert.False(string.IsNullOrWhiteSpace(told));
            // The numbers for everybody's help may be said; they say nothing about anybody.
            foreach (var kind in kinds.Append("半小时").Append("half an hour").Append("后台").Append("back office"))
                Assert.DoesNotContain(kind, told, StringComparison.Ordinal);
            if (!name.StartsWith("checkin.", StringComparison.Ordinal))
                foreach (var person in new[] { "李静", "Li Jing", "王敏", "Wang Min", "周岚", "Zhou Lan" })
                    Assert.DoesNotContain(person, told, StringComparison.Ordinal);
        }
    }

    [Theory, MemberData(nameof(Cards))]
    public void It_stays_well_below_what_a_channel_carries(string name, Language language) =>
        Assert.InRange(Encoding.UTF8.GetByteCount(Card(name, language).ToJsonString()), 1, 20_000);

    [Theory, MemberData(nameof(Cards))]
    public void Languages_do_not_mix(string name, Language language)
    {
        foreach (var (path, value) in Leaves(Card(name, language)))
        {
            if (value?.GetValueKind() != JsonValueKind.String || !ReadByPeople().IsMatch(path))
                continue;
            var text = (string)value!;
            // Where a language is chosen each stands by its own name.
            if (name == "help.languages")
                text = text.Replace(language == Language.English ? Texts.Chinese.OwnName : Texts.English.OwnName, "", StringComparison.Ordinal);
            if (language == Language.English)
                Assert.DoesNotMatch(Han(), text.Replace("(中文)", "", StringComparison.Ordinal));
            // Files, columns and ids are named as they are; what is wrong with the rules, which an administrator does not send, is told as the program tells it.
            else if (name.StartsWith("roster.faulty", StringComparison.Ordinal))
                Assert.True(Han().IsMatch(text) || name == "roster.faulty.rules", text);
            // A name, a format, units and versions are the same in both.
            else
                Assert.DoesNotMatch(LatinWord(), new[] { "CheckInBot", "（English）", "PDF", "\u00a0MB", " MB", "\u00a0KB", "1.0.0+1a2b3c4d", "9f8e7d6c" }.Aggregate(text, (rest, same) => rest.Replace(same, "", StringComparison.Ordinal)));
        }
    }

    [Theory, MemberData(nameof(Cards))]
    public void A_person_and_a_number_are_one_tap_away_on_every_card_of_the_staff(string name, Language language)
    {
        if (!StaffCard().IsMatch(name))
            return;
        var card = Card(name, language);
        Assert.Contains("12356", card["body"]!.AsArray()[^1]!.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains(Buttons(card), b => (string?)b["verb"] == "help.person");
        Assert.Contains(Buttons(card), b => (string?)b["verb"] == "incident.sos");
    }

    [Theory, MemberData(nameof(Cards))]
    public void No_input_is_required_and_each_has_a_name_of_its_own(string name, Language language)
    {
        var card = Card(name, language);
        var ids = Objects(card).Select(o => (string?)o["id"]).OfType<string>().ToArray();
        Assert.Equal(ids.Distinct(), ids);
        Assert.DoesNotContain(Objects(card), o => o.ContainsKey("isRequired"));
        Assert.All(Objects(card).Where(o => ((string?)o["type"])?.StartsWith("Input.", StringComparison.Ordinal) == true), o => Assert.NotNull((string?)o["label"]));
    }

    [Fact]
    public void The_two_languages_differ_on_every_card() =>
        Assert.All(Samples.All, s => Assert.False(JsonNode.DeepEquals(s.Value(Language.Chinese).ToJson(), s.Value(Language.English).ToJson()), s.Key));

    private static JsonObject Card(string name, Language language) => Samples.All[name](language).ToJson();

    /// <summary>What a card sends by itself has no title.</summary>
    private static IEnumerable<JsonObject> Buttons(JsonNode card) => Objects(card).Where(o => (string?)o["type"] == "Action.Execute" && o.ContainsKey("title"));

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => Objects(p.Value)).Prepend(o),
        JsonArray a => a.SelectMany(Objects),
        _ => [],
    };

    private static IEnumerable<(string Path, JsonValue? Value)> Leaves(JsonNode? node, string path = "") => node switch
    {
        JsonObject o => o.SelectMany(p => Leaves(p.Value, $"{path}/{p.Key}")),
        JsonArray a => a.SelectMany(n => Leaves(n, path)),
        _ => [(path, (JsonValue?)node)],
    };

    [GeneratedRegex("/(text|title|label|placeholder|errorMessage|speak|fallbackText)$")]
    private static partial Regex ReadByPeople();

    [GeneratedRegex(@"[\u3000-\u303f\u3400-\u9fff\uff01-\uff5e]")]
    private static partial Regex Han();

    [GeneratedRegex("(?<![cs]-[0-9a-f]{0,5})(?<![A-Za-z])(?!INC-)[A-Za-z]{2,}")]
    private static partial Regex LatinWord();

    [GeneratedRegex(@"^(checkin|mine|news|visit|welcome|data|guide|incident|week|cover\.mine|reinforce\.seen|sos\.ended)\.|^help\.(commands|notUnderstood|nobodyCalled|troubled)$")]
    private static partial Regex StaffCard();
}
