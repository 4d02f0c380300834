using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Listening;

/// <summary>A leader makes a channel the team's; the bot leaves it; everything on the real turns.</summary>
public sealed class InChannelsTests
{
    private static readonly string Address = TeamChannel.AddressOf("hall");

    [Fact]
    public async Task A_leader_binds_and_the_bot_says_so_in_the_channel_itself_not_in_the_thread()
    {
        await using var hall = await Opened();
        var channel = new Mentions(hall);
        await channel.Says("lee", "bind");
        Assert.Equal(1, hall.Channel.PostsTo(Address));
        Assert.Empty(channel.Connector.Sent);
        Assert.Equal(new ConversationReference("https://channel.example/", Mentions.Here, "28:bot", null, null), await channel.References.Of(Address));
        Assert.Equal(new ChannelBinding(Mentions.Here, Mentions.Space, "lee", hall.Clock.GetUtcNow(), Language.English), await hall.Channels.Of("hall"));
    }

    [Fact]
    public async Task It_speaks_the_language_of_who_bound_it_also_after_a_restart()
    {
        await using var hall = await Opened();
        await hall.Happens(Contact.KeyOf("lee"), new SwitchLanguage("lee", Language.Chinese));
        await new Mentions(hall).Says("lee", "绑定");
        Assert.Contains(Texts.Chinese.WhatComesHere, hall.Channel.Posts.Last(p => p.Person == Address).Card, StringComparison.Ordinal);
        // What was remembered of the language has been forgotten by then.
        hall.Time.Advance(TimeSpan.FromMinutes(1));
        var context = await hall.Readers.For(Address, [], default);
        Assert.Equal((Texts.Chinese, "Asia/Shanghai", "116 123"), (context.Texts, context.Zone.Id, context.Hotline.Support));
        Assert.Same(Texts.Chinese, hall.Readers.FromMemory(Address).Texts);
    }

    [Theory]
    [InlineData("ann")]
    [InlineData("gus")]
    [InlineData("ada")]
    public async Task Nobody_else_binds_and_is_told_kindly_who_can(string person)
    {
        await using var hall = await Opened();
        var channel = new Mentions(hall);
        await channel.Says(person, "bind");
        Assert.Equal(0, hall.Channel.PostsTo(Address));
        Assert.Null(await hall.Channels.Of("hall"));
        var (conversation, body) = Assert.Single(channel.Connector.Sent);
        Assert.StartsWith(Mentions.Here + ";messageid=", conversation, StringComparison.Ordinal);
        Assert.Contains("duty leader", body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lee", "help")]
    [InlineData("stranger", "bind")]
    public async Task Other_words_and_strangers_hear_where_to_write(string person, string words)
    {
        await using var hall = await Opened();
        var channel = new Mentions(hall);
        await channel.Says(person, words);
        var (_, body) = Assert.Single(channel.Connector.Sent);
        Assert.Contains(person == "lee" ? Texts.English.NotHere : Texts.Chinese.NotHere, body, StringComparison.Ordinal);
        Assert.Null(await hall.Channels.Of("hall"));
    }

    [Fact]
    public async Task Bound_from_another_channel_it_moves_and_the_old_one_gets_one_line_however_often_the_words_come()
    {
        await using var hall = await Opened();
        var channel = new Mentions(hall);
        await channel.Says("lee", "bind");
        await channel.Says("mia", "bind", Mentions.There, "once");
        await channel.Says("mia", "bind", Mentions.There, "once");
        var (conversation, body) = Assert.Single(channel.Connector.Sent);
        Assert.Equal(Mentions.Here, conversation);
        Assert.Contains("another channel", body, StringComparison.Ordinal);
        Assert.Equal((Mentions.There, "mia"), (await hall.Channels.Of("hall")) is { } bound ? (bound.Conversation, bound.By) : default);
        Assert.Equal(Mentions.There, (await channel.References.Of(Address))!.ConversationId);
        Assert.Equal(2, hall.Channel.PostsTo(Address));
    }

    [Fact]
    public async Task Bound_again_in_the_same_channel_it_says_so_again_and_nothing_moves()
    {
        await using var hall = await Opened();
        var channel = new Mentions(hall);
        await channel.Says("lee", "bind");
        await channel.Says("lee", "bind");
        Assert.Empty(channel.Connector.Sent);
        Assert.Equal(2, hall.Channel.PostsTo(Address));
    }

    public static TheoryData<string> Ends => ["team", "installation", "channelDeleted", "teamDeleted"];

    [Theory, MemberData(nameof(Ends))]
    public async Task When_the_bot_is_taken_out_the_binding_ends_and_who_bound_it_is_told_privately(string how)
    {
        await using var hall = await Opened();
        var channel = new Mentions(hall);
        await channel.Says("lee", "bind");
        await channel.Happens(how switch
        {
            "team" => Mentions.Removed("28:bot"),
            "installation" => Mentions.By("mia", "19:general@thread.tacv2") with { Type = "installationUpdate", Action = "remove" },
            "channelDeleted" => Mentions.Event(how, Mentions.Here),
            _ => Mentions.Event(how, null),
        });
        Assert.Null(await hall.Channels.Of("hall"));
        Assert.Contains("disconnected", hall.Channel.Posts.Last(p => p.Person == "lee").Card, StringComparison.Ordinal);

        // Bound again, the same card says so.
        var card = hall.Channel.Posts.Last(p => p.Person == "lee").Activity;
        await channel.Says("mia", "bind");
        Assert.Contains("connected again", hall.Channel.Drawn[card], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happens_to_others_or_elsewhere_ends_nothing()
    {
        await using var hall = await Opened();
        var channel = new Mentions(hall);
        await channel.Says("lee", "bind");
        await channel.Happens(Mentions.Removed("29:ann"));
        await channel.Happens(Mentions.Removed("28:bot", space: "19:elsewhere@thread.tacv2"));
        await channel.Happens(Mentions.Event("channelDeleted", Mentions.There));
        await channel.Happens(Mentions.Event("channelRenamed", Mentions.Here));
        await channel.Happens(Mentions.By("mia", Mentions.Here) with { Type = "installationUpdate", Action = "remove-upgrade" });
        await channel.Happens(Mentions.By("mia", Mentions.Here) with { Type = "installationUpdate", Action = "add" });
        Assert.NotNull(await hall.Channels.Of("hall"));
    }

    [Fact]
    public async Task A_group_chat_serves_as_well()
    {
        await using var hall = await Opened();
        var channel = new Mentions(hall);
        var group = new ConversationAccount("19:group@thread.v2", "groupChat", null, null);
        await channel.InChannels.Typed(Mentions.By("lee", "") with { Type = "message", Text = "bind", Id = "1", Conversation = group, ChannelData = null }, default);
        await hall.Turns.Settled();
        Assert.Equal(("19:group@thread.v2", null), (await hall.Channels.Of("hall")) is { } bound ? (bound.Conversation, bound.Space) : default);
        await channel.Happens(Mentions.Removed("28:bot") with { Conversation = group, ChannelData = null });
        Assert.Null(await hall.Channels.Of("hall"));
    }

    private static async Task<Hall> Opened()
    {
        var hall = new Hall();
        await hall.Open();
        return hall;
    }
}
