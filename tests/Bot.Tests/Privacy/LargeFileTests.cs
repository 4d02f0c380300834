using System.Text;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>A photo that is too large for a copy is in neither of its files, and its person gets it all the same.</summary>
public sealed class LargeFileTests
{
    private static readonly ConversationReference Chat = new("http://localhost/", "a:qiu", "28:bot", null, null);

    [Fact]
    public async Task A_file_that_is_too_large_for_the_copy_is_told_in_both_files_and_offered_by_itself()
    {
        await using var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        var (channel, drive) = (new Recorder(), new Drive());
        // The photo has six bytes.
        var copies = CopiesAtWork.Of(hall, channel, ExportContract.Of(hall, most: 5).Make, drive);
        copies.Begin(TwoLives.Qiu, Chat);
        await copies.Settled();
        var offers = channel.Sent.Select(s => JsonNode.Parse(s.Body)!["attachments"]![0]!).ToList();
        var number = (await hall.State<Incident>(TwoLives.ReportOf(TwoLives.Qiu.Id)))!.Number!;
        Assert.Equal($"checkinbot-{number}-1.jpg", (string?)offers[2]["name"]);
        Assert.Equal((6, $"A file of your report {number}: photo"), ((int)offers[2]["content"]!["sizeInBytes"]!, (string?)offers[2]["content"]!["description"]));
        var copy = await ExportContract.Of(hall, most: 5).Make(TwoLives.Qiu, default);
        Assert.Contains("It is offered in our chat as a file of its own", Encoding.UTF8.GetString(copy.Text), StringComparison.Ordinal);
        var told = JsonNode.Parse(copy.Json)!["files"]![0]!;
        Assert.Equal((number, "Photo", 6, null), ((string?)told["number"], (string?)told["kind"], (int)told["bytes"]!, (string?)told["base64"]));
        Assert.StartsWith("It is too large for the other file.", (string?)told["how"], StringComparison.Ordinal);
        await copies.Answered(Taking(offers[2], "1"), TwoLives.Qiu, Pressed, default);
        Assert.Equal([0xFF, 0xD8, 0xFF, 1, 2, 3], Assert.Single(drive.Raw));
    }

    [Fact]
    public async Task Nobody_gets_a_file_of_anothers_report_by_its_offer()
    {
        await using var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        var (channel, drive) = (new Recorder(), new Drive());
        var copies = CopiesAtWork.Of(hall, channel, ExportContract.Of(hall, most: 5).Make, drive);
        copies.Begin(TwoLives.Qiu, Chat);
        await copies.Settled();
        var offer = JsonNode.Parse(channel.Sent.Last().Body)!["attachments"]![0]!;
        await copies.Answered(Taking(offer, "1"), TwoLives.Dong, Pressed, default);
        await copies.Answered(Taking(offer, "2"), hall.Roster.Find("mia")!, Pressed, default);
        Assert.Empty(drive.Files);
        Assert.Contains("The file did not get there", channel.Sent.Last().Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_file_behind_a_large_one_is_in_the_copy()
    {
        await using var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        var report = (await hall.State<Incident>(TwoLives.ReportOf(TwoLives.Qiu.Id)))!;
        var (small, large) = (report.Files[0], report.Files[0] with { Bytes = 900 });
        var found = await ExportContract.FilesOf(hall, most: 100).Of(TwoLives.Qiu.Id, [report with { Files = [large, small] }], given: true, default);
        Assert.Equal([Cards.FileCopy.Apart, Cards.FileCopy.Inside], found.Select(f => f.How));
        Assert.Equal([null, 6], found.Select(f => f.Content?.Length));
    }

    [Fact]
    public async Task A_file_that_nobody_can_open_is_not_offered_and_both_files_say_so()
    {
        await using var hall = TwoLives.Begin();
        await TwoLives.Live(hall);
        await hall.Store.Files.Delete((await hall.State<Incident>(TwoLives.ReportOf(TwoLives.Qiu.Id)))!.Files[0].Name);
        var copy = await ExportContract.Of(hall).Make(TwoLives.Qiu, default);
        Assert.Empty(copy.Apart);
        Assert.Contains("It cannot be opened any more.", Encoding.UTF8.GetString(copy.Text), StringComparison.Ordinal);
        Assert.Equal("It cannot be opened any more.", (string?)JsonNode.Parse(copy.Json)!["files"]![0]!["how"]);
    }

    private static Activity Pressed { get; } =
        new() { Type = "invoke", ServiceUrl = Chat.ServiceUrl, Recipient = new("28:bot", null, null), From = new("29:x", null, "x"), Conversation = new("a:x", "personal", null, null) };

    private static FileConsent Taking(JsonNode offer, string address) =>
        new(true, (string)offer["content"]!["acceptContext"]!["file"]!, new($"http://localhost:9/drive/{address}"), "a.jpg", new("", "", ""));
}
