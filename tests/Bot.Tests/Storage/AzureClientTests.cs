using System.Diagnostics;
using System.Globalization;
using System.Net;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Storage;
using static CheckInBot.Bot.Tests.Storage.TestRows;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>What a user of Azure.Data.Tables would expect of a client when the account is busy, far away, wrongly set, or not the account at all.</summary>
public sealed class AzureClientTests : IDisposable
{
    private const string Nothing = """{"value":[]}""";
    private const string AuthenticationFailed = """{"odata.error":{"code":"AuthenticationFailed","message":{"lang":"en-US","value":"Server failed to authenticate the request."}}}""";

    private readonly ScriptedAccount service = new();

    public void Dispose() => service.Dispose();

    [Theory]
    [InlineData(HttpStatusCode.InternalServerError)]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.GatewayTimeout)]
    [InlineData(HttpStatusCode.RequestTimeout)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task A_read_is_tried_again_when_the_account_is_busy(HttpStatusCode busy)
    {
        service.Answer(busy).Answer(busy).Answer(HttpStatusCode.OK, Nothing);

        Assert.Empty(await service.Store().Table(Table).All());

        Assert.Equal(3, service.Asked.Count);
    }

    [Fact]
    public async Task After_four_tries_a_busy_account_is_an_outage()
    {
        for (var i = 0; i < 5; i++)
            service.Answer(HttpStatusCode.ServiceUnavailable, """{"odata.error":{"code":"ServerBusy","message":{"value":"busy"}}}""");

        var outage = await Outage(async () => await service.Store().Table(Table).All());

        Assert.Contains("503 ServerBusy", outage, StringComparison.Ordinal);
        Assert.Equal(4, service.Asked.Count);
    }

    [Theory]
    [InlineData("Retry-After", "1")]
    [InlineData("Retry-After", "a date")]
    [InlineData("retry-after-ms", "1000")]
    [InlineData("x-ms-retry-after-ms", "1000")]
    public async Task A_read_waits_as_long_as_it_is_asked_to(string header, string wait)
    {
        // A date has whole seconds: of these two one may be gone already.
        var value = wait == "a date" ? DateTimeOffset.UtcNow.AddSeconds(2).ToString("R", CultureInfo.InvariantCulture) : wait;
        service.Answer(HttpStatusCode.ServiceUnavailable, "", (header, value)).Answer(HttpStatusCode.OK, Nothing);
        var took = Stopwatch.StartNew();

        await service.Store().Table(Table).All();

        Assert.InRange(took.Elapsed, TimeSpan.FromSeconds(0.9), TimeSpan.FromSeconds(20));
        Assert.Equal(2, service.Asked.Count);
    }

    [Fact]
    public async Task Nobody_waits_for_an_account_that_asks_for_an_hour_and_the_error_tells_how_long()
    {
        var took = Stopwatch.StartNew();
        service.Answer(HttpStatusCode.ServiceUnavailable, "", ("Retry-After", "3600"));
        Assert.Contains("asks to wait 3600 s", await Outage(async () => await service.Store().Table(Table).All()), StringComparison.Ordinal);
        service.Answer(HttpStatusCode.ServiceUnavailable, "", ("Retry-After", "3600"));
        Assert.Contains("asks to wait 3600 s", await Outage(async () => await service.Store().Queue.Receive(1, TimeSpan.FromMinutes(1))), StringComparison.Ordinal);
        service.Answer(HttpStatusCode.TooManyRequests, "", ("Retry-After", DateTimeOffset.UtcNow.AddHours(1).ToString("R", CultureInfo.InvariantCulture)));
        Assert.Matches("asks to wait 3(5[0-9]{2}|600) s", await Outage(async () => await service.Store().Files.Get(new string('a', 64))));

        Assert.Equal(3, service.Asked.Count);
        Assert.InRange(took.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task A_commit_is_over_at_once_when_it_is_asked_to_wait_longer_than_its_time_out()
    {
        service.Answer(HttpStatusCode.TooManyRequests, "", ("Retry-After", "20"));
        var took = Stopwatch.StartNew();

        var outage = await Outage(async () => await service.Store(commitTimeout: TimeSpan.FromSeconds(15)).Table(Table).Commit("p", [Change.Insert("k", Number(1))]));

        Assert.Contains("429", outage, StringComparison.Ordinal);
        Assert.Contains("asks to wait 20 s", outage, StringComparison.Ordinal);
        Assert.InRange(took.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(10));
    }

    [Theory]
    [InlineData(22, "22 min behind")]
    [InlineData(-90, "90 min ahead of")]
    public async Task A_clock_that_is_off_is_named_with_how_far(int accountAhead, string told)
    {
        var date = ("Date", DateTimeOffset.UtcNow.AddMinutes(accountAhead).ToString("R", CultureInfo.InvariantCulture));
        service.Answer(HttpStatusCode.Forbidden, AuthenticationFailed, date);
        Assert.Contains(told, await Outage(async () => await service.Store().Table(Table).Get("p", "k")), StringComparison.Ordinal);
        service.Answer(HttpStatusCode.Forbidden, AuthenticationFailed, date);
        Assert.Contains(told, await Outage(async () => await service.Store().Table(Table).Commit("p", [Change.Insert("k", Number(1))])), StringComparison.Ordinal);
        service.Answer(HttpStatusCode.Forbidden, "", date, ("x-ms-error-code", "AuthenticationFailed"));
        Assert.Contains(told, await Outage(async () => await service.Store().Queue.Receive(1, TimeSpan.FromMinutes(1))), StringComparison.Ordinal);
        service.Answer(HttpStatusCode.Forbidden, "", date, ("x-ms-error-code", "AuthenticationFailed"));
        Assert.Contains(told, await Outage(async () => await service.Store().Files.Get(new string('a', 64))), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-6, 6, true)]
    [InlineData(6, -6, true)]
    [InlineData(0, 0, false)]
    public async Task How_far_the_clock_is_off_is_known_from_the_first_answers(int accountAhead, int off, bool told)
    {
        // A slow answer proves nothing: the nearest of them counts.
        service.Answer(HttpStatusCode.Created, "", Date(accountAhead - 20)).Answer(HttpStatusCode.Created, "", Date(accountAhead)).Fail(new InvalidOperationException("enough"));
        var store = service.Store();

        await Assert.ThrowsAnyAsync<Exception>(() => store.Open([Table]));

        Assert.InRange(store.ClockOff!.Value.TotalSeconds, off - 2, off + 2);
        Assert.Equal(told, ClockAgreement.IsOff(store.ClockOff));

        static (string, string) Date(int seconds) => ("Date", DateTimeOffset.UtcNow.AddSeconds(seconds).ToString("R", CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task A_clock_that_is_right_is_not_blamed()
    {
        service.Answer(HttpStatusCode.Forbidden, AuthenticationFailed, ("Date", DateTimeOffset.UtcNow.AddMinutes(-2).ToString("R", CultureInfo.InvariantCulture)));

        Assert.Contains("check the key or signature", await Outage(async () => await service.Store().Table(Table).Get("p", "k")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Empty_pages_are_no_end_and_a_token_of_any_form_is_given_back_as_it_came()
    {
        service.Answer(HttpStatusCode.OK, Nothing, ("x-ms-continuation-NextPartitionKey", "1!8!YSti&/=+"));
        service.Answer(HttpStatusCode.OK, Nothing, ("x-ms-continuation-NextPartitionKey", "1!8!YiVj"), ("x-ms-continuation-NextRowKey", "1!4!Yw--"));
        service.Answer(HttpStatusCode.OK, Nothing, ("x-ms-continuation-NextRowKey", "1!4!ZA--"));
        service.Answer(HttpStatusCode.OK, """{"value":[{"PartitionKey":"p","RowKey":"k","N":1}]}""");

        Assert.Single(await service.Store().Table(Table).All());

        Assert.Equal(["?$top=1000", "?$top=1000&NextPartitionKey=1%218%21YSti%26%2F%3D%2B", "?$top=1000&NextPartitionKey=1%218%21YiVj&NextRowKey=1%214%21Yw--", "?$top=1000&NextRowKey=1%214%21ZA--"], service.Asked.Select(a => a.Address.Query));
    }

    [Fact]
    public async Task A_limit_holds_over_pages_and_asks_for_no_page_too_many()
    {
        service.Answer(HttpStatusCode.OK, """{"value":[{"PartitionKey":"p","RowKey":"a"},{"PartitionKey":"p","RowKey":"b"}]}""", ("x-ms-continuation-NextRowKey", "c"));
        service.Answer(HttpStatusCode.OK, """{"value":[{"PartitionKey":"p","RowKey":"c"},{"PartitionKey":"p","RowKey":"d"}]}""", ("x-ms-continuation-NextRowKey", "e"));

        Assert.Equal(["a", "b", "c"], (await service.Store().Table(Table).Range("p", "", "~", 3)).Select(r => r.Key));

        Assert.Equal(2, service.Asked.Count);
    }

    [Fact]
    public async Task A_page_that_fails_is_an_outage_and_no_end_of_the_rows()
    {
        service.Answer(HttpStatusCode.OK, """{"value":[{"PartitionKey":"p","RowKey":"a"}]}""", ("x-ms-continuation-NextRowKey", "b")).Answer(HttpStatusCode.Gone);

        await Outage(async () => await service.Store().Table(Table).All());
    }

    [Theory]
    [InlineData("<html>sign in s3cr3t</html>")]
    [InlineData("[]")]
    [InlineData("""{"rows":[]}""")]
    [InlineData("")]
    public async Task What_is_no_answer_of_the_service_is_an_outage_and_no_empty_table(string body)
    {
        service.Answer(HttpStatusCode.OK, body);

        var outage = await Outage(async () => await service.Store().Table(Table).All());

        Assert.Contains("proxy", outage, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", outage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<html>sign in</html>")]
    [InlineData("[]")]
    [InlineData("")]
    public async Task What_is_no_row_is_an_outage_and_no_missing_row(string body)
    {
        service.Answer(HttpStatusCode.OK, body);

        await Outage(async () => await service.Store().Table(Table).Get("p", "k"));
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict, "TableBeingDeleted", "deletion")]
    [InlineData(HttpStatusCode.NotFound, "TableNotFound", "open the store")]
    [InlineData(HttpStatusCode.Forbidden, "AuthorizationFailure", "role Storage Table Data Contributor")]
    public async Task Every_refusal_of_the_account_names_what_to_do(HttpStatusCode status, string code, string remedy)
    {
        service.Answer(status, Error(code));

        var outage = await Outage(async () => await service.Store().Table(Table).All());

        Assert.Contains(code, outage, StringComparison.Ordinal);
        Assert.Contains(remedy, outage, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "PropertyValueTooLarge")]
    [InlineData(HttpStatusCode.BadRequest, "EntityTooLarge")]
    [InlineData(HttpStatusCode.RequestEntityTooLarge, "RequestBodyTooLarge")]
    public async Task What_the_account_finds_too_large_is_a_fault_of_the_program_and_not_tried_again(HttpStatusCode status, string code)
    {
        service.Answer(status, Error(code));

        var fault = await Assert.ThrowsAsync<StoreRefusedException>(async () => await service.Store().Table(Table).Commit("p", [Change.Insert("k", Number(1))]));

        Assert.Contains(code, fault.Message, StringComparison.Ordinal);
        Assert.Single(service.Asked);
    }

    [Theory]
    [InlineData(HttpStatusCode.Conflict, "TheRowDoesNotFit")]
    [InlineData(HttpStatusCode.UnsupportedMediaType, "MediaTypeNotSupported")]
    [InlineData(HttpStatusCode.LengthRequired, "MissingContentLengthHeader")]
    [InlineData(HttpStatusCode.MethodNotAllowed, "UnsupportedHttpVerb")]
    public async Task What_the_account_refuses_for_itself_is_no_outage(HttpStatusCode status, string code)
    {
        service.Answer(status, Error(code)).AnswerBatch($"{(int)status} Refused", Error(code)).Answer(status, "", ("x-ms-error-code", code));

        foreach (Func<Task> what in new Func<Task>[]
        {
            async () => await service.Store().Table(Table).All(),
            async () => await service.Store().Table(Table).Commit("p", [Change.Insert("k", Number(1))]),
            async () => await service.Store().Queue.Send("wake", TimeSpan.Zero),
        })
        {
            var fault = await Assert.ThrowsAsync<StoreRefusedException>(what);
            Assert.Contains($"{(int)status} {code}", fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(HttpStatusCode.Unauthorized, "InvalidAuthenticationInfo")]
    [InlineData(HttpStatusCode.NotFound, "AccountNotFound")]
    [InlineData(HttpStatusCode.Conflict, "AccountBeingCreated")]
    // Whoever answers without a code of the account's is somebody on the way to it.
    [InlineData(HttpStatusCode.Conflict, "")]
    [InlineData(HttpStatusCode.ProxyAuthenticationRequired, "")]
    public async Task What_says_nothing_of_the_request_itself_stays_an_outage(HttpStatusCode status, string code)
    {
        service.Answer(status, code.Length > 0 ? Error(code) : "<html>");

        await Outage(async () => await service.Store().Table(Table).All());
    }

    private static string Error(string code) => $"{{\"odata.error\":{{\"code\":\"{code}\",\"message\":{{\"value\":\"x\"}}}}}}";

    private static async Task<string> Outage(Func<Task> what) => (await Assert.ThrowsAsync<StoreUnavailableException>(what)).Message;
}
