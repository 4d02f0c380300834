using System.Net;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.LocalChat;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Protocol;

/// <summary>Where the bot's own token goes, and where not.</summary>
public sealed class ConnectorCredentialTests
{
    private readonly SkippingTime _time = new();
    private readonly List<HttpRequestMessage> _sent = [];

    [Fact]
    public async Task The_token_goes_with_every_request()
    {
        Assert.Equal(SendOutcome.Sent, (await Send("https://smba.example.test/teams/", new Credential())).Outcome);
        Assert.Equal("Bearer t0ken", Assert.Single(_sent).Headers.Authorization?.ToString());
    }

    [Theory]
    [InlineData("http://smba.example.test/teams/")]
    [InlineData("http://localhost:3978/")]
    [InlineData("ftp://smba.example.test/")]
    [InlineData("not an address")]
    public async Task A_token_never_leaves_unencrypted(string serviceUrl)
    {
        Assert.Equal(new SendResult(SendOutcome.Refused, Reason: "address"), await Send(serviceUrl, new Credential()));
        Assert.Empty(_sent);
    }

    [Theory]
    [InlineData("https://smba.example.test/teams/")]
    [InlineData("http://10.0.0.1/")]
    public async Task Without_an_app_id_nothing_leaves_the_machine(string serviceUrl)
    {
        Assert.Equal(SendOutcome.Refused, (await Send(serviceUrl, credential: null)).Outcome);
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task A_login_that_fails_has_shown_nothing_and_is_told_without_its_words()
    {
        var result = await Send("https://smba.example.test/teams/", new Credential { Fails = true });
        Assert.Equal(new SendResult(SendOutcome.NotNow, Reason: "credential InvalidOperationException"), result);
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task A_token_the_channel_does_not_take_is_no_fault_of_the_person() =>
        Assert.Equal(SendOutcome.NotNow, (await Send("https://smba.example.test/teams/", new Credential(), HttpStatusCode.Unauthorized)).Outcome);

    [Theory]
    [InlineData("https://evil.example.test/teams/")]
    [InlineData("https://smba.example.test/")]
    public async Task A_stored_reference_for_whose_address_no_token_vouched_is_not_followed(string serviceUrl)
    {
        Assert.Equal(new SendResult(SendOutcome.Refused, Reason: "address without a voucher"), await Send(serviceUrl, new Credential()));
        Assert.Empty(_sent);
    }

    [Fact]
    public async Task Nothing_is_sent_with_a_token_that_came_too_late_for_whoever_waits_for_the_answer()
    {
        var late = new Credential { Before = () => _time.Advance(ConnectorClient.LastStart + TimeSpan.FromMilliseconds(1)) };
        Assert.Equal(new SendResult(SendOutcome.NotNow, Reason: "the credential took too long"), await Send("https://smba.example.test/teams/", late));
        Assert.Empty(_sent);
    }

    private async Task<SendResult> Send(string serviceUrl, IConnectorCredential? credential, HttpStatusCode status = HttpStatusCode.Created)
    {
        var vouched = new VouchedAddresses(new TableInMemory(), new EphemeralDataProtectionProvider(NullLoggerFactory.Instance));
        await vouched.Heard("https://smba.example.test/teams/");
        var http = new HttpClient(new Wire(_sent, status));
        return await new ConnectorClient(http, credential, vouched, PretendConnector.NoPace(_time), _time, () => 0.5)
            .Send(new ConversationReference(serviceUrl, "a:1", "28:bot", null, null), new OutgoingActivity { Text = "hello" }, Repeat.OnlyDefinite, SendPriority.News);
    }

    private sealed class Credential : IConnectorCredential
    {
        public bool Fails { get; init; }

        public Action Before { get; init; } = () => { };

        public ValueTask<string> Token(CancellationToken cancel)
        {
            Before();
            return Fails ? throw new InvalidOperationException("secret s3cret is wrong") : ValueTask.FromResult("t0ken");
        }
    }

    private sealed class Wire(List<HttpRequestMessage> sent, HttpStatusCode status) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            sent.Add(request);
            return Task.FromResult(new HttpResponseMessage(status));
        }
    }
}
