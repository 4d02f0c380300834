using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;

namespace CheckInBot.Month.Tests;

/// <summary>What people do with a card, and what they type unasked. Everything by lot.</summary>
internal static class Habits
{
    /// <summary>How likely a button is pressed, beside the others of its card; those that are not named weigh 12.</summary>
    private static readonly FrozenDictionary<string, int> Weights = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        ["consent.give"] = 400,
        ["consent.withdraw"] = 2,
        ["data.erase"] = 1,
        ["command"] = 3,
        ["incident.begin"] = 5,
        ["checkin.answer"] = 70,
        ["checkin.later"] = 9,
        ["checkin.skip"] = 7,
        ["checkin.notToday"] = 4,
        ["checkin.edit"] = 8,
        ["checkin.accept"] = 40,
        ["escalation.take"] = 60,
        ["escalation.handOver"] = 12,
        ["escalation.acceptHandOver"] = 50,
        ["escalation.resolve"] = 50,
        ["escalation.returnVisit"] = 40,
        ["incident.sos.confirm"] = 60,
        ["incident.sos.cancel"] = 10,
        ["incident.sos.take"] = 60,
        ["incident.sos.safe"] = 50,
        ["incident.report"] = 60,
        ["swap.ask"] = 70,
        ["swap.accept"] = 50,
        ["swap.approve"] = 50,
        ["swap.decline"] = 15,
        ["swap.refuse"] = 12,
        ["swap.cancel"] = 5,
        ["swap.undo"] = 5,
        ["swap.view"] = 2,
        ["cover.ask"] = 30,
        ["cover.take"] = 50,
        ["cover.back"] = 40,
        ["week.view"] = 2,
        ["leave.until"] = 20,
        ["leave.end"] = 10,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>How likely nothing of a card is pressed, in the same measure.</summary>
    private const int Idle = 25;

    /// <summary>Weights are counted in tenths: the two buttons of nearly every card, for a person and for SOS, weigh two of them.</summary>
    private const int Scale = 10;

    private static readonly (string Words, int Weight)[] Sayings =
    [
        ("check in", 14), ("person", 3), ("report", 6), ("sos", 2), ("sos!", 1), ("紧急！", 1), ("swap", 18), ("cover", 4), ("ten minutes", 3), ("reinforce", 2), ("help", 2),
        ("my data", 3), ("week", 2), ("next week", 1), ("calm", 1), ("language", 2), ("4", 3), ("stress 5", 2), ("send", 2), ("a long queue today", 3), ("back from leave", 1), ("hot spots", 1),
    ];

    public static string Saying(Random random, DateOnly today)
    {
        if (random.Next(40) == 0)
            return string.Create(CultureInfo.InvariantCulture, $"on leave until {today.AddDays(random.Next(4)):yyyy-MM-dd}");
        var at = random.Next(Sayings.Sum(s => s.Weight));
        return Sayings.First(s => (at -= s.Weight) < 0).Words;
    }

    /// <summary>When somebody does something about a card that came, or about their card once more; null: never.</summary>
    /// <param name="goesOn">They did something with it already, and look at what became of it.</param>
    public static TimeSpan? Delay(SeenCard card, bool goesOn, Random random)
    {
        var urgent = card.Acts.Any(a => a.Verb.StartsWith("incident.sos.", StringComparison.Ordinal) || a.Verb == "cover.take");
        var (share, some) = (random.NextDouble(), random.NextDouble());
        return share switch
        {
            < 0.15 => null,
            < 0.6 when goesOn => TimeSpan.FromSeconds(5 + (some * 60)),
            _ when urgent => TimeSpan.FromSeconds(3 + (some * 60)),
            < 0.75 => TimeSpan.FromSeconds(5 + (some * 900)),
            _ => TimeSpan.FromMinutes(15 + (some * 600)),
        };
    }

    public static CardAct? Choose(JsonNode card, Random random)
    {
        var acts = CardActs.Of(card);
        var at = random.Next((Idle * Scale) + acts.Sum(Weight));
        return acts.FirstOrDefault(a => (at -= Weight(a)) < 0);
    }

    /// <summary>The button's data with the inputs of its card filled in, as a client merges them.</summary>
    public static JsonObject Filled(JsonNode card, CardAct act, Random random)
    {
        var data = (JsonObject)act.Data.DeepClone();
        foreach (var input in CardActs.InputsOf(card, act))
        {
            var id = (string)input["id"]!;
            if (Value(id, input, random) is { } value)
                data[id] = value;
        }
        return data;
    }

    /// <summary>The button that asks for somebody is pressed oftener than the one that shows it beside the numbers.</summary>
    private static int Weight(CardAct act) => act switch
    {
        _ when act.Data["contact"] is not null => 30 * Scale,
        // Nobody ends their life with the bot within the month; that has tests of its own.
        { Verb: "data.forget" } when (string?)act.Data["confirm"] == "yes" => 0,
        { Verb: "incident.sos" or "help.person" } => 2,
        _ => Weights.GetValueOrDefault(act.Verb, 12) * Scale,
    };

    private static string? Value(string id, JsonObject input, Random random)
    {
        var choices = (input["choices"] as JsonArray)?.Select(c => (string)c!["value"]!).ToList();
        return (string)input["type"]! switch
        {
            "Input.ChoiceSet" when id == "purposes" => random.Next(6) > 0 ? string.Join(',', choices!) : string.Join(',', choices!.Where(_ => random.Next(2) == 0)),
            "Input.ChoiceSet" when choices!.Count == 0 => null,
            // One day in six is a very hard one; otherwise chance would make it every third.
            "Input.ChoiceSet" when id is "stress" or "mood" => random.Next(7) == 0 ? null : random.Next(8) == 0 ? id == "stress" ? "5" : "1" : $"{random.Next(2, 5)}",
            "Input.ChoiceSet" when id == "help" => random.Next(8) > 0 ? "none" : choices[random.Next(choices.Count)],
            "Input.ChoiceSet" when (bool?)input["isMultiSelect"] == true => string.Join(',', choices.Where(_ => random.Next(3) == 0)),
            "Input.ChoiceSet" => random.Next(12) == 0 ? (string?)input["value"] : choices[random.Next(choices.Count)],
            "Input.Toggle" => random.Next(2) == 0 ? "true" : "false",
            "Input.Text" => random.Next(3) == 0 ? $"it was loud {random.Next(100)}" : null,
            _ => (string?)input["value"],
        };
    }
}
