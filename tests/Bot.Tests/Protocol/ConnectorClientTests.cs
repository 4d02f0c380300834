using System.Text.Json.Nodes;
using CheckInBot.Bot.Protocol;

namespace CheckInBot.Bot.Tests.Protocol;

public sealed class ConnectorClientTests : IAsyncLifetime
{
    private readonly SkippingTime _time = new();
    private PretendConnector _teams = null!;

    private static OutgoingActivity Hello => new() { Text = "你好" };

    public async Task InitializeAsync() => _teams = await PretendConnector.Start();

    public async Task DisposeAsync() => await _teams.DisposeAsync();

    [Fact]
    public async Task A_message_is_posted_and_its_id_comes_back()
    {
        var result = await Send(Repeat.OnlyDefinite);
        Assert.Equal(new SendResult(SendOutcome.Sent, "1:new"), result);
        var (method, path, body) = Assert.Single(_teams.Requests);
        Assert.Equal(("POST", "/v3/conversations/a%3A1/activities"), (method, path));
        Assert.Equal("""{"type":"message","from":{"id":"28:bot"},"text":"你好"}""", body);
    }

    [Fact]
    public async Task A_card_is_put_over_the_one_that_stands_there()
    {
        var card = new OutgoingActivity { Attachments = [Attachment.Card("""{"type":"AdaptiveCard"}"""u8.ToArray())] };
        var result = await PretendConnector.Client(_time).Update(_teams.Conversation(), "1:old", card, SendPriority.News);
        Assert.Equal(SendOutcome.Sent, result.Outcome);
        var (method, path, body) = Assert.Single(_teams.Requests);
        Assert.Equal(("PUT", "/v3/conversations/a%3A1/activities/1%3Aold"), (method, path));
        Assert.Equal("1:old", JsonNode.Parse(body)!["id"]!.GetValue<string>());
        Assert.Equal("AdaptiveCard", JsonNode.Parse(body)!["attachments"]![0]!["content"]!["type"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("19:abc@thread.tacv2;messageid=1700000000000", "19%3Aabc%40thread.tacv2%3Bmessageid%3D1700000000000")]
    [InlineData("a/b?c#d e%2Ff", "a%2Fb%3Fc%23d%20e%252Ff")]
    [InlineData("会话", "%E4%BC%9A%E8%AF%9D")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("...a", "...a")]
    public async Task An_odd_conversation_id_stays_one_segment(string id, string segment)
    {
        await PretendConnector.Client(_time).Send(_teams.Conversation(id), Hello, Repeat.OnlyDefinite, SendPriority.News);
        Assert.Equal($"/v3/conversations/{segment}/activities", Assert.Single(_teams.Requests).Path);
    }

    [Theory]
    [InlineData("", "/v3/")]
    [InlineData("/", "/v3/")]
    [InlineData("/teams", "/teams/v3/")]
    [InlineData("/teams/", "/teams/v3/")]
    public async Task A_service_address_may_end_with_a_slash(string end, string begins)
    {
        await PretendConnector.Client(_time).Send(_teams.Conversation(slash: end), Hello, Repeat.OnlyDefinite, SendPriority.News);
        Assert.StartsWith(begins + "conversations/", Assert.Single(_teams.Requests).Path, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    public async Task An_id_that_would_name_another_resource_is_refused_unsent(string id)
    {
        Assert.Equal(new SendResult(SendOutcome.Refused, Reason: "address"), await PretendConnector.Client(_time).Send(_teams.Conversation(id), Hello, Repeat.AlsoUnclear, SendPriority.News));
        Assert.Equal(SendOutcome.Refused, (await PretendConnector.Client(_time).Update(_teams.Conversation(), id, Hello, SendPriority.News)).Outcome);
        Assert.Empty(_teams.Requests);
    }

    [Theory]
    [InlineData(429)]
    [InlineData(412)]
    public async Task A_definite_not_now_is_tried_again_even_at_most_once(int status)
    {
        _teams.Then(status).Then(status);
        Assert.Equal(SendOutcome.Sent, (await Send(Repeat.OnlyDefinite)).Outcome);
        Assert.Equal(3, _teams.Requests.Count);
    }

    [Fact]
    public async Task A_conversation_is_created_with_one_person_of_one_tenant_and_its_id_comes_back()
    {
        await using var connector = await PretendConnector.Start();
        connector.Then(201, """{"id":"a:anew"}""");
        var made = await PretendConnector.Client(new SkippingTime()).Create(connector.Conversation("a:gone", "/"), SendPriority.News);
        Assert.Equal((SendOutcome.Sent, "a:anew"), (made.Outcome, made.ActivityId));
        var request = Assert.Single(connector.Requests);
        Assert.Equal(("POST", "/v3/conversations"), (request.Method, request.Path));
        Assert.Equal("""{"bot":{"id":"28:bot"},"members":[{"id":"29:anna"}],"tenantId":"tenant","isGroup":false,"channelData":{"tenant":{"id":"tenant"}}}""", request.Body);
    }

    [Fact]
    public async Task Nothing_is_created_with_nobody()
    {
        await using var connector = await PretendConnector.Start();
        Assert.Equal(SendOutcome.Refused, (await PretendConnector.Client(new SkippingTime()).Create(connector.Conversation() with { UserId = null }, SendPriority.News)).Outcome);
        Assert.Empty(connector.Requests);
    }

    [Fact]
    public async Task The_kind_of_a_refusal_is_read_as_code_and_as_part_of_a_wider_one()
    {
        await using var connector = await PretendConnector.Start();
        connector.Then(403, """{"error":{"code":"ForbiddenOperationException","subCode":"ConversationBlockedByUser","message":"blocked by somebody"}}""");
        var sent = await PretendConnector.Client(new SkippingTime()).Send(connector.Conversation(), new OutgoingActivity { Text = "x" }, Repeat.OnlyDefinite, SendPriority.News);
        Assert.Equal("403 ForbiddenOperationException ConversationBlockedByUser", sent.Reason);
    }

    [Fact]
    public async Task The_channels_wish_to_wait_is_honoured()
    {
        _teams.Then(429, retryAfter: "2");
        Assert.Equal(SendOutcome.Sent, (await Send(Repeat.OnlyDefinite)).Outcome);
        Assert.Equal(TimeSpan.FromSeconds(2.2), Assert.Single(_time.Waits));
    }

    [Fact]
    public async Task A_wish_to_wait_may_be_a_date()
    {
        _teams.Then(429, retryAfter: _time.GetUtcNow().AddSeconds(3).ToString("R"));
        Assert.Equal(SendOutcome.Sent, (await Send(Repeat.OnlyDefinite)).Outcome);
        Assert.Equal(TimeSpan.FromSeconds(3.2), Assert.Single(_time.Waits));
    }

    [Theory]
    [InlineData("30", 30)]
    [InlineData("999999", 3600)]
    public async Task A_long_wish_is_handed_to_the_caller_instead_of_waited_for(string wish, int seconds)
    {
        _teams.Then(429, retryAfter: wish);
        var result = await Send(Repeat.AlsoUnclear);
        Assert.Equal(new SendResult(SendOutcome.NotNow, RetryAfter: TimeSpan.FromSeconds(seconds), Reason: "429", Status: 429), result);
        Assert.Single(_teams.Requests);
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Waits_grow_are_spread_and_end_after_a_few_tries()
    {
        for (var i = 0; i < 10; i++) _teams.Then(429);
        Assert.Equal(SendOutcome.NotNow, (await PretendConnector.Client(_time, jitter: 0).Send(_teams.Conversation(), Hello, Repeat.OnlyDefinite, SendPriority.News)).Outcome);
        Assert.Equal([200, 400, 800], _time.Waits.Select(wait => wait.TotalMilliseconds));
        _time.Waits.Clear();
        await PretendConnector.Client(_time, jitter: 0.99).Send(_teams.Conversation(), Hello, Repeat.OnlyDefinite, SendPriority.News);
        Assert.All(_time.Waits.Zip([500, 1000, 2000]), pair => Assert.True(pair.First.TotalMilliseconds > pair.Second));
        Assert.True(_time.Waits.Sum(wait => wait.TotalSeconds) < ConnectorClient.LastStart.TotalSeconds);
        Assert.True(ConnectorClient.LastStart + ConnectorClient.AttemptTimeout < TimeSpan.FromSeconds(12));
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(408)]
    public async Task An_unclear_answer_is_repeated_only_where_that_is_allowed(int status)
    {
        _teams.Then(status);
        Assert.Equal(SendOutcome.Sent, (await Send(Repeat.AlsoUnclear)).Outcome);
        Assert.Equal(2, _teams.Requests.Count);
        _teams.Then(status);
        Assert.Equal(SendOutcome.Sent, (await PretendConnector.Client(_time).Update(_teams.Conversation(), "1", Hello, SendPriority.News)).Outcome);
        Assert.Equal(4, _teams.Requests.Count);
        _teams.Then(status);
        Assert.Equal(SendOutcome.Unclear, (await Send(Repeat.OnlyDefinite)).Outcome);
        Assert.Equal(5, _teams.Requests.Count);
    }

    [Theory]
    [InlineData(Repeat.OnlyDefinite, 1, SendOutcome.Unclear)]
    [InlineData(Repeat.AlsoUnclear, 2, SendOutcome.Sent)]
    public async Task A_connection_that_breaks_after_the_request_is_unclear(Repeat repeat, int requests, SendOutcome outcome)
    {
        var client = PretendConnector.Client(_time);
        // A connection that was used before is the one a client likes to try again by itself.
        await client.Send(_teams.Conversation(), Hello, Repeat.OnlyDefinite, SendPriority.News);
        _teams.Requests.Clear();
        _teams.Then(http =>
        {
            http.Abort();
            return Task.CompletedTask;
        });
        Assert.Equal(outcome, (await client.Send(_teams.Conversation(), Hello, repeat, SendPriority.News)).Outcome);
        Assert.Equal(requests, _teams.Requests.Count);
    }

    [Fact]
    public async Task Silence_is_unclear_and_at_most_once_stays_once()
    {
        _teams.Then(http => Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default));
        var result = await PretendConnector.Client(_time, timeout: TimeSpan.FromMilliseconds(300)).Send(_teams.Conversation(), Hello, Repeat.OnlyDefinite, SendPriority.News);
        Assert.Equal(new SendResult(SendOutcome.Unclear, Reason: "time-out"), result);
        Assert.Single(_teams.Requests);
    }

    [Fact]
    public async Task A_definite_not_now_after_which_all_is_unclear_is_unclear()
    {
        _teams.Then(429).Then(502);
        Assert.Equal(SendOutcome.Unclear, (await Send(Repeat.OnlyDefinite)).Outcome);
        Assert.Equal(2, _teams.Requests.Count);
    }

    [Fact]
    public async Task A_service_that_cannot_be_reached_has_shown_nothing()
    {
        var gone = _teams.Conversation();
        await _teams.DisposeAsync();
        var result = await PretendConnector.Client(_time).Send(gone, Hello, Repeat.OnlyDefinite, SendPriority.News);
        Assert.Equal(new SendResult(SendOutcome.NotNow, Reason: "ConnectionError"), result);
        Assert.Equal(3, _time.Waits.Count);
    }

    [Fact]
    public async Task A_conversation_that_is_gone_is_told_at_once()
    {
        _teams.Then(404, """{"error":{"code":"ConversationNotFound","message":"..."}}""");
        Assert.Equal(new SendResult(SendOutcome.Gone, Reason: "404 ConversationNotFound", Status: 404), await Send(Repeat.AlsoUnclear));
        Assert.Single(_teams.Requests);
    }

    [Theory]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster","message":"安娜"}}""", "403 BotNotInConversationRoster")]
    [InlineData(400, """{"error":{"code":"she wrote: help me"}}""", "400")]
    [InlineData(403, """{"error":"text"}""", "403")]
    [InlineData(413, "<html>too large</html>", "413")]
    [InlineData(405, "[[[", "405")]
    public async Task A_refusal_has_the_channels_code_and_none_of_its_words(int status, string body, string reason)
    {
        _teams.Then(status, body);
        Assert.Equal(new SendResult(SendOutcome.Refused, Reason: reason, Status: status), await Send(Repeat.AlsoUnclear));
        Assert.Single(_teams.Requests);
    }

    [Theory]
    [InlineData(301)]
    [InlineData(302)]
    [InlineData(307)]
    [InlineData(308)]
    public async Task A_redirect_is_not_followed(int status)
    {
        await using var elsewhere = await PretendConnector.Start();
        _teams.Then(status, location: elsewhere.Address + "/v3/conversations/x/activities");
        Assert.Equal(SendOutcome.Refused, (await Send(Repeat.AlsoUnclear)).Outcome);
        Assert.Empty(elsewhere.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not json")]
    [InlineData("""{"id":5}""")]
    public async Task Sent_is_sent_even_without_an_id(string body)
    {
        _teams.Then(200, body);
        Assert.Equal(new SendResult(SendOutcome.Sent), await Send(Repeat.AlsoUnclear));
    }

    [Fact]
    public async Task Who_stops_waiting_is_told_so()
    {
        using var stop = new CancellationTokenSource();
        _teams.Then(async http =>
        {
            await stop.CancelAsync();
            await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PretendConnector.Client(_time).Send(_teams.Conversation(), Hello, Repeat.AlsoUnclear, SendPriority.News, stop.Token));
    }

    private Task<SendResult> Send(Repeat repeat) => PretendConnector.Client(_time).Send(_teams.Conversation(), Hello, repeat, SendPriority.News);
}
