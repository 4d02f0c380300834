using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Telemetry;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Audits;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// Looks at every case, alert, review, swap, cover and call for reinforcement: an open one has a next step in the future, and what was decided about these, reports and accounts gets
/// where it should, a deletion that was begun ends, or an alarm is raised to the administrators and in the log. The sweep repairs lost messages well before that; what is found
/// here is beyond its means.
/// </summary>
public sealed class Auditor(Turns turns, Roster.Roster roster, ParkedRecords parked, OutOfReach outOfReach, IStore store, TimeProvider clock, ILogger<Auditor> log) : RegularPass(Every, log)
{
    /// <summary>How often everything is looked at.</summary>
    public static readonly TimeSpan Every = TimeSpan.FromMinutes(5);

    /// <summary>How late a next step may be before it counts as not happening.</summary>
    public static readonly TimeSpan Late = TimeSpan.FromMinutes(15);

    /// <summary>How long a card or a signal may be on its way.</summary>
    public static readonly TimeSpan OnItsWay = TimeSpan.FromMinutes(5);

    /// <summary>What is looked at, and the number under which administrators hear of it.</summary>
    private static readonly (string Kind, Func<FlowKey, string> Number)[] Watched =
        [(Escalation.Kind, key => Escalation.NumberOf(key.Owner)), (Alert.Kind, Alert.NumberOf), (ReviewKeys.Kind, key => key.Owner), (Swap.Kind, key => key.Id),
            (Cover.Kind, key => key.Id), (Reinforcement.Kind, key => key.Id)];

    /// <summary>What has cards and signals that somebody waits for.</summary>
    private static readonly string[] Awaited = [Escalation.Kind, Alert.Kind, ReviewKeys.Kind, Incident.Kind, Statement.Kind, Swap.Kind, Cover.Kind, Reinforcement.Kind];

    private HashSet<FlowKey> lateBefore = [];

    private HashSet<(string Row, DateTimeOffset WrittenAt)> stuckBefore = [];

    /// <summary>How everything stood at the last look; null before the first.</summary>
    public Backlog? Last { get; private set; }

    protected override Task Pass(CancellationToken cancel) => Once(cancel);

    /// <summary>One look at everything; what it found.</summary>
    public async Task<Audited> Once(CancellationToken cancel = default)
    {
        var stalled = new List<StalledCase>();
        var unnumbered = 0;
        var late = new HashSet<FlowKey>();
        var stuck = new Dictionary<(string Row, DateTimeOffset WrittenAt), Stuck>();
        var backlog = new BacklogCount(clock.GetUtcNow(), Sweep.Late);
        await foreach (var record in turns.Rows.Scan().WithCancellation(cancel))
        {
            if (record.Waits)
                await Stuck(record.Key, stuck, cancel);
            var state = Watched.Any(w => w.Kind == record.Key.Kind) ? record.State() : null;
            backlog.Add(record.NextAt, record.Waits, state is Escalation { IsOver: false } open ? open.OpenedAt : null);
            if (Watched.FirstOrDefault(w => w.Kind == record.Key.Kind) is not { Number: { } number })
                continue;
            if (TroubleOf(state) is not { } trouble)
                continue;
            // After an outage everything is late for a moment: only what is late at two looks stands still.
            if (trouble == Trouble.Overdue && late.Add(record.Key) && !lateBefore.Contains(record.Key))
                continue;
            if (MayBeNumbered(record.Key, state))
                stalled.Add(new(number(record.Key), trouble, state?.NextAt));
            else
                unnumbered++;
        }
        var deletions = await Forgetting.Late(store.Table(Forgetting.TableName), clock.GetUtcNow(), cancel);
        StuckCount[] counts = [.. stuck.Where(s => stuckBefore.Contains(s.Key)).GroupBy(s => s.Value).OrderBy(g => g.Key).Select(g => new StuckCount(g.Key, g.Count())), .. deletions > 0 ? [new StuckCount(Dialogs.Audits.Stuck.Deletion, deletions)] : Array.Empty<StuckCount>()];
        (lateBefore, stuckBefore) = (late, [.. stuck.Keys]);
        var unreachable = await outOfReach.All(cancel);
        var asked = unreachable.Where(p => roster.Find(p.Person) is { } person && IsAsked(person)).ToList();
        var found = new Audited(
            [.. stalled.OrderBy(s => s.Number, StringComparer.Ordinal)], [.. counts], [.. roster.People.Where(p => p.Is(Role.Admin)).Select(p => p.Id)], unnumbered)
        {
            Parked = (await parked.All(cancel)).Count,
            Unreachable = asked.Count,
            LostLast = asked.Count > 0 ? asked.Max(p => p.Since) : null,
            Instead = [.. asked.SelectMany(p => roster.AskedInsteadOf(roster.Find(p.Person)!)).Distinct().Order()],
        };
        Measures.Found(Last = backlog.End(found.Parked, unreachable.Count, FindingsOf(found)));
        if (found.Standing > 0)
            log.LogCritical("The auditor found {Count} open cases, alerts, reviews, swaps, covers or calls for reinforcement that nothing moves; administrators are told", found.Standing);
        foreach (var kind in found.Stuck)
            log.LogCritical("The auditor found {Count} of {Kind} that do not get where they should; administrators are told how many", kind.Count, kind.Kind);
        if (found.Parked > 0)
            log.LogCritical("The auditor found {Count} parked records; administrators are told how many", found.Parked);
        await turns.Take(new(Audit.Key, found), cancel);
        return found;
    }

