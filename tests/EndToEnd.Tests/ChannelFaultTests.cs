using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The channel refuses, stalls, or cannot say whether a card was shown: nothing is lost, nothing is asked twice, nobody waits long.</summary>
public sealed class ChannelFaultTests(BadInputHall scene) : IClassFixture<BadInputHall>
{
    private readonly Hall hall = scene.Hall;

    [Theory]
    [InlineData("zhangsan", "4")]
    [InlineData("lisi", "stress 3, mood 3, hostile 0, break yes, help none")]
    public async Task A_reply_that_the_channel_refused_is_said_when_the_words_come_again(string id, string words)
    {
        var person = hall.Organisation.Person(id);
        await hall.Ask(person, "签到", "checkin.answer");
        hall.Teams.Refuse(id, new(503));
        Assert.Equal(503, (await hall.Channel.Type(person, words, $"again-{id}")).Status);
        hall.Teams.Recover(id);
        var before = hall.Teams.Of(id).Cards.Count;
        Assert.Equal(200, (await hall.Channel.Type(person, words, $"again-{id}")).Status);
        await Eventually.True("the words are answered", () => hall.Teams.Of(id).Cards.Count > before);
    }

    [Fact]
    public async Task A_burst_of_words_ends_in_a_receipt_at_once()
    {
        foreach (var id in new[] { "wangwu", "ann", "ben", "eva" })
        {
            var person = hall.Organisation.Person(id);
            await hall.Ask(person, "签到", "checkin.answer");
            hall.Teams.Refuse(id, new(200, TimeSpan.FromMilliseconds(30), Shown: true));
            var words = new[] { "stress 3", "mood 3", "hostile 0", "break yes", "help none", "stress 2", "mood 4" };
            await Task.WhenAll(words.Select(w => hall.Channel.Type(person, w)));
            await hall.Channel.Type(person, "send");
            await Eventually.True("the receipt is there", () => hall.Teams.Of(id).Showing("checkin.edit") is not null, TimeSpan.FromSeconds(20));
            hall.Teams.Recover(id);
        }
    }

    [Theory]
    [InlineData(504, "help.person", null)]
    [InlineData(403, "help.person", null)]
    [InlineData(504, "command", "Person")]
    public async Task Numbers_stand_on_the_pressed_card_within_five_seconds_when_no_new_one_can_be_sent(int status, string verb, string? command)
    {
        var person = hall.Organisation.Person("zhaoliu");
        hall.Teams.Refuse(person.Id, new(status, status == 504 ? TimeSpan.FromSeconds(20) : default));
        var answer = await hall.Channel.Press(person, "post-0", verb, new JsonObject { ["do"] = verb, ["command"] = command });
        hall.Teams.Recover(person.Id);
        Assert.Contains("12356", answer.Card!.Text(), StringComparison.Ordinal);
        Assert.InRange(answer.Took, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public async Task A_leader_out_of_reach_is_passed_over_at_once()
    {
        var person = hall.Organisation.Person("sunqi");
        await hall.Consent(person, "checkin,escalation");
        foreach (var leader in hall.Organisation.With("leader"))
            hall.Teams.Refuse(leader.Id, new(403));
        var card = await hall.Ask(person, "签到", "checkin.answer");
        Assert.True((await hall.Channel.Press(person, card, "checkin.answer", ("stress", "5"))).Card!.Has("checkin.edit"));
        await hall.Card(hall.Organisation.With("hallLeader").Single(), "escalation.take");
        foreach (var leader in hall.Organisation.With("leader"))
            hall.Teams.Recover(leader.Id);
    }

    [Theory]
    [InlineData("unreachable")]
    [InlineData("联系不上")]
    public async Task By_a_word_an_administrator_reads_who_cannot_be_reached_and_nobody_else_does(string word)
    {
        var lost = hall.Organisation.Person("zhaoliu");
        hall.Teams.Refuse(lost.Id, new(403));
        await hall.Channel.Type(lost, "签到");
        await Eventually.Found("who cannot be reached is listed", async () =>
            (await Answer(hall.Organisation.With("admin").First(), word)).Contains(lost.Name, StringComparison.Ordinal) ? "listed" : null);
        Assert.DoesNotContain(lost.Name, await Answer(hall.Organisation.Person("ann"), word), StringComparison.Ordinal);
        hall.Teams.Recover(lost.Id);
    }

    [Theory]
    [InlineData("zhouba", 500, true, 1)]
    [InlineData("dan", 500, false, 0)]
    [InlineData("fay", 429, false, 1)]
    public async Task An_unclear_prompt_is_not_repeated_and_a_refused_one_is(string id, int status, bool shown, int prompts)
    {
        var person = hall.Organisation.Person(id);
        await hall.Consent(person, "checkin");
        var end = await NextEndOf(person);
        hall.Teams.Refuse(id, new(status, Shown: shown));
        await hall.ClockTo(end);
        hall.Teams.Recover(id);
        await hall.Quieten();
        await hall.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(prompts, hall.Teams.Of(id).PostedWith("checkin.answer"));
        await hall.Advance(TimeSpan.FromMinutes(40));
        Assert.Equal(prompts + 1, hall.Teams.Of(id).PostedWith("checkin.answer"));
    }

    /// <summary>The card that answers typed words.</summary>
    private async Task<string> Answer(DemoPerson person, string words)
    {
        var before = hall.Teams.Of(person.Id).Cards.Count;
        Assert.Equal(200, (await hall.Channel.Type(person, words)).Status);
        return (await Eventually.Found($"{person.Id} is answered", () => hall.Teams.Of(person.Id).Cards.Skip(before).FirstOrDefault())).First.Text();
    }

    /// <summary>The person's own next shift end, a day or two away at most.</summary>
    private async Task<DateTimeOffset> NextEndOf(DemoPerson person)
    {
        for (var day = 0; day < 4; day++)
        {
            if ((await hall.ShiftEnds()).FirstOrDefault(e => e.People.Contains(person)) is { People: not null } end)
                return end.At;
            await hall.Advance(TimeSpan.FromHours(20));
        }
        throw new InvalidOperationException($"{person.Id} has no shift.");
    }
}
