using System.Collections.Concurrent;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Listening;

/// <summary>
/// Where each reader of cards can be reached, written only when it changes: a person in the newest personal conversation, a team in its
/// channel (<see cref="Dialogs.Channels.TeamChannel.AddressOf"/>).
/// </summary>
/// <remarks>Partition: the person's id, or the channel's address; key <c>conversation</c>.</remarks>
/// <param name="wall">Real time; null for the machine's.</param>
public sealed class References(ITable table, TimeProvider? wall = null)
{
    /// <summary>How long a creation is left to the process that took it on; longer than a call to the channel lasts.</summary>
    public static readonly TimeSpan CreationLasts = TimeSpan.FromMinutes(1);

    /// <summary>How long what was read is held for what the row says when somebody speaks: another process may have heard them since.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    public const string TableName = "References";
    private const string RowKey = "conversation";
    private readonly ConcurrentDictionary<string, Kept> known = new(StringComparer.Ordinal);

    /// <summary>The reader's conversation, or null when the bot was never installed for them.</summary>
    public async ValueTask<ConversationReference?> Of(string reader, CancellationToken cancel = default) => (await Known(reader, cancel))?.Reference;

    /// <summary>The reader had everything about them deleted.</summary>
    public async ValueTask Forget(string reader, CancellationToken cancel = default)
    {
        known.TryRemove(reader, out _);
        await table.Commit(Keys.Join(reader), [Change.Delete(RowKey, "*")], cancel);
    }

    /// <summary>What the row says now, when what was remembered has led nowhere: another process may have heard of a newer conversation.</summary>
    public async ValueTask<ConversationReference?> Again(string reader, CancellationToken cancel = default)
    {
        known.TryRemove(reader, out _);
        return (await Known(reader, cancel))?.Reference;
    }

    /// <summary>Whether the reader was known in another conversation until now.</summary>
    public async ValueTask<bool> Keep(string reader, ConversationReference reference, CancellationToken cancel = default)
    {
        var before = await FreshlyKnown(reader, cancel);
        // Whoever speaks where the bot opened a conversation makes it one of their own.
        if (before is { Created: CreationState.Never } && before.Reference == reference)
            return false;
        await table.Commit(Keys.Join(reader), [Change.Upsert(RowKey, Columns(new(reference, CreationState.Never, null, Now)))], cancel);
        known[reader] = new(reference, CreationState.Never, null, Now);
        return before is not null && before.Reference.ConversationId != reference.ConversationId;
    }

    /// <summary>
    /// Something else of the reader, such as words in a channel, came by a newer service address of the same bot and tenant: their own
    /// conversation is reached there too.
    /// </summary>
    public async ValueTask Follow(string reader, ConversationReference heard, CancellationToken cancel = default)
    {
        if (await Known(reader, cancel) is not { Reference: var before } || before.ServiceUrl == heard.ServiceUrl || before.BotId != heard.BotId || before.TenantId != heard.TenantId)
            return;
        // On what stands there: a conversation that the person opened meanwhile stays.
        if (await table.Get(Keys.Join(reader), RowKey, cancel) is { } row && Read(row) is var now)
            await Write(reader, now with { Reference = now.Reference with { ServiceUrl = heard.ServiceUrl } }, row.ETag, cancel);
    }

    /// <summary>
    /// Takes on the creation of a conversation in the place of one that is gone: one process for each person, and once until the person
    /// speaks again.
    /// </summary>
    public async ValueTask<CreationTurn> BeginCreation(string reader, ConversationReference gone, CancellationToken cancel = default)
    {
        if (await table.Get(Keys.Join(reader), RowKey, cancel) is not { } row)
            return CreationTurn.Never;
        var now = Read(row);
        if (now.Reference != gone || (now.Created == CreationState.Begun && Now - now.BegunAt < CreationLasts))
            return CreationTurn.Elsewhere;
        if (now.Created == CreationState.Done)
            return CreationTurn.Never;
        return await Write(reader, now with { Created = CreationState.Begun, BegunAt = Now }, row.ETag, cancel) ? CreationTurn.Yours : CreationTurn.Elsewhere;
    }