    /// <summary>How many for each value of the attribute, also none: what is over must not go on being reported.</summary>
    private static Dictionary<string, int> FindingsOf(Audited found) =>
        Enum.GetValues<Stuck>().ToDictionary(k => k.ToString().ToLowerInvariant(), k => found.Stuck.Where(s => s.Kind == k).Sum(s => s.Count), StringComparer.Ordinal)
            .Append(new("standing", found.Standing)).ToDictionary(StringComparer.Ordinal);

    /// <summary>Whether a case, an alert or a review would ask them by their role.</summary>
    private bool IsAsked(Person person) =>
        person.Is(Role.Leader) || person.Is(Role.HallLeader) || person.Is(Role.Counsellor) || person.Is(Role.Security)
        || roster.Policy.CrisisContacts.Contains(person.Id) || roster.Policy.Review.Handlers.Contains(person.Id);

    /// <summary>What of this record should have been shown, or told, and has been on its way for too long. Drawings of standing cards do not count: the next one brings them up to date.</summary>
    private async Task Stuck(FlowKey key, Dictionary<(string Row, DateTimeOffset WrittenAt), Stuck> stuck, CancellationToken cancel)
    {
        var since = clock.GetUtcNow() - OnItsWay;
        var record = await turns.Rows.ReadOutbox(key, cancel);
        foreach (var row in record.Waiting.Where(w => w.WrittenAt <= since))
        {
            Stuck? kind = row.Effect switch
            {
                Signal { Event: Opened } => Dialogs.Audits.Stuck.Opening,
                Signal s when Awaited.Contains(s.To.Kind) || Awaited.Contains(key.Kind) => Dialogs.Audits.Stuck.News,
                Show s when Awaited.Contains(key.Kind) && row.Wants > record.PlacesOf(s.Slot).PostedFor => Dialogs.Audits.Stuck.Card,
                _ => null,
            };
            if (kind is { } found)
                stuck[(FlowRows.PartitionOf(key) + row.Key, row.WrittenAt)] = found;
        }
    }

    /// <summary>Of a restricted review nobody but its handler knows the number; one that cannot be read could be such a one. A swap has none that may be told: the id of a shift may name who works it. Covers and calls for reinforcement have none.</summary>
    private static bool MayBeNumbered(FlowKey key, FlowState? state) => key.Kind switch
    {
        Swap.Kind or Cover.Kind or Reinforcement.Kind => false,
        ReviewKeys.Kind => state is Review { Restricted: false },
        _ => true,
    };

    private Trouble? TroubleOf(FlowState? state) => state switch
    {
        null => Trouble.Unreadable,
        Escalation { IsOver: true } or Alert { IsOver: true } or Review { Phase: ReviewPhase.Closed } or Swap { IsOpen: false, NextAt: null } or Cover { IsOver: true } or Reinforcement { IsOver: true } => null,
        { NextAt: null } => Trouble.NoNextStep,
        { NextAt: { } next } when clock.GetUtcNow() - next >= Late => Trouble.Overdue,
        _ => null,
    };
}
