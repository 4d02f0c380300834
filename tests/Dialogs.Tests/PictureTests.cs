using System.Text.RegularExpressions;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.Swaps;
using CheckInBot.Dialogs.Tests.Absences;
using CheckInBot.Dialogs.Tests.Alerts;
using CheckInBot.Dialogs.Tests.CheckIns;
using CheckInBot.Dialogs.Tests.Covers;
using CheckInBot.Dialogs.Tests.Escalations;
using CheckInBot.Dialogs.Tests.Incidents;
using CheckInBot.Dialogs.Tests.Swaps;

namespace CheckInBot.Dialogs.Tests;

/// <summary>The pictures of the README and of docs/flows.md show every change of phase that happens, and none that does not.</summary>
public sealed partial class PictureTests
{
    private static readonly string[] Pictures = [.. Mermaid().Matches(Section("README.md", "The two conversations")).Select(m => m.Groups["picture"].Value)];

    [Fact]
    public void The_picture_of_a_check_in_is_what_check_ins_do() => Agrees(Pictures[0], CheckIns(), Enum.GetNames<CheckInPhase>());

    [Fact]
    public void The_picture_of_a_case_is_what_cases_do() => Agrees(Pictures[1], Cases(), Enum.GetNames<CasePhase>());

    [Fact]
    public void The_picture_of_an_alert_is_what_alerts_do()
    {
        var picture = Mermaid().Match(Section("docs/flows.md", "SOS (`Dialogs/Alerts/Alert.cs`, `Alert.On.cs`)")).Groups["picture"].Value;
        Agrees(picture, Alerts(), Enum.GetNames<AlertPhase>(), "docs/flows.md, \"SOS\"");
    }

    [Fact]
    public void The_picture_of_a_review_is_what_reviews_do()
    {
        var picture = Mermaid().Match(Section("docs/flows.md", "Review (`Dialogs/Incidents/Review*.cs`)")).Groups["picture"].Value;
        Agrees(picture, Reviews(), Enum.GetNames<ReviewPhase>(), "docs/flows.md, \"Review\"");
    }

    [Fact]
    public void The_picture_of_a_report_is_what_reports_do()
    {
        var picture = Mermaid().Match(Section("docs/flows.md", "Report (`Dialogs/Incidents/Incident.cs`, `Incident.On.cs`)")).Groups["picture"].Value;
        Agrees(picture, Reports(), Enum.GetNames<IncidentPhase>(), "docs/flows.md, \"Report\"");
    }

    [Fact]
    public void The_picture_of_a_cover_is_what_covers_do()
    {
        var picture = Mermaid().Match(Section("docs/flows.md", "Cover (`Dialogs/Covers/Cover.cs`, `Cover.On.cs`)")).Groups["picture"].Value;
        Agrees(picture, Covers(), Enum.GetNames<CoverPhase>(), "docs/flows.md, \"Cover\"");
    }

    [Fact]
    public void The_picture_of_a_swap_is_what_swaps_do()
    {
        var picture = Mermaid().Match(Section("docs/flows.md", "Swap (`Dialogs/Swaps/Swap.cs`, `Swap.On.cs`)")).Groups["picture"].Value;
        Agrees(picture, Swaps(), Enum.GetNames<SwapPhase>(), "docs/flows.md, \"Swap\"");
    }

    [Fact]
    public void The_picture_of_leave_is_what_leave_does()
    {
        var picture = Mermaid().Match(Section("docs/flows.md", "Leave (`Dialogs/Absences/OwnLeave.cs`)")).Groups["picture"].Value;
        Agrees(picture, Leaves(), Enum.GetNames<OwnLeavePhase>(), "docs/flows.md, \"Leave\"");
    }

    [Fact]
    public void A_line_too_many_or_too_few_is_named()
    {
        HashSet<Edge> happened = [new("[*]", "Up"), new("Up", "Down"), new("Up", "Up")];
        Assert.Empty(Faults("[*] --> Up: begins\nUp --> Down", happened, ["Up", "Down"]));
        Assert.Equal(["missing in the picture: Up --> Down", "missing in the picture: the phase Down"], Faults("[*] --> Up", happened, ["Up", "Down"]));
        Assert.Equal(["never happens: Down --> Down", "never happens: Down --> Up"], Faults("[*] --> Up\nUp --> Down\nUp --> Up\nDown --> Down\nDown --> Up", happened, ["Up", "Down"]));
        Assert.Equal(["not understood: Up -> Down"], Faults("[*] --> Up\nUp -> Down", [new("[*]", "Up")], ["Up"]));
    }

    private static void Agrees(string picture, HashSet<Edge> happened, string[] phases, string where = "README.md, \"The two conversations\"")
    {
        var faults = Faults(picture, happened, phases).ToList();
        Assert.True(faults.Count == 0, $"{where}:\n" + string.Join('\n', faults));
    }

