using System.Security.Cryptography;
using System.Text;
using CheckInBot.Bot.Protocol;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.IdentityModel.Tokens;

namespace CheckInBot.Bot.Tests.Protocol;

public sealed class InboundTokenTests : IDisposable
{
    private readonly PretendChannel _channel = new();
    private readonly SkippingTime _time = new();
    private readonly HttpClient _http;
    private readonly InboundToken _check;

    public InboundTokenTests()
    {
        _http = new HttpClient(_channel);
        _check = new InboundToken(PretendChannel.AppId, Cloud.Public,
            new ChannelKeys(_http, Cloud.Public.Metadata, _time, NullLogger<ChannelKeys>.Instance), _time);
    }

    public void Dispose()
    {
        _http.Dispose();
        _channel.Dispose();
    }

    [Fact]
    public async Task A_right_token_passes() => Assert.Null(await Refusal(_channel.Token(_time)));

    [Theory]
    [InlineData(SecurityAlgorithms.RsaSha384)]
    [InlineData(SecurityAlgorithms.RsaSha512)]
    public async Task The_longer_signatures_of_the_same_kind_pass(string algorithm) =>
        Assert.Null(await Refusal(_channel.Token(_time, signed: PretendChannel.Signing(_channel.KeyOf("one"), "one", algorithm))));

    [Fact]
    public async Task A_token_for_another_audience_is_refused() =>
        Assert.Contains("Audience", await Refusal(_channel.Token(_time, audience: "11111111-2222-3333-4444-555555555555")), StringComparison.Ordinal);

    [Theory]
    [InlineData("https://api.botframework.us")]
    [InlineData("https://api.botframework.com/")]
    [InlineData("https://api.botframework.com.evil.example")]
    [InlineData("")]
    // The Emulator's and skills', as SDKs accept them; and the directory of another organisation.
    [InlineData("https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/")]
    [InlineData("https://login.microsoftonline.com/d6d49420-f39b-4df7-a1dc-d59a935871db/v2.0")]
    [InlineData("https://sts.windows.net/f8cdef31-a31e-4b4a-93e4-5f571e91255a/")]
    [InlineData("https://login.microsoftonline.com/f8cdef31-a31e-4b4a-93e4-5f571e91255a/v2.0")]
    [InlineData("https://sts.windows.net/cab8a31a-1906-4287-a0d8-4eef66b95f6e/")]
    [InlineData("https://login.microsoftonline.us/cab8a31a-1906-4287-a0d8-4eef66b95f6e/v2.0")]
    [InlineData("https://sts.windows.net/22222222-2222-4222-8222-222222222222/")]
    [InlineData("https://login.microsoftonline.com/22222222-2222-4222-8222-222222222222/v2.0")]
    public async Task A_token_of_another_issuer_is_refused(string issuer) =>
        Assert.Contains("Issuer", await Refusal(_channel.Token(_time, issuer: issuer)), StringComparison.Ordinal);

    public static TheoryData<string, string> Clouds
    {
        get
        {
            var pairs = new TheoryData<string, string>();
            foreach (var (own, sender) in Cloud.All.SelectMany(own => Cloud.All.Select(sender => (own, sender))))
                pairs.Add(own.Name, sender.Name);
            return pairs;
        }
    }

    [Theory]
    [MemberData(nameof(Clouds))]
    public async Task A_bot_of_one_cloud_believes_no_other_cloud(string own, string sender)
    {
        var cloud = Cloud.Named(own)!;
        var check = new InboundToken(PretendChannel.AppId, cloud, new ChannelKeys(_http, cloud.Metadata, _time, NullLogger<ChannelKeys>.Instance), _time);
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = "Bearer " + _channel.Token(_time, issuer: Cloud.Named(sender)!.Issuer);
        Assert.Equal(own == sender, (await check.Admit(http.Request, CancellationToken.None)).Refusal is null);
    }

