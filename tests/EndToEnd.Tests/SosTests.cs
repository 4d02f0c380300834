using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>Somebody at a counter calls for people: the program as a process of its own, with a pretended channel.</summary>
public sealed class SosTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(3);

    [Fact]
    public async Task Typed_it_reaches_everybody_within_three_seconds_and_goes_on_until_it_is_safe()
    {
        await using var hall = await InAShift();
        // Nobody has agreed to anything, and another conversation is open.
        var caller = hall.Organisation.Person("zhangsan");
        await hall.Ask(caller, "签到", "checkin.answer");
        hall.Teams.Refuse("lisi", new(504, TimeSpan.FromSeconds(8)));
        var began = TimeProvider.System.GetTimestamp();
        Assert.Equal(200, (await hall.Channel.Type(caller, "紧急！")).Status);
        foreach (var id in new[] { "dingmou", "ann", "ben" })
            await Eventually.True($"{id} is called", () => hall.Teams.Of(id).Showing("incident.sos.take") is not null, Soon);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began), TimeSpan.Zero, Soon);
        hall.Teams.Recover("lisi");
        Assert.Contains(hall.Organisation.With("leader"), l => hall.Teams.Of(l.Id).Showing("incident.sos.take") is not null);
        var seen = hall.Teams.Of("dingmou").Showing("incident.sos.take")!.Newest.Text();
        Assert.Contains("张三", seen, StringComparison.Ordinal);
        Assert.Contains("1 号窗口", seen, StringComparison.Ordinal);
        Assert.Contains("110", seen, StringComparison.Ordinal);

        Assert.Null(hall.Teams.Of("hemou").Showing("incident.sos.take"));
        await hall.Advance(TimeSpan.FromSeconds(30));
        var leader = hall.Organisation.Person("hemou");
        var answer = await hall.Channel.Press(leader, await hall.Card(leader, "incident.sos.take"), "incident.sos.take");
        Assert.True(answer.Card!.Has("incident.sos.safe"));
        await Eventually.True("the caller reads who comes", () => hall.Teams.Of(caller.Id).Cards.Any(c => c.Newest.Text().Contains("何某正赶去", StringComparison.Ordinal)));
        await hall.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(0, hall.Teams.Of("sunqi").PostedWith("incident.sos.take"));

        await hall.Channel.Press(caller, await hall.Card(caller, "incident.sos.safe"), "incident.sos.safe");
        foreach (var id in new[] { "dingmou", "hemou", "ann" })
            await Eventually.True($"{id} reads that it is safe", () => hall.Teams.Of(id).Showing("incident.sos.take") is null && hall.Teams.Of(id).Showing("incident.sos.safe") is null);
    }

    [Fact]
    public async Task One_tap_on_the_first_card_calls_three_at_once_are_one_alert_and_it_is_taken_back_within_ten_seconds()
    {
        await using var hall = await InAShift();
        var caller = hall.Organisation.Person("wangwu");
        var first = await hall.Card(caller, "incident.sos");
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => hall.Channel.Press(caller, first, "incident.sos")));
        await hall.Card(hall.Organisation.Person("dingmou"), "incident.sos.take");
        Assert.True((await hall.Channel.Type(caller, "sos!")).Taken);
        await hall.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(1, hall.Teams.Of("dingmou").PostedWith("incident.sos.take"));

        var mine = await hall.Card(caller, "incident.sos.cancel");
        await hall.Channel.Press(caller, mine, "incident.sos.cancel");
        await Eventually.True("the guard reads that it was a mistake", () => hall.Teams.Of("dingmou").Cards.Any(c => c.Newest.Text().Contains("点错了", StringComparison.Ordinal)));
        // The next call is a new one.
        await hall.Channel.Type(caller, "sos!");
        await Eventually.True("the guard is called again", () => hall.Teams.Of("dingmou").PostedWith("incident.sos.take") == 2);
    }

    [Fact]
    public async Task A_tap_after_more_than_a_minute_is_one_call_and_the_pressed_card_shows_it()
    {
        await using var hall = await InAShift();
        var caller = hall.Organisation.Person("wangwu");
        await hall.Channel.Type(caller, "紧急");
        var confirm = await hall.Card(caller, "incident.sos.confirm");
        await hall.Advance(TimeSpan.FromSeconds(61));
        await Eventually.True("it says that nobody was called", () => hall.Teams.Of(caller.Id).Cards.Any(c => c.Newest.Text().Contains("没有叫人", StringComparison.Ordinal)));
        var answer = await hall.Channel.Press(caller, confirm, "incident.sos.confirm", ("post", "2 号窗口"));
        Assert.True(answer.Card!.Has("incident.sos.cancel"));
        Assert.Contains("2 号窗口", (await hall.Card(hall.Organisation.Person("dingmou"), "incident.sos.take")).Newest.Text(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typed_in_a_channel_it_calls_and_what_many_read_is_one_line()
    {
        await using var hall = await InAShift();
        var caller = hall.Organisation.Person("ann");
        Task<BotAnswer> Say(string words) => hall.Channel.Deliver(hall.Channel.By(caller, "message", new()
        {
            ["text"] = $"<at>CheckInBot</at> {words}",
            ["conversation"] = new JsonObject { ["id"] = PretendTeams.ConversationId("channel"), ["conversationType"] = "channel", ["tenantId"] = Channel.Tenant },
        }));
        Assert.Equal(200, (await Say("sos")).Status);
        await hall.Card(caller, "incident.sos.confirm");
        Assert.Equal(0, hall.Teams.Of("dingmou").PostedWith("incident.sos.take"));
        Assert.Equal(200, (await Say("sos! he throws things")).Status);
        await hall.Card(hall.Organisation.Person("dingmou"), "incident.sos.take");
        Assert.NotNull(await hall.Card(caller, "incident.sos.cancel"));
        var lines = hall.Teams.Of("channel").Cards.Select(c => c.Newest.Text()).ToList();
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Contains("110", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.DoesNotContain("Ann", line, StringComparison.Ordinal));
        Assert.Contains("People are called", lines[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_store_a_tap_of_any_client_brings_the_numbers_and_is_taken_when_it_comes_again()
    {
        await using var hall = await InAShift();
        var caller = hall.Organisation.Person("ann");
        await hall.Channel.Type(caller, "sos");
        var confirm = await hall.Card(caller, "incident.sos.confirm");
        bool Numbers() => hall.Teams.Of(caller.Id).Cards.Any(c => c.Newest.Text().Contains("Call first", StringComparison.Ordinal));
        var outage = StoreOutage.OfSqlite(hall.Bot);
        await outage.Begin();
        var submitted = await hall.Channel.Submit(caller, confirm, "incident.sos.confirm", ("post", "2 号窗口"));
        Assert.Equal(503, submitted.Status);
        Assert.InRange(submitted.Took, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.True(Numbers());
        var invoked = await hall.Channel.Press(caller, confirm, "incident.sos.confirm");
        Assert.Equal(200, invoked.Status);
        Assert.InRange(invoked.Took, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await outage.End();
        await Eventually.Found<string>("it is taken", async () => (await hall.Channel.Submit(caller, confirm, "incident.sos.confirm", ("post", "2 号窗口"))).Taken ? "taken" : null);
        await hall.Card(hall.Organisation.Person("dingmou"), "incident.sos.take");
        Assert.Equal(1, hall.Teams.Of("dingmou").PostedWith("incident.sos.take"));
    }

    [Fact]
    public async Task A_forged_card_closes_nothing_and_tells_nothing()
    {
        await using var hall = await InAShift();
        var caller = hall.Organisation.Person("zhangsan");
        await hall.Channel.Type(caller, "sos!");
        var card = await hall.Card(hall.Organisation.Person("dingmou"), "incident.sos.take");
        var reference = card.Newest.Data("incident.sos.take")!["sos"]!.ToString();
        var stranger = hall.Organisation.Person("cleo");
        foreach (var verb in new[] { "incident.sos.safe", "incident.sos.cancel", "incident.sos.take", "incident.sos.confirm" })
        {
            var answer = await hall.Channel.Press(stranger, null, verb, new JsonObject { ["do"] = verb, ["sos"] = reference });
            Assert.Null(answer.Card);
            Assert.DoesNotContain("张三", answer.Body, StringComparison.Ordinal);
        }
        Assert.NotNull(hall.Teams.Of("dingmou").Showing("incident.sos.take"));
    }

    [Fact]
    public async Task The_cards_that_calm_come_by_word_and_by_button()
    {
        await using var hall = await InAShift();
        var caller = hall.Organisation.Person("ann");
        await hall.Channel.Type(caller, "breathe");
        await Eventually.True("a minute of breathing", () => hall.Teams.Of(caller.Id).Cards.Any(c => c.Newest.Text().Contains("Breathe for 60 seconds", StringComparison.Ordinal)));
        await hall.Channel.Type(caller, "sos!");
        var mine = await hall.Card(caller, "command", "command", "Calm");
        var answer = await hall.Channel.Press(caller, mine.Activity, "command", mine.Newest.Data("command", "command", "Calm"));
        Assert.Null(answer.Card);
        await Eventually.True("how to calm", () => hall.Teams.Of(caller.Id).Cards.Any(c => c.Newest.Text().Contains("Calm yourself first", StringComparison.Ordinal)));
        Assert.NotNull(hall.Teams.Of(caller.Id).Showing("incident.sos.safe"));
    }

    /// <summary>The demonstration at two in the afternoon, with early and late shifts at work.</summary>
    private static async Task<Hall> InAShift()
    {
        var hall = await Hall.Open(everyDay: true);
        var local = (await hall.Now()).ToOffset(TimeSpan.FromHours(8));
        var two = new DateTimeOffset(local.Date.AddHours(14), TimeSpan.FromHours(8));
        await hall.ClockTo(two > local ? two : two.AddDays(1));
        return hall;
    }
}
