using System.Collections.Concurrent;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Listening;

/// <summary>
/// Where each reader of cards can be reached, written only when it changes: a person in the newest personal conversation, a team in its
/// channel (<see cref="Dialogs.Channels.TeamChannel.AddressOf"/>).
/// </summary>
/// <remarks>Partition: the person's id, or the channel's address; key <c>conversation</c>.</remarks>
public sealed class References(ITable table)
{
    public const string TableName = "References";
    private const string RowKey = "conversation";
    private readonly ConcurrentDictionary<string, ConversationReference> known = new(StringComparer.Ordinal);

    /// <summary>The reader's conversation, or null when the bot was never installed for them.</summary>
    public async ValueTask<ConversationReference?> Of(string reader, CancellationToken cancel = default)
    {
        if (known.TryGetValue(reader, out var reference))
            return reference;
        if (await table.Get(Keys.Join(reader), RowKey, cancel) is not { } row)
            return null;
        var c = row.Columns;
        reference = new((string)c["serviceUrl"], (string)c["conversationId"], (string)c["botId"], c.GetValueOrDefault("tenantId") as string, c.GetValueOrDefault("userId") as string);
        known[reader] = reference;
        return reference;
    }

    /// <summary>What the row says now, when what was remembered has led nowhere: another process may have heard of a newer conversation.</summary>
    public ValueTask<ConversationReference?> Again(string reader, CancellationToken cancel = default)
    {
        known.TryRemove(reader, out _);
        return Of(reader, cancel);
    }

    /// <summary>Whether the reader was known in another conversation until now.</summary>
    public async ValueTask<bool> Keep(string reader, ConversationReference reference, CancellationToken cancel = default)
    {
        var before = await Of(reader, cancel);
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
        await table.Commit(Keys.Join(reader), [Change.Upsert(RowKey, columns)], cancel);
        known[reader] = reference;
        return before is not null && before.ConversationId != reference.ConversationId;
    }

    /// <summary>
    /// Channel accounts of people (on Teams <c>29:…</c>), in their order, as their personal conversations told them; whoever has none yet is
    /// left out. For a card's refresh.
    /// </summary>
    public async ValueTask<IReadOnlyList<string>> UserIdsOf(IEnumerable<string> persons, CancellationToken cancel = default)
    {
        List<string> ids = [];
        foreach (var person in persons.Distinct())
        {
            if (await Of(person, cancel) is { UserId: { } id })
                ids.Add(id);
        }
        return ids;
    }
}
