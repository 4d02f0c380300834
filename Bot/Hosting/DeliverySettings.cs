using System.Globalization;
using CheckInBot.Bot.Protocol;

namespace CheckInBot.Bot.Hosting;

/// <summary>Section <c>Delivery</c>: how fast cards leave.</summary>
/// <param name="Written"><c>Delivery:PerSecond</c> as it was written; null when it is not set.</param>
/// <param name="HasChannel">The bot is registered with a channel; else it speaks to its own machine, where nobody counts.</param>
public sealed record DeliverySettings(string? Written, bool HasChannel)
{
    /// <summary>Requests a second where nothing is set: some below the 50 that Teams takes from one app in one tenant.</summary>
    public const int Default = 40;

    private const int Most = 1000;

    /// <summary>Requests a second, all instances together; null for as many as there are.</summary>
    public int? PerSecond => Written is null ? HasChannel ? Default : null : Number;

    private int? Number => int.TryParse(Written, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= Most ? number : null;

    /// <summary>Blank counts as not set. Never throws: what is wrong is told by <see cref="Faults"/>.</summary>
    public static DeliverySettings Read(IConfiguration settings, BotSettings bot) =>
        new(settings["Delivery:PerSecond"]?.Trim() is { Length: > 0 } written ? written : null, bot.HasAppId);

    public IEnumerable<string> Faults()
    {
        if (Written is not null && Number is null)
            yield return $"setting Delivery:PerSecond is \"{Written}\". Say a whole number from 1 to {Most}: how many requests a second all instances together may send to the channel.";
    }
}
