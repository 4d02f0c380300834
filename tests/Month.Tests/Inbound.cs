using System.Text.Json.Nodes;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Cards;
using CheckInBot.Dialogs.Channels;

namespace CheckInBot.Month.Tests;

/// <summary>
/// Delivers what people do, as the channel does: words up to three times, also late, behind other things, and under another id; presses twice, by a hurried thumb.
/// What arrives again must change nothing.
/// </summary>
/// <param name="later">Does something after a while, behind whatever happens until then.</param>
internal sealed class Inbound(MonthForm form, MonthBot bot, Records records, Figures figures, ManualClock clock, Action<TimeSpan, Func<Task>> later)
{
    /// <summary>How long the channel waits before it delivers again what was not taken.</summary>
    private static readonly TimeSpan AgainAfter = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Moments = TimeSpan.FromMinutes(1);

    private int sent;

    public Task Install(Townsman person) => UntilTaken(By(person, "installationUpdate", new() { ["action"] = "add" }));

    /// <summary>Words that mention the bot in the team's channel.</summary>
    public Task Mention(Townsman person, string words) =>
        UntilTaken(In(TeamChannel.AddressOf(person.Team), By(person, "message", new() { ["text"] = $"<at>CheckInBot</at> {words}" })));

    /// <summary>What somebody sees of a card that stands in a channel: where it names them, their client asks for a view of their own.</summary>
    public async Task<JsonNode> View(Townsman person, SeenCard card)
    {
        var refresh = card.Newest["refresh"];
        if (refresh?["userIds"]?.AsArray().Any(id => (string?)id == $"29:{person.Id}") != true)
            return card.Newest;
        figures.Count("own views of a channel's card");
        var look = In(card.Person, Invoke(person, card, (string)refresh["action"]!["verb"]!, (JsonObject)refresh["action"]!["data"]!.DeepClone(), "automatic"));
        var (_, body) = await Deliver(look);
        await bot.Settle();
        return (string?)body?["type"] == "application/vnd.microsoft.card.adaptive" ? body["value"]!.DeepClone() : card.Newest;
    }

    public async Task Type(Townsman person, string words, Random random)
    {
        var activity = By(person, "message", new() { ["text"] = words });
        if (!await UntilTaken(activity) || form.Calm)
            return;
        var before = Before();
        switch (random.Next(10))
        {
            case 0:
                await Again(activity, words);
                await Again(activity, words);
                break;
            case 1:
                await Task.WhenAll(Task.Run(() => Deliver(activity)), Task.Run(() => Deliver(activity)));
                await bot.Settle();
                Unchanged(before, $"twice at once: {words}");
                break;
            case 2:
                await Again(WithNewId(activity), $"with another id: {words}");
                break;
            case 3:
                later(TimeSpan.FromSeconds(5 + random.Next(85)), () => Again(activity, $"late: {words}"));
                break;
            case 4:
                later(TimeSpan.FromMinutes(10 + random.Next(1200)), () => Again(activity, $"hours late: {words}"));
                break;
        }
    }

    /// <param name="random">Decides whether it arrives twice; null: it does not.</param>
    public async Task Press(Townsman person, SeenCard card, string verb, JsonObject data, PretendTeams teams, Random? random)
    {
        var drawn = card.Drawings;
        var activity = Invoke(person, card, verb, data, "manual");
        if (PretendTeams.IsChannel(card.Person))
            activity = In(card.Person, activity);
        var failures = Failures;
        var answers = random is not null && !form.Calm && random.Next(12) == 0
            ? await Task.WhenAll(Task.Run(() => Deliver(activity)), Task.Run(() => Deliver(WithNewId(activity))))
            : [await Deliver(activity)];
        var saved = true;
        foreach (var (status, body) in answers)
        {
            if (status != 200 || body is null)
                figures.Violated("a press is answered", $"{person.Id} pressed {verb}: {status}", clock.GetUtcNow());
            else if ((string?)body["type"] == "application/vnd.microsoft.card.adaptive")
                teams.Answer(card, drawn, body["value"]!.DeepClone());
            else if (IsNotSaved(body["value"]!.ToString()))
                saved = false;
            else if ((string?)body["type"] != "application/vnd.microsoft.activity.message")
                figures.Violated("a press is answered", $"{person.Id} pressed {verb}: {body.ToJsonString()}", clock.GetUtcNow());
        }
        await bot.Settle();
        if (!saved)
            NotSaved(() => Press(person, card, verb, data, teams, null));
        else if (random is not null && !form.Calm && random.Next(12) == 0 && Failures == failures)
            await Again(random.Next(2) == 0 ? activity : WithNewId(activity), verb);
    }

