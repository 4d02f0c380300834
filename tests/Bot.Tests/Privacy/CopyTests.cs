using System.Text.Json.Nodes;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>A person's copy on its way: offered in their own chat, put where the channel says, by the program as it is put together for real.</summary>
public sealed class CopyTests
{
    private const string Place = "http://localhost:9/drive/";

    [Fact]
    public async Task Two_files_are_offered_in_ones_own_chat_and_what_is_taken_lies_in_ones_own_drive()
    {
        var drive = new Drive();
        await using var bot = await Open(drive);
        await Ask(bot);
        var offers = Offers(bot);
        Assert.Equal(["a:ann", "a:ann"], offers.Select(o => o.Conversation));
        Assert.Equal([".txt", ".json"], offers.Select(o => Path.GetExtension((string)o.Offer["name"]!)));
        foreach (var (_, offer) in offers)
        {
            Assert.InRange((long)offer["content"]!["sizeInBytes"]!, 200, 100_000);
            Assert.Equal(200, (await bot.Deliver(Answer("ann", offer, "accept"))).Status);
        }
        Assert.Equal(2, drive.Files.Count);
        Assert.All(drive.Files, f => Assert.Contains("ann@example.com", f.Content, StringComparison.Ordinal));
        Assert.NotNull(JsonNode.Parse(drive.Files.Last().Content));
        // Each is shown where it lies.
        var given = Attachments(bot, "application/vnd.microsoft.teams.card.file.info");
        Assert.Equal([$"{Place}a.txt", $"{Place}a.json"], given.Select(g => (string)g.Offer["contentUrl"]!));
    }

    [Fact]
    public async Task Whoever_does_not_want_a_file_gets_none_and_may_ask_again()
    {
        var drive = new Drive();
        await using var bot = await Open(drive);
        await Ask(bot);
        var before = bot.Channel.Sent.Count;
        Assert.Equal(200, (await bot.Deliver(Answer("ann", Offers(bot)[0].Offer, "decline"))).Status);
        Assert.Equal((0, before), (drive.Files.Count, bot.Channel.Sent.Count));
        var said = (await bot.Press("ann", new() { ["do"] = "data.export" })).Body!.ToJsonString();
        await bot.Get<CopyDelivery>().Settled();
        Assert.Contains("I am putting your copy together", said, StringComparison.Ordinal);
        Assert.Equal(4, Offers(bot).Count);
    }

    [Fact]
    public async Task A_file_that_does_not_get_there_is_said_and_the_same_offer_brings_it_later()
    {
        var drive = new Drive { IsAway = true };
        await using var bot = await Open(drive);
        await Ask(bot);
        var offer = Offers(bot)[0].Offer;
        await bot.Deliver(Answer("ann", offer, "accept"));
        Assert.Contains("The file did not get there", bot.Channel.Sent.Last().Body, StringComparison.Ordinal);
        drive.IsAway = false;
        await bot.Deliver(Answer("ann", offer, "accept"));
        Assert.Single(drive.Files);
        Assert.Single(Attachments(bot, "application/vnd.microsoft.teams.card.file.info"));
    }

