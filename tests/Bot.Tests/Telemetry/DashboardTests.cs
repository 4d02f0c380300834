using System.Text.Json;
using System.Text.RegularExpressions;
using CheckInBot.Bot.Telemetry;
using CheckInBot.Bot.Tests.House;

namespace CheckInBot.Bot.Tests.Telemetry;

/// <summary>A dashboard or an alert that asks for a metric which nobody sends is always green.</summary>
public sealed partial class DashboardTests
{
    private const string FromFramework = "http_server_request_duration_seconds_count";
    private static readonly string[] Aggregation = ["le"];
    private static readonly string[] OfFramework = ["http_route", "http_response_status_code"];

    private static readonly Dictionary<string, Metric> Names = MetricNames.All.SelectMany(m => m.PrometheusNames.Select(n => (n, m))).ToDictionary(p => p.n, p => p.m, StringComparer.Ordinal);

    private static readonly List<string> Panels = ReadPanels();
    private static readonly IReadOnlyList<(string Name, string Query)> Alerts =
        [.. Alert().Matches(RepositoryRoot.Read("deploymentTemplates/alerts.yaml")).Select(m => (m.Groups["name"].Value, m.Groups["query"].Value))];

    [Fact]
    public void Every_query_names_a_metric_and_labels_that_exist()
    {
        Assert.True(Panels.Count > 10 && Alerts.Count > 10);
        House.Rule.Holds(Panels.Concat(Alerts.Select(a => a.Query)).SelectMany(Unknown));
    }

    [Fact]
    public void A_query_that_asks_for_nothing_known_is_noticed()
    {
        Assert.NotEmpty(Unknown("sum(checkinbot_turns_total)"));
        Assert.NotEmpty(Unknown("sum by (checkinbot_part) (checkinbot_queue_age_seconds)"));
        Assert.Empty(Unknown("min by (checkinbot_part) (checkinbot_part_ready) == 0"));
    }

    [Fact]
    public void Every_metric_is_drawn() =>
        House.Rule.Holds(MetricNames.All.Where(m => !Panels.Any(q => m.PrometheusNames.Any(n => Name().Matches(q).Any(x => x.Value == n)))).Select(m => m.Name));

    [Fact]
    public void The_operators_page_says_of_every_alert_what_to_do_and_tells_of_no_other()
    {
        var told = Row().Matches(RepositoryRoot.Read("docs/operate.md")).Select(m => m.Groups["name"].Value).ToList();
        Assert.Equal(Alerts.Select(a => a.Name).Order(StringComparer.Ordinal), told.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_operators_page_names_every_metric() =>
        House.Rule.Holds(MetricNames.All.Where(m => !RepositoryRoot.Read("docs/operate.md").Contains($"`{m.Name}`", StringComparison.Ordinal)).Select(m => m.Name));

    private static IEnumerable<string> Unknown(string query)
    {
        var names = Name().Matches(query).Select(m => m.Value).Where(n => n != FromFramework).ToList();
        var labels = names.Where(Names.ContainsKey).SelectMany(n => Names[n].Attributes.Select(a => a.Replace('.', '_'))).Concat(Aggregation).Concat(query.Contains(FromFramework, StringComparison.Ordinal) ? OfFramework : []).ToList();
        var bare = names.Where(n => !labels.Contains(n)).ToList();
        return bare.Where(n => !Names.ContainsKey(n)).Concat(Label().Matches(query).SelectMany(m => m.Groups["label"].Captures.Select(c => c.Value)).Except(labels)).Select(wrong => $"{wrong} in {query}")
            .Concat(names.Count == 0 && !query.Contains(FromFramework, StringComparison.Ordinal) ? [$"no metric in {query}"] : []);
    }

    private static List<string> ReadPanels()
    {
        using var dashboard = JsonDocument.Parse(RepositoryRoot.Read("deploymentTemplates/dashboard.json"));
        return [.. dashboard.RootElement.GetProperty("panels").EnumerateArray().SelectMany(p => p.GetProperty("targets").EnumerateArray()).Select(t => t.GetProperty("expr").GetString()!)];
    }

    [GeneratedRegex(@"- alert: (?<name>\w+)\s+expr: (?<query>.+)")]
    private static partial Regex Alert();

    [GeneratedRegex(@"^\| `(?<name>CheckInBot\w+)`", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex(@"\b(checkinbot|http)_\w+")]
    private static partial Regex Name();

    [GeneratedRegex(@"\bby \((?:(?<label>\w+)(?:, )?)+\)|\{(?:(?<label>\w+)(?:=~|!=|=)""[^""]*"",?)+\}")]
    private static partial Regex Label();
}
