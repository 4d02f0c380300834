using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Protocol;
using Microsoft.Extensions.Configuration;

namespace CheckInBot.Bot.Tests.Protocol;

public sealed class LimitSettingsTests
{
    [Theory]
    [InlineData(null, true, 60, 600)]
    [InlineData(" ", true, 60, 600)]
    [InlineData("7", true, 7, 7)]
    [InlineData(null, false, null, null)]
    [InlineData("7", false, 7, 7)]
    public void There_are_limits_where_there_is_a_channel_and_none_on_ones_own_machine_unless_they_are_set(string? written, bool channel, int? person, int? conversation)
    {
        var settings = Read(written, channel);
        Assert.Empty(settings.Faults());
        Assert.Equal((person, conversation), (settings.PerPerson, settings.PerConversation));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("many")]
    [InlineData("100001")]
    public void A_wrong_limit_is_told_with_what_to_say(string written) => Assert.Collection(
        Read(written, true).Faults(),
        person => Assert.StartsWith($"setting Limits:PerPerson is \"{written}\". Say a whole number from 1 to 100000:", person, StringComparison.Ordinal),
        conversation => Assert.StartsWith($"setting Limits:PerConversation is \"{written}\".", conversation, StringComparison.Ordinal));

    private static LimitSettings Read(string? written, bool channel)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([
            new("Limits:PerPerson", written), new("Limits:PerConversation", written), new("Bot:AppId", channel ? PretendChannel.AppId : null),
        ]).Build();
        return LimitSettings.Read(configuration, BotSettings.Read(configuration));
    }
}
