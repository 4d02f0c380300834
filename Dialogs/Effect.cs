using System.Text.Json.Serialization;

namespace CheckInBot.Dialogs;

/// <summary>How a card is to reach its reader.</summary>
public enum Delivery
{
    /// <summary>A new card, at most once: an unclear attempt counts as shown. For what may be missed and is reminded of.</summary>
    Prompt,

    /// <summary>A new card, at least once. For what must not be missed.</summary>
    Notice,

    /// <summary>A new card, at least once, that says something once: earlier ones stay as they were said.</summary>
    Line,

    /// <summary>The card is brought up to date wherever it stands; a new one still on its way goes on and shows what is true by then.</summary>
    Refresh,

    /// <summary>The card is brought up to date wherever it stands; a new one not yet begun is no longer sent.</summary>
    Withdraw,
}

/// <summary>A card of a conversation: a name within the conversation, and its reader.</summary>
/// <param name="Name">Which card, such as <c>ask</c>; letters, digits and <c>.</c></param>
/// <param name="Person">Id of the reader, or the address of a team's channel (<see cref="Channels.TeamChannel.AddressOf"/>).</param>
public readonly record struct Slot(string Name, string Person);

/// <summary>What should now happen, as data. It is stored with the state that caused it and performed afterwards.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "effect")]
[JsonDerivedType(typeof(Show), "show")]
[JsonDerivedType(typeof(Signal), "signal")]
public abstract record Effect;

/// <summary>
/// The reader sees the slot's card. A newer one for the same slot takes the place of one still waiting, so a card that became
/// pointless is never begun, and what is drawn is always the state of the moment.
/// </summary>
public sealed record Show(Slot Slot, Delivery Delivery) : Effect;

/// <summary>Another conversation is told; it takes each signal once. Its name within the source is derived, never random.</summary>
/// <param name="Name">Unique among the signals of the source record.</param>
public sealed record Signal(string Name, FlowKey To, FlowEvent Event) : Effect;
