using System.Text.RegularExpressions;

namespace CheckInBot.Bot.Tests.House;

/// <summary>Nothing is left for later, no test is left out, and no test waits for time to pass.</summary>
public sealed partial class SourceTests
{
    /// <summary>Tests that let real time pass, and why they must. Everything else uses a clock that is moved by hand.</summary>
    private static readonly Dictionary<string, string> MayWait = new()
    {
        ["tests/Bot.Tests/Protocol/ChannelKeysTests.cs"] = "polls at most 500 times for keys that are read in the background",
        ["tests/Bot.Tests/Storage/AzureTestStore.cs"] = "the emulator's clock is the machine's",
        ["tests/Bot.Tests/Storage/Emulator.cs"] = "polls at most 300 times for the emulator's port",
        ["tests/Bot.Tests/Storage/QueueContract.cs"] = "polls at most 200 times for a message; a store's clock may lag",
        ["tests/EndToEnd.Tests/Eventually.cs"] = "polls within a bound; the program is a process of its own",
        ["tests/EndToEnd.Tests/RealTime.cs"] = "kills by time, and an outage that lasts",
        ["tests/EndToEnd.Tests/PretendTeams.cs"] = "a channel that stalls",
        ["tests/Benchmarks/BotProcess.cs"] = "waits for a process to start and to come to rest",
        ["tests/Benchmarks/CheckInScene.cs"] = "asks at most 20 times for the cards of a thousand people",
        ["tests/Benchmarks/Growth/PromptRun.cs"] = "waits for shifts to end by real time",
        ["tests/Benchmarks/Load.cs"] = "sends at a fixed rate",
        ["tests/Bot.Tests/Storage/TurnCommitContract.cs"] = "polls at most 200 times for a message; a store's clock may lag",
    };

    [Fact]
    public void No_test_sleeps() =>
        Rule.Holds(RepositoryRoot.Tests.Where(f => !MayWait.ContainsKey(f.Path)).SelectMany(f => f.Matches(Wait())));

    [Fact]
    public void Who_may_wait_does_wait() =>
        Rule.Holds(MayWait.Keys.Except(RepositoryRoot.Tests.Where(f => f.Matches(Wait()).Any()).Select(f => f.Path)));

    [Fact]
    public void No_test_is_skipped() => Rule.Holds(RepositoryRoot.Tests.SelectMany(f => f.Matches(Skipped())));

    [Fact]
    public void Nothing_is_left_for_later() =>
        Rule.Holds(RepositoryRoot.Files
            .Where(f => f.Extension is ".cs" or ".js" or ".mjs" or ".css" or ".html" or ".csproj" or ".props" or ".targets" && !f.IsHouse)
            .SelectMany(f => f.Matches(Later())));

    // The limit is on the wall's clock: a thread that a busy machine puts aside would make a harmless "sos!" fail.
    [Fact]
    public void What_people_type_is_given_up_after_seconds_and_not_after_a_pause_of_the_machine() =>
        Rule.Holds(RepositoryRoot.Sources.SelectMany(f => f.Matches(Hurried())));

    // Waiting without end is how a pretend server stays silent until its caller goes away.
    [GeneratedRegex(@"\bThread\.Sleep\b|\bTask\.Delay\((?!Timeout\.Infinite)")]
    private static partial Regex Wait();

    [GeneratedRegex(@"\b(Fact|Theory|InlineData|MemberData)\(.*\bSkip\s*=|\b(test|it|describe|suite)\.(skip|todo|only)\b|\b(skip|todo|only):\s*(true|['""`])")]
    private static partial Regex Skipped();

    [GeneratedRegex(@"\[GeneratedRegex\(.*RegexOptions\.\w+, \d{1,3}\)\]")]
    private static partial Regex Hurried();

    [GeneratedRegex(@"\bNotImplementedException\b|\bTODO\b|\bFIXME\b|\bHACK\b|\bXXX\b")]
    private static partial Regex Later();
}