    /// <summary>Delivers until it is taken, as a channel does that hears 503.</summary>
    private async Task<bool> UntilTaken(JsonObject activity)
    {
        var (status, _) = await Deliver(activity);
        await bot.Settle();
        if (status is 200 or 201 or 202)
            return true;
        if (status != 503)
            figures.Violated("what cannot be taken is to be delivered again", $"{activity["type"]} {activity["text"]}: {status}", clock.GetUtcNow());
        figures.Count("delivered again because of 503");
        later(AgainAfter, () => UntilTaken(activity));
        return false;
    }

    /// <summary>The channel does not deliver a press again by itself: the person reads that it is not saved, and presses once more.</summary>
    private void NotSaved(Func<Task> press)
    {
        figures.Count("presses not saved");
        later(AgainAfter, press);
    }

    /// <summary>Both languages say it in their first words.</summary>
    private static bool IsNotSaved(string said) => Array.Exists([Texts.English, Texts.Chinese], t => t.PleaseTryAgain("", "")[..8] == said[..Math.Min(8, said.Length)]);

    private async Task Again(JsonObject activity, string what)
    {
        var before = Before();
        figures.Count("delivered again");
        await Deliver(activity);
        await bot.Settle();
        Unchanged(before, what);
    }

    /// <summary>How often the store has failed: whoever called for people and got phone numbers instead may call again.</summary>
    private int Failures => figures.Of("requests that the store failed") + figures.Of("requests to a store that is away");

    /// <summary>Null while something of before is still to come, or falls due while what arrives waits for its place.</summary>
    private int? Before() => records.SignalsWaiting.Count == 0 && !(records.FirstDue?.At <= clock.GetUtcNow() + Moments) ? records.Changes : null;

    private void Unchanged(int? before, string what)
    {
        if (before is { } changes && records.Changes != changes)
            figures.Violated("what arrives again changes nothing", $"{what}: {string.Join(" / ", records.Latest.TakeLast(records.Changes - changes))}", clock.GetUtcNow());
    }

    private Task<(int Status, JsonNode? Body)> Deliver(JsonObject activity)
    {
        figures.Count("activities delivered");
        return bot.Deliver(activity);
    }

    private JsonObject WithNewId(JsonObject activity)
    {
        var other = (JsonObject)activity.DeepClone();
        other["id"] = $"activity-{Interlocked.Increment(ref sent)}";
        return other;
    }

    /// <summary>An activity as the channel writes it of somebody who acts in their own chat.</summary>
    public static JsonObject Activity(Townsman person, string type, string id, DateTimeOffset at, JsonObject more)
    {
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = at.UtcDateTime.ToString("o"),
            ["channelId"] = "msteams",
            ["serviceUrl"] = PretendTeams.ServiceUrl,
            ["from"] = new JsonObject { ["id"] = $"29:{person.Id}", ["name"] = person.Name, ["aadObjectId"] = person.EntraId },
            ["recipient"] = new JsonObject { ["id"] = "28:bot" },
            ["conversation"] = new JsonObject { ["id"] = PretendTeams.ConversationOf(person.Id), ["conversationType"] = "personal", ["tenantId"] = "town" },
        };
        foreach (var (name, value) in more)
            activity[name] = value?.DeepClone();
        return activity;
    }

    private JsonObject Invoke(Townsman person, SeenCard card, string verb, JsonObject data, string trigger) => By(person, "invoke", new()
    {
        ["name"] = "adaptiveCard/action",
        ["replyToId"] = card.Activity,
        ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data.DeepClone() }, ["trigger"] = trigger },
    });

    /// <summary>The same in a team's channel.</summary>
    private static JsonObject In(string channel, JsonObject activity)
    {
        activity["conversation"]!["conversationType"] = "channel";
        activity["conversation"]!["id"] = PretendTeams.ConversationOf(channel);
        activity["channelData"] = new JsonObject { ["team"] = new JsonObject { ["id"] = $"space {channel}" }, ["channel"] = new JsonObject { ["id"] = PretendTeams.ConversationOf(channel) } };
        return activity;
    }

    private JsonObject By(Townsman person, string type, JsonObject more) => Activity(person, type, $"activity-{Interlocked.Increment(ref sent)}", clock.GetUtcNow(), more);
}
