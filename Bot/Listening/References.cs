using System.Collections.Concurrent;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Listening;

/// <summary>Where each person can be reached: the newest personal conversation, written only when it changes.</summary>
/// <remarks>Partition: the person's id; key <c>conversation</c>.</remarks>
public sealed class References(ITable table)
{
    public const string TableName = "References";
    private const string RowKey = "conversation";
    private readonly ConcurrentDictionary<string, ConversationReference> known = new(StringComparer.Ordinal);

    /// <summary>The person's conversation, or null when the bot was never installed for them.</summary>
    public async ValueTask<ConversationReference?> Of(string person, CancellationToken cancel = default)
    {
        if (known.TryGetValue(person, out var reference))
            return reference;
        if (await table.Get(Keys.Join(person), RowKey, cancel) is not { } row)
            return null;
        var c = row.Columns;
        reference = new((string)c["serviceUrl"], (string)c["conversationId"], (string)c["botId"], c.GetValueOrDefault("tenantId") as string, c.GetValueOrDefault("userId") as string);
        known[person] = reference;
        return reference;
    }

    /// <summary>What the row says now, when what was remembered has led nowhere: another process may have heard of a newer conversation.</summary>
    public ValueTask<ConversationReference?> Again(string person, CancellationToken cancel = default)
    {
        known.TryRemove(person, out _);
        return Of(person, cancel);
    }

    /// <summary>Whether the person was known in another conversation until now.</summary>
    public async ValueTask<bool> Keep(string person, ConversationReference reference, CancellationToken cancel = default)
    {
        var before = await Of(person, cancel);
        if (before == reference)
            return false;
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["serviceUrl"] = reference.ServiceUrl,
            ["conversationId"] = reference.ConversationId,
            ["botId"] = reference.BotId,
        };
        if (reference.TenantId is { } tenant)
            columns["tenantId"] = tenant;
        if (reference.UserId is { } user)
            columns["userId"] = user;
        await table.Commit(Keys.Join(person), [Change.Upsert(RowKey, columns)], cancel);
        known[person] = reference;
        return before is not null && before.ConversationId != reference.ConversationId;
    }
}
