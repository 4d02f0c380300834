using CheckInBot.Benchmarks.Growth;

namespace CheckInBot.Bot.Tests.House;

/// <summary>The pictures and tables of the growth of the bot show what was measured, and nothing else.</summary>
public sealed class GrowthTests
{
    private static readonly GrowthFigures Figures = GrowthFigures.Read(Docs(GrowthPictures.Json));

    [Fact]
    public void Every_picture_is_drawn_from_the_recorded_figures()
    {
        foreach (var (name, svg) in GrowthPictures.Of(Figures))
            Assert.Equal(svg, Docs(name));
    }

    [Fact]
    public void The_page_shows_every_picture_and_the_recorded_figures()
    {
        var page = Docs(GrowthPictures.Page);
        Assert.Equal(GrowthPictures.PageWith(page, Figures), page);
        Assert.All(GrowthPictures.Of(Figures).Keys, name => Assert.Matches($@"!\[[^\]]{{20,}}\]\({name}\)", page));
    }

    [Fact]
    public void What_was_recorded_is_read_as_it_was_written() => Assert.Equal(Docs(GrowthPictures.Json), Figures.Json());

    [Fact]
    public void A_newer_figure_takes_the_place_of_the_older_one()
    {
        var again = Figures.Prompts[0] with { SendsPerSecond = 1 };
        Assert.Equal(Figures.Prompts.Count, Figures.With(again).Prompts.Count);
        Assert.Contains(again, Figures.With(again).Prompts);
        Assert.Contains("\"people\": 1,", Figures.With(new PlanningFigures(1, 1, 1, 1, 1)).Json(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_slope_is_0_for_what_does_not_grow_and_1_for_what_grows_in_proportion()
    {
        Assert.Equal(0, GrowthPictures.Slope([(10, 5), (100, 5), (1000, 5)]), 9);
        Assert.Equal(1, GrowthPictures.Slope([(10, 5), (100, 50), (1000, 500)]), 9);
    }

    private static string Docs(string name) => RepositoryRoot.Read($"docs/{name}").ReplaceLineEndings("\n");
}
