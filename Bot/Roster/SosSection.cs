using System.Collections.Immutable;
using System.Text.Json;
using CheckInBot.Dialogs.Alerts;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads the section <c>sos</c> of <c>policy.json</c>: whom an alert calls, in which order, and how long it waits.</summary>
internal static class SosSection
{
    /// <summary>The names that may stand in the section.</summary>
    public static readonly string[] Names = ["confirmFor", "cancelFor", "steps", "againAfter", "remindAfter", "lapseAfter"];

    private const int MostSteps = 6;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly ImmutableSortedDictionary<string, Callee> Callees =
        Enum.GetValues<Callee>().ToImmutableSortedDictionary(c => JsonNamingPolicy.CamelCase.ConvertName(c.ToString()), c => c, StringComparer.Ordinal);

    public static AlertPolicy Read(JsonSection section)
    {
        var policy = new AlertPolicy(
            section.Span("confirmFor", 10 * Second, 10 * Minute),
            section.Span("cancelFor", 5 * Second, Minute),
            Steps(section),
            section.Span("againAfter", 10 * Second, 10 * Minute),
            section.Span("remindAfter", Minute, 60 * Minute),
            section.Span("lapseAfter", 30 * Minute, TimeSpan.FromDays(1)));
        if (policy.LapseAfter <= policy.RemindAfter && section.Has("lapseAfter") && section.Has("remindAfter"))
            section.Add("lapseAfter", "an alert would end before anybody is reminded of it", "Write a span longer than that of remindAfter.");
        return policy;
    }

    private static ImmutableArray<AlertStep> Steps(JsonSection section)
    {
        var steps = section.Objects("steps", "whom", "wait")
            .Select(step => new AlertStep(Whom(step), step.Span("wait", 10 * Second, 10 * Minute)))
            .ToImmutableArray();
        if (steps.Length > MostSteps)
            section.Add("steps", $"there are {steps.Length} steps", $"Keep at most {MostSteps}.");
        return steps;
    }

    private static ImmutableArray<Callee> Whom(JsonSection step)
    {
        var whom = ImmutableArray.CreateBuilder<Callee>();
        foreach (var (i, word) in step.Texts("whom").Index())
        {
            if (Callees.TryGetValue(word, out var callee))
                whom.Add(callee);
            else
                step.Add($"whom[{i}]", $"unknown word{FileFaults.Quoted(word)}", $"Write one of {string.Join(", ", Callees.Keys)}.");
        }
        return whom.ToImmutable();
    }
}
