using System.Net;
using Azure.Identity;
using CheckInBot.Bot.Checks;
using CheckInBot.Bot.Protocol;

namespace CheckInBot.Bot.Tests.Checks;

/// <summary>Why the bot gets no token, or no keys of the channel, in the words of the remedy.</summary>
public sealed class CredentialCheckTests
{
    private const string Said = "A configuration issue is preventing authentication. Original exception: {0}: Invalid client secret 'hush' provided. Trace ID: 4711";
    private static readonly BotSettings WithSecret = new("11111111-2222-4333-8444-555555555555", null, "China", "hush", null);
    private static readonly BotSettings WithIdentity = WithSecret with { ClientSecret = null, ManagedIdentity = "true" };

    [Theory]
    [InlineData("AADSTS7000215", "not to its id")]
    [InlineData("AADSTS7000222", "Make a new one")]
    [InlineData("AADSTS700016", "Bot:TenantId")]
    [InlineData("AADSTS90002", "Bot:TenantId")]
    [InlineData("AADSTS7000112", "Enable")]
    [InlineData("AADSTS53003", "sign in from")]
    [InlineData("AADSTS900144", "AADSTS900144")]
    public async Task A_refusal_names_the_remedy_and_not_what_was_said(string code, string remedy)
    {
        var finding = await Look(WithSecret, () => throw new AuthenticationFailedException(Said.Replace("{0}", code, StringComparison.Ordinal)));
        Assert.Equal(Found.Fault, finding.How);
        Assert.Contains(remedy, finding.Says, StringComparison.Ordinal);
        Assert.Contains("login.partner.microsoftonline.cn", finding.Says, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", finding.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("4711", finding.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_login_out_of_reach_is_a_matter_of_the_network() =>
        Assert.Contains("HTTPS_PROXY", (await Look(WithSecret, () => throw new AuthenticationFailedException("failed", new HttpRequestException("no route")))).Says, StringComparison.Ordinal);

    [Fact]
    public async Task A_missing_identity_is_told_as_such() =>
        Assert.Contains("client id is Bot:AppId", (await Look(WithIdentity, () => throw new CredentialUnavailableException("no endpoint"))).Says, StringComparison.Ordinal);

    [Fact]
    public async Task A_token_is_not_shown()
    {
        var finding = await Look(WithSecret, () => "t0ken");
        Assert.Equal(Found.Ok, finding.How);
        Assert.DoesNotContain("t0ken", finding.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.OK, """{ "issuer": "https://api.botframework.azure.cn", "jwks_uri": "https://keys.example" }""", Found.Ok, "azure.cn")]
    [InlineData(HttpStatusCode.OK, """{ "issuer": "https://api.botframework.com", "jwks_uri": "https://keys.example" }""", Found.Fault, "stands between")]
    [InlineData(HttpStatusCode.OK, "<html>Sign in</html>", Found.Fault, "sign-in page")]
    [InlineData(HttpStatusCode.Found, "", Found.Fault, "302")]
    public async Task The_channels_keys_must_be_those_of_the_cloud(HttpStatusCode status, string body, Found how, string says)
    {
        using var http = new HttpClient(new Wire(status, body));
        var finding = await new ChannelCheck(WithSecret, http).Keys(CancellationToken.None);
        Assert.Equal(how, finding.How);
        Assert.Contains(says, finding.Says, StringComparison.Ordinal);
    }

    private static Task<Finding> Look(BotSettings settings, Func<string> token) => new CredentialCheck(settings, new Login(token)).Look(CancellationToken.None);

    private sealed class Login(Func<string> token) : IConnectorCredential
    {
        public ValueTask<string> Token(CancellationToken cancel) => ValueTask.FromResult(token());
    }

    private sealed class Wire(HttpStatusCode status, string body) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });
    }
}
