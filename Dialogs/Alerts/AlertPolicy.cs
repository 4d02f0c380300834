using System.Collections.Immutable;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Alerts;

/// <summary>Whom a step of an alert calls; written in <c>policy.json</c> as the lower-camel word.</summary>
public enum Callee
{
    /// <summary>Leaders of the person's team, or hall, who are on shift.</summary>
    DutyLeader,

    /// <summary>Security of any team, on shift or not: few rosters hold their hours.</summary>
    Security,

    /// <summary>The person's group of mutual care (互联互保).</summary>
    Buddies,

    HallLeader,

    /// <summary>Leaders of the person's team, or hall, on shift or not.</summary>
    Leaders,

    /// <summary>Everybody of the person's team, or hall, who is on shift.</summary>
    OnDuty,
}

/// <summary>A step of an alert (<c>policy.json</c>, <c>sos.steps</c>): all whom it names are called at once.</summary>
/// <param name="Wait">How long somebody may take to answer before the next step.</param>
public sealed record AlertStep(ImmutableArray<Callee> Whom, TimeSpan Wait);

/// <summary>The rules of alerts.</summary>
/// <param name="ConfirmFor">How long the confirming card waits for its tap.</param>
/// <param name="CancelFor">How long the person may take an alert back as a mistake.</param>
/// <param name="AgainAfter">How long after the last call a further one by the same person is the same call: hands shake, and channels deliver twice.</param>
/// <param name="RemindAfter">How long an alert may stay open before those concerned are reminded to close it.</param>
/// <param name="LapseAfter">How long after the call an alert that nobody closes ends by itself.</param>
public sealed record AlertPolicy(TimeSpan ConfirmFor, TimeSpan CancelFor, ImmutableArray<AlertStep> Steps, TimeSpan AgainAfter, TimeSpan RemindAfter, TimeSpan LapseAfter)
{
    /// <summary>How long a step waits; of one that the policy no longer has, as long as the last.</summary>
    public TimeSpan WaitOf(int step) => Steps[Math.Min(step, Steps.Length - 1)].Wait;

    /// <summary>The step behind the last: whomever the steps would call and who belongs to another hall. Rather they than nobody.</summary>
    public int Rest => Steps.Length;

    /// <summary>Whether any step behind this one has somebody.</summary>
    /// <inheritdoc cref="Find" path="/param"/>
    public bool HasMore(int step, IReadOnlyCollection<string> called, IReadOnlyList<Candidate> candidates)
    {
        for (var later = step + 1; later <= Rest; later++)
        {
            if (Find(later, called, candidates).Length > 0)
                return true;
        }
        return false;
    }

    /// <summary>Those whom a step calls, each once and in the role in which the step finds them first.</summary>
    /// <param name="step">From 0 to <see cref="Rest"/>.</param>
    /// <param name="called">Whom it does not call any more.</param>
    /// <param name="candidates">Who could be called at this moment; the person who calls and whoever was named are not among them.</param>
    public ImmutableArray<(string Person, Callee As)> Find(int step, IReadOnlyCollection<string> called, IReadOnlyList<Candidate> candidates) =>
    [
        .. (step == Rest ? Steps.SelectMany(s => s.Whom) : Steps[step].Whom)
            .SelectMany(whom => candidates.Where(c => !c.Away && Fits(c, whom) && (step == Rest ? c.OtherHall : !c.OtherHall || whom == Callee.Buddies)).OrderBy(c => c.Person, StringComparer.Ordinal).Select(c => (c.Person, As: whom)))
            .Where(c => !called.Contains(c.Person))
            .DistinctBy(c => c.Person),
    ];

    /// <summary>Whether some step could call them at this moment.</summary>
    public static bool Calls(Candidate c) => Enum.GetValues<Callee>().Any(whom => Fits(c, whom));

    private static bool Fits(Candidate c, Callee whom) => whom switch
    {
        Callee.DutyLeader => c.Roles.Contains(Role.Leader) && (c.SameTeam || c.SameHall) && c.OnDuty,
        Callee.Security => c.Roles.Contains(Role.Security),
        Callee.Buddies => c.Buddy,
        Callee.HallLeader => c.Roles.Contains(Role.HallLeader),
        Callee.Leaders => c.Roles.Contains(Role.Leader) && (c.SameTeam || c.SameHall),
        _ => (c.SameTeam || c.SameHall) && c.OnDuty,
    };
}
