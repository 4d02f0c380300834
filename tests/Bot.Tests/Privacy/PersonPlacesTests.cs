using System.Text;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>Whose a record is, is known by where an id stands in it: the same letters may be those of a post, a team or a duty.</summary>
public sealed class PersonPlacesTests
{
    private static readonly Person One = new("1", "易一一", "one@example.com", "entra-one", Language.English, "hall", "1 号窗口", [Role.Staff], [], "", "g8");

    [Fact]
    public void Of_every_text_of_a_record_it_is_said_whether_it_names_people()
    {
        var (seen, unsaid) = (new HashSet<Type>(), new SortedSet<string>(StringComparer.Ordinal));
        foreach (var state in typeof(FlowState).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(FlowState)) && !t.IsAbstract))
            Walk(state);
        Assert.True(seen.Count > 40);
        Assert.Empty(unsaid);

        void Walk(Type type)
        {
            type = Nullable.GetUnderlyingType(type) ?? type;
            if (type == typeof(Words) || !seen.Add(type) || DialogsJson.Default.GetTypeInfo(type) is not { } info)
                return;
            // Nobody's id is a key of a map, because nothing there would look for it.
            Assert.NotEqual(JsonTypeInfoKind.Dictionary, info.Kind);
            if (info.ElementType is { } element)
                Walk(element);
            foreach (var property in info.Properties.Where(p => p.Set is not null || p.AssociatedParameter is not null))
            {
                var held = DialogsJson.Default.GetTypeInfo(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType)?.ElementType ?? property.PropertyType;
                if (held == typeof(string) && Record.Exception(() => PersonPlaces.Of(property.Name)) is not null)
                    unsaid.Add($"{type.Name}.{property.Name}");
                Walk(property.PropertyType);
            }
        }
    }

    [Fact]
    public async Task A_person_whose_id_is_a_piece_of_a_post_and_that_of_a_team_and_a_duty_deletes_only_what_is_theirs()
    {
        await using var hall = new Hall(others: [One], more: [new("1", "ben", "hall", "1 号窗口", Hall.Opening.AddHours(48), Hall.Opening.AddHours(57))]);
        await hall.Open();
        await Lives(hall);
        var before = await Others(hall);
        await ForgettingTests.Of(hall).Begin("1", default);
        Assert.Equal(1, await ForgettingTests.Of(hall).Once());
        await hall.Turns.Settled();
        Assert.Equal(before, await Others(hall));
        Assert.Null(await hall.State<CheckIn>(CheckIn.KeyOf("1", "202611230900")));
    }

    [Fact]
    public async Task A_copy_for_that_person_claims_no_record_of_anybody_else()
    {
        await using var hall = new Hall(others: [One], more: [new("1", "ben", "hall", "1 号窗口", Hall.Opening.AddHours(48), Hall.Opening.AddHours(57))]);
        await hall.Open();
        await Lives(hall);
        var copy = JsonNode.Parse(Encoding.UTF8.GetString((await ExportContract.Of(hall).Make(One, default)).Json))!;
        Assert.Empty(copy["partOfOthersRecords"]!.AsArray());
        Assert.Empty(copy["dutyChanges"]!.AsArray());
        Assert.Equal(["checkin"], copy["records"]!.AsArray().Select(r => (string)r!["kind"]!));
        // And where their own post is told, it is the post.
        Assert.Equal("1 号窗口", (string)copy["records"]![0]!["record"]!["shift"]!["post"]!);
    }

    /// <summary>What others do at a post, in a duty and in a team's channel that are called alike; and one check-in of the person.</summary>
    private static async Task Lives(Hall hall)
    {
        var end = Hall.Opening.AddHours(1);
        await hall.Happens(CheckIn.KeyOf("1", CheckIn.IdOf(end)), new ShiftEnded(new("x1", "1", "hall", "1 号窗口", end.AddHours(-9), end)));
        await hall.Happens(TeamChannel.KeyOf("1"), new BindChannel("lee", "19:one@thread.tacv2", null, Language.English));
        var duty = (await hall.Roster.Around("hall", Hall.Opening, Hall.Opening.AddDays(4))).Single(s => s.Id == "1");
        await hall.Happens(Swap.KeyOf(duty), new AskSwap("ben", "ben", "ann", null));
        await hall.Happens(Cover.KeyAfter("ann", null), new CoverAsked("ann", 10));
        var report = Incident.KeyOf("ann", "20261123010000");
        await hall.Happens(report, new BeginReport("ann"));
        await hall.Happens(report, new FillReport("ann", new() { Kinds = [ViolenceKind.VerbalAbuse], Injuries = Injury.None, Over = true, Post = "1 号窗口" }, Keep: false));
        Assert.NotNull(await hall.State<Swap>(Swap.KeyOf(duty)));
        Assert.NotNull(await hall.State<TeamChannel>(TeamChannel.KeyOf("1")));
        Assert.Equal("1 号窗口", (await hall.State<Incident>(report))!.Report!.Post);
    }

    private static async Task<string> Others(Hall hall)
    {
        await hall.Turns.Settled();
        var records = await hall.Turns.Rows.Scan().Where(r => !Holdings.IsOf(r.Key, "1")).ToListAsync();
        return string.Join('\n', records.Select(r => $"{r.Key} {RecordTree.Of(r.State()!).ToJsonString()}"));
    }
}
