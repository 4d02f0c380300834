using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Month.Tests;

/// <summary>What the channel delivers once more, late or under another id, changes nothing; and what it lost comes again.</summary>
public sealed class SaidAgainTests
{
    [Fact]
    public async Task A_language_button_that_is_pressed_twice_changes_nothing_the_second_time_and_the_word_offers_both()
    {
        await using var day = await OneDay.Begin();
        var (person, _) = await day.UntilAsked();
        await day.Deliver(day.Words(person, "language"));
        var press = await day.Press(person, "command", ("command", "Language"), ("language", "en"));
        await day.Deliver(press);
        await day.Deliver(OneDay.UnderAnotherId(press));
        Assert.Equal(Language.English, day.Records.Of<Contact>(Contact.KeyOf(person.Id))!.Language);

        var words = day.Words(person, "中文");
        await day.Deliver(words);
        await day.Deliver(OneDay.UnderAnotherId(words));
        Assert.Equal(Language.Chinese, day.Records.Of<Contact>(Contact.KeyOf(person.Id))!.Language);

        // A button of before does not say which.
        var old = await day.Press(person, "command", ("command", "Language"));
        old["value"]!["action"]!["data"]!.AsObject().Remove("language");
        var before = day.Records.Changes;
        await day.Deliver(OneDay.UnderAnotherId(old));
        Assert.Equal(before, day.Records.Changes);
        Assert.Equal(2, day.Teams.Of(person.Id).Cards[^1].Acts.Count(a => a.Data["language"] is not null));
    }

    [Fact]
    public async Task A_number_that_comes_again_under_another_id_does_not_answer_the_next_question()
    {
        await using var day = await OneDay.Begin();
        var (person, asked) = await day.UntilAsked();
        var four = day.Words(person, "4");
        await day.Until(day.Now.AddSeconds(2));
        await day.Deliver(four);
        await day.Deliver(OneDay.UnderAnotherId(four));
        Assert.Equal(new Answer { Stress = 4 }, day.Of(asked).Draft);

        await day.Until(day.Now.AddSeconds(3));
        await day.Deliver(day.Words(person, "4"));
        Assert.Equal(new Answer { Stress = 4, Mood = 4 }, day.Of(asked).Draft);
        await day.Deliver(OneDay.UnderAnotherId(four));
        Assert.Equal(new Answer { Stress = 4, Mood = 4 }, day.Of(asked).Draft);
    }

    [Fact]
    public async Task Words_that_come_again_hours_later_do_not_reach_the_next_check_in()
    {
        await using var day = await OneDay.Begin();
        var (person, first) = await day.UntilAsked();
        var (four, checkIn, report) = (day.Words(person, "4"), day.Words(person, "check in"), day.Words(person, "report"));
        foreach (var words in new[] { four, checkIn, report })
            await day.Deliver(words);
        await day.Press(person, "incident.report", ("keep", "true"));
        await day.Press(person, "incident.discard");
        await day.Until(first.ClosesAt);
        var (_, next) = await day.UntilAsked(person);
        Assert.NotEqual(first.Key, next.Key);
        var checkIns = day.Records.All<CheckIn>().Count;
        foreach (var words in new[] { four, checkIn, report })
            await day.Deliver(words);
        await day.Deliver(OneDay.UnderAnotherId(four));
        Assert.True(day.Of(next).Draft.IsEmpty);
        Assert.Single(day.Records.All<Incident>());
        Assert.Equal(checkIns, day.Records.All<CheckIn>().Count);
    }

    [Fact]
    public async Task Who_was_told_that_there_is_no_post_to_cover_is_not_covered_when_the_words_come_again_in_the_next_shift()
    {
        await using var day = await OneDay.Begin();
        var (person, asked) = await day.UntilAsked();
        await day.Until(day.Now.AddMinutes(1));
        var words = day.Words(person, "ten minutes");
        await day.Deliver(words);
        await day.Until(asked.ClosesAt.AddMinutes(30));
        await day.Deliver(words);
        Assert.Empty(day.Records.All<Cover>());
        await day.Deliver(day.Words(person, "ten minutes"));
        Assert.Single(day.Records.All<Cover>());
    }

    [Fact]
    public async Task A_card_that_is_lost_after_later_is_reminded_of_like_the_first()
    {
        await using var day = await OneDay.Begin();
        var (person, asked) = await day.UntilAsked();
        await day.Press(person, "checkin.later");
        day.Faults.Next = (person.Id, new("reset", () => throw new HttpRequestException(HttpRequestError.ResponseEnded)));
        var before = day.Teams.Of(person.Id).Cards.Count;
        await day.Until(day.Of(asked).NextAt!.Value);
        Assert.Equal((CheckInPhase.Asked, before), (day.Of(asked).Phase, day.Teams.Of(person.Id).Cards.Count));
        await day.Until(day.Of(asked).NextAt!.Value);
        Assert.Equal(before + 1, day.Teams.Of(person.Id).Cards.Count);
        Assert.Contains(day.Teams.Of(person.Id).Cards[^1].Acts, a => a.Verb == "checkin.answer");
    }
}
