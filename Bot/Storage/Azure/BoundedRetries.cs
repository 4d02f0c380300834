using Azure.Core;
using Azure.Core.Pipeline;

namespace CheckInBot.Bot.Storage.Azure;

/// <summary>
/// Tries again as Azure.Core does, after the time that the service asks for; but where it asks for longer than anybody here can wait, its
/// answer is the end: a press, or the one look at the queue, must not stand still for an hour.
/// </summary>
internal sealed class BoundedRetries() : RetryPolicy(MostRetries, DelayStrategy.CreateExponentialDelayStrategy(FirstDelay, LongestDelay))
{
    /// <summary>The longest time that is waited for a service which asks for it; a commit waits no longer than its time-out leaves.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private const int MostRetries = 3;
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(5);

    protected override bool ShouldRetry(HttpMessage message, Exception? exception) => CanWait(message) && base.ShouldRetry(message, exception);

    protected override async ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) =>
        CanWait(message) && await base.ShouldRetryAsync(message, exception);

    /// <inheritdoc/>
    protected override ValueTask OnRequestSentAsync(HttpMessage message)
    {
        if (message.HasResponse && message.TryGetProperty(AnswerNote.Property, out var value) && value is AnswerNote note)
            note.Of(message.Response);
        return base.OnRequestSentAsync(message);
    }

    private static bool CanWait(HttpMessage message)
    {
        if (!message.HasResponse || AnswerHints.Of(message.Response).Wait is not { } wait)
            return true;
        var most = message.TryGetProperty(typeof(CommitDeadline), out var value) && value is CommitDeadline deadline && deadline.Left < LongestWait ? deadline.Left : LongestWait;
        return wait <= most;
    }
}
