using System.Net;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>What is asked of Blob Storage, and what its refusals say.</summary>
public sealed class BlobTests : IDisposable
{
    private readonly ScriptedAccount service = new();

    public void Dispose() => service.Dispose();

    [Fact]
    public async Task A_list_goes_on_behind_its_first_page_and_leaves_out_what_is_newer_or_is_no_file()
    {
        service.Answer(HttpStatusCode.OK, Page("a b&c", Blob('a', 1), Blob('b', 3), "<Blob><Name>other</Name><Properties><Last-Modified>Sun, 01 Nov 2026 00:00:00 GMT</Last-Modified></Properties></Blob>"));
        service.Answer(HttpStatusCode.OK, Page("", Blob('c', 1)));
        var names = await service.Store().Files.PutBefore(new(2026, 11, 2, 0, 0, 0, TimeSpan.Zero)).ToListAsync();
        Assert.Equal([new string('a', 64), new string('c', 64)], names);
        Assert.Equal(["?restype=container&comp=list", "?restype=container&comp=list&marker=a%20b%26c"], service.Asked.Select(a => a.Address.Query));
    }

    [Fact]
    public async Task Without_a_container_there_is_nothing_to_list()
    {
        service.Answer(HttpStatusCode.NotFound, "", ("x-ms-error-code", "ContainerNotFound"));
        Assert.Empty(await service.Store().Files.PutBefore(DateTimeOffset.UtcNow).ToListAsync());
    }

    [Fact]
    public async Task Something_that_is_no_list_is_an_outage_and_no_empty_list()
    {
        service.Answer(HttpStatusCode.OK, "<html>sign in</html");
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await service.Store().Files.PutBefore(DateTimeOffset.UtcNow).ToListAsync());
    }

    [Fact]
    public async Task A_refusal_of_tables_names_their_role_and_no_other()
    {
        service.Answer(HttpStatusCode.Forbidden, """{"odata.error":{"code":"AuthorizationPermissionMismatch"}}""");
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await service.Store().Table(TestRows.Table).All());
        Assert.Contains("the role Storage Table Data Contributor.", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_stops_with_the_role_when_blobs_may_not_be_written()
    {
        service.Answer(HttpStatusCode.Forbidden, "", ("x-ms-error-code", "AuthorizationPermissionMismatch"));
        var fault = await Assert.ThrowsAsync<StoreUnavailableException>(async () => await FilesProof.Of(service.Store().Files, CancellationToken.None));
        Assert.Contains("Storage Blob Data Contributor", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_start_stops_when_something_else_comes_back()
    {
        service.Answer(HttpStatusCode.Created).Answer(HttpStatusCode.OK, "something else").Answer(HttpStatusCode.Accepted);
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await FilesProof.Of(service.Store().Files, CancellationToken.None));
        Assert.Equal(["PUT", "GET", "DELETE"], service.Asked.Select(a => a.Method));
    }

    private static string Page(string next, params string[] blobs) =>
        $"<?xml version=\"1.0\" encoding=\"utf-8\"?><EnumerationResults><Blobs>{string.Concat(blobs)}</Blobs><NextMarker>{next.Replace("&", "&amp;", StringComparison.Ordinal)}</NextMarker></EnumerationResults>";

    private static string Blob(char name, int day) =>
        $"<Blob><Name>{new string(name, 64)}</Name><Properties><Last-Modified>{new DateTimeOffset(2026, 11, day, 0, 0, 0, TimeSpan.Zero):R}</Last-Modified></Properties></Blob>";
}
