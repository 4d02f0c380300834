using System.Collections.Immutable;
using System.Globalization;

namespace CheckInBot.Dialogs.Covers;

public enum CoverPhase
{
    /// <summary>For how long is still to be chosen; nobody was asked.</summary>
    Choosing,

    /// <summary>Nothing was chosen; nobody was asked. A later choice still asks.</summary>
    Unasked,

    /// <summary>Colleagues are asked and nobody has taken it.</summary>
    Asking,

    /// <summary>All were asked in vain; the person and the leader know. It can still be taken, and whoever becomes free is asked.</summary>
    Unanswered,

    /// <summary>A colleague stands in.</summary>
    Covered,

    /// <summary>The time is up and both were told; nobody has said that the person is back.</summary>
    TimeUp,

    /// <summary>The post is the person's again.</summary>
    Back,

    /// <summary>The person no longer wanted it, before anybody took it.</summary>
    Cancelled,

    /// <summary>Nobody ever took it.</summary>
    Lapsed,
}

/// <summary>Why somebody who was asked does not count any more.</summary>
public enum Out
{
    /// <summary>They said that they cannot.</summary>
    Cannot,

    /// <summary>The channel refused the card for good.</summary>
    OutOfReach,

    /// <summary>They had taken another post at the same moment.</summary>
    CoversAnother,
}

/// <summary>A colleague who was asked to stand in.</summary>
public sealed record ColleagueAsked(string Person, DateTimeOffset At, Out? Out = null);

/// <summary>A short absence from a post (顶班): A asks, B or a free colleague stands in, a timer gives the post back. At most one is open for each person.</summary>
public sealed partial record Cover : FlowState
{
    public const string Kind = "cover";

    /// <summary>How many colleagues one cover asks.</summary>
    public const int Most = 10;

    private const int MostLeaders = 5;

    private const int LastId = 999_999;

    /// <summary>Who asks (A).</summary>
    public required string Person { get; init; }

    public required string Id { get; init; }

    public required CoverPhase Phase { get; init; }

    /// <summary>The post to stand in at; empty when the roster does not say.</summary>
    public string Post { get; init => field = value ?? ""; } = "";

    /// <summary>For how long, in minutes; 0 while that is not chosen.</summary>
    public int Minutes { get; init; }

    /// <summary>When the phase began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>When the present wait ends; of a cover that was taken, when the post goes back.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>Until when one that nobody took can still be taken; null before, and in older rows, where <see cref="Until"/> is that.</summary>
    public DateTimeOffset? OpenUntil { get; init; }

    /// <summary>The B-role alone is asked so far.</summary>
    public bool OnlyB { get; init; }

    /// <summary>Everybody who was asked, in that order.</summary>
    public ImmutableArray<ColleagueAsked> Asked { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Leaders who have a card of it.</summary>
    public ImmutableArray<string> Leaders { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Who stands in, or did.</summary>
    public string? By { get; init; }

    /// <summary>When they took it.</summary>
    public DateTimeOffset? TakenAt { get; init; }

    /// <summary>How many times it was taken.</summary>
    public int Takes { get; init; }

    /// <summary>The one more time was taken.</summary>
    public bool More { get; init; }

    /// <summary>Both were told that it goes on longer than it should.</summary>
    public bool Over { get; init; }

    /// <summary>Who gave the post back; null when it went back by itself.</summary>
    public string? EndedBy { get; init; }

    public FlowKey Key => new(Kind, Person, Id);

    /// <summary>The card of the person who asks.</summary>
    public Slot Mine => new("mine", Person);

    /// <summary>The card of a colleague who was asked.</summary>
    public static Slot CardOf(string colleague) => new("ask", colleague);

    /// <summary>The card of a leader.</summary>
    public static Slot SeenBy(string leader) => new("seen", leader);

    public bool IsOver => Phase is CoverPhase.Unasked or CoverPhase.Back or CoverPhase.Cancelled or CoverPhase.Lapsed;

    /// <summary>Somebody stands in at this moment.</summary>
    public bool IsCovered => Phase is CoverPhase.Covered or CoverPhase.TimeUp;

    /// <summary>It can be taken.</summary>
    public bool IsFree => Phase is CoverPhase.Asking or CoverPhase.Unanswered;

    public override DateTimeOffset? NextAt => IsOver ? null : Until;

    public bool WasAsked(string person) => Asked.Any(a => a.Person == person);

    /// <summary>Whether the one more time can still be had.</summary>
    public bool CanHaveMore => IsCovered && !More;

    /// <summary>Where the person's next cover is kept. Ids count down, so that the latest stands first.</summary>
    /// <param name="latest">The person's latest cover, or null when there is none.</param>
    public static FlowKey KeyAfter(string person, FlowKey? latest)
    {
        var next = latest is { } key ? int.Parse(key.Id, CultureInfo.InvariantCulture) - 1 : LastId;
        return new(Kind, person, next.ToString("D6", CultureInfo.InvariantCulture));
    }
}
