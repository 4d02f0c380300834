using CheckInBot.Bot.Tests.House;

namespace CheckInBot.Bot.Tests.Telemetry;

/// <summary>What is counted beside the list of metrics is on no dashboard and in no alert, and no other test sees it.</summary>
public sealed class InstrumentTests
{
    [Fact]
    public void One_file_makes_the_instruments_and_takes_their_names_from_the_list()
    {
        Assert.Equal("Bot/Telemetry/Measures.cs", Assert.Single(RepositoryRoot.Sources, f => f.Text.Contains(" Meter Meter =", StringComparison.Ordinal) || f.Text.Contains("new Meter(", StringComparison.Ordinal)).Path);
        Assert.DoesNotMatch("Create\\w+<\\w+>\\(\"", RepositoryRoot.Read("Bot/Telemetry/Measures.cs"));
    }
}
