using System.Collections.Immutable;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Incidents;

/// <summary>The rules of reviews (<c>policy.json</c>, <c>incident.handler</c> and <c>incident.review</c>).</summary>
/// <param name="Handlers">Ids of those who handle what is restricted: the first of them who is uninvolved, and nobody else.</param>
/// <param name="SameDayFrom">From this severity on the review begins at once; below it on the next working day (seed 004).</param>
/// <param name="RemindAfter">Working time after which the one asked is reminded.</param>
/// <param name="TakeWithin">Working time after which the next one is asked.</param>
/// <param name="ReplyDays">Working days within which the reporter hears what was done (seed 003).</param>
/// <param name="WarnDays">How many working days before that the reviewer is reminded for the first time.</param>
/// <param name="HazardDays">Calendar days for a serious hazard (8 CCR 3342).</param>
public sealed record ReviewPolicy(
    ImmutableArray<string> Handlers,
    int SameDayFrom,
    TimeSpan RemindAfter,
    TimeSpan TakeWithin,
    int ReplyDays,
    int WarnDays,
    int HazardDays)
{
    /// <summary>As shipped, without a handler.</summary>
    public static readonly ReviewPolicy Shipped = new([], 4, TimeSpan.FromHours(4.5), TimeSpan.FromHours(9), 5, 2, 7);
}

/// <summary>Somebody who could review, as the roster says at this moment.</summary>
public sealed record ReviewCandidate(string Person, IReadOnlyList<Role> Roles, string Team, bool OnDuty, bool Away);

/// <summary>What a review has to know of others, read before it decides.</summary>
/// <param name="Candidates">Leaders, hall leaders, administrators and handlers.</param>
/// <param name="Named">Whom the reporter's words name.</param>
/// <param name="Hours">The working hours of the incident's team.</param>
/// <param name="Administrators">Who hears that a reply was missed.</param>
/// <param name="Owners">Who may own a corrective action.</param>
public sealed record ReviewFacts(
    ReviewPolicy Policy,
    IReadOnlyList<ReviewCandidate> Candidates,
    IReadOnlySet<string> Named,
    WorkingHours Hours,
    IReadOnlyList<string> Administrators,
    IReadOnlyList<string> Owners);

/// <summary>In which order the uninvolved are asked: hall leaders, leaders of other teams, and administrators as a last resort.</summary>
public static class ReviewOrder
{
    /// <summary>Place of a role in that order; null for who reviews nothing.</summary>
    public static int? RankOf(ReviewCandidate candidate, string team) =>
        candidate.Roles.Contains(Role.HallLeader) ? 0
        : candidate.Roles.Contains(Role.Leader) && candidate.Team != team ? 1
        : candidate.Roles.Contains(Role.Admin) ? LastResort
        : null;

    /// <summary>The rank of administrators, who are told that nobody else was uninvolved.</summary>
    public const int LastResort = 2;

    /// <summary>Everybody who could review it, in order: of a restricted one the handlers, in that of the policy; those away come last there, and not at all elsewhere.</summary>
    public static IEnumerable<(ReviewCandidate Candidate, int Rank)> Of(IReadOnlyList<ReviewCandidate> candidates, string team, bool restricted, ReviewPolicy policy) => restricted
        ? candidates.Select(c => (c, Rank: policy.Handlers.IndexOf(c.Person))).Where(c => c.Rank >= 0).OrderBy(c => c.c.Away).ThenBy(c => c.Rank).Select(c => (c.c, 0))
        : candidates.Where(c => !c.Away)
            .Select(c => (c, Rank: RankOf(c, team)))
            .Where(c => c.Rank is not null)
            .OrderBy(c => c.Rank)
            .ThenBy(c => c.c.OnDuty ? 0 : 1)
            .ThenBy(c => c.c.Person, StringComparer.Ordinal)
            .Select(c => (c.c, c.Rank!.Value));
}
