using CheckInBot.Bot.Protocol;
using Microsoft.Extensions.Configuration;

namespace CheckInBot.Bot.Tests.Protocol;

public sealed class BotSettingsTests
{
    private const string Id = PretendChannel.AppId;

    [Fact]
    public void Development_starts_without_any_setting() => Assert.Empty(Read().Faults(development: true));

    [Fact]
    public void Elsewhere_a_missing_app_id_is_told_with_what_to_set()
    {
        var fault = Assert.Single(Read().Faults(development: false));
        Assert.StartsWith("Bot:AppId is not set: set it to", fault, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ClientSecret", "s3cret")]
    [InlineData("ManagedIdentity", "true")]
    public void A_bot_with_one_credential_starts(string key, string value) =>
        Assert.Empty(Read(("AppId", Id), (key, value)).Faults(development: false));

    [Theory]
    [InlineData("72f988bf-86f1-41af-91ab-2d7cd011db47")]
    [InlineData("contoso.onmicrosoft.com")]
    public void A_tenant_is_an_id_or_a_domain(string tenant) =>
        Assert.Empty(Read(("AppId", Id), ("ClientSecret", "s"), ("TenantId", tenant)).Faults(development: false));

    [Theory]
    [InlineData("Bot:Cloud", "Cloud", "Mars")]
    [InlineData("Bot:TenantId", "TenantId", "our tenant")]
    [InlineData("Bot:AppId", "AppId", "my-bot")]
    [InlineData("Bot:ManagedIdentity", "ManagedIdentity", "yes")]
    [InlineData("Bot:ClientSecret and Bot:ManagedIdentity", "ManagedIdentity", "true")]
    public void Each_wrong_setting_is_named(string named, string key, string value)
    {
        var settings = Read([.. new[] { ("AppId", Id), ("ClientSecret", "s") }.Where(s => s.Item1 != key), (key, value)]);
        Assert.StartsWith(named, Assert.Single(settings.Faults(development: false)), StringComparison.Ordinal);
    }

    [Fact]
    public void All_faults_are_told_at_once() =>
        Assert.Equal(4, Read(("Cloud", "Mars"), ("TenantId", "?"), ("ClientSecret", "s")).Faults(development: false).Count);

    [Fact]
    public void An_app_id_without_a_credential_is_a_fault_in_Development_too() =>
        Assert.Contains("without a credential", Assert.Single(Read(("AppId", Id)).Faults(development: true)), StringComparison.Ordinal);

    [Fact]
    public void Blank_counts_as_not_set() => Assert.Empty(Read(("AppId", " "), ("ClientSecret", "")).Faults(development: true));

    [Fact]
    public void A_log_line_cannot_give_the_secret_away() =>
        Assert.DoesNotContain("s3cret", $"{Read(("AppId", Id), ("ClientSecret", "s3cret"))}", StringComparison.Ordinal);

    [Theory]
    [InlineData(null, "https://api.botframework.com")]
    [InlineData("public", "https://api.botframework.com")]
    [InlineData("UsGov", "https://api.botframework.us")]
    [InlineData("china", "https://api.botframework.azure.cn")]
    public void One_word_selects_the_cloud(string? word, string issuer)
    {
        var cloud = Read(("Cloud", word)).Cloud;
        Assert.Equal(issuer, cloud.Issuer);
        Assert.Equal(issuer + "/.default", cloud.Scope);
    }

    /// <summary>"Sovereign cloud configuration" of the Teams SDK and "Configure a bot in Azure operated by 21Vianet", read in November 2026.</summary>
    [Theory]
    [InlineData("Public", "https://login.botframework.com/v1/.well-known/openidconfiguration", "https://login.microsoftonline.com/", "botframework.com")]
    [InlineData("UsGov", "https://login.botframework.azure.us/v1/.well-known/openidconfiguration", "https://login.microsoftonline.us/", "MicrosoftServices.onmicrosoft.us")]
    [InlineData("China", "https://login.botframework.azure.cn/v1/.well-known/openidconfiguration", "https://login.partner.microsoftonline.cn/", "microsoftservices.partner.onmschina.cn")]
    public void The_same_word_selects_the_keys_and_the_login(string word, string metadata, string login, string tenant)
    {
        var cloud = Read(("Cloud", word)).Cloud;
        Assert.Equal((metadata, login, tenant), (cloud.Metadata.AbsoluteUri, cloud.Login.AbsoluteUri, cloud.SharedTenant));
    }

    private static BotSettings Read(params (string Key, string? Value)[] settings) => BotSettings.Read(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create("Bot:" + setting.Key, setting.Value)))
        .Build());
}
