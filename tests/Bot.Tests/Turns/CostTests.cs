using System.Globalization;
using System.Net;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>What a turn asks of an Azure account, each request counted.</summary>
public sealed class CostTests : IDisposable
{
    private const string Sent = """
        <?xml version="1.0" encoding="utf-8"?><QueueMessagesList><QueueMessage><MessageId>1</MessageId><InsertionTime>Fri, 09 Oct 2026 21:04:30 GMT</InsertionTime>
        <ExpirationTime>Fri, 31 Dec 9999 23:59:59 GMT</ExpirationTime><PopReceipt>r</PopReceipt><TimeNextVisible>Fri, 09 Oct 2026 23:29:20 GMT</TimeNextVisible></QueueMessage></QueueMessagesList>
        """;

    private static readonly QueueMessage Message = new("m", "r", "", 1);
    private readonly ScriptedAccount account = new();
    private readonly ManualClock clock = new();

    public void Dispose() => account.Dispose();

    [Fact]
    public async Task A_turn_is_one_read_of_its_record_one_message_and_one_batch()
    {
        account.Answer(HttpStatusCode.OK, """{"value":[]}""").Answer(HttpStatusCode.Created, Sent).AnswerBatch("204 No Content", etag: "W/\"1\"");

        await Turns().Take(new(Board.KeyOf("ann"), new Told([], Later: clock.GetUtcNow().AddHours(1))));

        Assert.Equal(["GET read", "POST message", "POST batch"], Asked);
    }

    [Fact]
    public async Task A_wake_of_what_is_due_is_the_same_turn_and_the_deletion_of_its_message()
    {
        account.Answer(HttpStatusCode.OK, Stored(1, clock.GetUtcNow())).AnswerBatch("204 No Content", etag: "W/\"2\"").Answer(HttpStatusCode.NoContent);

        await Turns().Wake(new(Board.KeyOf("ann"), 1), Held());

        Assert.Equal(["GET read", "POST batch", "DELETE message"], Asked);
    }

    [Fact]
    public async Task A_wake_by_a_message_that_was_overtaken_is_one_read_and_its_deletion()
    {
        account.Answer(HttpStatusCode.OK, Stored(2, clock.GetUtcNow())).Answer(HttpStatusCode.NoContent);

        await Turns().Wake(new(Board.KeyOf("ann"), 1), Held());

        Assert.Equal(["GET read", "DELETE message"], Asked);
    }

    [Fact]
    public async Task A_wake_before_anything_is_due_replaces_its_message()
    {
        account.Answer(HttpStatusCode.OK, Stored(1, clock.GetUtcNow().AddHours(1))).Answer(HttpStatusCode.Created, Sent).Answer(HttpStatusCode.NoContent);

        await Turns().Wake(new(Board.KeyOf("ann"), 1), Held());

        Assert.Equal(["GET read", "POST message", "DELETE message"], Asked);
    }

    [Fact]
    public async Task A_new_card_costs_a_claim_a_read_behind_it_and_one_batch_for_its_end()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        store!.Requests.Clear();

        await hall.Happens(Board.KeyOf("ann"), new Told([new Show(new("card", "lee"), Delivery.Notice)]));

        Assert.Equal(1, store.Requests["Commit"]);
        Assert.Equal(2, store.Requests["Flows.Commit"]);
        // The turn, what waits, what is true behind the claim, and that nothing waits any more.
        Assert.Equal(4, store.Requests["Flows.Range"]);
    }

    [Fact]
    public async Task A_card_drawn_anew_is_claimed_by_the_turn_itself_and_costs_one_batch_more_and_no_read()
    {
        FaultyStore? store = null;
        await using var hall = new Hall(inner => store = new FaultyStore(inner));
        await hall.Open();
        await hall.Happens(Board.KeyOf("ann"), new Told([new Show(new("card", "lee"), Delivery.Notice)]));
        store!.Requests.Clear();

        var outcome = await hall.Happens(Board.KeyOf("ann"), new Told([new Show(new("card", "lee"), Delivery.Refresh)]));

        Assert.Equal(1, store.Requests["Commit"]);
        Assert.Equal(1, store.Requests["Flows.Commit"]);
        Assert.Equal(1, store.Requests["Flows.Range"]);
        Assert.Empty((await hall.Turns.Rows.Read(Board.KeyOf("ann"), default)).Waiting);
        Assert.Equal(PretendChannel.TextOf(await outcome.Redrawn!.Card), hall.Channel.Drawn["a1"]);
    }

    [Fact]
    public async Task Several_cards_drawn_anew_are_claimed_one_after_the_other()
    {
        await using var hall = new Hall();
        await hall.Open();
        Show[] cards = [new(new("card", "lee"), Delivery.Notice), new(new("card", "ann"), Delivery.Notice)];
        await hall.Happens(Board.KeyOf("ann"), new Told(cards));

        var outcome = await hall.Happens(Board.KeyOf("ann"), new Told([.. cards.Select(c => c with { Delivery = Delivery.Refresh })]));

        Assert.Null(outcome.Redrawn);
        Assert.Empty((await hall.Turns.Rows.Read(Board.KeyOf("ann"), default)).Waiting);
    }

    private IEnumerable<string> Asked => account.Asked.Select(a => $"{a.Method} " + a.Address.AbsolutePath switch
    {
        var path when path.Contains("/messages", StringComparison.Ordinal) => "message",
        var path when path.EndsWith("/$batch", StringComparison.Ordinal) => "batch",
        _ => "read",
    });

    private HeldMessage Held() => new(account.Store().Queue, Message);

    private Bot.Turns.Turns Turns()
    {
        var store = account.Store();
        var flows = new Dictionary<string, IFlow> { ["board"] = new BoardFlow() };
        return new(store, new FlowRows(store.Table(FlowRows.TableName), flows), flows, clock, NullLogger<Bot.Turns.Turns>.Instance);
    }

    private static string Stored(int version, DateTimeOffset later) => $$"""
        {"value":[{"odata.etag":"W/\"1\"","PartitionKey":"board!ann","RowKey":"b!s","Timestamp":"2026-03-01T08:00:00Z","count":1,"flowVersion":{{version}},
        "later@odata.type":"Edm.DateTime","later":"{{later.UtcDateTime.ToString("O", CultureInfo.InvariantCulture)}}"}]}
        """;
}
