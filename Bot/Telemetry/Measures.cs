using System.Diagnostics;
using System.Diagnostics.Metrics;
using CheckInBot.Bot.Protocol;
using CheckInBot.Dialogs;
using Activity = System.Diagnostics.Activity;

namespace CheckInBot.Bot.Telemetry;

/// <summary>What the bot measures, and the spans of its traces. While nobody listens each of these is one look at a field.</summary>
public static class Measures
{
    private static readonly Meter Meter = new(MetricNames.Source);
    private static readonly ActivitySource Source = new(MetricNames.Source);

    private static readonly Histogram<double> TurnDuration = Histogram(MetricNames.TurnDuration, [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15]);
    private static readonly Counter<long> TurnConflicts = Counter(MetricNames.TurnConflicts);
    private static readonly Histogram<double> SendDuration = Histogram(MetricNames.SendDuration, [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 12]);
    private static readonly Counter<long> SendRetries = Counter(MetricNames.SendRetries);
    private static readonly Counter<long> WakeFailures = Counter(MetricNames.WakeFailures);
    private static readonly Counter<long> MessagesLost = Counter(MetricNames.MessagesLost);
    private static readonly Gauge<double> QueueAge = Meter.CreateGauge<double>(MetricNames.QueueAge.Name, MetricNames.QueueAge.Unit, MetricNames.QueueAge.Description);
    private static readonly Gauge<long> RecordsWaiting = Gauge(MetricNames.RecordsWaiting);
    private static readonly Gauge<long> RecordsParked = Gauge(MetricNames.RecordsParked);
    private static readonly Gauge<long> CasesOpen = Gauge(MetricNames.CasesOpen);
    private static readonly Gauge<long> PeopleUnreachable = Gauge(MetricNames.PeopleUnreachable);
    private static readonly Gauge<long> AuditFindings = Gauge(MetricNames.AuditFindings);
    private static readonly Gauge<long> PartReady = Gauge(MetricNames.PartReady);
    private static readonly Counter<long> PressesForeign = Counter(MetricNames.PressesForeign);
    private static readonly Counter<long> ActivitiesRefused = Counter(MetricNames.ActivitiesRefused);

    /// <summary>The span of a turn, above the spans of what it sends; null while nobody listens.</summary>
    public static Activity? BeginTurn(string flow, FlowEvent e) => Source.HasListeners() ? Begin($"turn {flow} {e.GetType().Name}", ActivityKind.Internal, flow, e.GetType().Name) : null;

    /// <summary>The span of a wake-up and of what is sent because of it; null while nobody listens.</summary>
    public static Activity? BeginWake(string flow) => Source.HasListeners() ? Begin($"wake {flow}", ActivityKind.Consumer, flow, null) : null;

    /// <summary>The span of one call to the channel; null while nobody listens.</summary>
    public static Activity? BeginSend(SendPriority priority)
    {
        var span = Source.HasListeners() ? Source.StartActivity("send", ActivityKind.Client) : null;
        return span?.SetTag(MetricNames.Priority, Said(priority));
    }

    /// <summary>A turn that begins; null while nobody measures.</summary>
    public static MeasuredTurn? Turn(string flow, FlowEvent e) => TurnDuration.Enabled ? new(flow, e.GetType().Name) : null;

    /// <summary>The end of one call to the channel.</summary>
    public static void Sent(Activity? span, SendPriority priority, SendResult result, TimeSpan took)
    {
        var outcome = result.Held ? "held" : Said(result.Outcome);
        span?.SetTag(MetricNames.Outcome, outcome);
        if (result.Outcome is not SendOutcome.Sent)
            span?.SetStatus(ActivityStatusCode.Error);
        if (span is not null && result.Status > 0)
            span.SetTag(MetricNames.Status, result.Status);
        if (SendDuration.Enabled)
            SendDuration.Record(took.TotalSeconds, new(MetricNames.Priority, Said(priority)), new(MetricNames.Outcome, outcome), new(MetricNames.Status, result.Status));
    }

    public static void SendRetried(SendPriority priority, int status)
    {
        if (SendRetries.Enabled)
            SendRetries.Add(1, new(MetricNames.Priority, Said(priority)), new(MetricNames.Status, status));
    }

    public static void WakeFailed(string flow) => WakeFailures.Add(1, new KeyValuePair<string, object?>(MetricNames.Flow, flow));

    public static void Lost(int messages) => MessagesLost.Add(messages);

    /// <summary>What a look at all records found.</summary>
    public static void Found(Backlog backlog)
    {
        QueueAge.Record(backlog.OldestDue.TotalSeconds);
        RecordsWaiting.Record(backlog.Waiting);
        RecordsParked.Record(backlog.Parked);
        PeopleUnreachable.Record(backlog.Unreachable);
        foreach (var (age, cases) in backlog.CasesByAge)
            CasesOpen.Record(cases, new KeyValuePair<string, object?>(MetricNames.Age, age));
        foreach (var (finding, count) in backlog.Findings)
            AuditFindings.Record(count, new KeyValuePair<string, object?>(MetricNames.Finding, finding));
    }

    public static void Ready(string part, bool works) => PartReady.Record(works ? 1 : 0, new KeyValuePair<string, object?>(MetricNames.Part, part));

    /// <param name="verb">The button's word.</param>
    /// <param name="why"><c>notTheirs</c>, <c>nothing</c> or <c>claim</c>.</param>
    public static void Foreign(string verb, string why) => PressesForeign.Add(1, new(MetricNames.Verb, verb), new KeyValuePair<string, object?>(MetricNames.Why, why));

    /// <param name="why">A word of this program: <c>tooFast</c> or <c>full</c>.</param>
    public static void Refused(string why) => ActivitiesRefused.Add(1, new KeyValuePair<string, object?>(MetricNames.Why, why));

    internal static void TurnEnded(string flow, string happened, string outcome, TimeSpan took) =>
        TurnDuration.Record(took.TotalSeconds, new(MetricNames.Flow, flow), new(MetricNames.Event, happened), new(MetricNames.Outcome, outcome));

    internal static void TurnConflicted(string flow, int times) => TurnConflicts.Add(times, new KeyValuePair<string, object?>(MetricNames.Flow, flow));

    private static Activity? Begin(string name, ActivityKind kind, string flow, string? happened)
    {
        var span = Source.StartActivity(name, kind)?.SetTag(MetricNames.Flow, flow);
        return happened is null ? span : span?.SetTag(MetricNames.Event, happened);
    }

    // Names of constants, written as the conventions write theirs.
    private static string Said<T>(T word) where T : struct, Enum
    {
        var name = word.ToString();
        return char.ToLowerInvariant(name[0]) + name[1..];
    }

    private static Histogram<double> Histogram(Metric of, double[] bounds) =>
        Meter.CreateHistogram(of.Name, of.Unit, of.Description, advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = bounds });

    private static Counter<long> Counter(Metric of) => Meter.CreateCounter<long>(of.Name, of.Unit, of.Description);

    private static Gauge<long> Gauge(Metric of) => Meter.CreateGauge<long>(of.Name, of.Unit, of.Description);
}
