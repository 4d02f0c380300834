namespace CheckInBot.Bot.Protocol;

/// <summary>Where somebody can be reached: kept from the newest activity, so that the bot can speak first.</summary>
/// <param name="ServiceUrl">The channel's service address that a checked token vouched for.</param>
/// <param name="ConversationId">The personal chat, or a team's channel.</param>
/// <param name="BotId">Channel account of the bot.</param>
/// <param name="TenantId">Tenant of the conversation, when the channel has tenants.</param>
/// <param name="UserId">Channel account of the person (<c>29:…</c>), for creating the conversation anew.</param>
public sealed record ConversationReference(string ServiceUrl, string ConversationId, string BotId, string? TenantId, string? UserId);
