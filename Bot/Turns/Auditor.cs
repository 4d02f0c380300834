using System.Collections.Immutable;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Audits;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// Looks at every case and every alert: an open one has a next step in the future, or an alarm is raised to the administrators and in the log. The sweep
/// repairs lost messages well before that; what is found here is beyond its means.
/// </summary>
public sealed class Auditor(Turns turns, Roster.Roster roster, TimeProvider clock, ILogger<Auditor> log) : RegularPass(Every, log)
{
    /// <summary>How often all cases are looked at.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>How late a next step may be before it counts as not happening.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    /// <summary>What is looked at, and the number under which administrators hear of it.</summary>
    private static readonly (string Kind, Func<FlowKey, string> Number)[] Watched =
        [(Escalation.Kind, key => Escalation.NumberOf(key.Owner)), (Alert.Kind, Alert.NumberOf)];

    private HashSet<FlowKey> lateBefore = [];

    protected override Task Pass(CancellationToken cancel) => Once(cancel);

    /// <summary>One look at everything; the cases that stand still.</summary>
    public async Task<ImmutableArray<StalledCase>> Once(CancellationToken cancel = default)
    {
        var stalled = new List<StalledCase>();
        var late = new HashSet<FlowKey>();
        foreach (var (kind, number) in Watched)
        {
            await foreach (var (key, state) in turns.Rows.States(kind).WithCancellation(cancel))
            {
                if (TroubleOf(state) is not { } trouble)
                    continue;
                // After an outage everything is late for a moment: only what is late at two looks stands still.
                if (trouble == Trouble.Overdue && late.Add(key) && !lateBefore.Contains(key))
                    continue;
                stalled.Add(new(number(key), trouble, state?.NextAt));
            }
        }
        lateBefore = late;
        ImmutableArray<StalledCase> found = [.. stalled.OrderBy(s => s.Number, StringComparer.Ordinal)];
        if (!found.IsEmpty)
            log.LogCritical("The auditor found {Count} open cases or alerts that nothing moves; administrators are told their numbers", found.Length);
        await turns.Take(new(Audit.Key, new Audited(found, [.. roster.People.Where(p => p.Is(Role.Admin)).Select(p => p.Id)])), cancel);
        return found;
    }

    private Trouble? TroubleOf(FlowState? state) => state switch
    {
        null => Trouble.Unreadable,
        Escalation { IsOver: true } or Alert { IsOver: true } => null,
        { NextAt: null } => Trouble.NoNextStep,
        { NextAt: { } next } when clock.GetUtcNow() - next >= Late => Trouble.Overdue,
        _ => null,
    };
}
