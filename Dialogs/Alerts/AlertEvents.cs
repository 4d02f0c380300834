using System.Collections.Frozen;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Alerts;

/// <summary>The person would call for people, and is asked for one confirming tap.</summary>
/// <param name="Post">Where, if it was said.</param>
/// <param name="Named">Ids of those whom words typed with it name, sealed as the person's words.</param>
public sealed record AlertAsked(string By, string? Post, Words? Named = null) : PersonEvent(By);

/// <summary>The person calls for people at once.</summary>
/// <param name="Named">Ids of those whom words typed with it name, sealed as the person's words.</param>
/// <param name="Post">Where, if it was chosen.</param>
public sealed record AlertRaised(string By, Words? Named, string? Post = null) : PersonEvent(By);

/// <summary>The confirming tap, or a further one that calls again.</summary>
/// <param name="Post">As chosen on the card.</param>
/// <param name="Again">The call that this one is, by the card's button for calling again: 1 for the first time. A tap is taken once, however often it arrives.</param>
public sealed record AlertConfirmed(string By, string? Post, int? Again = null) : PersonEvent(By);

/// <summary>It was a mistake.</summary>
public sealed record AlertCancelled(string By) : PersonEvent(By);

/// <summary>"I am going."</summary>
public sealed record AlertTaken(string By) : PersonEvent(By);

/// <summary>Nobody is needed any more.</summary>
public sealed record AlertSafe(string By) : PersonEvent(By);

/// <summary>The channel refused the card for good: this person will not see it.</summary>
public sealed record AlertUnreachable(string Person) : FlowEvent;

/// <summary>What an alert has to know of others, read before it decides.</summary>
/// <param name="Candidates">Everybody whom a step could call, as the roster says at this moment.</param>
/// <param name="Post">Where the person is by the roster; empty when it does not say.</param>
/// <param name="Posts">The posts that can be chosen.</param>
public sealed record AlertFacts(AlertPolicy Policy, IReadOnlyList<Candidate> Candidates, string Post, IReadOnlyList<string> Posts)
{
    /// <summary>Whom the person named: they are never called, and nobody is told so.</summary>
    public IReadOnlySet<string> Named { get; init; } = FrozenSet<string>.Empty;

    /// <summary>Administrators, who hear of an alert that nobody closed.</summary>
    public IReadOnlyList<string> Administrators { get; init; } = [];
}
