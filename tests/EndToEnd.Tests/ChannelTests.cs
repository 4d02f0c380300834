using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>A team's channel: bound by a leader, left, and what each person sees there.</summary>
public sealed class ChannelTests
{
    [Fact]
    public async Task A_leader_binds_a_channel_and_the_bot_confirms_it_there_and_a_clerk_cannot()
    {
        await using var hall = await Hall.Open("zh-CN");
        var (leader, clerk) = (hall.Organisation.Person("chenmou"), hall.Organisation.Person("cleo"));

        Assert.Equal(200, (await hall.Channel.Mention(clerk, "hall", "绑定")).Status);
        Assert.Contains("值班领导", Assert.Single(hall.Teams.InThread("hall").Cards).Newest.Text(), StringComparison.Ordinal);
        Assert.Empty(hall.Teams.InChannel("hall").Cards);

        Assert.Equal(200, (await hall.Channel.Mention(leader, "hall", "绑定")).Status);
        var confirmed = await Eventually.Found("the channel is confirmed", () => hall.Teams.InChannel("hall").Cards is [var card] ? card : null);
        Assert.Contains("陈某", confirmed.Newest.Text(), StringComparison.Ordinal);

        // Bound elsewhere it moves, and after a restart the bot still knows from where it was taken out.
        Assert.Equal(200, (await hall.Channel.Mention(leader, "office", "绑定")).Status);
        await Eventually.True("the new channel is confirmed", () => hall.Teams.InChannel("office").Cards.Count == 1);
        await Eventually.True("the old one has one more line", () => hall.Teams.InChannel("hall").Cards.Count == 2);
        await hall.Bot.Kill();
        await hall.Bot.Start();
        var before = hall.Teams.Of(leader.Id).Cards.Count;
        Assert.Equal(200, (await hall.Channel.TakeOut(leader, "general")).Status);
        await Eventually.True("the leader hears of it", () => hall.Teams.Of(leader.Id).Cards.Skip(before).Any(c => c.Newest.Text().Contains("断开", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Who_is_named_by_a_refresh_sees_a_view_of_their_own_and_the_others_the_card_of_everybody()
    {
        await using var hall = await Hall.Open();
        var (ann, lisi) = (hall.Organisation.Person("ann"), hall.Organisation.Person("lisi"));
        var card = new SeenCard("post-0", default, [JsonNode.Parse("""{"body":[],"refresh":{"action":{"verb":"command","data":{"do":"command","command":"help"}},"userIds":["29:ann"]}}""")!]);
        Assert.Same(card.Newest, await hall.Channel.View(lisi, "hall", card));
        Assert.Equal("en", (await hall.Channel.View(ann, "hall", card)).Lang());
        Assert.Empty(hall.Teams.InChannel("hall").Cards);
    }

    [Fact]
    public async Task A_press_in_a_channel_is_answered_for_its_presser_alone_and_moves_no_card()
    {
        await using var hall = await Hall.Open("en");
        var ann = hall.Organisation.Person("ann");
        var card = hall.Teams.Of(ann.Id).Showing("consent.give")!;
        var data = Channel.Merged(card.Newest.Data("consent.give")!, ("purposes", "checkin"));

        var answer = await hall.Channel.Deliver(Channel.In("hall", hall.Channel.Pressed(ann, "elsewhere", "consent.give", data)));
        Assert.NotNull(answer.Card);
        await Eventually.True("the card in the personal chat follows", () => Of(card).Drawings.Count > card.Drawings.Count);
        Assert.True(Of(card).Newest.Has("consent.give"));

        // An old client has no answer in place: it comes where nobody else reads.
        var before = hall.Teams.Of(ann.Id).Cards.Count;
        Assert.Equal(200, (await hall.Channel.Deliver(Channel.In("hall", hall.Channel.By(ann, "message", new() { ["replyToId"] = "elsewhere", ["value"] = data })))).Status);
        Assert.Equal(before + 1, hall.Teams.Of(ann.Id).Cards.Count);
        Assert.True(Of(card).Newest.Has("consent.give"));
        Assert.Empty(hall.Teams.InChannel("hall").Cards);
        Assert.Empty(hall.Teams.InThread("hall").Cards);
        // Nobody looks for a card in the personal chat that stands elsewhere.
        Assert.DoesNotContain(hall.Teams.Bodies, b => b.Body.Contains("\"elsewhere\"", StringComparison.Ordinal));

        SeenCard Of(SeenCard seen) => hall.Teams.Of(ann.Id).Cards.Single(c => c.Activity == seen.Activity);
    }
}
