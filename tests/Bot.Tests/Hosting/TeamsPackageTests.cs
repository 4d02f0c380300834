using System.IO.Compression;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Tests.House;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Tests.Hosting;

/// <summary>The app that an administrator uploads to Teams. Microsoft's schema is asked in <c>tests/deployment</c>.</summary>
public sealed partial class TeamsPackageTests
{
    private const string Id = "11111111-2222-4333-8444-555555555555";
    private static readonly JsonNode Manifest = JsonNode.Parse(RepositoryRoot.Read("deploymentTemplates/teams/manifest.json"))!;
    private static readonly JsonNode Chinese = JsonNode.Parse(RepositoryRoot.Read("deploymentTemplates/teams/zh-cn.json"))!;

    /// <summary>Place, English and Chinese text of every command on the lists.</summary>
    private static IEnumerable<(string Place, string Title, string Description, string? ChineseTitle, string? ChineseDescription)> Commands =>
        from list in Manifest["bots"]![0]!["commandLists"]!.AsArray().Index()
        from command in list.Item!["commands"]!.AsArray().Index()
        let place = $"bots[0].commandLists[{list.Index}].commands[{command.Index}]"
        select (place, (string)command.Item!["title"]!, (string)command.Item["description"]!, (string?)Chinese[place + ".title"], (string?)Chinese[place + ".description"]);

    [Fact]
    public void Every_listed_word_is_a_command_and_means_the_same_in_both_languages() =>
        Rule.Holds(Commands
            .Where(c => Dialogs.Commands.Parse(c.Title) is not { } command || Dialogs.Commands.Parse(c.ChineseTitle) != command)
            .Select(c => $"{c.Place}: {c.Title} / {c.ChineseTitle}"));

    [Fact]
    public void No_list_has_a_command_twice() =>
        Rule.Holds(Commands.GroupBy(c => (c.Place.Split(".commands")[0], Dialogs.Commands.Parse(c.Title))).Where(g => g.Count() > 1).Select(g => $"{g.Key}"));

    [Fact]
    public void A_person_and_sos_are_on_the_list_of_everybody()
    {
        var listed = Commands.Where(c => c.Place.StartsWith("bots[0].commandLists[0]", StringComparison.Ordinal)).Select(c => Dialogs.Commands.Parse(c.Title)).ToList();
        Assert.Contains(Command.Person, listed);
        Assert.Contains(Command.Sos, listed);
        Assert.Contains(Command.MyData, listed);
        Assert.Contains(Command.Language, listed);
    }

    [Fact]
    public void Everything_is_said_in_both_languages_and_nothing_more_is_translated()
    {
        Rule.Holds(Commands.Where(c => Han().IsMatch(c.Description) || !Han().IsMatch(c.ChineseTitle ?? "") || !Han().IsMatch(c.ChineseDescription ?? "")).Select(c => c.Place));
        string[] rest = ["$schema", "name.short", "name.full", "description.short", "description.full"];
        Assert.Equal(
            rest.Concat(Commands.SelectMany(c => new[] { c.Place + ".title", c.Place + ".description" })).Order(StringComparer.Ordinal),
            Chinese.AsObject().Select(p => p.Key).Order(StringComparer.Ordinal));
        Assert.All(rest[3..], key => Assert.Matches(Han(), (string)Chinese[key]!));
    }

    [Fact]
    public void The_package_carries_the_ids_and_the_organisation_and_the_same_command_makes_the_same_bytes()
    {
        var (command, faults) = PackageCommand.Read(
            ["package", "--app-id", Id, "--out", "a.zip", "--version", "1.2.3", "--organisation", "窗口大厅", "--website", "https://hall.example", "--privacy", "https://hall.example/p", "--terms", "https://hall.example/t"], null);
        Assert.Empty(faults);
        var bytes = TeamsPackage.Of(command!);
        Assert.Equal(bytes, TeamsPackage.Of(command!));
        using var zip = new ZipArchive(new MemoryStream(bytes));
        Assert.Equal(TeamsPackage.Files, zip.Entries.Select(e => e.FullName));
        using var entry = zip.GetEntry("manifest.json")!.Open();
        var manifest = JsonNode.Parse(entry)!;
        Assert.Equal(Id, (string?)manifest["id"]);
        Assert.Equal(Id, (string?)manifest["bots"]![0]!["botId"]);
        Assert.Equal("1.2.3", (string?)manifest["version"]);
        Assert.Equal("窗口大厅", (string?)manifest["developer"]!["name"]);
        Assert.DoesNotContain("example.com", manifest.ToJsonString(), StringComparison.Ordinal);
        Assert.False(command!.LeavesExamples);
    }

    [Fact]
    public void The_id_of_the_settings_serves_where_none_is_written()
    {
        var (command, _) = PackageCommand.Read(["package", "--out", "a.zip"], Id);
        Assert.Equal(Guid.Parse(Id), command!.AppId);
        Assert.True(command.LeavesExamples);
    }

    [Theory]
    [InlineData("--app-id", "--out", "a.zip")]
    [InlineData("--out", "--app-id", Id)]
    [InlineData(".zip", "--app-id", Id, "--out", "a.txt")]
    [InlineData("--app-id", "--app-id", "hall", "--out", "a.zip")]
    [InlineData("--version", "--app-id", Id, "--out", "a.zip", "--version", "2")]
    [InlineData("--organisation", "--app-id", Id, "--out", "a.zip", "--organisation", "An organisation whose name is long")]
    [InlineData("--privacy", "--app-id", Id, "--out", "a.zip", "--privacy", "http://hall.example")]
    [InlineData("--colour", "--app-id", Id, "--out", "a.zip", "--colour", "red")]
    [InlineData("--out", "--app-id", Id, "--out")]
    public void Whatever_is_wrong_is_named(string named, params string[] args)
    {
        var (command, faults) = PackageCommand.Read(["package", .. args], null);
        Assert.Null(command);
        Assert.Contains(named, Assert.Single(faults), StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[\u3400-\u9fff]")]
    private static partial Regex Han();
}
