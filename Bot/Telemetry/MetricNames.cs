namespace CheckInBot.Bot.Telemetry;

/// <summary>How a metric is counted.</summary>
public enum MetricShape
{
    /// <summary>How long something took, each time.</summary>
    Histogram,

    /// <summary>How often something happened.</summary>
    Counter,

    /// <summary>How much of something there is.</summary>
    Gauge,
}

/// <summary>One metric of the bot.</summary>
/// <param name="Name">In the style of OpenTelemetry's semantic conventions.</param>
/// <param name="Unit">UCUM; what stands in braces is counted.</param>
/// <param name="Attributes">Every attribute that it may have; each has few values, all of them words of this program or statuses of HTTP.</param>
public sealed record Metric(string Name, string Unit, MetricShape Shape, string Description, params string[] Attributes)
{
    /// <summary>The names under which Prometheus has it, by OpenTelemetry's rule ("Prometheus compatibility", Metric Metadata).</summary>
    public IReadOnlyList<string> PrometheusNames
    {
        get
        {
            var name = Name.Replace('.', '_') + (Unit == "s" ? "_seconds" : "");
            return Shape switch
            {
                MetricShape.Histogram => [$"{name}_bucket", $"{name}_sum", $"{name}_count"],
                MetricShape.Counter => [$"{name}_total"],
                _ => [name],
            };
        }
    }
}

/// <summary>Every metric that the bot has of its own. Dashboards and alerts name these; nothing here can hold a word, a name or an id of a person.</summary>
public static class MetricNames
{
    /// <summary>Name of the meter, and of the source of traces.</summary>
    public const string Source = "CheckInBot";

    /// <summary>Kind of a record, as in <c>docs/turn.md</c>.</summary>
    public const string Flow = "checkinbot.flow";

    /// <summary>What happened to it: the name of an event of <c>Dialogs</c>.</summary>
    public const string Event = "checkinbot.event";

    public const string Outcome = "checkinbot.outcome";

    /// <summary>Name of a <see cref="Protocol.SendPriority"/>.</summary>
    public const string Priority = "checkinbot.priority";

    public const string Status = "http.response.status_code";

    /// <summary><c>hour</c>, <c>day</c>, <c>week</c>: opened less than that ago; else <c>older</c>.</summary>
    public const string Age = "checkinbot.age";

    /// <summary><c>standing</c>, or what is stuck: <c>opening</c>, <c>card</c>, <c>news</c>.</summary>
    public const string Finding = "checkinbot.finding";

    /// <summary>A part that <c>/health/ready</c> looks at.</summary>
    public const string Part = "checkinbot.part";

    /// <summary>A button of a card, as in <c>docs/permits.md</c>, or <c>unknown</c>.</summary>
    public const string Verb = "checkinbot.verb";

    public const string Why = "checkinbot.why";

    public static readonly Metric TurnDuration = new(
        "checkinbot.turn.duration", "s", MetricShape.Histogram, "Reading, deciding and committing of one turn, without what is delivered afterwards. Outcome: done, repeated, failed.", Flow, Event, Outcome);

    public static readonly Metric TurnConflicts = new(
        "checkinbot.turn.conflicts", "{conflict}", MetricShape.Counter, "Turns that decided anew because somebody else was first.", Flow);

    public static readonly Metric SendDuration = new(
        "checkinbot.send.duration", "s", MetricShape.Histogram, "One call to the channel with its own retries and the wait for a place. Outcome: sent, notNow, unclear, gone, refused, held.", Priority, Outcome, Status);

    public static readonly Metric SendRetries = new(
        "checkinbot.send.retries", "{retry}", MetricShape.Counter, "Calls to the channel that were tried once more at once.", Priority, Status);

    public static readonly Metric WakeFailures = new(
        "checkinbot.wake.failures", "{failure}", MetricShape.Counter, "Wake-ups of a record that failed in this program.", Flow);

    public static readonly Metric MessagesLost = new(
        "checkinbot.messages.lost", "{message}", MetricShape.Counter, "Wake-up messages that were lost and that the sweep sent again.");

    public static readonly Metric QueueAge = new(
        "checkinbot.queue.age", "s", MetricShape.Gauge, "How late the oldest due record is; 0 when nothing is late.");

    public static readonly Metric RecordsWaiting = new(
        "checkinbot.records.waiting", "{record}", MetricShape.Gauge, "Records with something in their outbox.");

    public static readonly Metric RecordsParked = new(
        "checkinbot.records.parked", "{record}", MetricShape.Gauge, "Records that are put aside because waking them failed again and again.");

    public static readonly Metric CasesOpen = new(
        "checkinbot.cases.open", "{case}", MetricShape.Gauge, "Cases that are not over, by how long ago they were opened.", Age);

    public static readonly Metric PeopleUnreachable = new(
        "checkinbot.people.unreachable", "{person}", MetricShape.Gauge, "People for whom the channel takes no message.");

    public static readonly Metric AuditFindings = new(
        "checkinbot.audit.findings", "{finding}", MetricShape.Gauge, "What the auditor found at its last look.", Finding);

    public static readonly Metric PartReady = new(
        "checkinbot.part.ready", "{part}", MetricShape.Gauge, "1 when the part works, 0 when it does not.", Part);

    public static readonly Metric PressesForeign = new(
        "checkinbot.presses.foreign", "{press}", MetricShape.Counter, "Presses that no card of the bot offers: what they name is not the presser's (notTheirs), or is nothing (nothing), or their data says who presses (claim).", Verb, Why);

    public static readonly Metric ActivitiesRefused = new(
        "checkinbot.activities.refused", "{activity}", MetricShape.Counter, "Activities that were answered without being read: one person or conversation sent too many (tooFast), or all of them together (full).", Why);

    public static IReadOnlyList<Metric> All { get; } =
    [
        TurnDuration, TurnConflicts, SendDuration, SendRetries, WakeFailures, MessagesLost, QueueAge, RecordsWaiting, RecordsParked, CasesOpen, PeopleUnreachable, AuditFindings, PartReady,
        PressesForeign, ActivitiesRefused,
    ];
}
