using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using static CheckInBot.Bot.Tests.LocalChat.Hall;

namespace CheckInBot.Bot.Tests.LocalChat;

/// <summary>The app is there for everybody, as if an administrator had installed it.</summary>
public sealed class InstallationTests
{
    private static readonly string[] Everywhere = [Channel, "a:anna", Staff, Leader];

    [Fact]
    public async Task The_app_is_installed_once_for_every_person_and_team_also_across_restarts()
    {
        var table = new TableInMemory();
        // The last in the roster is refused: when that is heard, everybody before is done with.
        await using (var hall = await Open(table, Unless("a:new"), newcomer: "new"))
        {
            await hall.Installed(Everywhere.Length + 1);
            var taken = hall.Heard.Select(each => Text(each, "conversation", "id")!).Where(each => each != "a:new");
            Assert.Equal(Everywhere, taken.Order(StringComparer.Ordinal));
            Assert.All(hall.Heard, each => Assert.Equal("add", Text(each, "action")));
            Assert.Equal("entra-wang", Text(hall.Heard.Single(each => Text(each, "conversation", "id") == Channel), "from", "aadObjectId"));
        }

        await using var again = await Open(table, newcomer: "new");
        await again.Installed(1);

        Assert.Equal("a:new", Text(Assert.Single(again.Heard), "conversation", "id"));
    }

    [Fact]
    public async Task An_installation_comes_again_until_the_bot_takes_it_and_holds_up_nobody_elses()
    {
        var refusals = new ConcurrentQueue<string>();
        await using var hall = await Open(new TableInMemory(), activity =>
        {
            if (Text(activity, "conversation", "id") != Staff || refusals.Count >= 2)
                return Results.Ok();
            refusals.Enqueue(Text(activity, "id")!);
            return Results.StatusCode(500);
        });

        await hall.Installed(Everywhere.Length + 2);

        var counts = hall.Heard.CountBy(each => Text(each, "conversation", "id")!).ToDictionary();
        Assert.Equal(3, counts[Staff]);
        Assert.All(Everywhere.Except([Staff]), each => Assert.Equal(1, counts[each]));
        Assert.Single(hall.HeardOf("installationUpdate").Where(each => Text(each, "conversation", "id") == Staff).Select(each => Text(each, "id")).Distinct());
    }

    private static Func<JsonNode, IResult> Unless(string conversation) =>
        activity => Text(activity, "conversation", "id") == conversation ? Results.StatusCode(500) : Results.Ok();
}
