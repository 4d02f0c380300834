using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>A program for one directory treats people of another as strangers.</summary>
public sealed class OtherTenantTests
{
    [Fact]
    public async Task A_person_of_another_tenant_reaches_no_record()
    {
        await using var hall = await Hall.Open(settings: new Dictionary<string, string> { ["Bot__TenantId"] = Channel.Tenant });
        using var elsewhere = new Channel(() => hall.Bot.Address, hall.Teams, "22222222-2222-4222-8222-222222222222");
        var person = hall.Organisation.Person("ann");
        var answer = await elsewhere.Press(person, null, "consent.give", new JsonObject { ["do"] = "consent.give", ["purposes"] = "checkin,escalation" });
        BadBodyTests.Is(200, answer);
        Assert.False(answer.Card!.Has("consent.give"));
        var before = hall.Teams.Of(person.Id).Cards.Count;
        BadBodyTests.Is(200, await elsewhere.Type(person, "check in"));
        await Eventually.True("the stranger is answered", () => hall.Teams.Of(person.Id).Cards.Count > before);
        Assert.Equal(0, hall.Teams.Of(person.Id).PostedWith("checkin.answer"));
        Assert.Equal(0, await hall.Bot.Stop());
        Assert.Empty((await StoredRecords.OnSqlite(hall.Bot)).CheckIns);
    }
}
