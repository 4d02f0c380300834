using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.LocalChat;

namespace CheckInBot.Bot.Tests.Listening;

/// <summary>Where a person is reached: in the conversation they were in last.</summary>
public sealed class ReferencesTests
{
    private static readonly ConversationReference Teams = new("http://localhost:1/teams", "a:ann", "28:bot", null, "29:ann");
    private static readonly ConversationReference Playground = Teams with { ServiceUrl = "http://localhost:2/_connector", ConversationId = "personal" };

    [Fact]
    public async Task The_first_conversation_is_no_other_one_and_neither_is_the_same_again()
    {
        var references = new References(new TableInMemory());
        Assert.False(await references.Keep("ann", Teams));
        Assert.False(await references.Keep("ann", Teams));
    }

    [Fact]
    public async Task Another_conversation_takes_the_place_of_the_first()
    {
        var table = new TableInMemory();
        await new References(table).Keep("ann", Teams);
        var restarted = new References(table);
        Assert.True(await restarted.Keep("ann", Playground));
        Assert.Equal(Playground, await restarted.Of("ann"));
    }

    [Fact]
    public async Task A_service_that_moved_is_kept_but_the_conversation_is_the_same()
    {
        var references = new References(new TableInMemory());
        await references.Keep("ann", Teams);
        var moved = Teams with { ServiceUrl = "http://localhost:3/teams" };
        Assert.False(await references.Keep("ann", moved));
        Assert.Equal(moved, await references.Of("ann"));
    }

    [Fact]
    public async Task A_channel_stands_beside_the_people_and_is_nobodys_own()
    {
        var table = new TableInMemory();
        var here = Teams with { ConversationId = "19:hall@thread.tacv2", UserId = null };
        await new References(table).Keep("#hall", here);
        await new References(table).Keep("hall", Teams);
        Assert.Equal(here, await new References(table).Of("#hall"));
    }

    [Fact]
    public async Task Accounts_for_a_refresh_are_those_of_people_whose_personal_chat_is_known_each_once()
    {
        var references = new References(new TableInMemory());
        await references.Keep("ann", Teams);
        await references.Keep("lee", Teams with { ConversationId = "a:lee", UserId = "29:lee" });
        await references.Keep("old", Teams with { ConversationId = "a:old", UserId = null });
        Assert.Equal(["29:lee", "29:ann"], await references.UserIdsOf(["lee", "nobody", "old", "ann", "lee"]));
    }
}
