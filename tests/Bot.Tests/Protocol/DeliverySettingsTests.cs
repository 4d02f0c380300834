using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Protocol;
using Microsoft.Extensions.Configuration;

namespace CheckInBot.Bot.Tests.Protocol;

public sealed class DeliverySettingsTests
{
    [Theory]
    [InlineData(null, true, 40)]
    [InlineData(" ", true, 40)]
    [InlineData("1", true, 1)]
    [InlineData("1000", true, 1000)]
    [InlineData(null, false, null)]
    [InlineData("5", false, 5)]
    public void The_limit_is_40_where_there_is_a_channel_and_none_on_ones_own_machine_unless_it_is_set(string? written, bool channel, int? limit)
    {
        var settings = Read(written, channel);
        Assert.Empty(settings.Faults());
        Assert.Equal(limit, settings.PerSecond);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("1001")]
    [InlineData("-3")]
    [InlineData("forty")]
    [InlineData("12.5")]
    [InlineData("99999999999")]
    public void A_wrong_limit_is_told_with_what_to_say(string written)
    {
        var fault = Assert.Single(Read(written, true).Faults());
        Assert.StartsWith($"setting Delivery:PerSecond is \"{written}\". Say a whole number from 1 to 1000:", fault, StringComparison.Ordinal);
    }

    private static DeliverySettings Read(string? written, bool channel)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([
            new("Delivery:PerSecond", written),
            new("Bot:AppId", channel ? PretendChannel.AppId : null),
        ]).Build();
        return DeliverySettings.Read(configuration, BotSettings.Read(configuration));
    }
}
