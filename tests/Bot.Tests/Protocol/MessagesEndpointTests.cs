using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Tests.Protocol;

/// <summary>Development without an app id: what a body may be, and how the bot answers.</summary>
public sealed class MessagesEndpointTests : IAsyncLifetime
{
    private const string Words = "我撑不住了";
    private ListeningBot _bot = null!;

    public async Task InitializeAsync() => _bot = await ListeningBot.Start();

    public async Task DisposeAsync() => await _bot.DisposeAsync();

    [Fact]
    public async Task A_message_reaches_the_handler_with_all_it_says()
    {
        var response = await _bot.Post(Message(("text", Words), ("locale", "zh-CN"), ("entities", new JsonArray(1))).ToJsonString());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("", await response.Content.ReadAsStringAsync());
        var heard = Assert.Single(_bot.Handled);
        Assert.Equal(Words, heard.Text);
        Assert.Equal("29:anna", heard.From?.Id);
        Assert.True(heard.Extra?.ContainsKey("entities"));
    }

    [Fact]
    public async Task The_answer_of_an_invoke_comes_back_in_the_response()
    {
        _bot.OnActivity = _ => InvokeAnswer.Message(Words);
        var response = await _bot.Post(Message(("type", "invoke"), ("name", "adaptiveCard/action")).ToJsonString());
        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var body = await response.Content.ReadAsStringAsync();
        Assert.Equal($$"""{"statusCode":200,"type":"application/vnd.microsoft.activity.message","value":"{{Words}}"}""", body);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("42")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("{\"type\":\"message\"")]
    [InlineData("{\"type\":\"message\",}")]
    [InlineData("{'type':'message'}")]
    [InlineData("not json")]
    [InlineData("{\"type\":\"\\uD800\"}")]
    public async Task A_body_that_is_no_activity_is_a_bad_request(string body) => await IsRefused(body, HttpStatusCode.BadRequest);

