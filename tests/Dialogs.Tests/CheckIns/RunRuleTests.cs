using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>Hard shifts in a row.</summary>
public sealed class RunRuleTests
{
    private static readonly RunRule Rule = Hall.CheckIns.Run;

    [Theory]
    [InlineData(true, 4, 4, 4)]
    [InlineData(true, 1, 5, 4, 5)]
    [InlineData(false, 4, 4)]
    [InlineData(false, 4, 3, 4, 4)]
    [InlineData(false, 4, 4, 4, 3)]
    [InlineData(false)]
    public void Three_shifts_of_stress_4_or_more_are_a_run(bool holds, params int[] stress) => Assert.Equal(holds, Rule.Holds(Days.Answers(stress)));

    [Fact]
    public void A_missing_shift_neither_breaks_nor_extends_it()
    {
        Assert.True(Rule.Holds([Days.On(-9, 4), Days.On(-5, 4), Days.On(-1, 4)]));
        Assert.False(Rule.Holds([Days.On(-5, 4), Days.On(-1, 4)]));
    }

    [Fact]
    public void A_shift_whose_stress_was_left_out_is_a_missing_one()
    {
        Assert.True(Rule.Holds([Days.On(-4, 4), Days.On(-3, 4), Days.On(-2, null), Days.On(-1, 4)]));
        Assert.False(Rule.Holds([Days.On(-4, 4), Days.On(-3, 4), Days.On(-2, 4), Days.On(-1, null)]));
    }

    [Fact]
    public void A_check_in_about_no_shift_does_not_count()
    {
        var freeDay = Days.On(-2, 1) with { Shift = null };
        Assert.True(Rule.Holds([Days.On(-4, 4), Days.On(-3, 4), freeDay, Days.On(-1, 4)]));
        Assert.False(Rule.Holds([Days.On(-4, 4), Days.On(-3, 4), freeDay with { Stress = 5 }]));
    }

    [Fact]
    public void It_is_what_counting_back_finds() => Walks.Each(3000, (random, story) =>
    {
        var rule = new RunRule(random.Next(1, 6), random.Next(1, 6));
        var answers = new List<TrendEntry>();
        for (var day = -12; day < 0; day++)
            answers.Add(Days.On(day, random.Once(5) ? null : random.Next(3, 6)) with { Shift = random.Once(5) ? null : $"s{day}" });
        story.Add(() => $"{rule}: {string.Join(' ', answers.Select(a => $"{a.Shift}={a.Stress}"))}");
        var row = 0;
        foreach (var a in answers.Where(a => a.Shift is not null && a.Stress is not null))
            row = a.Stress >= rule.Stress ? row + 1 : 0;
        Assert.Equal(row >= rule.Shifts && answers[^1].Shift is not null && answers[^1].Stress is not null, rule.Holds(answers));
    });
}
