using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>Words that the channel delivers once more under another name answer nothing a second time.</summary>
public sealed class SaidAgainTests
{
    private static readonly DateTimeOffset Sent = Hall.ShiftEnd.AddMinutes(10);

    [Fact]
    public void The_same_value_sent_at_the_same_time_does_not_answer_the_next_question()
    {
        var evening = Says("4", Sent);
        Assert.Equal(Question.Mood, evening.State.Draft.Open);
        Assert.True(evening.State.IsSaidAgain("4", Sent));
        Assert.Equal(new Say(new Notice.NextQuestion(Question.Mood)), evening.Hears(new SaidAgain(Hall.Lin)).Last.Reply);
        Assert.Equal(new Answer { Stress = 4 }, evening.State.Draft);
    }

    [Theory]
    // The bot took the first one two seconds after it was sent, and asked then.
    [InlineData("4", 1, true)]
    [InlineData("3", 1, false)]
    [InlineData("4", 2.5, false)]
    [InlineData("stress 4", 0, false)]
    public void Within_a_moment_only_the_same_value_is_said_again_and_only_before_the_next_question_came(string words, double seconds, bool again) =>
        Assert.Equal(again, Says("4", Sent).State.IsSaidAgain(words, Sent.AddSeconds(seconds)));

    [Fact]
    public void A_clock_that_is_far_ahead_holds_nobody_up_for_more_than_a_moment()
    {
        var evening = OneCheckIn.AtShiftEnd();
        evening.Now = Sent.AddMinutes(4);
        evening.Hears(TypedAnswers.Read("4", Hall.Lin, Question.Stress, [], Sent)!);
        Assert.False(evening.State.IsSaidAgain("4", Sent.AddSeconds(5)));
    }

    [Fact]
    public void What_was_sent_before_the_last_value_came_before_the_question_that_is_open()
    {
        var evening = Says("4", Sent).Hears(TypedAnswers.Read("3", Hall.Lin, Question.Mood, [], Sent.AddSeconds(20))!);
        Assert.True(evening.State.IsSaidAgain("4", Sent));
        Assert.True(evening.State.IsSaidAgain("0", Sent));
        Assert.False(evening.State.IsSaidAgain("note: a long queue", Sent));
        Assert.False(evening.State.IsSaidAgain("0", Sent.AddSeconds(30)));
    }

    [Fact]
    public void Where_the_channel_does_not_say_when_every_value_is_new() => Assert.False(Says("4", Sent).State.IsSaidAgain("4", null));

    [Fact]
    public void Words_of_long_before_are_about_another_check_in()
    {
        var evening = OneCheckIn.AtShiftEnd().State;
        Assert.False(evening.WasThere(Hall.ShiftEnd.AddHours(-1)));
        Assert.True(evening.WasThere(Hall.ShiftEnd.AddMinutes(-4)));
        Assert.True(evening.WasThere(null));
    }

    [Fact]
    public void What_is_over_says_so_when_words_come_again()
    {
        var over = OneCheckIn.In(CheckInPhase.Lapsed).Hears(new SaidAgain(Hall.Lin));
        Assert.Equal(new Say(new Notice.CheckInOver()), over.Last.Reply);
    }

    private static OneCheckIn Says(string words, DateTimeOffset sent)
    {
        var evening = OneCheckIn.AtShiftEnd();
        evening.Now = sent.AddSeconds(2);
        return evening.Hears(TypedAnswers.Read(words, Hall.Lin, Question.Stress, [], sent)!);
    }
}
