using CheckInBot.Bot.Protocol;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Listening;

/// <summary>Who is speaking: always from what the channel vouched for, never from a card's data.</summary>
/// <param name="tenant">The organisation's tenant; others are strangers. Null accepts any.</param>
/// <param name="development">In Development a person may also be known by <c>from.id</c>.</param>
public sealed class Callers(Roster.Roster roster, string? tenant, bool development)
{
    /// <summary>The person of the roster, or null for a stranger.</summary>
    public Person? Of(Activity activity)
    {
        if (tenant is not null && activity.Conversation?.TenantId is { } theirs && !string.Equals(theirs, tenant, StringComparison.OrdinalIgnoreCase))
            return null;
        if (activity.From?.AadObjectId is { Length: > 0 } entraId)
            return roster.ByEntraId(entraId);
        return development && activity.From?.Id is { } id ? roster.Find(id) : null;
    }

    public static bool IsPersonal(Activity activity) => activity.Conversation?.ConversationType is null or "personal";

    /// <summary>Where the activity came from, as a place to answer to; null when the channel left a part out.</summary>
    public static ConversationReference? ReferenceOf(Activity activity) =>
        activity is { ServiceUrl: { } service, Conversation.Id: { } conversation, Recipient.Id: { } bot }
            ? new(service, conversation, bot, activity.Conversation.TenantId, activity.From?.Id)
            : null;
}
