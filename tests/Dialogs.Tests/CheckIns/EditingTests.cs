using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>A sent answer may be changed until the next shift begins; a case that it opened follows.</summary>
public sealed class EditingTests
{
    [Fact]
    public void Edit_opens_the_card_with_what_was_answered()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.CalmDay).Hears(new Edit(Hall.Lin));
        Assert.True(evening.State.Editing);
        Assert.Equal(OneCheckIn.CalmDay, evening.State.Draft);
        Assert.Equal(new See(evening.State.Card), evening.Last.Reply);
    }

    [Fact]
    public void A_second_press_on_edit_keeps_what_was_typed_since()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.CalmDay).Hears(new Edit(Hall.Lin)).Types("stress 3").Hears(new Edit(Hall.Lin));
        Assert.Equal(3, evening.State.Draft.Stress);
    }

    [Fact]
    public void Sending_it_unchanged_is_the_receipt_again()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay).After(TimeSpan.FromHours(1)).Edits(OneCheckIn.HardDay);
        Assert.False(evening.State.Editing);
        Assert.Equal(Hall.ShiftEnd, evening.State.AnsweredAt);
        Assert.Single(evening.Told);
    }

    [Fact]
    public void Sending_it_unchanged_by_typing_is_the_receipt_again()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay).After(TimeSpan.FromHours(1)).Hears(new Edit(Hall.Lin)).Hears(new TypedSend(Hall.Lin));
        Assert.False(evening.State.Editing);
        Assert.Single(evening.Told);
    }

    [Fact]
    public void A_day_that_grows_hard_tells_the_case_so_though_the_same_people_are_asked()
    {
        var evening = OneCheckIn.AnsweredWith(new() { Stress = 3, Help = Helper.Leader }).Edits(new() { Stress = 5, Help = Helper.Leader });
        Assert.Equal(new OtherRoute(Hall.Lin, Route.Leader, null, Cause.HardDay), evening.Told[1].Event);
    }

    [Fact]
    public void An_emptied_card_changes_no_answer()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay).Edits(new Answer());
        Assert.Equal(OneCheckIn.HardDay, evening.State.Answer);
        Assert.True(evening.State.Gap);
        Assert.Single(evening.Told);
    }

    [Fact]
    public void An_edit_downwards_still_has_somebody_look_in_once()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay).Edits(OneCheckIn.CalmDay);
        Assert.Equal([typeof(Opened), typeof(AnswerLowered)], evening.Told.Select(s => s.Event.GetType()));
        Assert.Equal(evening.Told[0].To, evening.Told[1].To);
        evening.After(TimeSpan.FromMinutes(1)).Edits(OneCheckIn.CalmDay with { Stress = 1 });
        Assert.Equal(2, evening.Told.Count);
    }

    [Fact]
    public void An_edit_upwards_opens_a_case()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.CalmDay).Edits(OneCheckIn.HardDay);
        Assert.IsType<Opened>(Assert.Single(evening.Told).Event);
    }

    [Fact]
    public void Down_and_up_again_is_one_case_that_hears_of_both()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay).Edits(OneCheckIn.CalmDay).Edits(OneCheckIn.HardDay);
        Assert.Equal([typeof(Opened), typeof(AnswerLowered), typeof(OtherRoute)], evening.Told.Select(s => s.Event.GetType()));
        Assert.Single(evening.Told.Select(s => s.To).Distinct());
    }

    [Fact]
    public void Choosing_the_counsellor_afterwards_changes_the_route()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay).Edits(OneCheckIn.HardDay with { Help = Helper.Counsellor });
        Assert.Equal(new OtherRoute(Hall.Lin, Route.Counsellor, null, Cause.HardDay), evening.Told[1].Event);
    }

    [Fact]
    public void Two_changes_at_the_same_instant_are_two_signals()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay)
            .Edits(OneCheckIn.HardDay with { Help = Helper.Counsellor })
            .Edits(OneCheckIn.HardDay with { Help = Helper.Buddy });
        Assert.Equal(3, evening.Told.Select(s => s.Name).Distinct().Count());
    }

    [Fact]
    public void What_a_case_hears_stays_in_order_when_an_outage_held_it_back()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay);
        for (var change = 0; change < 12; change++)
            evening.Edits(change % 2 == 0 ? OneCheckIn.CalmDay : OneCheckIn.HardDay);
        Assert.Equal(evening.Told, evening.Told.OrderBy(s => s.Name, StringComparer.Ordinal));
    }

    [Fact]
    public void A_note_shared_afterwards_reaches_whoever_looks_in()
    {
        var note = new Words(Hall.Lin, "sealed");
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay with { Note = note })
            .Edits(OneCheckIn.HardDay with { Note = note, ShareNote = true });
        Assert.Equal(new NoteShared(note), evening.Told[1].Event);
    }

    [Fact]
    public void A_note_no_longer_shared_is_taken_back()
    {
        var shared = OneCheckIn.HardDay with { Note = new Words(Hall.Lin, "sealed"), ShareNote = true };
        Assert.Equal(new NoteShared(null), OneCheckIn.AnsweredWith(shared).Edits(shared with { ShareNote = false }).Told[1].Event);
        Assert.Contains(OneCheckIn.AnsweredWith(shared).Edits(OneCheckIn.CalmDay).Told, s => s.Event == new NoteShared(null));
    }

    [Fact]
    public void After_the_next_shift_began_nothing_changes_and_it_says_so()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.CalmDay).Hears(new Edit(Hall.Lin)).WhenDue();
        Assert.True(evening.State.Closed);
        Assert.False(evening.State.Editing);
        Assert.Equal(new Answer(), evening.State.Draft);
        var closed = evening.State;
        foreach (var e in new FlowEvent[]
        {
            new Edit(Hall.Lin), new Answered(Hall.Lin, OneCheckIn.HardDay), new Skip(Hall.Lin, true), new AskLater(Hall.Lin),
            new Typed(Hall.Lin, OneCheckIn.HardDay), new TypedSend(Hall.Lin),
        })
        {
            Assert.Equal(new Say(new Notice.CheckInOver()), evening.Hears(e).Last.Reply);
            Assert.Same(closed, evening.State);
        }
        Assert.Empty(evening.Told);
    }

    [Fact]
    public void The_next_shift_s_first_instant_is_too_late_even_before_anything_woke()
    {
        var evening = OneCheckIn.AtShiftEnd();
        evening.Now = Hall.NextStart;
        Assert.Equal(new Say(new Notice.CheckInOver()), evening.Sends(OneCheckIn.HardDay).Last.Reply);
        evening.Now -= TimeSpan.FromTicks(1);
        Assert.Equal(CheckInPhase.Answered, evening.Sends(OneCheckIn.HardDay).State.Phase);
    }
}
