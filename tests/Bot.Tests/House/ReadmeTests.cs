using System.Text.Json;
using System.Text.RegularExpressions;

namespace CheckInBot.Bot.Tests.House;

/// <summary>A newcomer needs two commands, and the README tells them as they are.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string Readme = RepositoryRoot.Read("README.md").ReplaceLineEndings("\n");

    [Fact]
    public void The_start_command_stands_on_a_line_of_its_own()
    {
        Assert.Contains("\ndotnet run --project Bot\n", Readme, StringComparison.Ordinal);
        using var settings = JsonDocument.Parse(RepositoryRoot.Read("Bot/Properties/launchSettings.json"));
        var profile = Assert.Single(settings.RootElement.GetProperty("profiles").EnumerateObject()).Value;
        Assert.Equal("Project", profile.GetProperty("commandName").GetString());
        Assert.Equal("Development", profile.GetProperty("environmentVariables").GetProperty("ASPNETCORE_ENVIRONMENT").GetString());
        Assert.All(Local().Matches(Readme), told => Assert.Equal(profile.GetProperty("applicationUrl").GetString(), told.Value));
    }

    [Fact]
    public void The_test_command_is_the_one_that_every_change_is_checked_by()
    {
        var check = RepositoryRoot.Read(".ci/run").ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');
        Assert.Equal(2, check.Length);
        var command = Exec().Match(check[1]).Groups["command"].Value;
        Assert.Contains($"\n{command}\n", Readme, StringComparison.Ordinal);
        Assert.StartsWith("#!/usr/bin/env bash\n", RepositoryRoot.Read(command), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"http://(127\.0\.0\.1|localhost):\d+")]
    private static partial Regex Local();

    [GeneratedRegex(@"&& exec (?<command>\S+)$")]
    private static partial Regex Exec();
}
