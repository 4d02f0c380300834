using System.Collections.Immutable;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Escalations;

/// <summary>Which way a case goes; the person may choose another at any time.</summary>
public enum Route
{
    Leader,
    Counsellor,
    Buddy,

    /// <summary>"I need a person now": the crisis contacts, no leader.</summary>
    CrisisContact,
}

/// <summary>Whom a step of a chain asks.</summary>
public enum StepRole
{
    Leader,
    HallLeader,
    Counsellor,

    /// <summary>The person's group of mutual care.</summary>
    Buddy,

    /// <summary>The policy's crisis contacts: those on shift first, then in its order.</summary>
    CrisisContact,
}

/// <summary>A step of an escalation chain (<c>policy.json</c>, <c>escalation.chains</c>).</summary>
/// <param name="OnDuty">Only people on shift at that moment; otherwise those on shift come first.</param>
/// <param name="Wait">A wait of the step's own, as cases have it that were opened before waits belonged to urgencies.</param>
/// <param name="Everyone">Everybody found is asked at once, not only the first.</param>
/// <param name="Again">Those already asked are asked once more; only in cases of that time too, since rounds do it now.</param>
public sealed record ChainStep(StepRole Role, bool OnDuty, TimeSpan? Wait = null, bool Everyone = false, bool Again = false);

/// <summary>The rules of escalations; a case copies its chain and its pace when it opens or changes its route.</summary>
/// <param name="Paces">How each urgency is waited for.</param>
/// <param name="UrgencyOf">How urgent a case of each cause is.</param>
/// <param name="OpenCases">Who owns so many cases already is asked only when the rest of the chain has nobody else.</param>
/// <param name="RemindOwnerAfter">How long an owner may be silent before a reminder, and again before the chain goes on; in working hours where the case waits in them.</param>
/// <param name="RemindCrisisContactAfter">The same for somebody who took "I need a person now".</param>
/// <param name="VisitAfter">Latest time of the return visit after the case was resolved.</param>
/// <param name="VisitOpenFor">How long the return visit waits for an answer.</param>
public sealed record EscalationPolicy(
    ImmutableSortedDictionary<Route, ImmutableArray<ChainStep>> Chains,
    ImmutableSortedDictionary<Urgency, Pace> Paces,
    ImmutableSortedDictionary<Cause, Urgency> UrgencyOf,
    int OpenCases,
    TimeSpan RemindOwnerAfter,
    TimeSpan RemindCrisisContactAfter,
    TimeSpan VisitAfter,
    TimeSpan VisitOpenFor);

/// <summary>Somebody who might be asked, as the roster says at this moment.</summary>
/// <param name="OnDuty">On shift now.</param>
/// <param name="Away">On leave today.</param>
/// <param name="SameTeam">Of the subject's team.</param>
/// <param name="Buddy">Of the subject's group of mutual care.</param>
/// <param name="CrisisRank">Place among the crisis contacts, from 0; null for others.</param>
/// <param name="Open">How many cases the person owns now.</param>
public sealed record Candidate(string Person, IReadOnlyList<Role> Roles, bool OnDuty, bool Away, bool SameTeam, bool Buddy, int? CrisisRank, int Open = 0)
{
    /// <summary>Works in the subject's hall; false where the roster does not say so of both.</summary>
    public bool SameHall { get; init; }

    /// <summary>Works in another hall than the subject; false where the roster does not say so of both.</summary>
    public bool OtherHall { get; init; }

    /// <summary>Whether the person may be asked in this role; a duty leader leads the subject's own team.</summary>
    public bool Fits(StepRole role) => role switch
    {
        StepRole.Leader => Roles.Contains(Role.Leader) && SameTeam,
        StepRole.HallLeader => Roles.Contains(Role.HallLeader),
        StepRole.Counsellor => Roles.Contains(Role.Counsellor),
        StepRole.Buddy => Buddy,
        _ => CrisisRank is not null,
    };
}

/// <summary>Finds the people of a step at the moment it is taken, so that swaps and leave are followed.</summary>
public static class Chain
{
    /// <summary>Those to ask, in order; empty when the step has nobody.</summary>
    /// <param name="asked">People already asked in this round.</param>
    public static ImmutableArray<string> Find(ChainStep step, string subject, IReadOnlyCollection<string> asked, IReadOnlyList<Candidate> candidates)
    {
        var found = candidates
            .Where(c => c.Person != subject && !c.Away && c.Fits(step.Role))
            .Where(c => c.OnDuty || !step.OnDuty)
            .Where(c => step.Again == asked.Contains(c.Person))
            .OrderBy(c => c.OnDuty ? 0 : 1)
            .ThenBy(c => c.CrisisRank ?? 0)
            .ThenBy(c => c.Person, StringComparer.Ordinal)
            .Select(c => c.Person);
        return [.. step.Everyone ? found : found.Take(1)];
    }

    /// <summary>
    /// The first step behind <paramref name="after"/> that has somebody, and whom it asks; null at the end of the chain. Who owns many cases is
    /// passed over, unless nobody else is left in it: somebody always answers.
    /// </summary>
    /// <param name="after">Index of the present step; -1 for the chain's start.</param>
    /// <param name="openCases">How many cases are many.</param>
    public static (int Step, ImmutableArray<string> People)? Next(
        ImmutableArray<ChainStep> chain, int after, string subject, IReadOnlyCollection<string> asked, IReadOnlyList<Candidate> candidates, int openCases) =>
        First(chain, after, subject, asked, [.. candidates.Where(c => c.Open < openCases)]) ?? First(chain, after, subject, asked, candidates);

    private static (int Step, ImmutableArray<string> People)? First(
        ImmutableArray<ChainStep> chain, int after, string subject, IReadOnlyCollection<string> asked, IReadOnlyList<Candidate> candidates)
    {
        for (var step = after + 1; step < chain.Length; step++)
        {
            if (Find(chain[step], subject, asked, candidates) is { IsEmpty: false } found)
                return (step, found);
        }
        return null;
    }
}
