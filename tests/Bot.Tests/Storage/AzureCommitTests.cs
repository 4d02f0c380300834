using System.Net;
using System.Net.Sockets;
using CheckInBot.Bot.Storage;
using static CheckInBot.Bot.Tests.Storage.TestRows;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>What a commit makes of an account that answers late, twice or not at all: never a refusal that may be its own effect.</summary>
public sealed class AzureCommitTests : IDisposable
{
    private const string NotMatched = """{"odata.error":{"code":"UpdateConditionNotSatisfied","message":{"lang":"en-US","value":"1:The update condition specified in the request was not satisfied.\nRequestId:0"}}}""";
    private const string Exists = """{"odata.error":{"code":"EntityAlreadyExists","message":{"lang":"en-US","value":"0:The specified entity already exists.\nRequestId:0"}}}""";

    private readonly ScriptedAccount _service = new();

    public void Dispose() => _service.Dispose();

    [Fact]
    public async Task A_batch_that_landed_answers_its_etag()
    {
        _service.AnswerBatch("204 No Content", etag: "W/\"datetime'2026-03-01T08%3A00%3A00.1Z'\"");

        var result = await Commit();

        Assert.True(result.Committed);
        Assert.Equal(["W/\"datetime'2026-03-01T08%3A00%3A00.1Z'\""], result.ETags);
    }

    [Fact]
    public async Task A_refusal_is_read_from_inside_an_answer_that_says_accepted()
    {
        _service.AnswerBatch("412 Precondition Failed", NotMatched);

        await using var store = _service.Store();

        var result = await store.Table(Table).Commit("p", [Change.Upsert("a", Number(1)), Change.Replace("k", Number(1), "W/\"1\"")]);

        Assert.Equal((false, 1), (result.Committed, result.FailedAt));
    }

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    public async Task An_unclear_answer_is_not_tried_again_and_nothing_is_claimed(HttpStatusCode unclear)
    {
        _service.Answer(unclear).AnswerBatch("409 Conflict", Exists);

        await Unclear();

        Assert.Single(_service.Asked);
    }

    [Fact]
    public async Task A_connection_that_breaks_while_waiting_is_unclear()
    {
        _service.Fail(new HttpRequestException(HttpRequestError.ResponseEnded, "ended", new IOException())).AnswerBatch("409 Conflict", Exists);

        await Unclear();

        Assert.Single(_service.Asked);
    }

    [Fact]
    public async Task A_refused_connection_did_nothing_and_is_tried_again()
    {
        _service.Fail(new HttpRequestException(HttpRequestError.ConnectionError, "refused", new SocketException((int)SocketError.ConnectionRefused)));
        _service.AnswerBatch("409 Conflict", Exists);

        Assert.Equal(0, (await Commit()).FailedAt);
    }

    [Fact]
    public async Task A_busy_account_is_tried_again_after_the_time_it_asks_for()
    {
        _service.Answer(HttpStatusCode.TooManyRequests, "", ("Retry-After", "1")).AnswerBatch("204 No Content", etag: "W/\"1\"");
        var before = System.Diagnostics.Stopwatch.StartNew();

        Assert.True((await Commit()).Committed);

        Assert.True(before.Elapsed >= TimeSpan.FromSeconds(0.9));
        Assert.Equal(2, _service.Asked.Count);
    }

    [Fact]
    public async Task A_refusal_after_a_busy_answer_may_be_its_own_effect_and_is_not_reported_as_one()
    {
        _service.Answer(HttpStatusCode.ServiceUnavailable).AnswerBatch("409 Conflict", Exists);

        await Unclear();
    }

    [Fact]
    public async Task No_commit_outlives_its_time_out()
    {
        _service.NeverAnswer();

        await Unclear(TimeSpan.FromSeconds(4));

        Assert.Single(_service.Asked);
        Assert.InRange(SecondsLeft(0), 1, 3);
    }

    [Fact]
    public async Task Every_try_tells_the_service_what_is_left_of_the_time()
    {
        _service.Answer(HttpStatusCode.TooManyRequests, "", ("Retry-After", "2")).AnswerBatch("204 No Content", etag: "W/\"1\"");

        await Commit();

        Assert.InRange(SecondsLeft(0), 1, 29);
        Assert.InRange(SecondsLeft(1), 1, SecondsLeft(0) - 1);
    }