    [Fact]
    public async Task A_key_that_the_token_brings_along_itself_counts_for_nothing()
    {
        using var own = RSA.Create(2048);
        var key = own.ExportParameters(false);
        var jwk = $$"""{"kty":"RSA","kid":"one","use":"sig","n":"{{Base64UrlEncoder.Encode(key.Modulus)}}","e":"{{Base64UrlEncoder.Encode(key.Exponent)}}","endorsements":["msteams"]}""";
        var header = $$"""{"alg":"RS256","typ":"JWT","kid":"one","jwk":{{jwk}},"jku":"https://evil.example.test/keys","x5u":"https://evil.example.test/cert"}""";
        var body = $"{Base64UrlEncoder.Encode(header)}.{_channel.Token(_time).Split('.')[1]}";
        var signature = own.SignData(Encoding.ASCII.GetBytes(body), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Assert.Contains("Signature", await Refusal($"{body}.{Base64UrlEncoder.Encode(signature)}"), StringComparison.Ordinal);
        Assert.Equal(1, _channel.Reads);
    }

    [Theory]
    [InlineData("PS256")]
    [InlineData("ES256")]
    [InlineData("rs256")]
    [InlineData("RSA-OAEP")]
    public async Task A_token_of_an_algorithm_that_the_channel_does_not_use_is_refused(string algorithm) =>
        Assert.Equal("the token's algorithm is not accepted", await Refusal(Unsigned(_channel.Token(_time), algorithm) + ".AAAA"));

    [Fact]
    public async Task A_token_signed_with_another_key_under_the_channels_name_is_refused()
    {
        using var other = RSA.Create(2048);
        Assert.Contains("Signature", await Refusal(_channel.Token(_time, signed: PretendChannel.Signing(other, "one"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_whose_key_nobody_published_is_refused()
    {
        using var other = RSA.Create(2048);
        Assert.Equal("the token's key is not the channel's", await Refusal(_channel.Token(_time, signed: PretendChannel.Signing(other, "other"))));
    }

    [Fact]
    public async Task A_token_is_refused_once_it_ended_more_than_five_minutes_ago()
    {
        var token = _channel.Token(_time, until: TimeSpan.FromMinutes(10));
        _time.Advance(TimeSpan.FromMinutes(14.9));
        Assert.Null(await Refusal(token));
        _time.Advance(TimeSpan.FromMinutes(0.2));
        Assert.Contains("Lifetime", await Refusal(token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_refused_until_five_minutes_before_it_begins()
    {
        var token = _channel.Token(_time, from: TimeSpan.FromMinutes(6));
        Assert.Contains("Lifetime", await Refusal(token), StringComparison.Ordinal);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null(await Refusal(token));
    }

    [Fact]
    public async Task A_token_without_an_end_is_refused()
    {
        var token = Unsigned(_channel.Token(_time), "RS256", payload => payload.Replace("\"exp\"", "\"never\"", StringComparison.Ordinal));
        var signature = _channel.KeyOf("one").SignData(Encoding.ASCII.GetBytes(token), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        Assert.Contains("Lifetime", await Refusal($"{token}.{Base64UrlEncoder.Encode(signature)}"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("")]
    public async Task A_token_without_a_signature_is_refused(string algorithm) =>
        Assert.Equal("the token's algorithm is not accepted", await Refusal(Unsigned(_channel.Token(_time), algorithm) + "."));

    [Fact]
    public async Task A_right_token_whose_signature_was_cut_off_is_refused()
    {
        var token = _channel.Token(_time);
        Assert.NotNull(await Refusal(token[..(token.LastIndexOf('.') + 1)]));
    }

    [Fact]
    public async Task A_token_whose_content_was_changed_is_refused()
    {
        var right = _channel.Token(_time);
        var changed = Unsigned(right, "RS256", payload => payload.Replace("smba", "evil", StringComparison.Ordinal));
        Assert.Contains("Signature", await Refusal(changed + right[right.LastIndexOf('.')..], "https://evil.example.test/teams/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_shared_secret_is_refused()
    {
        var token = Unsigned(_channel.Token(_time), "HS256");
        foreach (var secret in new[] { _channel.KeyOf("one").ExportSubjectPublicKeyInfo(), Encoding.ASCII.GetBytes(_channel.KeyOf("one").ExportSubjectPublicKeyInfoPem()) })
        {
            var signature = HMACSHA256.HashData(secret, Encoding.ASCII.GetBytes(token));
            Assert.Equal("the token's algorithm is not accepted", await Refusal($"{token}.{Base64UrlEncoder.Encode(signature)}"));
        }
    }

    [Theory]
    [InlineData("https://evil.example.test/teams/")]
    [InlineData("http://smba.example.test/teams/")]
    [InlineData("https://smba.example.test/teams/amer/")]
    [InlineData("https://smba.example.test:8443/teams/")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_token_for_another_service_address_is_refused(string? claimed) =>
        Assert.Equal("the token is for another service address", await Refusal(_channel.Token(_time, serviceUrl: claimed)));

    [Theory]
    [InlineData("https://smba.example.test/teams")]
    [InlineData("https://SMBA.example.test/teams/")]
    public async Task A_trailing_slash_and_the_case_of_the_host_do_not_matter(string claimed) =>
        Assert.Null(await Refusal(_channel.Token(_time, serviceUrl: claimed)));

    [Fact]
    public async Task The_documented_spelling_of_the_service_claim_counts_too() =>
        Assert.Null(await Refusal(_channel.Token(_time, claim: "serviceUrl")));

    [Theory]
    [InlineData("emulator")]
    [InlineData("MSTEAMS")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_key_that_is_not_endorsed_for_the_channel_is_refused(string? channelId) =>
        Assert.Equal("the token's key is not endorsed for the channel", await Refusal(_channel.Token(_time), channelId: channelId));

    [Fact]
    public async Task A_key_without_endorsements_signs_for_no_channel()
    {
        _channel.Publish("bare", endorsements: null);
        Assert.Equal("the token's key is not endorsed for the channel", await Refusal(_channel.Token(_time, key: "bare")));
    }

    [Fact]
    public async Task No_header_is_refused() => Assert.Equal("no bearer token", (await Admit(null)).Refusal);

    [Theory]
    [InlineData("Bearer")]
    [InlineData("Bearer ")]
    [InlineData("Basic dXNlcjpwYXNz")]
    [InlineData("Bearer rubbish")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer e30.e30.e30")]
    [InlineData("Bearer ....")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.e30.AAAA")]
    [InlineData("Bearer 令牌.令牌.令牌")]
    public async Task A_garbage_header_is_refused(string header) => Assert.NotNull((await Admit(header)).Refusal);

    [Fact]
    public async Task A_garbage_token_does_not_make_the_bot_read_metadata()
    {
        await Admit("Bearer rubbish");
        await Refusal(Unsigned(_channel.Token(_time), "none") + ".");
        Assert.Equal(0, _channel.Reads);
    }

    private async Task<string?> Refusal(string token, string serviceUrl = PretendChannel.ServiceUrl, string? channelId = "msteams")
    {
        var admission = await Admit("Bearer " + token);
        return admission.Refusal ?? admission.Vouch(new Activity { Type = "message", ChannelId = channelId, ServiceUrl = serviceUrl });
    }

    private Task<Admission> Admit(string? header)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers.Authorization = header;
        return _check.Admit(http.Request, CancellationToken.None);
    }

    /// <summary>The token's first two parts, with another algorithm and, if wished, other content.</summary>
    private static string Unsigned(string token, string algorithm, Func<string, string>? change = null)
    {
        var payload = Base64UrlEncoder.Decode(token.Split('.')[1]);
        var header = $$"""{"alg":"{{algorithm}}","kid":"one","typ":"JWT"}""";
        return $"{Base64UrlEncoder.Encode(header)}.{Base64UrlEncoder.Encode(change?.Invoke(payload) ?? payload)}";
    }
}