    /// <summary>What is wrong with a picture. A change within a phase need not be drawn; one that is drawn has to happen.</summary>
    private static IEnumerable<string> Faults(string picture, HashSet<Edge> happened, string[] phases)
    {
        var lines = picture.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Except(["stateDiagram-v2", "direction LR"]).ToList();
        var drawn = lines.Select(line => Arrow().Match(line)).Where(m => m.Success).Select(m => new Edge(m.Groups["from"].Value, m.Groups["to"].Value)).ToHashSet();
        return
        [
            .. lines.Where(line => !Arrow().IsMatch(line)).Select(line => $"not understood: {line}"),
            .. drawn.Except(happened).Select(e => $"never happens: {e}").Order(),
            .. happened.Except(drawn).Where(e => e.From != e.To).Select(e => $"missing in the picture: {e}").Order(),
            .. phases.Except(drawn.SelectMany(e => new[] { e.From, e.To })).Select(phase => $"missing in the picture: the phase {phase}"),
        ];
    }

    private static HashSet<Edge> CheckIns()
    {
        HashSet<Edge> happened = [];
        Walks.Each(2500, (random, story) =>
        {
            foreach (var (before, _, _, _, step, _) in CheckInLife.Of(random, story).Take(25).Where(m => !ReferenceEquals(m.Before, m.Step.State)))
                happened.Add(new(before?.Phase.ToString() ?? "[*]", step.State.Phase.ToString()));
        });
        return happened;
    }

    private static HashSet<Edge> Cases()
    {
        HashSet<Edge> happened = [];
        Walks.Each(2500, (random, story) =>
        {
            foreach (var (before, _, _, _, step, _) in CaseLife.Of(random, random.Any(Enum.GetValues<Route>()), story).Take(25).Where(m => !ReferenceEquals(m.Before, m.Step.State)))
                happened.Add(new(before?.Phase.ToString() ?? "[*]", step.State.Phase.ToString()));
        });
        return happened;
    }

    private static HashSet<Edge> Alerts()
    {
        HashSet<Edge> happened = [];
        Walks.Each(2500, (random, story) =>
        {
            foreach (var (before, _, step, _, _) in AlertWalks.Life(random, [], story).Where(m => !ReferenceEquals(m.Before, m.Step.State)))
                happened.Add(new(before?.Phase.ToString() ?? "[*]", step.State.Phase.ToString()));
        });
        return happened;
    }

    private static HashSet<Edge> Covers()
    {
        HashSet<Edge> happened = [];
        Walks.Each(2500, (random, story) =>
        {
            foreach (var (before, _, step, _, _) in CoverWalks.Life(random, story).Where(m => !ReferenceEquals(m.Before, m.Step.State)))
                happened.Add(new(before?.Phase.ToString() ?? "[*]", step.State.Phase.ToString()));
        });
        return happened;
    }

    private static HashSet<Edge> Swaps()
    {
        HashSet<Edge> happened = [];
        Walks.Each(2500, (random, story) =>
        {
            foreach (var (before, _, step, _, _) in SwapWalks.Life(random, story).Where(m => !ReferenceEquals(m.Before, m.Step.State)))
                happened.Add(new(before?.Phase.ToString() ?? "[*]", step.State.Phase.ToString()));
        });
        return happened;
    }

    private static HashSet<Edge> Leaves()
    {
        HashSet<Edge> happened = [];
        Walks.Each(500, (random, story) =>
        {
            foreach (var (before, _, after, _) in OwnLeaveWalks.Life(random, story).Where(m => !ReferenceEquals(m.Before, m.Step.State)))
                happened.Add(new(before?.Phase.ToString() ?? "[*]", after.State.Phase.ToString()));
        });
        return happened;
    }

    private static HashSet<Edge> Reviews()
    {
        HashSet<Edge> happened = [];
        Walks.Each(2500, (random, story) =>
        {
            foreach (var (before, _, step, _, _) in ReviewWalks.Life(random, story).Where(m => !ReferenceEquals(m.Before, m.Step.State)))
                happened.Add(new(before?.Phase.ToString() ?? "[*]", step.State.Phase.ToString()));
        });
        return happened;
    }

    private static HashSet<Edge> Reports()
    {
        HashSet<Edge> happened = [new("[*]", new OneIncident().Report.Phase.ToString())];
        Walks.Each(500, (random, story) =>
        {
            var it = new OneIncident();
            for (var n = 0; n < 25; n++)
            {
                it.After(random.Any(Walks.Steps));
                var (before, e) = (it.Report, IncidentWalks.ToReport(random, Hall.Lin));
                story.Add(() => $"{before.Phase} {e}");
                it.Hears(e);
                if (!ReferenceEquals(before, it.Report))
                    happened.Add(new(before.Phase.ToString(), it.Report.Phase.ToString()));
            }
        });
        return happened;
    }

    private static string Section(string file, string heading)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "CheckInBot.sln")))
            folder = folder.Parent ?? throw new InvalidOperationException("CheckInBot.sln is in no folder above the tests.");
        var readme = File.ReadAllText(Path.Combine(folder.FullName, file)).ReplaceLineEndings("\n");
        return readme.Split($"\n## {heading}\n")[1].Split("\n## ")[0];
    }

    private sealed record Edge(string From, string To)
    {
        public override string ToString() => $"{From} --> {To}";
    }

    [GeneratedRegex("```mermaid\n(?<picture>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Mermaid();

    [GeneratedRegex(@"^(?<from>\[\*\]|\w+) --> (?<to>\w+)(: .+)?$")]
    private static partial Regex Arrow();
}
