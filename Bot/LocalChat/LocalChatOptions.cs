using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.LocalChat;

/// <summary>What the local chat needs to know: who is in the hall, where transcripts are kept, and what time the bot has.</summary>
public sealed record LocalChatOptions
{
    /// <summary>Name of the table that holds the transcripts; open the store with it.</summary>
    public const string TableName = "LocalChat";

    /// <summary>The people of the roster; each has a personal chat.</summary>
    public required Func<IReadOnlyList<Person>> People { get; init; }

    /// <summary>The teams of the roster; each has a channel.</summary>
    public required Func<IReadOnlyList<Team>> Teams { get; init; }

    /// <summary>Keeps the transcripts across restarts.</summary>
    public required ITable Table { get; init; }

    /// <summary>The bot's clock: messages bear the time that the bot has, also when it was moved.</summary>
    public required Func<DateTimeOffset> Now { get; init; }

    /// <summary>The bot's own loopback address; by default the first one the server listens on.</summary>
    public Func<Uri>? Address { get; init; }

    /// <summary>Carries activities to the bot; by default a client without a proxy.</summary>
    public HttpClient? Http { get; init; }

    /// <summary>Tenant of every conversation, when the bot is set to another than the default.</summary>
    public string TenantId { get; init; } = "10ca1000-0000-4000-8000-000000000001";

    /// <summary>Channel account of the bot.</summary>
    public string BotId { get; init; } = "28:checkinbot";

    /// <summary>Name of the bot, as mentioned in a channel.</summary>
    public string BotName { get; init; } = "CheckInBot";

    /// <summary>How long the bot has for an answer.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>The wait before an installation that the bot did not take is delivered again.</summary>
    public TimeSpan InstallAgainAfter { get; init; } = TimeSpan.FromSeconds(2);
}
