using System.Text.Json;
using System.Text.Json.Nodes;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>A card of which some see a view of their own.</summary>
public class RefreshTests
{
    private static readonly CardMessage Base = Samples.All["channel.bound"](Language.English);

    [Fact]
    public void Clients_of_the_named_accounts_send_the_action_by_themselves_and_it_reads_as_a_press()
    {
        var refresh = Base.RefreshedFor(["29:lee", "29:mia"], new TakeCase("c/1")).ToJson()["refresh"]!;
        Assert.Equal("Action.Execute", (string?)refresh["action"]!["type"]);
        Assert.Equal("escalation.take", (string?)refresh["action"]!["verb"]);
        Assert.Equal(new TakeCase("c/1"), DialogsJson.Read(JsonSerializer.SerializeToElement(refresh["action"]!["data"])));
        Assert.Equal(["29:lee", "29:mia"], refresh["userIds"]!.AsArray().Select(id => (string?)id));
    }

    [Fact]
    public void Apart_from_that_the_card_and_its_notification_are_the_same()
    {
        var refreshed = Base.RefreshedFor(["29:lee"], new TakeCase("c/1"));
        var json = refreshed.ToJson();
        json.Remove("refresh");
        Assert.True(JsonNode.DeepEquals(Base.ToJson(), json));
        Assert.Equal(Base.Summary, refreshed.Summary);
    }

    [Fact]
    public void Nobody_known_is_nobody_refreshed_since_without_a_list_everybody_would_be() =>
        Assert.False(Base.RefreshedFor([], new TakeCase("c/1")).ToJson().ContainsKey("refresh"));

    [Fact]
    public void More_than_sixty_are_too_many_for_the_channel() =>
        Assert.Equal(60, Base.RefreshedFor([.. Enumerable.Range(0, 61).Select(n => $"29:{n}")], new TakeCase("c/1")).ToJson()["refresh"]!["userIds"]!.AsArray().Count);
}
