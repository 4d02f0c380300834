using CheckInBot.Bot.Tests.House;

namespace CheckInBot.Bot.Tests.Permits;

public sealed class PermitsPageTests
{
    private const string Page = "docs/permits.md";

    [Fact]
    public void The_page_says_what_the_table_says()
    {
        var now = PermitsPage.Write();
        if (Environment.GetEnvironmentVariable("CHECKINBOT_WRITE_DOCS") == "1")
            RepositoryRoot.Write(Page, now);
        Assert.True(RepositoryRoot.Read(Page).ReplaceLineEndings("\n") == now, $"{Page} differs from the table; write it with CHECKINBOT_WRITE_DOCS=1.");
    }
}
