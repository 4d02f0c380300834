using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>What an answer causes, once.</summary>
public sealed class AnsweringTests
{
    [Theory]
    [InlineData(5, null, Helper.None, Cause.HardDay)]
    [InlineData(2, 1, Helper.Counsellor, Cause.HardDay)]
    [InlineData(2, 4, Helper.Counsellor, Cause.ChosenHelper)]
    [InlineData(null, null, Helper.Leader, Cause.ChosenHelper)]
    public void A_chosen_helper_after_a_day_that_was_not_very_hard_is_told_as_such(int? stress, int? mood, Helper help, Cause cause) =>
        Assert.Equal(cause, Opened(new Answer { Stress = stress, Mood = mood, Help = help }).Cause);

    [Fact]
    public void A_calm_day_is_kept_and_nobody_is_told()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.CalmDay);
        Assert.Equal(Outlook.Nobody, evening.State.Went);
        Assert.Equal([new Show(evening.State.Card, Delivery.Refresh)], evening.Shows);
        Assert.Empty(evening.Told);
        Assert.Equal(new See(evening.State.Card), evening.Last.Reply);
        Assert.Null(evening.State.Case);
    }

    [Theory]
    [InlineData(5, null, null, Route.Leader)]
    [InlineData(null, 1, null, Route.Leader)]
    [InlineData(5, 1, Helper.None, Route.Leader)]
    [InlineData(1, 5, Helper.Leader, Route.Leader)]
    [InlineData(1, 5, Helper.Counsellor, Route.Counsellor)]
    [InlineData(5, 1, Helper.Counsellor, Route.Counsellor)]
    [InlineData(5, null, Helper.Buddy, Route.Buddy)]
    public void A_very_hard_day_or_a_chosen_helper_opens_a_case(int? stress, int? mood, Helper? help, Route route)
    {
        var evening = OneCheckIn.AnsweredWith(new Answer { Stress = stress, Mood = mood, Help = help });
        var signal = Assert.Single(evening.Told);
        var opened = Assert.IsType<Opened>(signal.Event);
        Assert.Equal((route, Hall.Lin, Origin.HardDay), (opened.Route, opened.Subject, opened.Origin));
        Assert.Equal(Escalation.KeyOf(evening.State.Case!), signal.To);
    }

    [Theory]
    [InlineData(4, 2)]
    [InlineData(4, null)]
    [InlineData(null, 2)]
    [InlineData(0, 0)]
    [InlineData(6, 9)]
    [InlineData(int.MaxValue, int.MinValue)]
    public void Below_the_threshold_or_out_of_range_nobody_is_asked(int? stress, int? mood) =>
        Assert.Empty(OneCheckIn.AnsweredWith(new Answer { Stress = stress, Mood = mood, Break = true }).Told);

    [Fact]
    public void The_same_answer_three_times_is_one_record_and_one_receipt()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay);
        var kept = evening.State;
        for (var again = 0; again < 2; again++)
        {
            evening.After(TimeSpan.FromSeconds(20)).Sends(OneCheckIn.HardDay);
            Assert.Same(kept, evening.State);
            Assert.Empty(evening.Last.Effects);
            Assert.Equal(new See(kept.Card), evening.Last.Reply);
        }
        Assert.Single(evening.Told);
    }

    [Fact]
    public void The_same_answer_is_recognised_by_its_meaning()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay);
        var kept = evening.State;
        Assert.Same(kept, evening.Sends(OneCheckIn.HardDay with { ShareNote = true }).State);
    }

    [Fact]
    public void The_same_answer_after_the_next_shift_began_is_still_the_receipt()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay).WhenDue().After(TimeSpan.FromHours(1)).Sends(OneCheckIn.HardDay);
        Assert.Equal(new See(evening.State.Card), evening.Last.Reply);
    }

    [Fact]
    public void Without_agreement_nobody_is_told()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay with { Help = Helper.Counsellor }, OneCheckIn.Agreed with { MayEscalate = false });
        Assert.Equal(Outlook.NotAgreed, evening.State.Went);
        Assert.Empty(evening.Told);
        Assert.Null(evening.State.Case);
    }

    [Fact]
    public void Who_agrees_afterwards_and_sends_the_same_answer_again_is_looked_in_on()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay, OneCheckIn.Agreed with { MayEscalate = false });
        evening.Facts = OneCheckIn.Agreed;
        Assert.Empty(evening.Sends(OneCheckIn.HardDay).Told);
        Assert.IsType<Opened>(Assert.Single(evening.Edits(OneCheckIn.HardDay).Told).Event);
        Assert.Equal(Outlook.Leader, evening.State.Went);
    }

    [Fact]
    public void An_empty_card_is_not_an_answer_and_the_gap_is_named()
    {
        var evening = OneCheckIn.AnsweredWith(new Answer());
        Assert.Equal((CheckInPhase.Asked, true), (evening.State.Phase, evening.State.Gap));
        Assert.Equal(new See(evening.State.Card), evening.Last.Reply);
        Assert.False(evening.Sends(OneCheckIn.CalmDay).State.Gap);
        Assert.Equal(CheckInPhase.Answered, evening.State.Phase);
    }

    [Fact]
    public void Values_that_no_card_offers_count_as_not_answered()
    {
        var answer = OneCheckIn.AnsweredWith(new Answer { Stress = 0, Mood = 6, Hostile = 3, Break = false, ShareNote = true }).State.Answer!;
        Assert.Equal(new Answer { Break = false }, answer);
    }

    [Fact]
    public void The_note_goes_along_only_when_it_is_shared()
    {
        var note = new Words(Hall.Lin, "sealed");
        Assert.Null(Opened(OneCheckIn.HardDay with { Note = note }).Note);
        Assert.Equal(note, Opened(OneCheckIn.HardDay with { Note = note, ShareNote = true }).Note);
    }

    [Fact]
    public void A_case_carries_the_shift_and_no_score()
    {
        var context = Opened(OneCheckIn.HardDay).Context;
        Assert.Equal(new ShiftContext("window 3", Hall.ShiftStart, Hall.ShiftEnd, 4, 0, 0), context);
    }

    [Fact]
    public void Who_was_never_asked_can_still_answer()
    {
        Assert.IsType<Opened>(Assert.Single(OneCheckIn.In(CheckInPhase.Dropped).Sends(OneCheckIn.HardDay).Told).Event);
        Assert.IsType<Opened>(Assert.Single(OneCheckIn.In(CheckInPhase.NotAsked).Sends(OneCheckIn.HardDay).Told).Event);
        Assert.IsType<Opened>(Assert.Single(OneCheckIn.In(CheckInPhase.Skipped).Sends(OneCheckIn.HardDay).Told).Event);
        Assert.IsType<Opened>(Assert.Single(OneCheckIn.In(CheckInPhase.Postponed).Sends(OneCheckIn.HardDay).Told).Event);
    }

    private static Opened Opened(Answer answer) => (Opened)OneCheckIn.AnsweredWith(answer).Told.Single().Event;
}
