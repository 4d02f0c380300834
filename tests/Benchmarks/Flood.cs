using System.Text.Json.Nodes;

namespace CheckInBot.Benchmarks;

/// <summary>
/// <c>flood</c>: everybody presses as on a busy day, first alone and then while one person sends a thousand activities a second. What counts is the ratio of
/// the others' p99 with and without the flood, measured in the same run; <c>flood unlimited</c> shows the same without limits.
/// </summary>
internal sealed class Flood(Activities activities)
{
    /// <summary>Activities a second of the one who floods.</summary>
    public const int Rate = 1000;

    /// <summary>A leader of the first hall: no other load is theirs.</summary>
    private const int Sender = LargeOrganisation.Staff;

    private static readonly TimeSpan Lasts = TimeSpan.FromSeconds(30), Warm = TimeSpan.FromSeconds(5), Rest = TimeSpan.FromSeconds(6);

    public static bool IsMeant(string[] args) => args is ["flood", ..];

    /// <summary>What the limits are set to; without an app id there are none by themselves.</summary>
    public static IEnumerable<(string, string)> Settings(string[] args) =>
        args.Contains("unlimited") ? [] : [("Limits__PerPerson", "60"), ("Limits__PerConversation", "600")];

    public async Task Run(BotProcess bot, CheckInScene scene)
    {
        await scene.Open(bot);
        using var others = new Load(bot.Address, _ => scene.Answer(), CheckInScene.IsCard);
        using var one = new Load(bot.Address, Next, _ => true, mayFail: true);
        await others.Open(Rounds.Rate, Warm);
        await bot.Rests(Rest);
        var before = await others.Open(Rounds.Rate, Lasts);
        await bot.Rests(Rest);
        var flooding = Task.Run(() => one.Open(Rate, Lasts));
        var during = await others.Open(Rounds.Rate, Lasts);
        var flood = await flooding;
        await bot.Rests(Rest);
        var after = await others.Open(Rounds.Rate, Lasts);
        Console.WriteLine(FormattableString.Invariant($"""
            | {Rounds.Rate} turns/s of {LargeOrganisation.Staff} people for {Lasts.TotalSeconds:F0} s | p50, ms | p99, ms |
            | --- | ---: | ---: |
            | quiet | {before.P50:F2} | {before.P99:F2} |
            | while one sends {flood.PerSecond:F0}/s ({flood.Turns} in all, {one.Refused} to be sent again) | {during.P50:F2} | {during.P99:F2} |
            | quiet again | {after.P50:F2} | {after.P99:F2} |
            | the sender | {flood.P50:F2} | {flood.P99:F2} |

            p99 during the flood is {during.P99 / before.P99:F2} of the quiet p99 before, {during.P99 / after.P99:F2} of that after.
            """));
    }

    /// <summary>Words, commands, presses on somebody else's card, and calls for people, each a quarter.</summary>
    private byte[] Next(int turn) => (turn % 4) switch
    {
        0 => activities.Typed(Sender, $"The system was slow again today, {turn}."),
        1 => activities.Typed(Sender, "my data"),
        2 => activities.Pressed(Sender, new OfferedCard("none", new JsonObject { ["do"] = "checkin.answer", ["checkIn"] = $"{LargeOrganisation.Id(turn % LargeOrganisation.Staff)}/202611220800" }), "checkin.answer", ("stress", "5")),
        _ => activities.Typed(Sender, "sos!"),
    };
}
