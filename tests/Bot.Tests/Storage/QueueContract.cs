using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>What the queue promises on every store. Its times are the store's own: a test lets them pass, then looks until it sees.</summary>
public abstract class QueueContract : IAsyncLifetime
{
    protected static readonly TimeSpan Brief = TimeSpan.FromSeconds(2);
    protected static readonly TimeSpan Lasting = TimeSpan.FromSeconds(60);

    private ITestStore _opened = null!;

    protected IStore Store => _opened.Store;

    protected IQueue Queue => Store.Queue;

    protected abstract Task<ITestStore> OpenStore(params string[] tables);

    public async Task InitializeAsync() => _opened = await OpenStore(TestRows.Table);

    public async Task DisposeAsync() => await _opened.DisposeAsync();

    protected Task Pass(TimeSpan time) => _opened.Pass(time);

    [Theory]
    [InlineData("wake")]
    [InlineData("唤醒 😀 <a href=\"x\">&amp;</a>\r\n\t\u0001")]
    [InlineData("")]
    public async Task A_message_arrives_as_it_was_sent(string body)
    {
        await Queue.Send(body, TimeSpan.Zero);

        var message = Assert.Single(await Queue.Receive(32, Lasting));

        Assert.Equal((body, 1L), (message.Body, message.DequeueCount));
    }

    [Fact]
    public async Task The_longest_body_fits_and_a_longer_one_is_refused()
    {
        var longest = new string('长', StoreLimits.BodyCharacters);
        await Queue.Send(longest, TimeSpan.Zero);

        Assert.Equal(longest, Assert.Single(await Queue.Receive(1, Lasting)).Body);
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Queue.Send(longest + "x", TimeSpan.Zero));
    }

    [Fact]
    public async Task A_delayed_message_is_seen_after_its_delay_and_not_before()
    {
        await Queue.Send("later", Brief);
        await Queue.Send("in a year", TimeSpan.FromDays(365));
        await Queue.Send("now", TimeSpan.FromSeconds(-5));

        Assert.Equal("now", Assert.Single(await Queue.Receive(32, Lasting)).Body);
        await Pass(Brief);
        Assert.Equal("later", (await Next()).Body);
        Assert.Empty(await Queue.Receive(32, Lasting));
    }

    [Fact]
    public async Task A_leased_message_is_hidden_until_the_lease_runs_out_and_counts_its_receipts()
    {
        await Queue.Send("wake", TimeSpan.Zero);
        var first = Assert.Single(await Queue.Receive(32, Brief));
        Assert.Empty(await Queue.Receive(32, Brief));

        await Pass(Brief);
        var second = await Next();

        Assert.Equal(first.Id, second.Id);
        Assert.Equal(2, second.DequeueCount);
        Assert.NotEqual(first.PopReceipt, second.PopReceipt);
    }

    [Fact]
    public async Task Who_sent_a_message_may_take_it_back_or_put_it_off_until_somebody_receives_it()
    {
        var (gone, later, seen) = (await Queue.Send("gone", Brief), await Queue.Send("later", Brief), await Queue.Send("seen", Brief));
        Assert.True(await Queue.Delete(gone));
        Assert.NotNull(await Queue.Renew(later, Lasting));

        await Pass(Brief);
        Assert.Equal("seen", (await Next()).Body);
        Assert.Empty(await Queue.Receive(32, Lasting));
        Assert.False(await Queue.Delete(seen));
        Assert.Null(await Queue.Renew(seen, Lasting));
    }

    [Fact]
    public async Task A_lost_lease_can_neither_delete_nor_renew()
    {
        await Queue.Send("wake", TimeSpan.Zero);
        var lost = Assert.Single(await Queue.Receive(32, Brief));
        await Pass(Brief);
        var held = await Next();

        Assert.False(await Queue.Delete(lost));
        Assert.Null(await Queue.Renew(lost, Lasting));
        Assert.True(await Queue.Delete(held));
        Assert.False(await Queue.Delete(held));
        Assert.Null(await Queue.Renew(held, Lasting));
    }

    [Fact]
    public async Task A_renewed_lease_holds_longer_under_a_new_receipt_and_keeps_the_body()
    {
        await Queue.Send("wake", TimeSpan.Zero);
        var held = Assert.Single(await Queue.Receive(32, Brief));

        var renewed = await Queue.Renew(held, Lasting);

        Assert.NotNull(renewed);
        Assert.Equal(("wake", 1L), (renewed.Body, renewed.DequeueCount));
        await Pass(Brief);
        Assert.Empty(await Queue.Receive(32, Lasting));
        Assert.False(await Queue.Delete(held));
        Assert.True(await Queue.Delete(renewed));
    }

    [Fact]
    public async Task A_renewal_that_shortens_the_lease_shows_the_body_again()
    {
        await Queue.Send("wake", TimeSpan.Zero);
        var held = Assert.Single(await Queue.Receive(32, Lasting));
        Assert.NotNull(await Queue.Renew(held, TimeSpan.FromSeconds(1)));

        await Pass(TimeSpan.FromSeconds(1));

        Assert.Equal(("wake", 2L), (await Next()) is var again ? (again.Body, again.DequeueCount) : default);
    }

    [Fact]
    public async Task Competing_consumers_never_hold_the_same_message()
    {
        const int count = 60;
        await Task.WhenAll(Enumerable.Range(0, count).Select(async n => await Queue.Send($"{n}", TimeSpan.Zero)));

        var taken = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            var mine = new List<string>();
            while (await Queue.Receive(4, Lasting) is { Count: > 0 } some)
                mine.AddRange(some.Select(m => m.Body));
            return mine;
        })));

        Assert.Equal(Enumerable.Range(0, count), taken.SelectMany(t => t).Select(int.Parse).Order());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(33)]
    public async Task Between_1_and_32_messages_are_asked_for(int max) =>
        await Assert.ThrowsAnyAsync<ArgumentException>(async () => await Queue.Receive(max, Lasting));

    /// <summary>The next visible message; the store's clock may lag, so it looks for up to 20 seconds.</summary>
    private async Task<QueueMessage> Next()
    {
        for (var i = 0; i < 200; i++)
        {
            if (await Queue.Receive(1, Lasting) is [var message])
                return message;
            await Task.Delay(100);
        }
        throw new TimeoutException("No message became visible within 20 seconds.");
    }
}
