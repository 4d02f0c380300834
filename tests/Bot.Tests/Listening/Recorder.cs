using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using CheckInBot.Bot.Protocol;

namespace CheckInBot.Bot.Tests.Listening;

/// <summary>A Connector that writes down what is said to whom.</summary>
internal sealed class Recorder : IConnector
{
    /// <summary>New messages: the conversation, and the activity as JSON.</summary>
    public ConcurrentQueue<(string Conversation, string Body)> Sent { get; } = new();

    /// <summary>Cards drawn anew: the conversation, the activity's id, and the activity as JSON.</summary>
    public ConcurrentQueue<(string Conversation, string Activity, string Body)> Updated { get; } = new();

    /// <summary>Whom a conversation was created with.</summary>
    public ConcurrentQueue<ConversationReference> Created { get; } = new();

    /// <summary>What is answered.</summary>
    public SendResult Answer { get; set; } = new(SendOutcome.Sent, "x");

    /// <summary>What is answered to a new message in this conversation; null for <see cref="Answer"/>.</summary>
    public Func<string, SendResult?>? AnswerIn { get; set; }

    /// <summary>What is answered to a creation.</summary>
    public Func<ConversationReference, Task<SendResult>> AnswerToCreation { get; set; } = _ => Task.FromResult(new SendResult(SendOutcome.Sent, "a:anew"));

    public Task<SendResult> Send(ConversationReference to, OutgoingActivity activity, Repeat repeat, SendPriority priority, CancellationToken cancel = default)
    {
        Sent.Enqueue((to.ConversationId, Text(activity)));
        return Task.FromResult(AnswerIn?.Invoke(to.ConversationId) ?? Answer);
    }

    public Task<SendResult> Update(ConversationReference to, string activityId, OutgoingActivity activity, SendPriority priority, CancellationToken cancel = default)
    {
        Updated.Enqueue((to.ConversationId, activityId, Text(activity)));
        return Task.FromResult(Answer);
    }

    public Task<SendResult> Create(ConversationReference known, SendPriority priority, CancellationToken cancel = default)
    {
        Created.Enqueue(known);
        return AnswerToCreation(known);
    }

    private static string Text(OutgoingActivity activity) => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Default.OutgoingActivity));
}
