using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Turns;

/// <summary>All rows of one record, as one range read brings them.</summary>
/// <param name="Version">Counts the commits of the record; 0 before the first.</param>
/// <param name="Waiting">Rows of the outbox, oldest first.</param>
/// <param name="Standing">Where the cards of a slot stand, by row key.</param>
/// <param name="Seen">Names of what was taken once and is not taken again.</param>
public sealed record FlowRecord(
    FlowKey Key,
    FlowState? State,
    string ETag,
    int Version,
    IReadOnlyList<OutboxRow> Waiting,
    IReadOnlyDictionary<string, CardPlaces> Standing,
    IReadOnlySet<string> Seen)
{
    /// <summary>Whether anything is left to do, now or later.</summary>
    public bool NeedsSuccessor => Waiting.Count > 0 || State?.NextAt is not null;

    /// <summary>Where the slot's card stands.</summary>
    public CardPlaces PlacesOf(Slot slot) => Standing.GetValueOrDefault(FlowRows.PlacesKey(Key, slot)) ?? new(slot, [], 0);

    /// <summary>Which card of this record a pressed activity is; null for one whose place was lost.</summary>
    public Slot? SlotAt(string activity) => Standing.Values.FirstOrDefault(p => p.Activities.Contains(activity))?.Slot;
}

/// <summary>A record as a look at all of them finds it.</summary>
/// <param name="NextAt">When it needs somebody; null when it is at rest.</param>
/// <param name="Waits">Something is in its outbox.</param>
/// <param name="State">Reads its state; null where this program cannot.</param>
public sealed record ScannedRecord(FlowKey Key, int Version, DateTimeOffset? NextAt, bool Waits, Func<FlowState?> State);

/// <summary>A row of the outbox: an effect that waits to be performed.</summary>
/// <param name="Version">Version of the commit that wrote it.</param>
/// <param name="Wants">Version at which a new card was asked for; 0 when only standing cards follow. Once it is fulfilled, only older copies are left to be retired.</param>
/// <param name="WrittenAt">When it was written, or the first of those in whose place it stands and which never reached their reader; sweep and auditor go by it.</param>
/// <param name="ClaimedBy">Whoever performs it now.</param>
/// <param name="ClaimedUntil">When that claim runs out.</param>
/// <param name="NotBefore">Not tried again before this time.</param>
/// <param name="Tries">Attempts that failed so far.</param>
public sealed record OutboxRow(
    string Key,
    string ETag,
    Effect Effect,
    int Version,
    int Wants,
    DateTimeOffset WrittenAt,
    string? ClaimedBy,
    DateTimeOffset? ClaimedUntil,
    DateTimeOffset? NotBefore,
    int Tries)
{
    /// <summary>The channel did not say whether a new card of this wish was shown.</summary>
    public bool MaybeShown { get; init; }

    /// <summary>Whether its reader may see a card of which nobody knows: it was unclear, or somebody sends it, or died over it.</summary>
    public bool MayStand => MaybeShown || ClaimedBy is not null;

    /// <summary>When somebody may perform it, seen from now.</summary>
    public DateTimeOffset FreeAt(DateTimeOffset now)
    {
        var free = now;
        if (ClaimedUntil > free)
            free = ClaimedUntil.Value;
        return NotBefore > free ? NotBefore.Value : free;
    }
}

/// <summary>Where a card stands: activity ids in the reader's conversation. The last is the live one; the others are copies still to be retired.</summary>
/// <param name="PostedFor">The newest wish for a new card (<see cref="OutboxRow.Wants"/>) that was fulfilled.</param>
/// <param name="ETag">The version that was read; empty where no place was known.</param>
public sealed record CardPlaces(Slot Slot, IReadOnlyList<string> Activities, int PostedFor, string ETag = "")
{
    private const int Most = 8;

    /// <summary>No card at all.</summary>
    public static CardPlaces None { get; } = new(default, [], 0);

    /// <summary>The live card; null where none stands.</summary>
    public string? Live => Activities.Count > 0 ? Activities[^1] : null;

    /// <summary>The first of the copies still to be retired.</summary>
    public string? Oldest => Activities.Count > 1 ? Activities[0] : null;

    /// <summary>The same with this activity as the live card, whether it stood before or not.</summary>
    public CardPlaces With(string activity, int postedFor) =>
        Fulfilled(postedFor) with { Activities = [.. Activities.Where(a => a != activity).TakeLast(Most - 1), activity] };

    /// <summary>The same after a new card was taken by the channel, under this activity where it gave one; a line leaves the earlier ones as they were said.</summary>
    public CardPlaces Posted(Delivery delivery, string? activity, int postedFor)
    {
        var stands = activity is null ? Fulfilled(postedFor) : With(activity, postedFor);
        return delivery is Delivery.Line ? stands with { Activities = [.. stands.Activities.TakeLast(1)] } : stands;
    }

    /// <summary>The same without what is gone and what was retired, unless a retired copy has become the live one.</summary>
    public CardPlaces But(IReadOnlyCollection<string> gone, IReadOnlyCollection<string> retired) =>
        this with { Activities = [.. Activities.Where(a => !gone.Contains(a) && (a == Live || !retired.Contains(a)))] };

    /// <summary>The same once this wish needs nothing more.</summary>
    public CardPlaces Fulfilled(int wish) => this with { PostedFor = Math.Max(PostedFor, wish) };

    public bool Same(CardPlaces other) => PostedFor == other.PostedFor && Activities.SequenceEqual(other.Activities);
}
