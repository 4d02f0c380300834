using CheckInBot.Bot.Storage.Azure;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>What an operator or another tool puts into the account's queue, in no encoding of ours, keeps nobody else's message from being received.</summary>
[Collection(Azurite.Collection)]
public sealed class ForeignMessageTests(Azurite azurite)
{
    private static readonly TimeSpan Lasting = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task A_message_that_is_not_Base64_is_received_as_it_stands_and_so_are_those_beside_it()
    {
        var prefix = MovingOffice.Letters();
        await using var store = new AzureStore(new AzureSettings(azurite.ConnectionString, Prefix: prefix));
        await store.Open([TestRows.Table]);
        await store.Queue.Send("before", TimeSpan.Zero);
        await azurite.Queue(prefix + "wakeups").SendMessageAsync("typed by hand: 你好 <&>");
        await store.Queue.Send("behind", TimeSpan.Zero);

        var messages = await store.Queue.Receive(32, Lasting);

        Assert.Equal(["before", "behind", "typed by hand: 你好 <&>"], messages.Select(m => m.Body).Order(StringComparer.Ordinal));
        Assert.True(await store.Queue.Delete(messages.Single(m => m.Body.StartsWith("typed", StringComparison.Ordinal))));
        Assert.All(messages.Where(m => m.Body.StartsWith('b')), m => Assert.Equal(1, m.DequeueCount));
    }
}
