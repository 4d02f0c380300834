using System.Text;
using Azure;
using Azure.Storage;
using Azure.Storage.Queues;

namespace CheckInBot.Bot.Storage.Azure;

/// <summary>
/// The one queue of the account. Its times are whole seconds of the service's clock, rounded up; bodies travel as Base64 of UTF-8. What somebody
/// else put there in another form is received as it stands: the client's own decoding would throw away the whole look with it.
/// </summary>
internal sealed class AzureQueue : IQueue
{
    private static readonly TimeSpan Never = TimeSpan.FromSeconds(-1);

    private readonly QueueClient _client;

    public AzureQueue(AzureAccount account, string name)
    {
        var address = new Uri($"{account.Queues.AbsoluteUri.TrimEnd('/')}/{name}");
        var options = AzureFaults.Patience(new QueueClientOptions { MessageEncoding = QueueMessageEncoding.None }, account.Transport);
        _client = account switch
        {
            { Key: { } key } => new QueueClient(address, new StorageSharedKeyCredential(account.Name, key), options),
            { Signature: { } signature } => new QueueClient(address, new AzureSasCredential(signature), options),
            _ => new QueueClient(address, account.Credential, options),
        };
    }

    public Task Create(CancellationToken cancel) =>
        Ask("the making of", async () => await _client.CreateIfNotExistsAsync(cancellationToken: cancel), cancel);

    /// <summary>Takes away every message, the hidden ones too.</summary>
    public Task Clear(CancellationToken cancel) =>
        Ask("the emptying of", async () => await _client.ClearMessagesAsync(cancel), cancel);

    /// <summary>About how many messages there are, the hidden ones too; never too few. None where there is no queue.</summary>
    public Task<int> Count(CancellationToken cancel) =>
        Ask(
            "a count of",
            async () =>
            {
                try
                {
                    return (await _client.GetPropertiesAsync(cancel)).Value.ApproximateMessagesCount;
                }
                catch (RequestFailedException e) when (e is { Status: 404, ErrorCode: "QueueNotFound" })
                {
                    return 0;
                }
            },
            cancel);

    public async ValueTask<QueueMessage> Send(string body, TimeSpan delay, CancellationToken cancel = default)
    {
        StoreLimits.CheckBody(body);
        var sent = await Ask("a send to", async () => await _client.SendMessageAsync(Encoded(body), Seconds(delay), Never, cancel), cancel);
        return new QueueMessage(sent.Value.MessageId, sent.Value.PopReceipt, body, 0);
    }

    public async ValueTask<IReadOnlyList<QueueMessage>> Receive(int max, TimeSpan lease, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(max, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(max, 32);
        var received = await Ask("a look at", async () => await _client.ReceiveMessagesAsync(max, Lease(lease), cancel), cancel);
        return [.. received.Value.Select(m => new QueueMessage(m.MessageId, m.PopReceipt, Decoded(m.Body.ToString()), m.DequeueCount))];
    }

    public async ValueTask<QueueMessage?> Renew(QueueMessage message, TimeSpan lease, CancellationToken cancel = default)
    {
        // The body goes along: an update without one has been read as an empty one.
        var answer = await AskHeld("a renewal in", () => _client.UpdateMessageAsync(message.Id, message.PopReceipt, Encoded(message.Body), Lease(lease), cancel), cancel);
        return answer is null ? null : message with { PopReceipt = answer.Value.PopReceipt };
    }

    public async ValueTask<bool> Delete(QueueMessage message, CancellationToken cancel = default) =>
        await AskHeld("a deletion from", () => _client.DeleteMessageAsync(message.Id, message.PopReceipt, cancel), cancel) is not null;

    private async Task<T?> AskHeld<T>(string what, Func<Task<T>> request, CancellationToken cancel) where T : class =>
        await Ask(
            what,
            async () =>
            {
                try
                {
                    return await request();
                }
                catch (RequestFailedException e) when (IsLost(e))
                {
                    return null;
                }
            },
            cancel);

    private async Task<T> Ask<T>(string what, Func<Task<T>> request, CancellationToken cancel)
    {
        var note = new AnswerNote();
        using var noted = note.Take();
        try
        {
            return await request();
        }
        catch (RequestFailedException e) when (e.Status > 0)
        {
            throw AzureFaults.Answered("Azure Queues", $"{what} '{_client.Name}'", e.Status, e.ErrorCode ?? note.Code, note.Hints);
        }
        catch (Exception e) when (AzureFaults.IsOutage(e, cancel))
        {
            throw AzureFaults.NoAnswer("Azure Queues", _client.Uri, e);
        }
    }

    private static bool IsLost(RequestFailedException e) => (e.Status, e.ErrorCode) switch
    {
        (404, "MessageNotFound") => true,
        (400, "PopReceiptMismatch" or "InvalidQueryParameterValue") => true,
        _ => false,
    };

    private static string Encoded(string body) => Convert.ToBase64String(Encoding.UTF8.GetBytes(body));

    private static string Decoded(string text)
    {
        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }

    private static TimeSpan Lease(TimeSpan lease) => Seconds(lease) is { Ticks: > 0 } some ? some : TimeSpan.FromSeconds(1);

    // The client cuts fractions off, and a message would be seen too early.
    private static TimeSpan Seconds(TimeSpan time)
    {
        var whole = TimeSpan.FromSeconds(Math.Ceiling(Math.Max(0, time.TotalSeconds)));
        return whole < StoreLimits.LongestDelay ? whole : StoreLimits.LongestDelay;
    }
}
