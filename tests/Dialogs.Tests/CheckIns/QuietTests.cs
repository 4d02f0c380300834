using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>After three cards in a row that nothing was done with, nobody is asked until they want to be.</summary>
public sealed class QuietTests
{
    [Fact]
    public void The_third_unanswered_card_says_that_it_stops_and_the_fourth_is_not_asked()
    {
        var lin = Trend.Begin(Hall.Lin);
        for (var day = -2; day <= 0; day++)
        {
            var evening = At(day, lin);
            Assert.Equal(CheckInPhase.Asked, evening.State.Phase);
            lin = evening.WhenDue().WhenDue().Trend;
            Assert.Equal((CheckInPhase.Lapsed, day == 0), (evening.State.Phase, evening.State.GoesQuiet));
        }
        Assert.Equal(Unasked.Quiet, At(1, lin).State.Unasked);
        Assert.Equal(Unasked.Quiet, At(2, lin).State.Unasked);
    }

    [Fact]
    public void One_answer_opens_it_again()
    {
        var lin = AfterUnanswered(3);
        var asked = OneCheckIn.Asked(OneCheckIn.Agreed with { Trend = lin });
        Assert.Equal(0, asked.Trend.InARow);
        Assert.Equal(CheckInPhase.Asked, At(1, asked.Trend).State.Phase);
        Assert.Equal(CheckInPhase.Asked, At(2, At(1, lin).Sends(OneCheckIn.CalmDay).Trend).State.Phase);
    }

    public static TheoryData<string> Reactions => ["skip", "not today", "stress 3", "answer", "check in"];

    [Theory]
    [MemberData(nameof(Reactions))]
    public void Whatever_is_done_with_the_third_card_ends_the_row(string what)
    {
        var evening = At(0, AfterUnanswered(2));
        _ = what switch
        {
            "answer" => evening.Sends(OneCheckIn.CalmDay),
            "check in" => evening.Hears(new Pulled(null)),
            _ => evening.Types(what),
        };
        Assert.Equal(0, evening.Trend.InARow);
        if (evening.State.NextAt is not null)
            evening.WhenDue();
        Assert.False(evening.State.GoesQuiet);
        Assert.Equal(0, evening.Trend.InARow);
    }

    [Fact]
    public void Later_and_then_nothing_is_unanswered()
    {
        var evening = At(0, AfterUnanswered(2)).Hears(new AskLater(Hall.Lin)).WhenDue().WhenDue().WhenDue();
        Assert.Equal(CheckInPhase.Lapsed, evening.State.Phase);
        Assert.True(evening.State.GoesQuiet);
    }

    [Fact]
    public void A_check_in_that_the_person_asked_for_never_counts()
    {
        var pulled = OneCheckIn.Asked(OneCheckIn.Agreed with { Trend = AfterUnanswered(2) }).WhenDue();
        Assert.Equal(CheckInPhase.Lapsed, pulled.State.Phase);
        Assert.Equal(0, pulled.Trend.InARow);
        Assert.DoesNotContain(pulled.Kept, s => s.Event is LeftUnanswered);
    }

    [Fact]
    public void A_card_that_went_by_without_a_reminder_may_never_have_arrived_and_does_not_count()
    {
        var early = OneCheckIn.Agreed with { Trend = AfterUnanswered(2), NextShift = Hall.ShiftEnd.AddMinutes(30) };
        var brief = OneCheckIn.AtShiftEnd(early).WhenDue();
        Assert.Equal((CheckInPhase.Lapsed, false), (brief.State.Phase, brief.State.GoesQuiet));
        Assert.Equal(2, brief.Trend.InARow);

        // The reminder would have come hours late, so nobody was reminded.
        var outage = At(0, AfterUnanswered(2)).WhenDue(TimeSpan.FromHours(4)).WhenDue();
        Assert.Equal((CheckInPhase.Lapsed, false), (outage.State.Phase, outage.State.GoesQuiet));
        Assert.Equal(2, outage.Trend.InARow);
    }

    [Fact]
    public void A_card_that_was_put_off_was_seen()
    {
        var soon = OneCheckIn.Agreed with { Trend = AfterUnanswered(2), NextShift = Hall.ShiftEnd.AddMinutes(50) };
        Assert.True(OneCheckIn.AtShiftEnd(soon).Hears(new AskLater(Hall.Lin)).WhenDue().State.GoesQuiet);
    }

    [Fact]
    public void Who_is_not_asked_or_asked_too_late_leaves_nothing_unanswered()
    {
        Assert.Empty(OneCheckIn.In(CheckInPhase.NotAsked).Kept);
        Assert.Empty(OneCheckIn.In(CheckInPhase.Dropped).Kept);
    }

    [Fact]
    public void A_skipped_check_in_tells_it_once_however_often_it_is_skipped()
    {
        var evening = OneCheckIn.AtShiftEnd();
        for (var again = 0; again < 3; again++)
            evening.Hears(new Skip(Hall.Lin, false)).Hears(new Edit(Hall.Lin));
        Assert.IsType<PersonReacted>(Assert.Single(evening.Kept).Event);
    }

    [Fact]
    public void Who_has_taken_the_agreement_back_is_not_told_that_it_stops()
    {
        var evening = At(0, AfterUnanswered(2));
        evening.Facts = evening.Facts with { MayAsk = false };
        Assert.False(evening.WhenDue().WhenDue().State.GoesQuiet);
    }

    [Fact]
    public void Nobody_else_is_told() => Assert.Empty(At(0, AfterUnanswered(2)).WhenDue().WhenDue().Told);

    private static Trend AfterUnanswered(int times) =>
        Enumerable.Range(-times, times).Aggregate(Trend.Begin(Hall.Lin), (t, day) => At(day, t).WhenDue().WhenDue().Trend);

    /// <summary>The end of Lin's shift so many days from today.</summary>
    private static OneCheckIn At(int day, Trend trend) => OneCheckIn.AtShiftEnd(
        OneCheckIn.Agreed with { Trend = trend, NextShift = Hall.NextStart.AddDays(day) },
        new Shift($"s{day}", Hall.Lin, "north", "window 3", Hall.ShiftStart.AddDays(day), Hall.ShiftEnd.AddDays(day)));
}
