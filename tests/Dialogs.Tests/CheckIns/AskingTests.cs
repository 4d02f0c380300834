using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>When somebody is asked, reminded and left in peace.</summary>
public sealed class AskingTests
{
    [Fact]
    public void At_the_shift_s_end_the_card_comes_once()
    {
        var evening = OneCheckIn.AtShiftEnd();
        Assert.Equal([new Show(new Slot("ask", Hall.Lin), Delivery.Prompt)], evening.Last.Effects);
        Assert.Equal(CheckInPhase.Asked, evening.State.Phase);
        Assert.Empty(evening.Hears(new ShiftEnded(Hall.Shift)).Last.Effects);
    }

    [Fact]
    public void Without_agreement_nothing_is_asked_and_nothing_falls_due()
    {
        var evening = OneCheckIn.AtShiftEnd(OneCheckIn.Agreed with { MayAsk = false });
        Assert.Empty(evening.Last.Effects);
        Assert.Equal(CheckInPhase.NotAsked, evening.State.Phase);
        Assert.Null(evening.State.NextAt);
    }

    [Fact]
    public void Who_is_not_asked_leaves_the_reason_in_the_record()
    {
        var quiet = Enumerable.Range(1, Hall.CheckIns.QuietAfter).Aggregate(Trend.Begin(Hall.Lin), (t, n) => t.After(new LeftUnanswered(Hall.ShiftEnd.AddDays(-n))));
        foreach (var (facts, why) in new[]
        {
            (OneCheckIn.Agreed with { MayAsk = false }, Unasked.NoAgreement),
            (OneCheckIn.Agreed with { Away = true }, Unasked.Away),
            (OneCheckIn.Agreed with { Settled = true }, Unasked.Settled),
            (OneCheckIn.Agreed with { Trend = quiet }, Unasked.Quiet),
        })
        {
            var evening = OneCheckIn.AtShiftEnd(facts);
            Assert.Equal((CheckInPhase.NotAsked, why), (evening.State.Phase, evening.State.Unasked));
            Assert.Empty(evening.Last.Effects);
            Assert.Null(evening.State.NextAt);
        }
        Assert.Null(OneCheckIn.AtShiftEnd().State.Unasked);
    }

    [Fact]
    public void Whoever_has_gone_on_leave_meanwhile_is_not_reminded_and_can_still_answer()
    {
        var evening = OneCheckIn.AtShiftEnd();
        evening.Facts = evening.Facts with { Away = true };
        evening.WhenDue();
        Assert.Empty(evening.Shows);
        Assert.Equal((CheckInPhase.Asked, evening.State.ClosesAt), (evening.State.Phase, evening.State.NextAt));
        Assert.Equal(CheckInPhase.Answered, evening.Sends(OneCheckIn.CalmDay).State.Phase);
    }

    [Fact]
    public void What_was_put_off_does_not_come_back_on_leave_and_is_not_counted_as_unanswered()
    {
        var evening = OneCheckIn.AtShiftEnd().Hears(new AskLater(Hall.Lin));
        evening.Facts = evening.Facts with { Away = true };
        evening.WhenDue();
        Assert.Equal(Delivery.Refresh, Assert.Single(evening.Shows).Delivery);
        Assert.Equal(CheckInPhase.Asked, evening.State.Phase);
        evening.WhenDue();
        Assert.Equal(CheckInPhase.Lapsed, evening.State.Phase);
        Assert.DoesNotContain(evening.Kept, s => s.Event is LeftUnanswered);
    }

    [Fact]
    public void Exactly_two_hours_late_is_still_asked() =>
        Assert.Equal(CheckInPhase.Asked, OneCheckIn.AtShiftEnd(late: Hall.CheckIns.DropAfter).State.Phase);

    [Fact]
    public void Dropped_when_more_than_two_hours_late()
    {
        var evening = OneCheckIn.AtShiftEnd(late: Hall.CheckIns.DropAfter + TimeSpan.FromTicks(1));
        Assert.Equal(CheckInPhase.Dropped, evening.State.Phase);
        Assert.Empty(evening.Last.Effects);
        Assert.Null(evening.State.NextAt);
    }

    [Fact]
    public void One_reminder_and_no_second()
    {
        var evening = OneCheckIn.AtShiftEnd().WhenDue();
        Assert.Equal(Hall.ShiftEnd + Hall.CheckIns.RemindAfter, evening.Now);
        Assert.Equal([new Show(evening.State.Card, Delivery.Prompt)], evening.Last.Effects);
        Assert.Equal(Hall.NextStart, evening.State.NextAt);
        Assert.Equal(CheckInPhase.Lapsed, evening.WhenDue().State.Phase);
        Assert.DoesNotContain(evening.Shows, s => s.Delivery == Delivery.Prompt);
        Assert.Null(evening.State.NextAt);
    }

    [Fact]
    public void After_an_outage_past_the_next_shift_it_lapses_without_a_reminder()
    {
        var evening = OneCheckIn.AtShiftEnd().WhenDue(late: TimeSpan.FromDays(2));
        Assert.Equal(CheckInPhase.Lapsed, evening.State.Phase);
        Assert.Equal([new Show(evening.State.Card, Delivery.Refresh)], evening.Shows);
    }