    /// <summary>The creation came about, or not now.</summary>
    /// <param name="made">The new conversation; null when none was made, and it may be tried again.</param>
    public async ValueTask EndCreation(string reader, ConversationReference gone, ConversationReference? made, CancellationToken cancel = default)
    {
        // What the person told meanwhile is newer than what was created.
        if (await table.Get(Keys.Join(reader), RowKey, cancel) is { } row && Read(row) is { Created: CreationState.Begun } now && now.Reference == gone)
            await Write(reader, made is null ? new(gone, CreationState.Never, null, Now) : new(made, CreationState.Done, null, Now), row.ETag, cancel);
    }

    private DateTimeOffset Now => (wall ?? TimeProvider.System).GetUtcNow();

    private async ValueTask<Kept?> FreshlyKnown(string reader, CancellationToken cancel)
    {
        var remembered = known.GetValueOrDefault(reader);
        if (remembered is not null && Now - remembered.ReadAt < Fresh)
            return remembered;
        try
        {
            known.TryRemove(reader, out _);
            return await Known(reader, cancel);
        }
        catch (StoreUnavailableException) when (remembered is not null)
        {
            return known[reader] = remembered;
        }
    }

    private async ValueTask<Kept?> Known(string reader, CancellationToken cancel)
    {
        if (known.TryGetValue(reader, out var kept))
            return kept;
        if (await table.Get(Keys.Join(reader), RowKey, cancel) is not { } row)
            return null;
        return known[reader] = Read(row);
    }

    private async ValueTask<bool> Write(string reader, Kept kept, string etag, CancellationToken cancel)
    {
        var written = (await table.Commit(Keys.Join(reader), [Change.Replace(RowKey, Columns(kept), etag)], cancel)).Committed;
        if (written)
            known[reader] = kept;
        else
            known.TryRemove(reader, out _);
        return written;
    }

    private Kept Read(Row row)
    {
        var c = row.Columns;
        return new(
            new((string)c["serviceUrl"], (string)c["conversationId"], (string)c["botId"], c.GetValueOrDefault("tenantId") as string, c.GetValueOrDefault("userId") as string),
            c.GetValueOrDefault("created") is string created && Enum.TryParse<CreationState>(created, out var state) ? state : CreationState.Never,
            c.GetValueOrDefault("begunAt") as DateTimeOffset?,
            Now);
    }

    private static Dictionary<string, object> Columns(Kept kept)
    {
        var reference = kept.Reference;
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
        if (kept.Created != CreationState.Never)
            columns["created"] = kept.Created.ToString();
        if (kept.BegunAt is { } begun)
            columns["begunAt"] = begun;
        return columns;
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

    /// <param name="Created">Whether the bot opened this conversation itself.</param>
    /// <param name="BegunAt">Since when another one is being opened.</param>
    /// <param name="ReadAt">When the row said so.</param>
    private sealed record Kept(ConversationReference Reference, CreationState Created, DateTimeOffset? BegunAt, DateTimeOffset ReadAt);

    private enum CreationState
    {
        /// <summary>The person opened it, or has spoken in it since.</summary>
        Never,

        /// <summary>It is gone, and somebody opens another one now.</summary>
        Begun,

        /// <summary>The bot opened it, and the person has not spoken since: if this one is gone too, none is opened again.</summary>
        Done,
    }
}

/// <summary>Whose turn it is to create a conversation in the place of one that is gone.</summary>
public enum CreationTurn
{
    /// <summary>The caller's.</summary>
    Yours,

    /// <summary>Somebody else does, or a newer conversation is known by now: a moment later it is there.</summary>
    Elsewhere,

    /// <summary>Nobody's: the bot created the one that is gone, and the person has not spoken since.</summary>
    Never,
}
