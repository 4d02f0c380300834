using CheckInBot.Bot.Protocol;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Protocol;

public sealed class ChannelKeysTests : IDisposable
{
    private readonly PretendChannel _channel = new();
    private readonly SkippingTime _time = new();
    private readonly HttpClient _http;
    private readonly ChannelKeys _keys;

    public ChannelKeysTests()
    {
        _http = new HttpClient(_channel);
        _keys = new ChannelKeys(_http, Cloud.Public.Metadata, _time, NullLogger<ChannelKeys>.Instance);
    }

    public void Dispose()
    {
        _http.Dispose();
        _channel.Dispose();
    }

    [Fact]
    public async Task Many_tokens_at_once_read_the_metadata_once()
    {
        var found = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => Task.Run(() => Find("one"))));
        Assert.All(found, Assert.True);
        Assert.Equal(1, _channel.Reads);
    }

    [Fact]
    public async Task A_new_key_is_followed_with_its_first_token()
    {
        Assert.True(await Find("one"));
        _channel.Publish("two");
        _time.Advance(ChannelKeys.Pause);
        Assert.True(await Find("two"));
        Assert.Equal(2, _channel.Reads);
    }

    [Fact]
    public async Task A_withdrawn_key_stops_counting_when_the_keys_are_read_again()
    {
        Assert.True(await Find("one"));
        _channel.Publish("two");
        _channel.Withdraw("one");
        _time.Advance(ChannelKeys.Pause);
        Assert.True(await Find("two"));
        Assert.False(await Find("one"));
    }

    [Fact]
    public async Task Unknown_keys_cannot_make_the_bot_hammer_the_login_service()
    {
        Assert.True(await Find("one"));
        _time.Advance(ChannelKeys.Pause);
        for (var i = 0; i < 100; i++) Assert.False(await Find("forged" + i));
        Assert.Equal(2, _channel.Reads);
    }

    [Fact]
    public async Task Known_keys_still_work_while_the_metadata_is_down()
    {
        Assert.True(await Find("one"));
        _channel.IsDown = true;
        for (var day = 0; day < 3; day++)
        {
            _time.Advance(TimeSpan.FromDays(1));
            Assert.True(await Find("one"));
            Assert.False(await Find("two"));
        }
    }

    [Fact]
    public async Task Old_keys_are_read_again_without_anybody_waiting()
    {
        Assert.True(await Find("one"));
        _channel.Withdraw("one");
        _channel.Publish("two");
        _time.Advance(ChannelKeys.Age);
        Assert.True(await Find("one"));
        for (var i = 0; i < 500 && await Find("one"); i++) await Task.Delay(10);
        Assert.False(await Find("one"));
        Assert.Equal(2, _channel.Reads);
    }

    [Fact]
    public async Task Without_any_key_nothing_is_believed_and_the_metadata_is_tried_again_soon()
    {
        _channel.IsDown = true;
        Assert.False(await Find("one"));
        Assert.False(await Find("one"));
        Assert.Equal(1, _channel.Reads);
        _channel.IsDown = false;
        _time.Advance(ChannelKeys.FirstPause);
        Assert.True(await Find("one"));
    }

    [Fact]
    public async Task An_empty_set_of_keys_does_not_replace_the_last_one()
    {
        Assert.True(await Find("one"));
        _channel.Withdraw("one");
        _time.Advance(ChannelKeys.Pause);
        Assert.False(await Find("two"));
        Assert.Equal(2, _channel.Reads);
        Assert.True(await Find("one"));
    }

    private async Task<bool> Find(string id) => await _keys.Find(id, CancellationToken.None) is not null;
}
