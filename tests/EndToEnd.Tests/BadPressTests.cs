using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>Presses and words that do not fit: what is true now, or a kind sentence; never silence and never somebody else's record.</summary>
public sealed class BadPressTests(BadInputHall scene) : IClassFixture<BadInputHall>
{
    private readonly Hall hall = scene.Hall;

    private DemoPerson Staff => hall.Organisation.Person("lisi");

    private DemoPerson Other => hall.Organisation.Person("ann");

    public static TheoryData<string> References => new()
    {
        "", "x", "/", "ann/", "/x", "../../etc/passwd", "ann/../../x", "nobody/202611220800", "ann\\x#?%00/y", "ann/\u0000", "ann!s/x", "a/b/c/d",
        new string('汉', 190) + "/x", "ann/" + string.Concat(Enumerable.Repeat("😀", 90)), new string('a', 50_000), "ann/" + new string('=', 195),
    };

    [Theory]
    [MemberData(nameof(References))]
    public async Task A_forged_reference_finds_nothing_and_is_answered(string reference)
    {
        foreach (var (verb, name) in new[] { ("checkin.answer", "checkIn"), ("checkin.edit", "checkIn"), ("escalation.take", "case"), ("escalation.returnVisit", "case") })
            await Answered(Staff, verb, new JsonObject { ["do"] = verb, [name] = reference, ["stress"] = "5", ["helped"] = "yes" });
    }

    [Theory]
    [InlineData("checkIn", "5")]
    [InlineData("checkIn", "null")]
    [InlineData("checkIn", "{\"a\":[1]}")]
    [InlineData("stress", "{\"a\":[1]}")]
    [InlineData("stress", "99999999999999999999")]
    [InlineData("note", "7")]
    [InlineData("note", "[\"a\"]")]
    [InlineData("break", "1.5e300")]
    [InlineData("tags", "null")]
    public async Task Values_of_another_type_are_answered(string name, string json)
    {
        var data = new JsonObject { ["do"] = "checkin.answer", ["checkIn"] = "lisi/209901010000", ["stress"] = "5" };
        data[name] = JsonNode.Parse(json);
        await Answered(Staff, "checkin.answer", data);
    }

    [Fact]
    public async Task Inputs_out_of_range_count_as_not_answered_and_the_card_asks_again()
    {
        var card = await hall.Ask(Staff, "签到", "checkin.answer");
        foreach (var stress in new[] { "0", "6", "-1", "5.5", "五", "NaN", "", " ", "99999999999999999999", "<b>5</b>" })
        {
            var answer = await hall.Channel.Press(Staff, card, "checkin.answer", ("stress", stress), ("mood", "9"), ("hostile", "3"), ("break", "maybe"), ("help", "7"), ("tags", "a,,b"));
            BadBodyTests.Is(200, answer);
            Assert.True(answer.Card!.Has("checkin.answer"), stress);
        }
    }

    [Fact]
    public async Task A_note_of_any_kind_is_kept_without_becoming_markup_or_log()
    {
        string[] notes =
        [
            Story.Mark + new string('长', 50_000), Story.Mark + "\u0000\u0007\u001b[31m", Story.Mark + "\u202e\u2066abc\u2069", Story.Mark + "<script>alert(1)</script><at>bot</at>",
            Story.Mark + "**b** [x](http://example.com) ![i](y) # h\n- l\n1. n", Story.Mark + "\ud83d\ude00".PadLeft(1999, 'x'), "{{DATE()}} ${x} " + Story.Mark,
        ];
        foreach (var note in notes)
        {
            var card = await hall.Ask(Other, "check in", note == notes[0] ? "checkin.answer" : "checkin.edit");
            if (card.Newest.Has("checkin.edit"))
                Assert.True((await hall.Channel.Press(Other, card, "checkin.edit")).Card!.Has("checkin.answer"));
            var reference = card.Newest.Reference("checkIn");
            var data = new JsonObject { ["do"] = "checkin.answer", ["checkIn"] = reference, ["stress"] = "2", ["note"] = note, ["shareNote"] = "true" };
            var answer = await hall.Channel.Press(Other, card.Activity, "checkin.answer", data);
            BadBodyTests.Is(200, answer);
            Assert.True(answer.Card!.Has("checkin.edit"));
        }
    }

