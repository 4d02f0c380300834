using System.Globalization;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Imports;

/// <summary>An import in lines, for whoever runs the command. People and shifts are told by id.</summary>
public static class ImportSummary
{
    private const int MostIds = 30;

    public static IEnumerable<string> Of(ImportPlan plan)
    {
        if (plan.Undoes is { } undone)
            yield return $"Taking back import {undone}:";
        foreach (var list in plan.Lists)
            yield return $"{list.File}: {list.New} new, {list.Changed} changed, {list.Gone} gone, {list.Same} same";
        if (plan.Joined.Count > 0)
            yield return $"  joined: {Ids(plan.Joined)}";
        if (plan.Left.Count > 0)
            yield return $"  left: {Ids(plan.Left)}";
        foreach (var span in plan.Spans)
            yield return $"  team {span.Team}: {span.Count} shifts from {Day(span.From)} to {Day(span.To)}";
        if (plan.Conflicts.Count > 0)
            yield return $"Swapped shifts about which the files say something else: {plan.Conflicts.Count}{Choice(plan.Swapped)}";
        foreach (var conflict in plan.Conflicts)
            yield return $"  {conflict.Now.Id}: {conflict.Now.Person} works it by a swap with {conflict.Planned}, {Times(conflict.Now)}; the file says {(conflict.Wanted is { } wanted ? $"{wanted.Person}, {Times(wanted)}" : "nothing of it any more")}";
    }

    public static string Of(ImportRecord import) =>
        $"{import.Number}  {import.At.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC  {import.By}  {(import.Undoes is { } undone ? $"takes back import {undone}; " : "")}{import.Counts}"
        + (import.Conflicts.Length > 0 ? $"; swapped shifts {(import.Swapped == SwappedShifts.Revert ? "reverted" : "kept")}: {import.Conflicts}" : "")
        + (import.Overtaken.Length > 0 ? $"; changed meanwhile and left: {import.Overtaken}" : "")
        + $"; files {import.Digest[..12]}{(import.Done ? "" : "; not finished")}";

    private static string Choice(SwappedShifts swapped) => swapped switch
    {
        SwappedShifts.Keep => " (kept)",
        SwappedShifts.Revert => " (reverted)",
        _ => "",
    };

    private static string Ids(IReadOnlyList<string> ids) => string.Join(", ", ids.Take(MostIds)) + (ids.Count > MostIds ? $" and {ids.Count - MostIds} more" : "");

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Times(Shift shift) => $"{shift.Start.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} to {shift.End.ToString("HH:mm", CultureInfo.InvariantCulture)} UTC";
}
