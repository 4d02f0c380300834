using System.Text.Json;
using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>What a person's own trend remembers.</summary>
public sealed class TrendTests
{
    [Fact]
    public void The_latest_64_answers_are_kept_the_newest_last()
    {
        var trend = Days.Of([.. Enumerable.Repeat(2, 80), 5]);
        Assert.Equal(Trend.Most, trend.Entries.Length);
        Assert.Equal(5, trend.Entries[^1].Stress);
        Assert.Equal(trend.Entries.OrderBy(e => e.At), trend.Entries);
    }

    [Fact]
    public void A_changed_answer_takes_the_place_of_the_same_check_in_s()
    {
        var trend = Days.Of(2, 3).After(new AnswerKept(Days.On(-2, 5, sends: 2)));
        Assert.Equal([5, 3], trend.Entries.Select(e => e.Stress));
    }

    [Fact]
    public void A_change_that_arrives_late_is_not_taken_for_a_newer_one()
    {
        var trend = Days.Of().After(new AnswerKept(Days.On(-1, 5, sends: 3)));
        Assert.Same(trend, trend.After(new AnswerKept(Days.On(-1, 2, sends: 2))));
    }

    [Fact]
    public void A_second_check_in_about_the_same_shift_takes_the_place_of_the_first()
    {
        var first = Days.On(-1, 2);
        var second = first with { CheckIn = first.CheckIn + "p", Stress = 4 };
        var trend = Days.Of(3, 2).After(new AnswerKept(second));
        Assert.Equal([3, 4], trend.Entries.Select(e => e.Stress));
        Assert.Same(trend, trend.After(new AnswerKept(first with { Sends = 2 })));
    }

    [Fact]
    public void Two_check_ins_about_no_shift_are_two_answers() =>
        Assert.Equal(2, Days.Of(2).After(new AnswerKept(Days.On(0, 3) with { Shift = null })).After(new AnswerKept(Days.On(1, 3) with { Shift = null })).Entries.Count(e => e.Shift is null));

    [Fact]
    public void A_row_of_unanswered_ones_grows_and_ends_with_any_reaction()
    {
        var trend = Unanswered(-3, -2, -1);
        Assert.Equal(3, trend.InARow);
        Assert.Equal(0, trend.After(new AnswerKept(Days.On(-1, 3))).InARow);
        Assert.Equal(0, trend.After(new PersonReacted(Hall.ShiftEnd)).InARow);
    }

    [Fact]
    public void A_reaction_ends_only_what_was_asked_before_it() =>
        Assert.Equal(1, Unanswered(-3, -2, -1).After(new PersonReacted(Hall.ShiftEnd.AddDays(-2).AddHours(1))).InARow);

    [Fact]
    public void What_was_told_twice_counts_once()
    {
        var trend = Unanswered(-2, -1);
        Assert.Same(trend, trend.After(new LeftUnanswered(Hall.ShiftEnd.AddDays(-1))));
    }

    [Fact]
    public void The_order_in_which_it_hears_of_things_does_not_matter() => Walks.Each(2000, (random, story) =>
    {
        var heard = Enumerable.Range(0, random.Next(1, 90)).Select(_ => Happening(random)).ToList();
        foreach (var e in heard)
            story.Add(() => $"{e}");
        var inOrder = heard.Aggregate(Trend.Begin(Hall.Lin), (t, e) => t.After(e));
        var shuffled = heard.Concat(heard.Where(_ => random.Once(3))).ToArray();
        random.Shuffle(shuffled);
        var otherwise = shuffled.Aggregate(Trend.Begin(Hall.Lin), (t, e) => t.After(e));
        Assert.Equal(Json(inOrder), Json(otherwise));
        Assert.True(inOrder.Entries.Length <= Trend.Most && inOrder.Unanswered.Length <= Trend.Most, "it grows without end");
        Assert.Equal(Json(inOrder), Json(JsonSerializer.Deserialize(Json(inOrder), DialogsJson.Default.Trend)!));
    });

    private static Trend Unanswered(params int[] days) =>
        days.Aggregate(Trend.Begin(Hall.Lin), (t, day) => t.After(new LeftUnanswered(Hall.ShiftEnd.AddDays(day))));

    private static string Json(Trend trend) => JsonSerializer.Serialize(trend, DialogsJson.Default.Trend);

    private static FlowEvent Happening(Random random)
    {
        var (day, sends) = (random.Next(-75, 0), random.Next(1, 4));
        // What one check-in says of one sending is always the same.
        var answer = Days.On(day, (day * sends % 5) + 5, sends) with { Shift = day % 4 == 0 ? null : $"s{day}" };
        return random.Next(8) switch
        {
            0 => new PersonReacted(Hall.ShiftEnd.AddDays(day).AddHours(1)),
            1 or 2 => new LeftUnanswered(Hall.ShiftEnd.AddDays(day)),
            3 when answer.Shift is not null => new AnswerKept(answer with { CheckIn = answer.CheckIn + "p", Stress = 1 }),
            _ => new AnswerKept(answer),
        };
    }
}