    [Fact]
    public async Task Typed_text_of_any_kind_is_answered()
    {
        string[] texts =
        [
            "", "   ", Story.Mark + new string('x', 50_000), Story.Mark + "\u0000\u202e\u2066", "<at>bot</at>", "<at>" + new string('a', 3000), "/ / / /", "**help** <b>帮助</b>", "\u200b\u200b",
            Story.Mark + string.Concat(Enumerable.Repeat("<at>", 900)), new string('压', 3999), string.Concat(Enumerable.Repeat("stress ", 500)),
        ];
        foreach (var text in texts)
            await Replied(Staff, hall.Channel.Typed(Staff, text));
    }

    [Fact]
    public async Task A_message_without_text_is_answered()
    {
        var activity = hall.Channel.Typed(Staff, "");
        activity.Remove("text");
        await Replied(Staff, activity);
    }

    [Fact]
    public async Task Another_persons_check_in_is_neither_shown_nor_changed()
    {
        var third = hall.Organisation.Person("ben");
        var card = await hall.Ask(third, "check in", "checkin.answer");
        foreach (var verb in new[] { "checkin.answer", "checkin.skip", "checkin.later", "checkin.notToday" })
        {
            var data = Channel.Merged(card.Newest.Data(verb)!, ("stress", "5"));
            var answer = await hall.Channel.Press(Staff, card.Activity, verb, data);
            BadBodyTests.Is(200, answer);
            Assert.Null(answer.Card);
            Assert.False(string.IsNullOrWhiteSpace(answer.Sentence));
        }
        Assert.True(hall.Teams.Of(third.Id).Cards.First(c => c.Activity == card.Activity).Newest.Has("checkin.answer"));
    }

    [Fact]
    public async Task A_button_without_execute_is_handled_alike()
    {
        var person = hall.Organisation.Person("eva");
        var card = await hall.Ask(person, "check in", "checkin.answer");
        BadBodyTests.Is(200, await hall.Channel.Submit(person, card, "checkin.answer", ("stress", "3")));
        await Eventually.True("the card became a receipt", () => hall.Teams.Of(person.Id).Cards.First(c => c.Activity == card.Activity).Newest.Has("checkin.edit"));
        await Replied(person, hall.Channel.By(person, "message", new() { ["value"] = new JsonObject { ["do"] = "no.such" }, ["replyToId"] = card.Activity }));
    }

    [Fact]
    public async Task An_unknown_person_gets_a_card_and_no_record()
    {
        var stranger = new DemoPerson("stranger", "A Stranger", "99999999-9999-4999-8999-999999999999", []);
        BadBodyTests.Is(200, await hall.Channel.Install(stranger));
        await Replied(stranger, hall.Channel.Typed(stranger, "check in"));
        await Answered(stranger, "consent.give", new JsonObject { ["do"] = "consent.give", ["purposes"] = "checkin" });
        await Answered(stranger, "escalation.take", new JsonObject { ["do"] = "escalation.take", ["case"] = "x/case" });
    }

    private async Task Answered(DemoPerson person, string verb, JsonObject data)
    {
        var answer = await hall.Channel.Press(person, "post-0", verb, data);
        BadBodyTests.Is(200, answer);
        Assert.True(answer.Card is not null || !string.IsNullOrWhiteSpace(answer.Sentence));
        Assert.DoesNotContain("escalation.resolve", answer.Body, StringComparison.Ordinal);
    }

    private async Task Replied(DemoPerson person, JsonObject activity)
    {
        var before = hall.Teams.Of(person.Id).Cards.Sum(c => c.Drawings.Count);
        BadBodyTests.Is(200, await hall.Channel.Deliver(activity));
        await Eventually.True("a message is answered", () => hall.Teams.Of(person.Id).Cards.Sum(c => c.Drawings.Count) > before);
    }
}