    [Fact]
    public async Task The_successor_is_sent_before_the_batch_and_hidden_until_the_batch_can_no_longer_land()
    {
        _service.Answer(HttpStatusCode.Created, Sent).AnswerBatch("204 No Content", etag: "W/\"1\"");
        await using var store = _service.Store();

        await store.Commit(new TurnCommit(Table, "p", [Change.Insert("k", Number(1))], new Successor("wake", TimeSpan.FromSeconds(5)), null));

        Assert.EndsWith("/wakeups/messages", _service.Asked[0].Address.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("visibilitytimeout=30", _service.Asked[0].Address.Query, StringComparison.Ordinal);
        Assert.Contains("messagettl=-1", _service.Asked[0].Address.Query, StringComparison.Ordinal);
        Assert.EndsWith("/$batch", _service.Asked[1].Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_successor_cannot_be_sent_nothing_is_committed()
    {
        _service.Answer(HttpStatusCode.Forbidden);
        await using var store = _service.Store();

        await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
            await store.Commit(new TurnCommit(Table, "p", [Change.Insert("k", Number(1))], new Successor("wake", TimeSpan.Zero), null)));

        Assert.Single(_service.Asked);
    }

    [Fact]
    public async Task A_successor_that_takes_all_the_time_leaves_none_for_the_batch()
    {
        _service.NeverAnswer();
        await using var store = _service.Store(commitTimeout: TimeSpan.FromSeconds(2));

        await Assert.ThrowsAsync<StoreUnavailableException>(async () =>
            await store.Commit(new TurnCommit(Table, "p", [Change.Insert("k", Number(1))], new Successor("wake", TimeSpan.Zero), null)));

        Assert.Single(_service.Asked);
    }

    [Fact]
    public async Task An_etag_of_another_store_is_refused_without_asking()
    {
        await using var store = _service.Store();

        var result = await store.Table(Table).Commit("p", [Change.Upsert("a", Number(1)), Change.Replace("k", Number(1), "17")]);

        Assert.Equal(1, result.FailedAt);
        Assert.Empty(_service.Asked);
    }

    [Fact]
    public async Task A_row_is_looked_for_wherever_the_account_says_it_goes_on()
    {
        var row = """{"value":[{"odata.etag":"W/\"1\"","PartitionKey":"p","RowKey":"ROW","Timestamp":"2026-03-01T08:00:00Z","N":1}]}""";
        _service.Answer(HttpStatusCode.OK, """{"value":[]}""", ("x-ms-continuation-NextPartitionKey", "1!4!cA--"));
        _service.Answer(HttpStatusCode.OK, row.Replace("ROW", "a", StringComparison.Ordinal), ("x-ms-continuation-NextPartitionKey", "1!4!cA--"), ("x-ms-continuation-NextRowKey", "1!4!YQ=="));
        _service.Answer(HttpStatusCode.OK, row.Replace("ROW", "b", StringComparison.Ordinal));
        await using var store = _service.Store();

        var rows = await store.Table(Table).Range("p", "", "~");

        Assert.Equal(["a", "b"], rows.Select(r => r.Key));
        Assert.Equal(["N"], rows[0].Columns.Keys);
        Assert.DoesNotContain("NextRowKey", _service.Asked[1].Address.Query, StringComparison.Ordinal);
        Assert.Contains("NextRowKey=1%214%21YQ%3D%3D", _service.Asked[2].Address.Query, StringComparison.Ordinal);
    }

    private const string Sent = """
        <?xml version="1.0" encoding="utf-8"?><QueueMessagesList><QueueMessage><MessageId>1</MessageId><InsertionTime>Fri, 09 Oct 2026 21:04:30 GMT</InsertionTime>
        <ExpirationTime>Fri, 31 Dec 9999 23:59:59 GMT</ExpirationTime><PopReceipt>r</PopReceipt><TimeNextVisible>Fri, 09 Oct 2026 23:29:20 GMT</TimeNextVisible></QueueMessage></QueueMessagesList>
        """;

    private async Task<CommitResult> Commit(TimeSpan? timeout = null)
    {
        await using var store = _service.Store(commitTimeout: timeout);
        return await store.Table(Table).Commit("p", [Change.Insert("k", Number(1))]);
    }

    private int SecondsLeft(int request) =>
        int.Parse(_service.Asked[request].Address.Query["?timeout=".Length..], System.Globalization.CultureInfo.InvariantCulture);

    private async Task Unclear(TimeSpan? timeout = null) => await Assert.ThrowsAsync<StoreUnavailableException>(() => Commit(timeout));
}
