using System.Text.RegularExpressions;

namespace CheckInBot.Bot.Tests.House;

/// <summary>No secret in the repository, and none on a command line.</summary>
public sealed partial class SecretTests
{
    /// <summary>Azurite's account key, which Microsoft publishes in its documentation.</summary>
    private const string Azurite = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    /// <summary>What is in every secret that a test pretends.</summary>
    private static readonly string[] Pretended = ["s3cret", "s3cr3t", "marked"];

    [Fact]
    public void No_file_of_the_repository_holds_anything_that_looks_like_a_secret() => Rule.Holds(RepositoryRoot.Everything.Where(f => !f.Path.EndsWith("SecretTests.cs", StringComparison.Ordinal))
        .SelectMany(f => Key().Matches(f.Text).Select(m => m.Value).Where(key => key != Azurite && IsRandom(key))
            .Concat(Marked().Matches(f.Text).Select(m => m.Value))
            .Concat(Assigned().Matches(f.Text).Select(m => m.Groups["value"].Value).Where(v => !Pretended.Any(v.Contains) && !IsPlaceholder(v)))
            .Select(found => $"{f.Path}: {found[..Math.Min(found.Length, 12)]}…")));

    [Theory]
    [InlineData("AccountKey=abcDEF123+/abcDEF123+/abcDEF123+/abcDEF123+/abcDEF123+/abcDEF123+/abcDEF123+/abcDEF12==")]
    [InlineData("-----BEGIN PRIVATE " + "KEY-----")]
    [InlineData("\"ClientSecret\": \"Q~x8Q~8kd.0skdjfSDKJF9\"")]
    [InlineData("Bot__ClientSecret=Q~x8Q~8kd.0skdjfSDKJF9")]
    [InlineData("password = \"hunter22\"")]
    [InlineData("ghp" + "_abcdefghijklmnopqrstuvwxyz0123456789")]
    [InlineData("eyJhbGciOiJSUzI1NiIsImtpZCI6" + ".eyJpc3MiOiJodHRwczovL2FwaS5ib3Q.c2lnbmF0dXJl")]
    [InlineData("?sv=2024-01-01&sig=abc%2FdefGHI123456789012345678901234567890%3D")]
    public void Such_things_are_found(string text) => Assert.True(
        Key().Matches(text).Any(m => IsRandom(m.Value)) || Marked().IsMatch(text) || Assigned().Matches(text).Any(m => !IsPlaceholder(m.Groups["value"].Value)), text);

    // Every user of a machine reads its command lines.
    [Fact]
    public void No_command_takes_a_secret_as_an_argument() =>
        Rule.Holds(RepositoryRoot.Sources.Where(f => f.Path.EndsWith("Command.cs", StringComparison.Ordinal)).SelectMany(f => f.Matches(SecretOption())));

    private static bool IsRandom(string key) => key.Any(char.IsDigit) && key.Any(char.IsUpper) && key.Any(char.IsLower) && key.Distinct().Count() > 12;

    private static bool IsPlaceholder(string value) =>
        value.Length < 6 || value.StartsWith('<') || value.StartsWith('$') || value.StartsWith('{') || value.StartsWith('%') || value.Contains("parameters(", StringComparison.Ordinal) || !value.Any(char.IsAsciiDigit);

    /// <summary>512 bits in base64, as storage accounts have them; the hashes of packages in a lock file say what they are.</summary>
    [GeneratedRegex(@"(?<!sha512-)(?<!contentHash"": "")(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{86}==")]
    private static partial Regex Key();

    [GeneratedRegex(@"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bgh[pousr]_[A-Za-z0-9]{30,}|\bxox[abp]-[A-Za-z0-9-]{20,}|\bAKIA[A-Z0-9]{16}\b|\beyJ[A-Za-z0-9_-]{20,}\.eyJ[A-Za-z0-9_-]{20,}\.[A-Za-z0-9_-]{8,}|[?&]sig=[A-Za-z0-9%+/]{30,}")]
    private static partial Regex Marked();

    [GeneratedRegex(@"(?i:client_?secret|password|passwd|api_?key|account_?key|connection_?string)""?\s*[:=]\s*""?(?<value>[^\s"",;)}\]|`]{6,})")]
    private static partial Regex Assigned();

    [GeneratedRegex(@"""--[a-z-]*(secret|password|key|token)", RegexOptions.IgnoreCase)]
    private static partial Regex SecretOption();
}
