using System.Net;
using CheckInBot.Bot.Protocol;

namespace CheckInBot.Bot.Tests.Protocol;

/// <summary>Where a file of a person may be put, with what, and what is never followed.</summary>
public sealed class FileUploadTests
{
    private static readonly Uri Drive = new("https://contoso-my.sharepoint.com/personal/ann/uploadSession?guid=1");

    [Theory]
    [InlineData("https://contoso-my.sharepoint.com/personal/ann/uploadSession?guid=1", true)]
    [InlineData("https://contoso-my.sharepoint.cn/up", true)]
    [InlineData("https://contoso-my.sharepoint.us/up", true)]
    [InlineData("http://contoso-my.sharepoint.com/up", false)]
    [InlineData("https://contoso-my.sharepoint.com:8443/up", false)]
    [InlineData("https://me@contoso-my.sharepoint.com/up", false)]
    [InlineData("https://contoso-my.sharepoint.com.example/up", false)]
    [InlineData("https://evilsharepoint.com/up", false)]
    [InlineData("https://10.0.0.1/up", false)]
    [InlineData("https://[fd00:ec2::254]/up", false)]
    [InlineData("https://localhost/up", false)]
    [InlineData("http://127.0.0.1:5000/up", false)]
    [InlineData("file:///tmp/up", false)]
    public async Task A_file_is_put_into_a_drive_on_the_internet_and_nowhere_else(string address, bool put)
    {
        var line = new Line(HttpStatusCode.Created);
        Assert.Equal(put, await new FileUpload(new HttpClient(line), loopback: false, FileFetch.TimeLimit).Put(new(address), [1, 2]));
        Assert.Equal(put ? 1 : 0, line.Requests.Count);
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/up", true)]
    [InlineData("https://contoso-my.sharepoint.com/up", false)]
    [InlineData("http://192.168.0.1/up", false)]
    public async Task Without_an_app_id_only_this_machine_gets_one(string address, bool put) =>
        Assert.Equal(put, await new FileUpload(new HttpClient(new Line(HttpStatusCode.OK)), loopback: true, FileFetch.TimeLimit).Put(new(address), [1]));

    [Fact]
    public async Task All_of_it_goes_in_one_piece_and_neither_token_nor_anything_else_goes_along()
    {
        var line = new Line(HttpStatusCode.Created);
        Assert.True(await new FileUpload(new HttpClient(line), loopback: false, FileFetch.TimeLimit).Put(Drive, [1, 2, 3]));
        var (method, headers, range, body) = Assert.Single(line.Requests);
        Assert.Equal(("PUT", "", "bytes 0-2/3"), (method, headers, range));
        Assert.Equal([1, 2, 3], body);
    }

    [Theory]
    [InlineData(HttpStatusCode.Redirect)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.Conflict)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task Whatever_else_is_answered_it_does_not_lie_there(HttpStatusCode status)
    {
        var line = new Line(status);
        Assert.False(await new FileUpload(new HttpClient(line), loopback: false, FileFetch.TimeLimit).Put(Drive, [1]));
        Assert.Single(line.Requests);
    }

    [Fact]
    public async Task A_line_that_breaks_or_hangs_is_no_fault_of_the_program()
    {
        Assert.False(await new FileUpload(new HttpClient(new Line(null)), loopback: false, FileFetch.TimeLimit).Put(Drive, [1]));
        Assert.False(await new FileUpload(new HttpClient(new Silent()), loopback: false, TimeSpan.FromMilliseconds(20)).Put(Drive, [1]));
    }

    private sealed class Line(HttpStatusCode? answer) : HttpMessageHandler
    {
        public List<(string Method, string Headers, string? Range, byte[] Body)> Requests { get; } = [];

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add((request.Method.Method, request.Headers.ToString(), request.Content!.Headers.ContentRange?.ToString(), await request.Content.ReadAsByteArrayAsync(cancellationToken)));
            return answer is { } status ? new(status) { Headers = { Location = new("https://contoso.sharepoint.com/elsewhere") } } : throw new HttpRequestException("The line broke.");
        }
    }

    private sealed class Silent : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new(HttpStatusCode.OK);
        }
    }
}
