using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.Escalations;

/// <summary>One case about Lin, told step by step.</summary>
internal sealed class OneCase
{
    public static readonly string Id = Escalation.IdOf("lin/202611230900");

    private static readonly ShiftContext Context = new("window 3", Hall.ShiftStart, Hall.ShiftEnd, 4, 0, 0);

    private OneCase(Opened opened, IReadOnlyList<Candidate> people, IReadOnlyList<string> named, EscalationPolicy policy, DateTimeOffset at)
    {
        People = people;
        Named = named;
        Policy = policy;
        Now = at;
        Last = Escalation.Begin(Id, opened, Facts, Now);
    }

    public IReadOnlyList<Candidate> People { get; set; }

    public DateTimeOffset? NextShift { get; set; } = Hall.NextStart;

    /// <summary>When Lin, who is on leave, is back.</summary>
    public DateTimeOffset? Back { get; set; }

    public DateTimeOffset Now { get; set; }

    public Step<Escalation> Last { get; private set; }

    public Escalation State => Last.State;

    public IEnumerable<Show> Shows => Last.Effects.OfType<Show>();

    public IEnumerable<Signal> Signals => Last.Effects.OfType<Signal>();

    public EscalationPolicy Policy { get; set; }

    /// <summary>Whom the notes of Lin name.</summary>
    public IReadOnlyList<string> Named { get; set; } = [];

    public IReadOnlyList<string> Administrators { get; set; } = ["adam"];

    private EscalationFacts Facts =>
        new(Policy, People, (36, 4), NextShift) { Working = Hall.Working, Named = Named.ToHashSet(), Administrators = Administrators, SubjectBack = Back };

    public static OneCase Opened(Route route = Route.Leader, IReadOnlyList<Candidate>? people = null, Words? note = null, Cause? cause = null, IReadOnlyList<string>? named = null,
        EscalationPolicy? policy = null, DateTimeOffset? at = null) =>
        new(new(route == Route.CrisisContact ? Origin.PersonNow : Origin.HardDay, "lin/202611230900", Hall.Lin, route, Context, note, cause, named is null ? null : new Words(Hall.Lin, "sealed ids")), people ?? Hall.Everybody, named ?? [], policy ?? Hall.Cases, at ?? Hall.ShiftEnd);

    public static OneCase TakenByWang() => Opened().Hears(new Take(Hall.Wang));

    public static OneCase ResolvedByWang() => TakenByWang().Hears(new Resolve(Hall.Wang, Done.Talked, null));

    public OneCase Hears(FlowEvent e)
    {
        Last = State.On(e, Facts, Now);
        return this;
    }

    public OneCase After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    /// <summary>Time goes on to what falls due next, or <paramref name="late"/> after that.</summary>
    public OneCase WhenDue(TimeSpan late = default)
    {
        Now = State.NextAt!.Value + late;
        return Hears(new Due());
    }

    /// <summary>Nobody does anything any more.</summary>
    public OneCase LeftAlone()
    {
        while (State.NextAt is not null)
            WhenDue();
        return this;
    }

    public OneCase Without(params string[] people)
    {
        People = [.. People.Where(c => !people.Contains(c.Person))];
        return this;
    }

    /// <summary>How the reader's card of this case changes in the last step; null when it does not.</summary>
    public Delivery? CardOf(string reader) =>
        Shows.Where(s => s.Slot == Escalation.CardOf(reader)).Select(s => (Delivery?)s.Delivery).SingleOrDefault();

    public Delivery? To(Slot slot) => Shows.Where(s => s.Slot == slot).Select(s => (Delivery?)s.Delivery).SingleOrDefault();

    /// <summary>The case with its phase reached as people reach it.</summary>
    public static OneCase In(CasePhase phase) => phase switch
    {
        CasePhase.Asking => Opened(),
        CasePhase.Taken => TakenByWang(),
        CasePhase.Resolved => ResolvedByWang(),
        CasePhase.Visiting => ResolvedByWang().WhenDue(),
        CasePhase.Closed => ResolvedByWang().Hears(new ReturnVisit(Hall.Lin, true)),
        CasePhase.Withdrawn => TakenByWang().Hears(new ConsentWithdrawn()),
        _ => Opened().WhenDue().WhenDue().WhenDue(),
    };
}
