using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The tenant's limit holds through the real program, also without an app id where it is set: a big shift end is spread, and a case overtakes it.</summary>
public sealed class DeliveryRateTests
{
    private const int PerSecond = 4, Prompts = 20;

    // A request that left in time is seen later on a machine with other tests to run. Without a limit all would come within a second.
    private static readonly TimeSpan Blur = TimeSpan.FromMilliseconds(700);

    [Fact]
    public async Task A_shift_end_never_takes_more_than_the_limit_and_a_case_overtakes_the_prompts_that_wait()
    {
        await using var hall = await Hall.Open(AllLeaveAtOnce());
        var leaving = hall.Organisation.With("staff").Take(Prompts).ToList();
        foreach (var person in leaving)
            await hall.Consent(person, "checkin,escalation");
        // Only what follows is limited, not the sixty installations.
        Assert.Equal(0, await hall.Bot.Stop());
        hall.Bot.Set("Delivery__PerSecond", $"{PerSecond}");
        await hall.Bot.Start();

        var seen = new List<(long At, bool Case)>();
        hall.Teams.Watch = (moment, body, isNew) =>
        {
            if (moment == ChannelMoment.Received)
            {
                lock (seen)
                    seen.Add((Stopwatch.GetTimestamp(), isNew && Card(body).Has("escalation.take")));
            }
            return Task.FromResult(true);
        };
        var moving = hall.ClockTo((await hall.ShiftEnds())[0].At);
        var first = await Eventually.Found("a first prompt", () => leaving.Find(p => Prompted(hall, p)));
        var answer = await hall.Channel.Press(first, hall.Teams.Of(first.Id).Showing("checkin.answer")!, "checkin.answer", ("stress", "5"));
        Assert.True(answer.Card!.Has("checkin.edit"));
        await moving;
        await Eventually.True("everybody is prompted", () => leaving.All(p => Prompted(hall, p)), TimeSpan.FromSeconds(60));

        lock (seen)
        {
            Assert.All(seen.Skip(PerSecond).Zip(seen), p => Assert.True(
                Stopwatch.GetElapsedTime(p.Second.At, p.First.At) >= TimeSpan.FromSeconds(1) - Blur, $"{PerSecond + 1} requests within {Stopwatch.GetElapsedTime(p.Second.At, p.First.At)}"));
            var urgent = seen.FindIndex(s => s.Case);
            Assert.True(urgent >= 0, "no leader was asked before the last prompt");
            Assert.True(seen.Count - urgent > PerSecond, $"the case was number {urgent + 1} of {seen.Count}");
        }
    }

    private static DemoOrganisation AllLeaveAtOnce()
    {
        var organisation = BigOrganisation.Make();
        var shifts = Path.Combine(organisation.Folder, "shifts.csv");
        File.WriteAllLines(shifts, File.ReadAllLines(shifts).Select(l => l.Split(',')).Select(c => string.Join(',', c[0][0] == 's' ? [.. c[..4], "D+0T10:00", "D+0T18:00", c[6]] : c)));
        return organisation;
    }

    private static bool Prompted(Hall hall, DemoPerson person) => hall.Teams.Of(person.Id).PostedWith("checkin.answer") > 0;

    private static JsonNode Card(JsonNode body) => body["attachments"]?[0]?["content"] ?? body;
}
