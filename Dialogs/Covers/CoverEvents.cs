using System.Collections.Frozen;

namespace CheckInBot.Dialogs.Covers;

/// <summary>The person asks for somebody at their post.</summary>
/// <param name="Minutes">For how long; null when that is still to be chosen.</param>
/// <param name="More">It is the button for more time, of a cover that somebody has taken.</param>
public sealed record CoverAsked(string By, int? Minutes, bool More = false) : PersonEvent(By);

/// <summary>"I stand in."</summary>
public sealed record CoverTaken(string By) : PersonEvent(By);

/// <summary>The person is back, or no longer wants it; whoever covers gives it back; whoever is asked cannot.</summary>
public sealed record CoverGivenBack(string By) : PersonEvent(By);

/// <summary>The channel refused the card for good: this person will not see it.</summary>
public sealed record CoverUnreachable(string Person) : FlowEvent;

/// <summary>Whoever took it had taken another at the same moment, which counts.</summary>
/// <param name="Take">Which taking is refused, from 1.</param>
public sealed record CoverRefused(string Person, int Take) : FlowEvent;

/// <summary>What a cover has to know of others, read before it decides.</summary>
/// <param name="OnShift">The person is in a shift at this moment.</param>
/// <param name="Post">Where, by the roster; may be empty.</param>
/// <param name="BRole">The B-role, if free; else null.</param>
/// <param name="Others">Colleagues who are free and could stand in, in the order in which they are asked.</param>
/// <param name="Leaders">The team's leaders on shift.</param>
public sealed record CoverFacts(CoverPolicy Policy, bool OnShift, string Post, string? BRole, IReadOnlyList<string> Others, IReadOnlyList<string> Leaders)
{
    /// <summary>Who covers a post, is covered, or asks for a cover.</summary>
    public IReadOnlySet<string> Busy { get; init; } = FrozenSet<string>.Empty;

    /// <summary>When the shift of who asks ends; null off shift.</summary>
    public DateTimeOffset? ShiftEnds { get; init; }

    /// <summary>That moment, or the end of the shift where that comes first.</summary>
    internal DateTimeOffset WithinShift(DateTimeOffset moment) => ShiftEnds is { } end && end < moment ? end : moment;
}
