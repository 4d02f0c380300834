using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>More stress than is usual for the person.</summary>
public sealed class BaselineRuleTests
{
    private static readonly BaselineRule Rule = Hall.CheckIns.Baseline;

    /// <summary>Mean 2.4, population standard deviation 0.490, which counts as 0.5: the limit is 3.15.</summary>
    private static readonly int[] Usual = [2, 3, 2, 2, 3, 2, 3, 2, 2, 3];

    [Fact]
    public void With_a_limit_of_3_15_a_4_counts_and_a_3_does_not()
    {
        Assert.True(Rule.IsUnusual(4, Usual));
        Assert.False(Rule.IsUnusual(3, Usual));
    }

    [Fact]
    public void Nine_answers_are_too_few_to_know_what_is_usual() => Assert.False(Rule.IsUnusual(5, Usual[1..]));

    [Fact]
    public void Exactly_at_the_limit_is_still_usual()
    {
        // Mean 3, standard deviation 1: the limit is 3 + 1 * 1.
        int[] spread = [2, 4, 2, 4, 2, 4, 2, 4, 2, 4];
        Assert.False((Rule with { Deviations = 1 }).IsUnusual(4, spread));
        Assert.True((Rule with { Deviations = 0.99m }).IsUnusual(4, spread));
    }

    [Fact]
    public void What_is_older_than_the_window_is_forgotten()
    {
        int[] hardThenCalm = [.. Enumerable.Repeat(5, 40), .. Enumerable.Repeat(1, 20)];
        Assert.True(Rule.IsUnusual(2, hardThenCalm));
        Assert.False((Rule with { Window = 40 }).IsUnusual(2, hardThenCalm));
    }

    [Theory]
    [InlineData(false, 4)]
    [InlineData(true, 4, 4)]
    [InlineData(true, 4, 2, 4)]
    [InlineData(false, 4, 2, 2, 4)]
    [InlineData(false, 4, 4, 2)]
    public void Two_of_the_last_three_shifts_and_the_present_one_among_them(bool holds, params int[] lately) =>
        Assert.Equal(holds, Rule.Holds(Days.Answers([.. Usual, .. lately])));

    [Fact]
    public void A_check_in_about_no_shift_shows_what_is_usual_and_is_not_measured()
    {
        var usual = Days.Answers([.. Usual, 4, 4]).Select(a => a with { Shift = null }).ToList();
        Assert.False(Rule.Holds(usual));
        Assert.True(Rule.Holds([.. usual[..10], Days.On(-2, 4), Days.On(-1, 4)]));
    }

    [Fact]
    public void It_agrees_with_the_formula_as_it_is_written() => Walks.Each(3000, (random, story) =>
    {
        var rule = new BaselineRule(random.Next(2, 6), random.Next(6, 20), random.Next(10, 60) / 20m, random.Next(1, 20) / 10m, 1, 1);
        int[] before = [.. Enumerable.Range(0, random.Next(30)).Select(_ => random.Next(1, 6))];
        var stress = random.Next(1, 6);
        story.Add(() => $"{rule} {stress} after {string.Join(' ', before)}");
        var own = before.TakeLast(rule.Window).Select(x => (double)x).ToList();
        if (own.Count < rule.MinAnswers)
        {
            Assert.False(rule.IsUnusual(stress, before));
            return;
        }
        var mean = own.Average();
        var deviation = Math.Sqrt(own.Average(x => (x - mean) * (x - mean)));
        var limit = mean + (double)rule.Deviations * Math.Max(deviation, (double)rule.LeastSpread);
        // The formula in floating point cannot decide what lies on the limit itself.
        if (Math.Abs(stress - limit) > 1e-9)
            Assert.Equal(stress > limit, rule.IsUnusual(stress, before));
    });

    [Fact]
    public void More_stress_never_makes_it_usual_and_an_even_shift_of_all_answers_changes_nothing() => Walks.Each(1000, (random, _) =>
    {
        int[] before = [.. Enumerable.Range(0, 20).Select(_ => random.Next(1, 4))];
        var unusual = Enumerable.Range(1, 5).Select(s => Rule.IsUnusual(s, before)).ToList();
        Assert.Equal(unusual.Order(), unusual);
        Assert.Equal(unusual, Enumerable.Range(2, 5).Select(s => Rule.IsUnusual(s, [.. before.Select(b => b + 1)])));
    });
}