    [Fact]
    public void Withdrawing_the_agreement_stops_the_reminder()
    {
        var evening = OneCheckIn.AtShiftEnd();
        evening.Facts = evening.Facts with { MayAsk = false };
        Assert.Empty(evening.WhenDue().Last.Effects);
        Assert.Equal(Hall.NextStart, evening.State.NextAt);
    }

    [Fact]
    public void Withdrawing_the_agreement_stops_what_was_asked_for_later()
    {
        var evening = OneCheckIn.In(CheckInPhase.Postponed);
        evening.Facts = evening.Facts with { MayAsk = false };
        Assert.Empty(evening.WhenDue().Last.Effects);
        Assert.Equal(Hall.NextStart, evening.State.NextAt);
    }

    [Fact]
    public void Who_types_the_command_gets_a_card_without_a_reminder()
    {
        var evening = OneCheckIn.Asked();
        Assert.Equal(new See(evening.State.Card), evening.Last.Reply);
        Assert.Empty(evening.Shows);
        Assert.Equal(Hall.NextStart, evening.State.NextAt);
    }

    [Fact]
    public void Typing_the_command_works_without_agreement() =>
        Assert.Equal(CheckInPhase.Asked, OneCheckIn.Asked(OneCheckIn.Agreed with { MayAsk = false }).State.Phase);

    [Fact]
    public void Later_asks_once_more_after_its_time_and_reminds_of_that_once()
    {
        var evening = OneCheckIn.In(CheckInPhase.Postponed);
        Assert.Equal(Hall.ShiftEnd + Hall.CheckIns.LaterAfter, evening.State.NextAt);
        Assert.Equal([new Show(evening.State.Card, Delivery.Prompt)], evening.WhenDue().Last.Effects);
        // The second card may be lost as the first may; the one before it says "later" until then.
        Assert.Equal(evening.Now + Hall.CheckIns.RemindAfter, evening.State.NextAt);
        Assert.Equal([new Show(evening.State.Card, Delivery.Prompt)], evening.WhenDue().Last.Effects);
        Assert.Equal(Hall.NextStart, evening.State.NextAt);
    }

    [Fact]
    public void Later_pressed_twice_waits_no_longer()
    {
        var evening = OneCheckIn.In(CheckInPhase.Postponed);
        var due = evening.State.NextAt;
        Assert.Equal(due, evening.After(TimeSpan.FromMinutes(5)).Hears(new AskLater(Hall.Lin)).State.NextAt);
    }

    [Fact]
    public void A_skipped_check_in_is_left_in_peace_and_has_a_way_back()
    {
        var evening = OneCheckIn.In(CheckInPhase.Skipped);
        Assert.Null(evening.State.NextAt);
        Assert.False(evening.State.WholeDay);
        Assert.Equal(CheckInPhase.Asked, evening.Hears(new Edit(Hall.Lin)).State.Phase);
        Assert.Equal(Hall.NextStart, evening.State.NextAt);
    }

    [Fact]
    public void Not_today_declines_the_rest_of_the_day()
    {
        var evening = OneCheckIn.AtShiftEnd().Hears(new Skip(Hall.Lin, WholeDay: true));
        Assert.Equal(CheckInPhase.Skipped, evening.State.Phase);
        Assert.True(evening.State.WholeDay);
    }

    [Fact]
    public void A_second_press_on_not_today_does_not_move_it_to_the_next_day()
    {
        var evening = OneCheckIn.AtShiftEnd().Hears(new Skip(Hall.Lin, WholeDay: true));
        Assert.Equal(Hall.ShiftEnd, evening.After(TimeSpan.FromHours(14)).Hears(new Skip(Hall.Lin, WholeDay: true)).State.Since);
        Assert.Equal(Hall.ShiftEnd, evening.Hears(new Skip(Hall.Lin, WholeDay: false)).State.Since);
    }

    [Fact]
    public void Answering_next_morning_after_not_today_does_not_decline_the_new_day()
    {
        var evening = OneCheckIn.AtShiftEnd().Hears(new Skip(Hall.Lin, WholeDay: true)).After(TimeSpan.FromHours(14));
        Assert.False(evening.Hears(new Edit(Hall.Lin)).State.WholeDay);

        var stale = OneCheckIn.AtShiftEnd().Hears(new Skip(Hall.Lin, WholeDay: true)).After(TimeSpan.FromHours(14));
        Assert.False(stale.Sends(OneCheckIn.CalmDay).State.WholeDay);
    }

    [Fact]
    public void Without_a_known_next_shift_it_closes_after_the_policy_s_time() =>
        Assert.Equal(Hall.ShiftEnd + Hall.CheckIns.EditFor, OneCheckIn.AtShiftEnd(OneCheckIn.Agreed with { NextShift = null }).State.ClosesAt);

    [Fact]
    public void A_next_shift_that_has_begun_already_does_not_close_it_at_once() =>
        Assert.True(OneCheckIn.AtShiftEnd(OneCheckIn.Agreed with { NextShift = Hall.ShiftEnd }).State.ClosesAt > Hall.ShiftEnd);
}
