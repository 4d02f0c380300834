using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Dialogs.Tests.Incidents;

/// <summary>Pictures of where incidents gather tell of no single one.</summary>
public sealed class HotSpotTests
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    private static readonly DateOnly Today = new(2026, 11, 20);

    /// <summary>Whoever knows the sum and every rule by which counts are hidden still finds at least two values for each hidden one.</summary>
    [Theory]
    [InlineData(2, 30)]
    [InlineData(3, 20)]
    [InlineData(4, 14)]
    [InlineData(5, 9)]
    [InlineData(4, 20, 1)]
    [InlineData(5, 14, 2)]
    public void Nobody_can_work_out_a_hidden_count(int cells, int most, int closed = 0)
    {
        var published = All(cells, most, closed).GroupBy(counts => (counts.Sum(), HotSpots.Hidden(counts) is { } shown ? string.Join(',', shown) : "nothing"));
        foreach (var picture in published.Where(p => p.Key.Item2 != "nothing"))
        {
            var worlds = picture.ToList();
            // With more hidden than that there are worlds beyond those that were tried.
            if (HotSpots.Hidden(worlds[0])!.Zip(worlds[0]).Where(c => c.First is null).Sum(c => c.Second) > most)
                continue;
            for (var cell = closed; cell < cells; cell++)
            {
                var possible = worlds.Select(w => w[cell]).Distinct().ToList();
                Assert.True(possible.Count > 1 || possible[0] >= HotSpots.Least, $"{picture.Key}: cell {cell} is {possible[0]}");
            }
        }
    }

    [Fact]
    public void The_solver_finds_what_is_not_protected()
    {
        static int?[] Naive(int[] counts) => [.. counts.Select(n => n < HotSpots.Least ? (int?)null : n)];
        var solved = All(3, 10, 0).GroupBy(c => (c.Sum(), string.Join(',', Naive(c)))).Where(p => p.Select(w => string.Join(',', w)).Distinct().Count() == 1);
        Assert.Contains(solved, p => p.Single().Any(n => n < HotSpots.Least));
    }

    [Fact]
    public void A_count_below_five_is_never_shown_nor_a_restricted_one_counted() => Walks.Each(400, (random, story) =>
    {
        var reviews = Enumerable.Range(0, random.Next(0, 90)).Select(i => At(random, $"w{random.Next(1, 5)}")).ToList();
        var picture = HotSpots.Of(reviews, ["w1", "w2", "w3", "w4"], _ => Zone, Today);
        Assert.All(picture.Posts.Select(p => p.Count).Concat(picture.Weekdays.Select(d => d.Count)).Concat(picture.Hours.Select(h => h.Count)), n => Assert.True(n >= HotSpots.Least));
        Assert.All(picture.Posts, p => Assert.Equal(reviews.Count(r => r.Incident.Post == p.Post), p.Count));
        var hidden = reviews.Concat(Enumerable.Range(0, 20).Select(_ => At(random, "w1") with { Restricted = true }));
        Assert.Equal(Told(picture), Told(HotSpots.Of(hidden, ["w1", "w2", "w3", "w4"], _ => Zone, Today)));
    });

    [Fact]
    public void Periods_are_quarters_that_are_over_and_do_not_overlap()
    {
        Assert.Equal((new(2026, 7, 1), new(2026, 9, 30)), HotSpots.PeriodBefore(new(2026, 11, 20)));
        Assert.Equal((new(2025, 10, 1), new(2025, 12, 31)), HotSpots.PeriodBefore(new(2026, 1, 1)));
        Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 31)), HotSpots.PeriodBefore(new(2026, 6, 30)));
        var now = OneReview.Begun().State;
        Assert.True(HotSpots.Of(Enumerable.Repeat(now, 50), ["window 3"], _ => Zone, Today).IsEmpty);
    }

    [Fact]
    public void What_a_report_says_after_its_quarter_changes_no_picture()
    {
        var told = OneReview.Report with { Post = "w1", OccurredAt = OneReview.Local(30, 9, 0, 9), ReportedAt = OneReview.Local(30, 15, 0, 9) };
        var story = OneReview.Begun(told, at: told.ReportedAt).Hears(told with { Version = 2, Post = "w2" }).Hears(told with { Version = 3, Post = "w3", OccurredAt = told.OccurredAt.AddHours(-1) }, TimeSpan.FromDays(2));
        var picture = HotSpots.Of(Enumerable.Repeat(story.State, 9).Concat(Enumerable.Range(0, 9).Select(i => At(new(i), "w1"))), ["w1", "w2", "w3"], _ => Zone, Today);
        Assert.Equal(9, picture.Posts.Single(p => p.Post == "w2").Count);
        Assert.DoesNotContain(picture.Posts, p => p.Post == "w3");
    }

    [Fact]
    public void What_turns_out_to_be_restricted_after_its_quarter_changes_no_picture_and_before_its_end_is_in_none()
    {
        var told = OneReview.Report with { Post = "w1", OccurredAt = OneReview.Local(30, 9, 0, 9), ReportedAt = OneReview.Local(30, 15, 0, 9) };
        var (late, early) = (told with { Version = 3, Kinds = [ViolenceKind.SexualHarassment] }, told with { Version = 2, Kinds = [ViolenceKind.SexualAssault] });
        var story = OneReview.Begun(told, at: told.ReportedAt);
        HotSpots Picture() => HotSpots.Of(Enumerable.Repeat(story.State, 9).Concat(Enumerable.Range(0, 9).Select(i => At(new(i), "w2"))), ["w2", "w1"], _ => Zone, Today);
        var before = Told(Picture());
        Assert.Contains("w1", before, StringComparison.Ordinal);
        Assert.True(story.Hears(late, TimeSpan.FromDays(2)).State.Restricted);
        Assert.Equal(before, Told(Picture()));
        story = OneReview.Begun(told, at: told.ReportedAt).Hears(early).Hears(told with { Version = 4 }, TimeSpan.FromDays(2));
        Assert.DoesNotContain("w1", Told(Picture()), StringComparison.Ordinal);
    }

    private static string Told(HotSpots h) => string.Join(';', h.Posts.Select(p => $"{p}").Concat(h.Weekdays.Select(d => $"{d}")).Concat(h.Hours.Select(x => $"{x}")));

    private static Review At(Random random, string post)
    {
        var at = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.FromHours(8)).AddDays(random.Next(0, 92)).AddHours(random.Next(8, 17));
        return OneReview.Begun(OneReview.Report with { Post = post, OccurredAt = at, ReportedAt = at }).State;
    }

    /// <param name="closed">How many of the cells are none in every world, as everybody knows: days and hours without a service.</param>
    private static IEnumerable<int[]> All(int cells, int most, int closed)
    {
        var worlds = (int)Math.Pow(most + 1, cells - closed);
        for (var world = 0; world < worlds; world++)
        {
            var (counts, left) = (new int[cells], world);
            for (var i = closed; i < cells; i++, left /= most + 1)
                counts[i] = left % (most + 1);
            yield return counts;
        }
    }
}