    [Fact]
    public async Task Pressed_twice_it_comes_once_and_nothing_false_is_said()
    {
        TaskCompletionSource goes = new();
        var drive = new Drive { Until = goes.Task };
        await using var bot = await Open(drive);
        await Ask(bot);
        var offer = Offers(bot)[0].Offer;
        var first = bot.Deliver(Answer("ann", offer, "accept"));
        Assert.Equal(200, (await bot.Deliver(Answer("ann", offer, "accept"))).Status);
        goes.SetResult();
        await first;
        // An address of a drive takes one file: a second try would be refused.
        drive.IsAway = true;
        await bot.Deliver(Answer("ann", offer, "accept"));
        Assert.Single(drive.Files);
        Assert.DoesNotContain(bot.Channel.Sent, s => s.Body.Contains("did not get there", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_by_somebody_else_brings_them_their_own_and_one_in_a_group_or_by_a_stranger_nothing()
    {
        var drive = new Drive();
        await using var bot = await Open(drive);
        await Ask(bot);
        var offer = Offers(bot)[0].Offer;
        var inGroup = Answer("ann", offer, "accept");
        inGroup["conversation"] = new JsonObject { ["id"] = "19:group", ["conversationType"] = "groupChat" };
        await bot.Deliver(inGroup);
        await bot.Deliver(Answer("nobody", offer, "accept"));
        Assert.Empty(drive.Files);
        await bot.Deliver(Answer("ben", offer, "accept"));
        var (_, content) = Assert.Single(drive.Files);
        Assert.Contains("ben@example.com", content, StringComparison.Ordinal);
        Assert.DoesNotContain("ann@example.com", content, StringComparison.Ordinal);
        Assert.Equal("a:ben", Attachments(bot, "application/vnd.microsoft.teams.card.file.info").Single().Conversation);
    }

    [Fact]
    public async Task An_old_offer_brings_what_is_kept_now_and_one_that_was_made_up_nothing()
    {
        var drive = new Drive();
        await using var bot = await Open(drive);
        await Ask(bot);
        var offer = Offers(bot)[1].Offer;
        bot.Time.Advance(TimeSpan.FromDays(100));
        await bot.Press("ann", new() { ["do"] = "consent.give", ["purposes"] = "checkin", ["terms"] = "99" });
        await bot.Deliver(Answer("ann", offer, "accept"));
        Assert.Equal("2027-03-03", ((string)JsonNode.Parse(Assert.Single(drive.Files).Content)!["madeAt"]!)[..10]);
        foreach (var file in new[] { "7", "Text,Json", "../etc/passwd", "" })
        {
            var forged = Answer("ann", offer, "accept", $"{Place}{file.Length}");
            forged["value"]!["context"] = new JsonObject { ["file"] = file, ["person"] = "ben" };
            await bot.Deliver(forged);
        }
        foreach (var address in new[] { "https://contoso.example/up", "http://10.0.0.1/up", "file:///tmp/up", "up" })
            await bot.Deliver(Answer("ann", offer, "accept", address));
        Assert.Single(drive.Files);
    }

    [Fact]
    public async Task While_the_store_is_away_a_sentence_says_that_the_file_did_not_come()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        var (drive, channel) = (new Drive(), new Recorder());
        var copies = CopiesAtWork.Of(hall, channel, ExportContract.Of(hall).Make, drive);
        var activity = new Activity { Type = "invoke", ServiceUrl = WholeBot.Service, Recipient = new("28:bot", null, null), From = new("29:ann", null, "entra-ann"), Conversation = new("a:ann", "personal", null, null) };
        var consent = new FileConsent(true, nameof(CopyKind.Text), new($"{Place}1"), "a.txt", new("", "", ""));
        store!.Fails = _ => false;
        await copies.Answered(consent, hall.Roster.Find("ann")!, activity, default);
        Assert.Contains("The file did not get there", Assert.Single(channel.Sent).Body, StringComparison.Ordinal);
        store.Fails = null;
        await copies.Answered(consent, hall.Roster.Find("ann")!, activity, default);
        Assert.Single(drive.Files);
    }

    /// <summary>Ann types it, and everything that follows comes.</summary>
    private static async Task Ask(WholeBot bot)
    {
        Assert.Equal(200, (await bot.Type("ann", "export my data")).Status);
        await bot.Get<CopyDelivery>().Settled();
        await bot.Turns.Settled();
    }

    private static async Task<WholeBot> Open(Drive drive)
    {
        var bot = new WholeBot(Hall.Organisation(null), Hall.Opening, drive: drive);
        await bot.Open();
        return bot;
    }

    private static List<(string Conversation, JsonNode Offer)> Offers(WholeBot bot) => Attachments(bot, "application/vnd.microsoft.teams.card.file.consent");

    private static List<(string Conversation, JsonNode Offer)> Attachments(WholeBot bot, string type) =>
        [.. bot.Channel.Sent.Select(s => (s.Conversation, JsonNode.Parse(s.Body)!["attachments"]?[0]!)).Where(s => (string?)s.Item2?["contentType"] == type)];

    /// <summary>What Teams sends when a person answers an offer.</summary>
    private static JsonObject Answer(string person, JsonNode offer, string action, string? address = null)
    {
        var type = Path.GetExtension((string)offer["name"]!)[1..];
        return WholeBot.By(person, "invoke", new()
        {
            ["name"] = FileConsent.Invoke,
            ["value"] = new JsonObject
            {
                ["type"] = "fileUpload",
                ["action"] = action,
                ["context"] = offer["content"]![$"{action}Context"]!.DeepClone(),
                ["uploadInfo"] = action == "decline" ? null : new JsonObject { ["contentUrl"] = $"{Place}a.{type}", ["name"] = $"a.{type}", ["uploadUrl"] = address ?? $"{Place}upload/{type}", ["uniqueId"] = $"id-{type}", ["fileType"] = type },
            },
        });
    }
}
