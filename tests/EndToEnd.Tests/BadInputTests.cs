using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>One running program whom everything wrong is sent.</summary>
public sealed class BadInputHall : IAsyncLifetime
{
    internal Hall Hall { get; private set; } = null!;

    public async Task InitializeAsync() => Hall = await Hall.Open();

    /// <summary>Whatever was sent, the program ran to its end and its log holds nothing of it.</summary>
    public async Task DisposeAsync()
    {
        Assert.Equal(0, await Hall.Bot.Stop());
        Assert.DoesNotContain(Story.Mark, Hall.Bot.Log, StringComparison.Ordinal);
        await Hall.DisposeAsync();
    }
}

/// <summary>Bodies that are no activity: a fitting status, never a stack trace.</summary>
public sealed class BadBodyTests(BadInputHall scene) : IClassFixture<BadInputHall>
{
    private readonly Hall hall = scene.Hall;

    private DemoPerson Staff => hall.Organisation.Person("zhangsan");

    public static TheoryData<string> Broken => new()
    {
        "", " ", "{", "[]", "null", "5", "\"words\"", "{\"type\":5}", "{\"type\":\"message\",\"from\":\"me\"}", "{\"type\":\"message\",\"text\":{\"a\":1}}",
        "{\"type\":\"message\"}", "{\"type\":\"message\",\"serviceUrl\":\"http://127.0.0.1:1/\"}", "{\"type\":\"message\",\"text\":\"\\ud800\"}",
        "{\"type\":\"message\",\"timestamp\":\"yesterday\"}", $"{{\"note\":\"{Story.Mark}\"", "<message/>",
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task A_body_that_is_no_activity_is_refused(string body) => Is(400, await hall.Channel.Post(body));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_thousand_levels_are_refused_wherever_they_stand(int place)
    {
        var deep = string.Concat(Enumerable.Repeat("{\"a\":", 1000)) + "1" + new string('}', 1000);
        var activity = hall.Channel.Typed(Staff, "x").ToJsonString()[..^1];
        var name = new[] { "value", "channelData", "other" }[place];
        Is(400, await hall.Channel.Post($"{activity},\"{name}\":{deep}}}"));
    }

    [Fact]
    public async Task Ten_megabytes_are_too_large()
    {
        var answer = await hall.Channel.Deliver(hall.Channel.Typed(Staff, new string('x', 10 * 1024 * 1024)));
        // The program may hang up on who goes on sending.
        Assert.Contains(answer.Status, new[] { 413, 0 });
        Assert.Equal(200, (await hall.Channel.Type(Staff, "help")).Status);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("endOfConversation")]
    [InlineData("conversationUpdate")]
    [InlineData("something-new")]
    [InlineData("__proto__")]
    public async Task An_activity_that_asks_for_nothing_is_taken_without_a_word(string type) =>
        Is(200, await hall.Channel.Deliver(hall.Channel.By(Staff, type, [])));

    [Fact]
    public async Task An_invoke_of_another_name_is_not_implemented() =>
        Is(501, await hall.Channel.Deliver(hall.Channel.By(Staff, "invoke", new() { ["name"] = "composeExtension/query" })));

    [Fact]
    public async Task A_message_from_nobody_is_refused()
    {
        var activity = hall.Channel.Typed(Staff, "help");
        activity.Remove("from");
        Is(400, await hall.Channel.Deliver(activity));
    }

    [Theory]
    [InlineData("message")]
    [InlineData("invoke")]
    public async Task A_service_address_elsewhere_is_not_believed(string type)
    {
        var activity = hall.Channel.By(Staff, type, new() { ["text"] = "help", ["name"] = "adaptiveCard/action", ["serviceUrl"] = "https://example.com/" });
        Is(401, await hall.Channel.Deliver(activity));
    }

    [Fact]
    public async Task A_message_without_a_recipient_is_taken()
    {
        var activity = hall.Channel.Typed(Staff, "help");
        activity.Remove("recipient");
        Is(200, await hall.Channel.Deliver(activity));
    }

    [Theory]
    [InlineData("\"words\"")]
    [InlineData("[1,2]")]
    [InlineData("7")]
    [InlineData("{\"action\":5}")]
    [InlineData("{\"action\":{\"data\":null}}")]
    [InlineData("{\"action\":{\"data\":[]}}")]
    [InlineData("{\"action\":{\"verb\":\"no.such.verb\",\"data\":{\"do\":\"no.such.verb\"}}}")]
    [InlineData("{\"action\":{\"verb\":\"checkin.answer\",\"data\":{}}}")]
    [InlineData("{\"action\":{\"data\":{\"do\":7,\"checkIn\":{\"a\":1}}}}")]
    public async Task A_press_that_cannot_be_read_is_answered_kindly(string value)
    {
        var answer = await hall.Channel.Deliver(hall.Channel.By(Staff, "invoke", new() { ["name"] = "adaptiveCard/action", ["value"] = JsonNode.Parse(value) }));
        Is(200, answer);
        Assert.False(string.IsNullOrWhiteSpace(answer.Sentence));
    }

    internal static void Is(int status, BotAnswer answer)
    {
        Assert.Equal(status, answer.Status);
        Assert.DoesNotContain("   at ", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain(Story.Mark, answer.Body, StringComparison.Ordinal);
    }
}
