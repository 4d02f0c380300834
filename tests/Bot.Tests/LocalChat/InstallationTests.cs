using System.Collections.Concurrent;
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
        await using (var hall = await Open(table))
        {
            await hall.Installed();
            Assert.Equal(Everywhere, hall.Heard.Select(each => Text(each, "conversation", "id")!).Order(StringComparer.Ordinal));
            Assert.All(hall.Heard, each => Assert.Equal("add", Text(each, "action")));
            Assert.Equal("entra-wang", Text(hall.Heard.Single(each => Text(each, "conversation", "id") == Channel), "from", "aadObjectId"));
        }

        await using var again = await Open(table);
        await again.Say(Staff, "li", "hello");
        await Task.Delay(150);

        Assert.Empty(again.HeardOf("installationUpdate"));
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

        await Until(() => hall.HeardOf("installationUpdate").Count() >= 6);
        await Task.Delay(150);

        var counts = hall.Heard.CountBy(each => Text(each, "conversation", "id")!).ToDictionary();
        Assert.Equal(3, counts[Staff]);
        Assert.All(Everywhere.Except([Staff]), each => Assert.Equal(1, counts[each]));
        Assert.Single(hall.HeardOf("installationUpdate").Where(each => Text(each, "conversation", "id") == Staff).Select(each => Text(each, "id")).Distinct());
    }
}
