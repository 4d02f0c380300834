namespace CheckInBot.Bot.Protocol;

/// <summary>Body of <c>POST /v3/conversations</c>: a personal conversation of the bot with one person (Bot Connector REST API v3, ConversationParameters).</summary>
/// <param name="TenantId">Of the person; Teams creates none without it.</param>
public sealed record NewConversation(ChannelAccount Bot, IReadOnlyList<ChannelAccount> Members, string? TenantId)
{
    public bool IsGroup => false;

    /// <summary>The tenant once more, where older services look for it.</summary>
    public TenantData? ChannelData => TenantId is { } tenant ? new(new(tenant)) : null;

    /// <summary>Null when too little is known of whom it would be with.</summary>
    public static NewConversation? With(ConversationReference known) =>
        known.UserId is { Length: > 0 } user ? new(new(known.BotId, null, null), [new(user, null, null)], known.TenantId) : null;
}

/// <summary><c>channelData</c> of a new conversation.</summary>
public sealed record TenantData(TenantId Tenant);

/// <summary><c>channelData.tenant</c>.</summary>
public sealed record TenantId(string Id);
