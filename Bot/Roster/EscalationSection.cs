using System.Collections.Immutable;
using System.Text.Json;
using CheckInBot.Dialogs.Escalations;
using Route = CheckInBot.Dialogs.Escalations.Route;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads the section <c>escalation</c> of <c>policy.json</c>: whom a case asks, how long it waits for them, and what follows.</summary>
internal static class EscalationSection
{
    /// <summary>The names that may stand in the section.</summary>
    public static readonly string[] Names = ["urgencies", "urgencyOf", "openCases", "chains", "remindOwnerAfter", "remindCrisisContactAfter", "visitAfter", "visitOpenFor"];

    private const int MostSteps = 10;
    private const int MostRounds = 5;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    /// <summary>The routes by their words.</summary>
    public static readonly ImmutableSortedDictionary<string, Route> Routes = Words<Route>();
    private static readonly ImmutableSortedDictionary<string, StepRole> Roles = Words<StepRole>();
    private static readonly ImmutableSortedDictionary<string, Urgency> Urgencies = Words<Urgency>();
    private static readonly ImmutableSortedDictionary<string, Cause> Causes = Words<Cause>();

    public static EscalationPolicy Read(JsonSection section)
    {
        var urgencies = section.Object("urgencies", [.. Urgencies.Keys]);
        var urgencyOf = section.Object("urgencyOf", [.. Causes.Keys]);
        var chains = section.Object("chains", [.. Routes.Keys]);
        return new(
            Routes.ToImmutableSortedDictionary(r => r.Value, r => Steps(chains, r.Key)),
            Urgencies.ToImmutableSortedDictionary(u => u.Value, u => PaceOf(urgencies.Object(u.Key, "wait", "workingHours", "rounds"))),
            Causes.ToImmutableSortedDictionary(c => c.Value, c => urgencyOf.Choice(c.Key, Urgencies)),
            section.Number("openCases", 1, 100),
            section.Span("remindOwnerAfter", Minute, 30 * Day),
            section.Span("remindCrisisContactAfter", Minute, Day),
            section.Span("visitAfter", Minute, 30 * Day),
            section.Span("visitOpenFor", TimeSpan.FromHours(1), 60 * Day));
    }

    private static Pace PaceOf(JsonSection urgency) =>
        new(urgency.Span("wait", TimeSpan.FromSeconds(10), 7 * Day), urgency.Flag("workingHours"), urgency.Number("rounds", 1, MostRounds));

    private static ImmutableArray<ChainStep> Steps(JsonSection chains, string route)
    {
        var steps = chains.Objects(route, "role", "onDuty", "everyone")
            .Select(step => new ChainStep(step.Choice("role", Roles), step.Flag("onDuty"), Everyone: step.Flag("everyone")))
            .ToImmutableArray();
        if (steps.Length > MostSteps)
            chains.Add(route, $"the chain has {steps.Length} steps", $"Keep at most {MostSteps}.");
        return steps;
    }

    /// <summary>The values of an enum by the words in which files write them.</summary>
    private static ImmutableSortedDictionary<string, T> Words<T>() where T : struct, Enum =>
        Enum.GetValues<T>().ToImmutableSortedDictionary(v => JsonNamingPolicy.CamelCase.ConvertName(v.ToString()), v => v, StringComparer.Ordinal);
}
