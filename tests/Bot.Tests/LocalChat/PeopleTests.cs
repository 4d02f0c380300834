using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using static CheckInBot.Bot.Tests.LocalChat.Hall;

namespace CheckInBot.Bot.Tests.LocalChat;

/// <summary>The people's side: what they type and press reaches the bot as Teams would deliver it.</summary>
public sealed class PeopleTests
{
    [Fact]
    public async Task A_typed_text_reaches_the_bot_with_its_writer_and_the_way_back()
    {
        await using var hall = await Open(new TableInMemory());

        var answer = await hall.Say(Staff, "li", "帮助");

        Assert.True(answer["delivered"]!.GetValue<bool>());
        var heard = Assert.Single(hall.HeardOf("message"));
        Assert.Equal("帮助", Text(heard, "text"));
        Assert.Equal("msteams", Text(heard, "channelId"));
        Assert.Equal(new Uri(hall.Http.BaseAddress!, "/local/").ToString(), Text(heard, "serviceUrl"));
        Assert.Equal("29:li", Text(heard, "from", "id"));
        Assert.Equal("entra-li", Text(heard, "from", "aadObjectId"));
        Assert.Equal("28:checkinbot", Text(heard, "recipient", "id"));
        Assert.Equal("personal", Text(heard, "conversation", "conversationType"));
        Assert.Equal(Text(heard, "channelData", "tenant", "id"), Text(heard, "conversation", "tenantId"));
        Assert.Equal(Text(answer, "id"), Text(heard, "id"));
        Assert.Equal("帮助", Text(Assert.Single(await hall.Transcript(Staff)), "activity", "text"));
    }

    [Fact]
    public async Task In_a_channel_a_text_reaches_the_bot_only_when_it_mentions_it()
    {
        await using var hall = await Open(new TableInMemory());

        await hall.Say(Channel, "anna", "see you tomorrow");
        await hall.Say(Channel, "anna", "@checkinbot help");

        var heard = Assert.Single(hall.HeardOf("message"));
        Assert.Equal("<at>CheckInBot</at> help", Text(heard, "text"));
        Assert.Equal("28:checkinbot", Text(heard, "entities", "0", "mentioned", "id"));
        Assert.Equal("channel", Text(heard, "conversation", "conversationType"));
        Assert.Equal($"{Channel};messageid={Text(heard, "id")}", Text(heard, "conversation", "id"));
        Assert.Equal("entra-anna", Text(heard, "from", "aadObjectId"));
        Assert.Equal(2, (await hall.Transcript(Channel)).Count);
    }

    [Fact]
    public async Task A_press_carries_the_identity_of_the_presser_whoever_the_card_was_for()
    {
        await using var hall = await Open(new TableInMemory());
        var card = await hall.Post(Channel, "swap");

        await hall.Press(Channel, new { person = "wang", activityId = card, type = "Action.Execute", verb = "swap.approve", data = new { swap = "s1" } });
        await hall.Press(Channel, new { person = "li", activityId = card, type = "Action.Execute", verb = "swap.approve", data = new { swap = "s1" } });

        Assert.Equal(["entra-wang", "entra-li"], hall.HeardOf("invoke").Select(each => Text(each, "from", "aadObjectId")));
        Assert.All(hall.HeardOf("invoke"), each => Assert.Equal($"{Channel};messageid={card}", Text(each, "conversation", "id")));
        Assert.Equal(2, hall.HeardOf("invoke").Select(each => Text(each, "id")).Distinct().Count());
    }

    [Fact]
    public async Task An_execute_is_an_invoke_and_its_answer_comes_back()
    {
        await using var hall = await Open(new TableInMemory(), activity => Text(activity, "type") == "invoke"
            ? Results.Json(new { statusCode = 200, type = "application/vnd.microsoft.card.adaptive", value = new { type = "AdaptiveCard" } })
            : Results.Ok());
        var card = await hall.Post(Staff, "asks");

        var answer = await Read(await hall.Press(Staff, new
        {
            person = "li",
            activityId = card,
            type = "Action.Execute",
            verb = "checkin.answer",
            data = new { @do = "checkin.answer", stress = "5" },
        }));

        var heard = Assert.Single(hall.HeardOf("invoke"));
        Assert.Equal("adaptiveCard/action", Text(heard, "name"));
        Assert.Equal(card, Text(heard, "replyToId"));
        Assert.Equal("Action.Execute", Text(heard, "value", "action", "type"));
        Assert.Equal("checkin.answer", Text(heard, "value", "action", "verb"));
        Assert.Equal("5", Text(heard, "value", "action", "data", "stress"));
        Assert.Equal("manual", Text(heard, "value", "trigger"));
        Assert.Equal("AdaptiveCard", Text(answer, "answer", "value", "type"));
        Assert.Equal("200", Text(answer, "statusCode"));
    }

    [Fact]
    public async Task A_submit_is_a_message_with_data_and_the_card_it_belongs_to()
    {
        await using var hall = await Open(new TableInMemory());
        var card = await hall.Post(Staff, "asks");

        await hall.Press(Staff, new { person = "li", activityId = card, type = "Action.Submit", data = new { @do = "checkin.skip" } });

        var heard = Assert.Single(hall.HeardOf("message"));
        Assert.Equal("checkin.skip", Text(heard, "value", "do"));
        Assert.Equal(card, Text(heard, "replyToId"));
        Assert.Null(Text(heard, "text"));
        Assert.Single(await hall.Transcript(Staff));
    }

    [Fact]
    public async Task Nobody_speaks_or_presses_in_the_personal_chat_of_another()
    {
        await using var hall = await Open(new TableInMemory());
        var card = await hall.Post(Staff, "asks");

        var press = await hall.Press(Staff, new { person = "wang", activityId = card, type = "Action.Execute", verb = "checkin.skip" });
        var stranger = await hall.Press(Staff, new { person = "nobody", activityId = card, type = "Action.Execute", verb = "checkin.skip" });
        var unknown = await hall.Press(Staff, new { person = "li", activityId = "0000000999", type = "Action.Execute", verb = "checkin.skip" });

        Assert.Equal(HttpStatusCode.Forbidden, press.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, stranger.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
        Assert.Empty(hall.HeardOf("invoke"));
    }

    [Fact]
    public async Task A_bot_that_fails_is_told_to_the_page_with_its_status()
    {
        await using var hall = await Open(new TableInMemory());
        var card = await hall.Post(Staff, "asks");
        hall.Answer = _ => Results.StatusCode(503);

        var said = await hall.Say(Staff, "li", "hello");
        var pressed = await Read(await hall.Press(Staff, new { person = "li", activityId = card, type = "Action.Execute", verb = "v" }));

        Assert.False(said["delivered"]!.GetValue<bool>());
        Assert.Equal("503", Text(said, "statusCode"));
        Assert.Equal("503", Text(pressed, "statusCode"));
    }

    [Fact]
    public async Task The_page_learns_who_is_there_in_words_and_never_a_directory_id()
    {
        await using var hall = await Open(new TableInMemory());

        var known = await hall.Http.GetStringAsync("/chat/api/people");

        var people = (JsonArray)JsonNode.Parse(known)!["people"]!;
        Assert.Equal(["li", "wang", "anna"], people.Select(person => Text(person, "id")));
        Assert.Equal("leader", Text(people[1], "roles", "0"));
        Assert.Equal("english", Text(people[2], "language"));
        Assert.Equal(Staff, Text(people[0], "conversation"));
        Assert.DoesNotContain("entra-", known, StringComparison.Ordinal);
    }
}