    [Fact]
    public async Task Something_after_the_activity_is_a_bad_request() => await IsRefused(Message().ToJsonString() + "{}", HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("type", "5")]
    [InlineData("type", "{}")]
    [InlineData("type", "\"\"")]
    [InlineData("type", "null")]
    [InlineData("id", "7")]
    [InlineData("text", "[\"a\"]")]
    [InlineData("timestamp", "\"yesterday\"")]
    [InlineData("from", "\"anna\"")]
    [InlineData("from", "[]")]
    [InlineData("from", "{\"id\":5}")]
    [InlineData("from", "{\"id\":\"\"}")]
    [InlineData("from", "null")]
    [InlineData("conversation", "true")]
    [InlineData("conversation", "{}")]
    [InlineData("conversation", "null")]
    [InlineData("serviceUrl", "null")]
    [InlineData("serviceUrl", "\"\"")]
    [InlineData("serviceUrl", "\"/relative\"")]
    [InlineData("serviceUrl", "\"file:///etc/hosts\"")]
    [InlineData("serviceUrl", "\"http://user:word@localhost:3978/\"")]
    [InlineData("serviceUrl", "\"http://localhost:3978/?next=\"")]
    [InlineData("value", "{\"note\":\"\\uDC00\"}")]
    public async Task A_field_of_the_wrong_type_is_a_bad_request(string field, string json) =>
        await IsRefused(Message((field, "?")).ToJsonString().Replace("\"?\"", json, StringComparison.Ordinal), HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("type")]
    [InlineData("from")]
    [InlineData("conversation")]
    [InlineData("serviceUrl")]
    public async Task A_message_without_what_it_needs_is_a_bad_request(string field)
    {
        var message = Message();
        message.Remove(field);
        await IsRefused(message.ToJsonString(), HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task An_invoke_without_a_name_is_a_bad_request() =>
        await IsRefused(Message(("type", "invoke")).ToJsonString(), HttpStatusCode.BadRequest);

    [Theory]
    [InlineData("installationUpdate")]
    [InlineData("conversationUpdate")]
    public async Task An_update_needs_no_sender(string type)
    {
        var update = Message(("type", type));
        update.Remove("from");
        Assert.Equal(HttpStatusCode.OK, (await _bot.Post(update.ToJsonString())).StatusCode);
        Assert.Single(_bot.Handled);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("somethingNew")]
    [InlineData("Message")]
    public async Task An_unknown_kind_is_taken_and_forgotten(string type)
    {
        Assert.Equal(HttpStatusCode.OK, (await _bot.Post($$"""{"type":"{{type}}","serviceUrl":"http://localhost:1/"}""")).StatusCode);
        Assert.Empty(_bot.Handled);
    }

    [Theory]
    [InlineData(31, HttpStatusCode.OK)]
    [InlineData(32, HttpStatusCode.BadRequest)]
    [InlineData(1000, HttpStatusCode.BadRequest)]
    [InlineData(50_000, HttpStatusCode.BadRequest)]
    public async Task Nesting_ends_at_32(int depth, HttpStatusCode expected)
    {
        var nested = new string('[', depth) + new string(']', depth);
        var body = Message(("value", "?")).ToJsonString().Replace("\"?\"", nested, StringComparison.Ordinal);
        Assert.Equal(expected, (await _bot.Post(body)).StatusCode);
    }

    [Fact]
    public async Task Invalid_utf8_is_a_bad_request_wherever_it_stands()
    {
        foreach (var field in new[] { "text", "value", "other" })
        {
            var body = Encoding.UTF8.GetBytes(Message((field, "@@")).ToJsonString());
            body[body.AsSpan().IndexOf("@@"u8)] = 0xFF;
            Assert.Equal(HttpStatusCode.BadRequest, (await _bot.Post(body)).StatusCode);
        }

        Assert.Empty(_bot.Handled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_largest_body_is_read_and_one_byte_more_is_too_large(bool chunked)
    {
        var body = Encoding.UTF8.GetBytes(Message(("text", "?")).ToJsonString());
        var full = new byte[ActivityBody.Limit];
        full.AsSpan().Fill((byte)' ');
        body.CopyTo(full, 0);
        Assert.Equal(HttpStatusCode.OK, (await _bot.Post(full, chunked: chunked)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _bot.Post([.. full, (byte)' '], chunked: chunked)).StatusCode);
        Assert.Single(_bot.Handled);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ten_megabytes_are_too_large(bool chunked)
    {
        var body = Encoding.UTF8.GetBytes(Message(("text", new string('长', 3_500_000))).ToJsonString());
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await _bot.Post(body, chunked: chunked)).StatusCode);
        Assert.Empty(_bot.Handled);
    }

    [Fact]
    public async Task Of_a_body_that_ends_before_its_promised_length_nothing_is_done()
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(IPAddress.Loopback, _bot.Client.BaseAddress!.Port);
        var stream = socket.GetStream();
        var body = Message().ToJsonString();
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /api/messages HTTP/1.1\r\nHost: localhost\r\nContent-Length: {body.Length + 50}\r\n\r\n{body}"));
        socket.Client.Shutdown(SocketShutdown.Send);
        try
        {
            using var reader = new StreamReader(stream);
            Assert.DoesNotContain(" 200 ", await reader.ReadToEndAsync().WaitAsync(TimeSpan.FromSeconds(10)), StringComparison.Ordinal);
        }
        catch (IOException)
        {
            // Hanging up is an answer too.
        }

        Assert.DoesNotContain("failed with", _bot.Log, StringComparison.Ordinal);
        Assert.Empty(_bot.Handled);
    }

    [Fact]
    public async Task When_the_store_is_away_the_channel_is_asked_to_deliver_again()
    {
        _bot.OnActivity = _ => throw new StoreUnavailableException(Words);
        await FailsQuietly(HttpStatusCode.ServiceUnavailable, nameof(StoreUnavailableException));
    }

    [Fact]
    public async Task A_failure_is_logged_with_its_kind_and_tells_nobody_what_was_said()
    {
        _bot.OnActivity = activity => throw new InvalidOperationException(activity.Text, new FormatException(activity.Text));
        await FailsQuietly(HttpStatusCode.InternalServerError, "System.InvalidOperationException < System.FormatException");
    }

    [Fact]
    public async Task A_probe_is_told_that_somebody_listens()
    {
        using var head = new HttpRequestMessage(HttpMethod.Head, MessagesEndpoint.Route);
        Assert.Equal(HttpStatusCode.OK, (await _bot.Client.SendAsync(head)).StatusCode);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await _bot.Client.GetAsync(MessagesEndpoint.Route)).StatusCode);
    }

    private static JsonObject Message(params (string Field, JsonNode? Value)[] changes)
    {
        var message = new JsonObject
        {
            ["type"] = "message",
            ["id"] = "1",
            ["channelId"] = "msteams",
            ["serviceUrl"] = "http://localhost:3978/_connector",
            ["from"] = new JsonObject { ["id"] = "29:anna", ["name"] = "安娜" },
            ["conversation"] = new JsonObject { ["id"] = "a:1", ["conversationType"] = "personal" },
            ["text"] = "help",
        };
        foreach (var (field, value) in changes) message[field] = value;
        return message;
    }

    private async Task IsRefused(string body, HttpStatusCode expected)
    {
        var response = await _bot.Post(body);
        Assert.Equal(expected, response.StatusCode);
        Assert.DoesNotContain(" at ", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Empty(_bot.Handled);
    }

    private async Task FailsQuietly(HttpStatusCode expected, string kind)
    {
        var response = await _bot.Post(Message(("text", Words)).ToJsonString());
        Assert.Equal(expected, response.StatusCode);
        var body = await response.Content.ReadAsStringAsync();
        Assert.DoesNotContain("Exception", body, StringComparison.Ordinal);
        Assert.DoesNotContain(Words, body + _bot.Log, StringComparison.Ordinal);
        Assert.DoesNotContain("安娜", _bot.Log, StringComparison.Ordinal);
        Assert.Contains(kind, _bot.Log, StringComparison.Ordinal);
        var reference = JsonNode.Parse(body)!["error"]!["message"]!.GetValue<string>().Split(' ')[^1].TrimEnd('.');
        Assert.Contains(reference, _bot.Log, StringComparison.Ordinal);
    }
}
