namespace CheckInBot.Bot.Protocol;

/// <summary>How a send ended.</summary>
public enum SendOutcome
{
    /// <summary>The channel took it.</summary>
    Sent,

    /// <summary>
    /// A definite "not now" (429, 412; no connection came about; the bot's own token was not had or not taken; held back): nothing was shown, it may be
    /// tried again after <see cref="SendResult.RetryAfter"/>.
    /// </summary>
    NotNow,

    /// <summary>Unclear (5xx, time-out, broken connection): it may or may not have been shown.</summary>
    Unclear,

    /// <summary>404: the conversation or activity is gone.</summary>
    Gone,

    /// <summary>403 and other refusals that trying again does not mend; <see cref="SendResult.Reason"/> has the channel's code.</summary>
    Refused,
}

/// <param name="Outcome">How it ended, after the client's own retries.</param>
/// <param name="ActivityId">Id of the new activity, when <see cref="SendOutcome.Sent"/> and the channel gave one.</param>
/// <param name="RetryAfter">The channel's wish for <see cref="SendOutcome.NotNow"/>.</param>
/// <param name="Reason">Status and the channel's error code, never a body: bodies can hold people's words.</param>
/// <param name="Status">Of HTTP, of an answer that was no success; 0 without one.</param>
/// <param name="Held">The bot itself held it back (<see cref="ChannelPace"/>): the channel was not asked, and it is no failed try.</param>
public sealed record SendResult(SendOutcome Outcome, string? ActivityId = null, TimeSpan? RetryAfter = null, string? Reason = null, int Status = 0, bool Held = false)
{
    /// <summary>Of a new message: the conversation is gone (404) or shut to the bot (403), whatever is sent. Not a message that was refused for itself.</summary>
    public bool IsClosed => Outcome is SendOutcome.Gone || (Outcome is SendOutcome.Refused && Status == 403);
}

/// <summary>Whether a doubtful attempt may be repeated by the client itself.</summary>
public enum Repeat
{
    /// <summary>Only definite refusals are tried again: a prompt is shown at most once.</summary>
    OnlyDefinite,

    /// <summary>Unclear outcomes are tried again too: a notice is shown at least once.</summary>
    AlsoUnclear,
}

/// <summary>The Connector side of the Bot Framework protocol: what the bot says. Never throws for what a channel answers.</summary>
public interface IConnector
{
    /// <summary><c>POST {serviceUrl}/v3/conversations/{id}/activities</c>.</summary>
    Task<SendResult> Send(ConversationReference to, OutgoingActivity activity, Repeat repeat, SendPriority priority, CancellationToken cancel = default);

    /// <summary><c>PUT {serviceUrl}/v3/conversations/{id}/activities/{activityId}</c>. Always repeatable.</summary>
    Task<SendResult> Update(ConversationReference to, string activityId, OutgoingActivity activity, SendPriority priority, CancellationToken cancel = default);

    /// <summary>
    /// <c>POST {serviceUrl}/v3/conversations</c>: the personal conversation with <see cref="ConversationReference.UserId"/> anew. A channel that still has one answers with it.
    /// When it was made, <see cref="SendResult.ActivityId"/> is the conversation's id.
    /// </summary>
    Task<SendResult> Create(ConversationReference known, SendPriority priority, CancellationToken cancel = default);
}
