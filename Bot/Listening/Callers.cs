using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Listening;

/// <summary>Who is speaking: always from what the channel vouched for, never from a card's data.</summary>
/// <param name="tenant">The organisation's tenant; others are strangers. Null accepts any.</param>
/// <param name="development">In Development a person may also be known by <c>from.id</c>.</param>
public sealed class Callers(Roster.Roster roster, string? tenant, bool development)
{
    private const string Thread = ";messageid=";

    /// <summary>In characters, as it stands in a key.</summary>
    private const int LongestId = 200;

    /// <summary>The person of the roster, or null for a stranger.</summary>
    public Person? Of(Activity activity)
    {
        if (tenant is not null && activity.Conversation?.TenantId is { } theirs && !string.Equals(theirs, tenant, StringComparison.OrdinalIgnoreCase))
            return null;
        if (activity.From?.AadObjectId is { Length: > 0 } entraId)
            return roster.ByEntraId(entraId);
        return development && activity.From?.Id is { } id ? roster.Find(id) : null;
    }

    /// <summary>The name under which words are taken once, by the channel's id of them; null where they have none. A long one is told by its hash: it is part of a key.</summary>
    public static string? OnceOf(string? id) => id is null ? null
        : Keys.Join(id).Length <= LongestId ? $"m.{id}"
        : $"m.h{Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan())))}";

    public static bool IsPersonal(Activity activity) => activity.Conversation?.ConversationType is null or "personal";

    /// <summary>Where the activity came from, as a place to answer to; null when the channel left a part out.</summary>
    public static ConversationReference? ReferenceOf(Activity activity) =>
        activity is { ServiceUrl: { } service, Conversation.Id: { } conversation, Recipient.Id: { } bot }
            ? new(service, conversation, bot, activity.Conversation.TenantId, activity.From?.Id)
            : null;

    /// <summary>The same, where nobody but the person reads; null in a channel or a group chat.</summary>
    public static ConversationReference? PrivateOf(Activity activity) => IsPersonal(activity) ? ReferenceOf(activity) : null;

    /// <summary>The channel or group chat itself, as a place to post to: a message of a channel names its thread too. Nobody's own; null in a personal chat.</summary>
    public static ConversationReference? ChannelOf(Activity activity) => !IsPersonal(activity) && ReferenceOf(activity) is { } here
        ? here with { ConversationId = here.ConversationId.Split(Thread)[0], UserId = null }
        : null;
}
