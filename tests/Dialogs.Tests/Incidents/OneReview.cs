using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests.Incidents;

/// <summary>A review told step by step. Lin reported a visitor at window 3; Bao saw it.</summary>
internal sealed class OneReview
{
    /// <summary>A leader of another team.</summary>
    public const string Xu = "xu";

    /// <summary>A second hall leader.</summary>
    public const string Tang = "tang";

    /// <summary>Administrator.</summary>
    public const string Ada = "ada";

    /// <summary>The handlers of what is restricted.</summary>
    public static readonly ReviewPolicy Policy = ReviewPolicy.Shipped with { Handlers = [Hall.Su, Hall.He] };

    /// <summary>Friday, 20 November 2026, a quarter past three in the afternoon.</summary>
    public static readonly DateTimeOffset Friday = new(2026, 11, 20, 15, 15, 0, TimeSpan.FromHours(8));

    public static readonly WorkingDays Listed = new([], [], [2026]);

    public static readonly IReadOnlyList<ReviewCandidate> Everybody =
    [
        new(Hall.Wang, [Role.Leader], "north", true, false),
        new(Hall.Chen, [Role.HallLeader], "office", true, false),
        new(Tang, [Role.HallLeader], "office", false, false),
        new(Xu, [Role.Leader], "south", true, false),
        new(Ada, [Role.Admin], "office", true, false),
        new(Hall.Su, [Role.Counsellor], "office", true, false),
        new(Hall.He, [Role.Counsellor], "office", true, false),
    ];

    public static readonly IncidentReported Report = new(
        "INC-20261120-001", 1, Hall.Lin, [Hall.Lin], [Hall.Bao], [], "north", "window 3", LocationClass.Counter, Friday.AddMinutes(-15), Friday,
        [ViolenceKind.VerbalAbuse], 2, Injury.None, Trigger.Wait, null, null, "lin/20261120");

    public static readonly Words Causes = new(Hall.Chen, "causes"), Action = new(Hall.Chen, "action"), Reply = new(Hall.Chen, "reply"), Reason = new(Hall.Chen, "reason");

    private OneReview(Step<Review> step, DateTimeOffset at) => (Step, At) = (step, at);

    public Step<Review> Step { get; private set; }

    public Review State => Step.State;

    public DateTimeOffset At { get; private set; }

    public ReviewFacts Facts { get; set; } = FactsNow();

    public IEnumerable<T> Signals<T>() where T : FlowEvent => Step.Effects.OfType<Signal>().Select(s => s.Event).OfType<T>();

    /// <summary>Whom the last step sent a new card.</summary>
    public IEnumerable<Slot> Notices => Step.Effects.OfType<Show>().Where(s => s.Delivery == Delivery.Notice).Select(s => s.Slot);

    public static ReviewFacts FactsNow(IReadOnlyList<ReviewCandidate>? candidates = null, params string[] named) => new(
        Policy, candidates ?? Everybody, named.ToHashSet(), Hall.Working with { Days = Listed }, [Ada], [Hall.Wang, Hall.Zhao, Hall.Chen, Xu, Ada]);

    public static OneReview Begun(IncidentReported? report = null, ReviewFacts? facts = null, DateTimeOffset? at = null)
    {
        facts ??= FactsNow();
        return new(Review.Begin(report ?? Report, facts, at ?? Friday), at ?? Friday) { Facts = facts };
    }

    /// <summary>Begun, and somebody is asked.</summary>
    public static OneReview Asked(IncidentReported? report = null, ReviewFacts? facts = null) =>
        Begun((report ?? Report) with { Severity = 4 }, facts);

    public static OneReview Taken(IncidentReported? report = null, ReviewFacts? facts = null)
    {
        var story = Asked(report, facts);
        return story.Hears(new TakeReview(story.State.AskedNow!.Person));
    }

    public static OneReview Found(Finding finding = Finding.ProcessIssue) => Taken().Hears(new RecordFinding(Hall.Chen, finding, Causes, null, null));

    public OneReview Hears(FlowEvent e, TimeSpan after = default)
    {
        At += after;
        Step = State.On(e, Facts, At);
        return this;
    }

    /// <summary>Time passes to the next moment of the review.</summary>
    public OneReview WhenDue()
    {
        At = State.NextAt!.Value;
        return Hears(new Due());
    }

    public OneReview Until(Func<Review, bool> reached)
    {
        for (var i = 0; !reached(State); i++)
        {
            Assert.True(i < 60 && State.NextAt is not null, "it never comes");
            WhenDue();
        }
        return this;
    }

    public static DateTimeOffset Local(int day, int hour, int minute, int month = 11) => new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(8));

    public DateOnly Today => LocalTime.DayOf(At, Facts.Hours.Zone);
}
