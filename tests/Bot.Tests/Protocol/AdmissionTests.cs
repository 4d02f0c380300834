using System.Net;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace CheckInBot.Bot.Tests.Protocol;

/// <summary>Who is heard, over HTTP: by token, in Development without an app id, and nobody else.</summary>
public sealed class AdmissionTests
{
    private readonly SkippingTime _time = new();

    [Fact]
    public async Task With_a_right_token_the_activity_is_handled()
    {
        var channel = new PretendChannel();
        await using var bot = await ListeningBot.Start(channel, development: false, _time);
        Assert.Equal(HttpStatusCode.OK, (await bot.Post(Message(), channel.Token(_time))).StatusCode);
        Assert.Single(bot.Handled);
    }

    [Fact]
    public async Task Without_a_right_token_it_is_not_in_Development_either()
    {
        var channel = new PretendChannel();
        await using var bot = await ListeningBot.Start(channel, development: true, _time);
        var wrong = new[] { null, "rubbish", channel.Token(_time, audience: "other"), channel.Token(_time, serviceUrl: "https://evil.example.test/") };
        foreach (var token in wrong)
        {
            var response = await bot.Post(Message(), token);
            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Post(Message("http://localhost:3978/"))).StatusCode);
        Assert.Empty(bot.Handled);
    }

    [Fact]
    public async Task Only_an_activity_that_is_believed_vouches_for_its_service_address()
    {
        var channel = new PretendChannel();
        await using var bot = await ListeningBot.Start(channel, development: false, _time);
        await bot.Post(Message("https://evil.example.test/"), channel.Token(_time));
        await bot.Post(Message());
        Assert.False(await bot.Vouched.Knows(PretendChannel.ServiceUrl));
        Assert.False(await bot.Vouched.Knows("https://evil.example.test/"));
        await bot.Post(Message(), channel.Token(_time));
        Assert.True(await bot.Vouched.Knows(PretendChannel.ServiceUrl));
    }

    [Fact]
    public async Task While_the_metadata_is_down_the_bot_starts_and_refuses_and_hears_once_it_is_back()
    {
        var channel = new PretendChannel { IsDown = true };
        await using var bot = await ListeningBot.Start(channel, development: false, _time);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Post(Message(), channel.Token(_time))).StatusCode);
        channel.IsDown = false;
        _time.Advance(ChannelKeys.FirstPause);
        Assert.Equal(HttpStatusCode.OK, (await bot.Post(Message(), channel.Token(_time))).StatusCode);
        channel.IsDown = true;
        _time.Advance(TimeSpan.FromHours(30));
        Assert.Equal(HttpStatusCode.OK, (await bot.Post(Message(), channel.Token(_time))).StatusCode);
    }

    [Fact]
    public async Task A_token_never_reaches_the_log()
    {
        var channel = new PretendChannel();
        await using var bot = await ListeningBot.Start(channel, development: false, _time);
        var token = channel.Token(_time, audience: "other");
        await bot.Post(Message(), token);
        Assert.Contains("SecurityTokenInvalidAudienceException", bot.Log, StringComparison.Ordinal);
        Assert.All(token.Split('.'), part => Assert.DoesNotContain(part, bot.Log, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_stranger_is_refused_before_the_body_is_looked_at()
    {
        await using var bot = await ListeningBot.Start(new PretendChannel(), development: false, _time);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Post("{ not json")).StatusCode);
    }

    [Fact]
    public async Task A_right_token_does_not_make_a_broken_body_right()
    {
        var channel = new PretendChannel();
        await using var bot = await ListeningBot.Start(channel, development: false, _time);
        Assert.Equal(HttpStatusCode.BadRequest, (await bot.Post("{ not json", channel.Token(_time))).StatusCode);
    }

    [Fact]
    public async Task Without_an_app_id_outside_Development_everybody_is_refused()
    {
        var channel = new PretendChannel();
        await using var bot = await ListeningBot.Start(development: false, time: _time);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Post(Message("http://localhost:3978/"))).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await bot.Post(Message(), channel.Token(_time))).StatusCode);
        Assert.Empty(bot.Handled);
    }

    [Theory]
    [InlineData("http://localhost:3978/_connector", HttpStatusCode.OK)]
    [InlineData("http://127.0.0.1:3978", HttpStatusCode.OK)]
    [InlineData("http://[::1]:3978/", HttpStatusCode.OK)]
    [InlineData("https://localhost:3978/", HttpStatusCode.Unauthorized)]
    [InlineData("http://localhost.example.test/", HttpStatusCode.Unauthorized)]
    [InlineData("http://127.0.0.1.example.test/", HttpStatusCode.Unauthorized)]
    [InlineData("http://10.0.0.1/", HttpStatusCode.Unauthorized)]
    [InlineData("http://0.0.0.0:3978/", HttpStatusCode.Unauthorized)]
    [InlineData("https://smba.trafficmanager.net/teams/", HttpStatusCode.Unauthorized)]
    public async Task Development_without_an_app_id_hears_loopback_service_addresses_only(string serviceUrl, HttpStatusCode expected)
    {
        await using var bot = await ListeningBot.Start(time: _time);
        Assert.Equal(expected, (await bot.Post(Message(serviceUrl))).StatusCode);
        Assert.Equal(expected == HttpStatusCode.OK ? 1 : 0, bot.Handled.Count);
    }

    [Theory]
    [InlineData("127.0.0.1", null, true)]
    [InlineData("::1", null, true)]
    [InlineData("::ffff:127.0.0.1", null, true)]
    [InlineData(null, null, true)]
    [InlineData("192.168.1.7", null, false)]
    [InlineData("127.0.0.1", "http://localhost:5000", true)]
    [InlineData("127.0.0.1", "https://evil.example.test", false)]
    [InlineData("127.0.0.1", "null", false)]
    public async Task Development_without_an_app_id_hears_this_machine_only(string? peer, string? origin, bool heard)
    {
        var http = new DefaultHttpContext();
        http.Connection.RemoteIpAddress = peer is null ? null : IPAddress.Parse(peer);
        if (origin is not null) http.Request.Headers.Origin = origin;
        Assert.Equal(heard, (await new LoopbackOnly().Admit(http.Request, CancellationToken.None)).Refusal is null);
    }

    [Fact]
    public async Task The_connector_comes_with_the_protocol()
    {
        await using var bot = await ListeningBot.Start(new PretendChannel(), development: false, _time);
        Assert.IsType<ConnectorClient>(bot.Services.GetRequiredService<IConnector>());
        Assert.IsType<EntraCredential>(bot.Services.GetRequiredService<IConnectorCredential>());
    }

    private static string Message(string serviceUrl = PretendChannel.ServiceUrl) => new JsonObject
    {
        ["type"] = "message",
        ["channelId"] = "msteams",
        ["serviceUrl"] = serviceUrl,
        ["from"] = new JsonObject { ["id"] = "29:anna" },
        ["conversation"] = new JsonObject { ["id"] = "a:1" },
        ["text"] = "help",
    }.ToJsonString();
}
