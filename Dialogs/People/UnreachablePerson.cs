namespace CheckInBot.Dialogs.People;

/// <summary>Why a channel takes no message for a person, until something changes on their side or an administrator's.</summary>
public enum Refusal
{
    /// <summary>The bot was never installed for them.</summary>
    NotInstalled,

    /// <summary>They have removed the bot (<c>BotNotInConversationRoster</c>).</summary>
    Removed,

    /// <summary>They have blocked the bot (<c>ConversationBlockedByUser</c>).</summary>
    Blocked,

    /// <summary>An administrator has switched the bot off (<c>BotDisabledByAdmin</c>).</summary>
    SwitchedOff,

    /// <summary>Nothing may be written there (<c>MessageWritesBlocked</c>).</summary>
    Closed,

    /// <summary>The conversation is gone, and so is the one created in its place.</summary>
    Gone,

    /// <summary>The channel gave another reason, or none.</summary>
    Other,
}

/// <summary>Somebody whom the bot's messages do not reach.</summary>
/// <param name="Person">Id of the person.</param>
public sealed record UnreachablePerson(string Person, Refusal Why, DateTimeOffset Since);
