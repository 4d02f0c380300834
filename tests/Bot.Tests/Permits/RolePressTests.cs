using System.Text.Json.Nodes;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Permits;

/// <summary>What a role may do nobody else may: every cell of the table of deeds, tried by one person of that role.</summary>
public sealed class RolePressTests(RolePressTests.Opened opened) : IClassFixture<RolePressTests.Opened>
{
    public static TheoryData<Deed, Role> Cells
    {
        get
        {
            var cells = new TheoryData<Deed, Role>();
            foreach (var deed in Enum.GetValues<Deed>())
            {
                foreach (var role in Enum.GetValues<Role>())
                    cells.Add(deed, role);
            }
            return cells;
        }
    }

    /// <summary>One hall for all cells: none changes what another looks at.</summary>
    public sealed class Opened : IAsyncLifetime
    {
        internal WholeBot Bot { get; } = new(PermitScenes.Organisation, PermitScenes.At);

        public async Task InitializeAsync()
        {
            await Bot.Open();
            foreach (var person in PermitScenes.Nobodies)
                await Bot.Type(person.Id, "my data");
            await Bot.Turns.Settled();
        }

        public async Task DisposeAsync() => await Bot.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public async Task What_belongs_to_a_role_is_done_for_it_and_for_no_other(Deed deed, Role role)
    {
        var person = PermitScenes.Nobodies.Single(p => p.Is(role));
        var may = RolePermits.Table.Single(p => p.Deed == deed).Roles.Contains(role);
        Assert.Equal(may, RolePermits.May(person, deed));
        // Somebody with another role is the measure of a refusal.
        var refused = PermitScenes.Nobodies.First(p => !RolePermits.Table.Single(r => r.Deed == deed).Roles.Any(p.Is)).Id;
        switch (deed)
        {
            case Deed.BringRosters:
                Assert.Equal(may, await Answer(person.Id, AList()) != await Answer(refused, AList()));
                Assert.Equal(may, await Discards(person));
                break;
            case Deed.SeeUnreachable:
                Assert.Equal(may, await Answer(person.Id, Words("unreachable")) != await Answer(refused, Words("unreachable")));
                break;
            case Deed.SeeStatus:
                Assert.Equal(may, await Answer(person.Id, Words("status")) != await Answer(refused, Words("status")));
                break;
            case Deed.SeeHotSpots:
                Assert.Equal(may, await Answer(person.Id, Words("hot spots")) != await Answer(refused, Words("hot spots")));
                break;
            default:
                Assert.Fail($"{deed} is tried by nobody.");
                break;
        }
    }

    private static JsonObject Words(string text) => new() { ["text"] = text };

    /// <summary>A list that cannot be fetched: who may bring one hears that, and nobody else hears that much.</summary>
    private static JsonObject AList() => new()
    {
        ["text"] = "",
        ["attachments"] = new JsonArray(new JsonObject
        {
            ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
            ["name"] = "shifts.csv",
            ["content"] = new JsonObject { ["downloadUrl"] = "http://127.0.0.1:1/f", ["uniqueId"] = "1", ["fileType"] = "csv" },
        }),
    };

    /// <summary>The last thing that the bot says to what the person sent.</summary>
    private async Task<string> Answer(string person, JsonObject sent)
    {
        await opened.Bot.Deliver(WholeBot.By(person, "message", sent));
        await opened.Bot.Turns.Settled();
        return opened.Bot.Channel.Sent.Last(s => s.Conversation == $"a:{person}").Body;
    }

    /// <summary>Whether lists that lie under the person's name, as of somebody who had the role when they sent them, are thrown away by their press.</summary>
    private async Task<bool> Discards(Person person)
    {
        var (store, lists) = (opened.Bot.Get<IStore>(), new Dictionary<string, byte[]> { ["leave.csv"] = "person,from,to\n"u8.ToArray() });
        var sentRosters = new SentRosters(store.Table(RosterImports.TableName), store.Files, opened.Bot.Get<WordsVault>());
        var sent = await sentRosters.Keep(person, lists, PermitScenes.At, default);
        await opened.Bot.Press(person.Id, new() { ["do"] = "roster.discard", ["roster"] = sent.Id });
        return (await sentRosters.Find(person, sent.Id, default))!.Ended is not null;
    }
}
