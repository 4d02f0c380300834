using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace CheckInBot.Dialogs.Contacts;

/// <summary>The deletion of a person's answers: asked once, then done in chunks, each proved by reading again.</summary>
/// <param name="AskedAt">When the person was asked whether they mean it.</param>
public sealed record Erasure(DateTimeOffset AskedAt)
{
    /// <summary>When they said yes; what is answered later stays.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>Everything up to this check-in is deleted.</summary>
    public string Cursor { get; init; } = "";

    /// <summary>The check-ins of the next chunk were told to forget, and are read again to see that they have.</summary>
    public bool Told { get; init; }

    public DateTimeOffset? WakeAt { get; init; }

    /// <summary>How many check-ins lost their answers.</summary>
    public int CheckIns { get; init; }

    /// <summary>How many of those had a note.</summary>
    public int Notes { get; init; }

    /// <summary>Numbers of the cases that came of them; others act on those, so they remain.</summary>
    public ImmutableSortedSet<string> Cases { get; init; } = [];

    /// <summary>How many unsent reports and unsigned accounts were told to forget.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int Drafts { get; init; }

    /// <summary>Numbers of incidents of which the person sent or signed something; that stays with whoever handles them. Null where there are none.</summary>
    public ImmutableSortedSet<string>? Handed { get; init; }

    public DateTimeOffset? DoneAt { get; init; }

    public bool IsAsked => BegunAt is null;

    public bool IsRunning => BegunAt is not null && DoneAt is null;
}
