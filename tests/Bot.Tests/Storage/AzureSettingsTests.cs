using System.Net;
using Azure.Core;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Azure;
using static CheckInBot.Bot.Tests.Storage.TestRows;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>How an operator names an account, and that no error tells the secret.</summary>
public sealed class AzureSettingsTests : IDisposable
{
    private const string Key = "c2VjcmV0LXNlY3JldC1zZWNyZXQ=";
    private const string Signature = "sv=2022-11-02&ss=tq&sig=s3cr3t%2Bsig%3D";

    private readonly ScriptedAccount _service = new();

    public void Dispose() => _service.Dispose();

    [Theory]
    [InlineData("UseDevelopmentStorage=true", "http://127.0.0.1:10002/devstoreaccount1/People()")]
    [InlineData("UseDevelopmentStorage=true;DevelopmentStorageProxyUri=http://azurite", "http://azurite:10002/devstoreaccount1/People()")]
    [InlineData("UseDevelopmentStorage=true;TableEndpoint=http://localhost:7/devstoreaccount1/", "http://localhost:7/devstoreaccount1/People()")]
    [InlineData("AccountName=office;AccountKey=" + Key, "https://office.table.core.windows.net/People()")]
    [InlineData("DefaultEndpointsProtocol=https;AccountName=office;AccountKey=" + Key + ";EndpointSuffix=core.chinacloudapi.cn", "https://office.table.core.chinacloudapi.cn/People()")]
    [InlineData("accountname=office; accountkey=" + Key + "; tableendpoint=https://tables.office.example", "https://tables.office.example/People()")]
    [InlineData("TableEndpoint=https://t.example;QueueEndpoint=https://q.example;SharedAccessSignature=?" + Signature, "https://t.example/People()")]
    public async Task An_account_is_found_where_its_connection_string_says(string connection, string address)
    {
        _service.Answer(HttpStatusCode.OK, """{"value":[]}""");

        await _service.Store(connection).Table(Table).All();

        Assert.Equal(address, _service.Asked[0].Address.GetLeftPart(UriPartial.Path));
    }

    [Fact]
    public async Task A_key_signs_every_request_and_never_travels()
    {
        _service.Answer(HttpStatusCode.OK, """{"value":[]}""");

        await _service.Store("AccountName=office;AccountKey=" + Key).Table(Table).All();

        Assert.StartsWith("SharedKeyLite office:", _service.Asked[0].Authorization, StringComparison.Ordinal);
        Assert.DoesNotContain(Key, _service.Asked[0].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shared_access_signature_goes_along_once_also_when_a_request_is_repeated()
    {
        _service.Answer(HttpStatusCode.ServiceUnavailable).Answer(HttpStatusCode.OK, """{"value":[]}""");

        await _service.Store("AccountName=office;SharedAccessSignature=" + Signature).Table(Table).All();

        Assert.All(_service.Asked, asked => Assert.Equal("?$top=1000&" + Signature, asked.Address.Query));
        Assert.All(_service.Asked, asked => Assert.Equal("", asked.Authorization));
    }

    [Fact]
    public async Task An_identity_is_asked_for_a_token_of_the_storage_service()
    {
        _service.Answer(HttpStatusCode.OK, """{"value":[]}""");
        var identity = new Identity();
        await using var store = new AzureStore(new AzureSettings(AccountName: "office")
        {
            Credential = identity,
            Transport = new Azure.Core.Pipeline.HttpClientTransport(new HttpClient(_service)),
        });

        await store.Table(Table).All();

        Assert.Equal("Bearer a-token", _service.Asked[0].Authorization);
        Assert.Equal(["https://storage.azure.com/.default"], identity.Scopes);
    }

    [Theory]
    [InlineData("")]
    [InlineData("s3cr3t")]
    [InlineData("AccountKey=" + Key)]
    [InlineData("AccountName=office")]
    [InlineData("AccountName=office;AccountKey=s3cr3t!")]
    [InlineData("AccountName=office;AccountKey=" + Key + ";TableEndpoint=s3cr3t")]
    [InlineData("SharedAccessSignature=" + Signature)]
    public void A_malformed_connection_string_is_refused_without_repeating_it(string connection)
    {
        var refusal = Assert.ThrowsAny<ArgumentException>(() => new AzureStore(new AzureSettings(connection)));

        Assert.DoesNotContain("s3cr3t", refusal.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Key, refusal.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Settings_tell_no_secret_when_they_are_printed() =>
        Assert.DoesNotContain(Key, new AzureSettings("AccountName=office;AccountKey=" + Key).ToString(), StringComparison.Ordinal);

    [Theory]
    [InlineData(HttpStatusCode.Forbidden, "role Storage Table Data Contributor")]
    [InlineData(HttpStatusCode.InternalServerError, "later")]
    public async Task A_failure_names_a_remedy_and_neither_secret_nor_row(HttpStatusCode status, string remedy)
    {
        for (var i = 0; i < 4; i++)
            _service.Answer(status, """{"odata.error":{"code":"Some\r\nCode","message":{"lang":"en-US","value":"string to sign s3cr3t, row zhang"}}}""");
        await using var store = _service.Store("AccountName=office;SharedAccessSignature=" + Signature);

        var refusal = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await store.Table(Table).Get("zhang", "row"));

        Assert.Contains(remedy, refusal.Message, StringComparison.Ordinal);
        foreach (var kept in new[] { "s3cr3t", "zhang", "\n" })
            Assert.DoesNotContain(kept, refusal.Message, StringComparison.Ordinal);
        Assert.Null(refusal.InnerException);
    }

    private sealed class Identity : TokenCredential
    {
        public string[] Scopes { get; private set; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes = requestContext.Scopes;
            return new AccessToken("a-token", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            ValueTask.FromResult(GetToken(requestContext, cancellationToken));
    }
}
