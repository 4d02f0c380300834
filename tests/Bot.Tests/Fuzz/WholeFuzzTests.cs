using System.Text;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs.CheckIns;
using Xunit.Abstractions;

namespace CheckInBot.Bot.Tests.Fuzz;

/// <summary>The whole program, with its store: every activity is answered, and none makes it fail.</summary>
public sealed class WholeFuzzTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Any_activity_is_answered()
    {
        await using var bot = new WholeBot(Hall.Organisation(null), Hall.Opening.AddHours(9.5));
        await bot.Open();
        await bot.Press("ann", new() { ["do"] = "consent.give", ["purposes"] = "checkin,escalation", ["terms"] = "99" });
        await bot.Type("ann", "check in");
        var (records, _) = await bot.Turns.Rows.ReadSome(CheckIn.Kind, "ann", "", 1, CancellationToken.None);
        var samples = FuzzSamples.Activities.Select(a => a.Replace("CHECKIN", records[0].Key.Reference, StringComparison.Ordinal)).ToList();
        var run = new FuzzRun<string>("whole program", samples, (text, others, chance) => JsonMutation.Of(text, others, chance), text =>
        {
            var (status, body) = bot.Deliver(Encoding.UTF8.GetBytes(text)).GetAwaiter().GetResult();
            // What a busy machine could not take in time is delivered again, as the channel does.
            if (status == 503)
                (status, body) = bot.Deliver(Encoding.UTF8.GetBytes(text)).GetAwaiter().GetResult();
            return status is 200 or 400 or 401 or 413 or 501 ? $"{status} {body?["statusCode"]} {Beginning($"{body?["value"]}")}" : throw new InvalidOperationException($"It answered {status}.");
        }, Odd.Written);
        var findings = run.Run(FuzzForm.Inputs(150, share: 20), FuzzForm.Seed, output.WriteLine);

        static string Beginning(string said) => said[..Math.Min(said.Length, 60)];
        Assert.True(findings.Count == 0, string.Join("\n\n", findings));
    }
}
