using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Telemetry;
using CheckInBot.Bot.Tests.Protocol;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs.CheckIns;
using Microsoft.Extensions.Configuration;

namespace CheckInBot.Bot.Tests.Telemetry;

/// <summary>What is measured leaves to the receiver that the operator names, and to nobody where none is named.</summary>
public sealed class ExportTests
{
    private static TelemetrySettings Settings(params (string Name, string Value)[] values) =>
        TelemetrySettings.Read(new ConfigurationBuilder().AddInMemoryCollection(values.Select(v => KeyValuePair.Create($"Telemetry:{v.Name}", (string?)v.Value))).Build());

    [Fact]
    public async Task A_receiver_gets_every_metric_and_a_trace_of_a_turn_with_its_send()
    {
        await using var receiver = await PretendReceiver.Open();
        using var export = new TelemetryExport(Settings(("Endpoint", receiver.Address), ("Headers", "x-key=secret")));
        await export.StartAsync(default);

        await using var hall = new Hall();
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(9.1));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 5 }));
        await hall.Auditor.Once();
        await hall.Sweep.Once();
        Measures.Ready("store", true);
        Measures.WakeFailed("case");
        Measures.Foreign("checkin.answer", "notTheirs");
        Measures.Refused("tooFast");
        await using var channel = await PretendConnector.Start();
        channel.Then(429, retryAfter: "0");
        await PretendConnector.Client(new SkippingTime()).Send(channel.Conversation(), new OutgoingActivity(), Repeat.AlsoUnclear, SendPriority.Case);
        // Somebody else was first, once.
        using (var turn = Measures.Turn("case", new Answered("ann", new Answer())))
            turn!.Decided(repeated: false, attempts: 2);

        await export.StopAsync(default);
        var metrics = receiver.At("/v1/metrics");
        Assert.All(MetricNames.All, m => Assert.Contains(m.Name, metrics, StringComparison.Ordinal));
        foreach (var word in new[] { "checkin", nameof(Answered), "sent", "case", "hour", "service.version", "http.server.request.duration" })
            Assert.Contains(word, metrics, StringComparison.Ordinal);
        var traces = receiver.At("/v1/traces");
        Assert.Contains($"turn checkin {nameof(Answered)}", traces, StringComparison.Ordinal);
        Assert.Contains("send", traces, StringComparison.Ordinal);
        Assert.All(receiver.Headers, h => Assert.Equal("secret", h));
        Assert.DoesNotContain("ann", Words(traces + metrics));
    }

    [Fact]
    public void Without_an_address_nothing_is_built_that_could_send() => Assert.Null(Settings().Address);

    [Theory]
    [InlineData("Endpoint", "collector")]
    [InlineData("Endpoint", "ftp://collector")]
    [InlineData("Headers", "a key")]
    [InlineData("EverySeconds", "0")]
    [InlineData("EverySeconds", "soon")]
    public void A_wrong_setting_is_told_by_name_and_a_secret_is_not_repeated(string name, string value)
    {
        var fault = Assert.Single(Settings((name, value)).Faults());
        Assert.Contains($"Telemetry:{name}", fault, StringComparison.Ordinal);
        if (name == "Headers")
            Assert.DoesNotContain(value, fault, StringComparison.Ordinal);
    }

    [Fact]
    public void Right_settings_have_no_fault() =>
        Assert.Empty(Settings(("Endpoint", "https://collector.example:4318/"), ("Headers", "a=b,c=d"), ("EverySeconds", "60")).Faults());

    private static HashSet<string> Words(string text) => [.. text.Split([.. text.Where(c => !char.IsLetterOrDigit(c)).Distinct()])];
}
