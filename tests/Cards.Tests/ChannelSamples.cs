using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

/// <summary>That a channel is a team's, and that it no longer is.</summary>
internal static class ChannelSamples
{
    private static readonly ChannelBinding Binding = new("19:a", "19:a", Leader, At(10, 32), Language.Chinese);

    private static readonly TeamChannel Bound = new() { Team = "t-1", Last = Binding };

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        new("channel.bound", l => ChannelCards.Bound(Binding, Team(l), Context(l, At(10, 32)))),
        new("channel.movedAway", l => ChannelCards.MovedAway(Team(l), Context(l, At(10, 32)))),
        .. Enum.GetValues<ChannelEnd>().Select(why => News($"channel.news.{why}", Bound with { EndedAt = At(16, 5), Ended = why })),
        News("channel.news.again", Bound),
    ];

    private static KeyValuePair<string, Func<Language, CardMessage>> News(string name, TeamChannel state) =>
        new(name, l => ChannelCards.News(state, Team(l), Context(l, At(16, 6))));

    private static string Team(Language language) => language == Language.Chinese ? "窗口大厅" : "Counter hall";
}
