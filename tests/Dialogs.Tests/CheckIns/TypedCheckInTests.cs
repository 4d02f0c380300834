using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>A check-in answered by typing is the check-in answered by tapping.</summary>
public sealed class TypedCheckInTests
{
    [Fact]
    public void Question_by_question_it_is_asked_and_one_word_sends_it()
    {
        var evening = OneCheckIn.AtShiftEnd();
        Assert.Equal(new Say(new Notice.NextQuestion(Question.Mood)), evening.Types("2").Last.Reply);
        Assert.Equal(new Say(new Notice.NextQuestion(Question.Hostile)), evening.Types("还行").Last.Reply);
        Assert.Equal(new Say(new Notice.NextQuestion(Question.Break)), evening.Types("3次").Last.Reply);
        Assert.Equal(new Say(new Notice.NextQuestion(Question.Help)), evening.Types("没有").Last.Reply);
        var all = new Answer { Stress = 2, Mood = 4, Hostile = 2, Break = false, Help = Helper.None };
        Assert.Equal(new Say(new Notice.ReadyToSend(all, Outlook.Nobody)), evening.Types("先不用").Last.Reply);
        Assert.Equal(CheckInPhase.Answered, evening.Types("提交").State.Phase);
        Assert.Equal(all, evening.State.Answer);
    }

    [Fact]
    public void Typed_and_tapped_answers_meet_in_the_same_state()
    {
        var typed = OneCheckIn.AtShiftEnd().Types("stress 5, mood 2, hostile 4").Types("send");
        var tapped = OneCheckIn.AtShiftEnd().Sends(OneCheckIn.HardDay);
        Assert.Equal(tapped.State, typed.State);
        Assert.Equal(tapped.Told, typed.Told);
    }

    [Fact]
    public void The_card_shows_what_was_typed_and_a_tap_sends_it_all()
    {
        var evening = OneCheckIn.AtShiftEnd().Types("压力 5");
        Assert.Equal([new Show(evening.State.Card, Delivery.Refresh)], evening.Shows);
        Assert.Equal(5, evening.State.Draft.Stress);
        evening.Sends(evening.State.Draft with { Mood = 3 });
        Assert.Equal(new Answer { Stress = 5, Mood = 3 }, evening.State.Answer);
    }

    [Fact]
    public void Before_it_is_sent_it_says_where_it_goes()
    {
        var ready = (Notice.ReadyToSend)((Say)OneCheckIn.AtShiftEnd().Types("stress 5, mood 3, hostile 0, break yes, help none").Last.Reply!).Notice;
        Assert.Equal(Outlook.Leader, ready.Goes);
        var alone = OneCheckIn.AtShiftEnd(OneCheckIn.Agreed with { MayEscalate = false });
        ready = (Notice.ReadyToSend)((Say)alone.Types("stress 5, mood 3, hostile 0, break yes, help none").Last.Reply!).Notice;
        Assert.Equal(Outlook.NotAgreed, ready.Goes);
    }

    [Fact]
    public void Typing_alone_tells_nobody() => Assert.Empty(OneCheckIn.AtShiftEnd().Types("stress 5").Told);

    [Fact]
    public void Who_has_begun_to_type_is_not_reminded() =>
        Assert.Equal(Hall.NextStart, OneCheckIn.AtShiftEnd().Types("stress 2").State.NextAt);

    [Fact]
    public void Sending_nothing_asks_the_first_question() =>
        Assert.Equal(new Say(new Notice.NextQuestion(Question.Stress)), OneCheckIn.AtShiftEnd().Types("send").Last.Reply);

    [Fact]
    public void What_is_not_understood_names_the_open_question()
    {
        var evening = OneCheckIn.AtShiftEnd().Types("2");
        Assert.Equal(new Say(new Notice.NotUnderstood(Question.Mood)), evening.Types("blue").Last.Reply);
        Assert.Equal(2, evening.State.Draft.Stress);
    }

    [Fact]
    public void Typing_to_a_skipped_one_takes_it_up_again()
    {
        var evening = OneCheckIn.In(CheckInPhase.Skipped).Types("stress 5").Types("send");
        Assert.Equal(CheckInPhase.Answered, evening.State.Phase);
        Assert.IsType<Opened>(Assert.Single(evening.Told).Event);
    }

    [Fact]
    public void An_answered_one_is_changed_by_typing_only_after_edit()
    {
        var evening = OneCheckIn.In(CheckInPhase.Answered).Types("stress 5").Types("send");
        Assert.Equal(OneCheckIn.CalmDay, evening.State.Answer);
        evening.Types("修改").Types("stress 5").Types("提交");
        Assert.Equal(OneCheckIn.CalmDay with { Stress = 5 }, evening.State.Answer);
        Assert.IsType<Opened>(Assert.Single(evening.Told).Event);
    }

    [Fact]
    public void A_typed_note_is_not_shared_by_itself()
    {
        var note = new Words(Hall.Lin, "sealed");
        var evening = OneCheckIn.AtShiftEnd().Types("stress 5").Hears(new Typed(Hall.Lin, new Answer { Note = note })).Types("send");
        Assert.Equal((note, false), (evening.State.Answer!.Note, evening.State.Answer.ShareNote));
        Assert.Null(((Opened)evening.Told.Single().Event).Note);
    }
}
