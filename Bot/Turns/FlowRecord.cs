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
    public CardPlaces PlacesOf(Slot slot) => Standing.GetValueOrDefault(FlowRows.PlacesKey(Key, slot)) ?? CardPlaces.None;
}

/// <summary>A row of the outbox: an effect that waits to be performed.</summary>
/// <param name="Version">Version of the commit that wrote it.</param>
/// <param name="Wants">Version at which a new card was asked for; 0 when only standing cards follow.</param>
/// <param name="WrittenAt">When it was written; the sweep goes by it.</param>
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
    /// <summary>When somebody may perform it, seen from now.</summary>
    public DateTimeOffset FreeAt(DateTimeOffset now)
    {
        var free = now;
        if (ClaimedUntil > free)
            free = ClaimedUntil.Value;
        return NotBefore > free ? NotBefore.Value : free;
    }
}

/// <summary>Where a card stands: activity ids in the reader's conversation, newest last.</summary>
/// <param name="PostedFor">The newest wish for a new card (<see cref="OutboxRow.Wants"/>) that was fulfilled.</param>
public sealed record CardPlaces(IReadOnlyList<string> Activities, int PostedFor)
{
    /// <summary>How many copies of a card are kept up to date.</summary>
    public const int Most = 8;

    public static readonly CardPlaces None = new([], 0);

    public CardPlaces With(string activity, int postedFor) => Activities.Contains(activity)
        ? this with { PostedFor = Math.Max(PostedFor, postedFor) }
        : new([.. Activities.TakeLast(Most - 1), activity], Math.Max(PostedFor, postedFor));

    public CardPlaces Without(string activity) => this with { Activities = [.. Activities.Where(a => a != activity)] };
}
