using System.Net;
using System.Text.Json;
using CheckInBot.Bot.Protocol;

namespace CheckInBot.Bot.Tests.Protocol;

/// <summary>From where a file is fetched, with whose token, and how much of it.</summary>
public sealed class FileFetchTests
{
    private const string Service = "https://smba.trafficmanager.net/emea/";

    [Theory]
    [InlineData("https://smba.trafficmanager.net/emea/v3/attachments/1/views/original", true, true)]
    [InlineData("https://smba.trafficmanager.net/file", false, true)]
    [InlineData("https://contoso-my.sharepoint.com/download?tempauth=x", false, true)]
    [InlineData("https://contoso.sharepoint.cn/download", false, true)]
    [InlineData("https://contoso-my.sharepoint.com/picture", true, false)]
    [InlineData("http://contoso.sharepoint.com/download", false, false)]
    [InlineData("https://contoso.sharepoint.com:8443/download", false, false)]
    [InlineData("https://me@contoso.sharepoint.com/download", false, false)]
    [InlineData("https://contoso.sharepoint.com.example/download", false, false)]
    [InlineData("https://evilsharepoint.com/download", false, false)]
    [InlineData("https://169.254.169.254/metadata", false, false)]
    [InlineData("http://127.0.0.1:5000/file", false, false)]
    [InlineData("https://localhost/file", true, false)]
    [InlineData("file:///etc/passwd", false, false)]
    public async Task A_file_is_fetched_from_the_channel_and_from_share_point_only(string address, bool onChannel, bool fetched)
    {
        var line = new Line(_ => new(HttpStatusCode.OK) { Content = new ByteArrayContent([1, 2]) });
        var content = (await Fetch(line, new Token()).Fetch(new(new(address), onChannel), Service, 10)).Content;
        Assert.Equal((fetched, fetched ? 1 : 0), (content is not null, line.Requests.Count));
    }

    [Theory]
    [InlineData("http://127.0.0.1:5000/file", true)]
    [InlineData("http://localhost:5000/file", true)]
    [InlineData("https://contoso.sharepoint.com/download", false)]
    [InlineData("http://192.168.0.1/file", false)]
    public async Task Without_an_app_id_only_this_machine_is_asked(string address, bool fetched)
    {
        var line = new Line(_ => new(HttpStatusCode.OK) { Content = new ByteArrayContent([1, 2]) });
        Assert.Equal(fetched, (await Fetch(line, null).Fetch(new(new(address), OnChannel: false), "http://127.0.0.1:5000/", 10)).Content is not null);
    }

    [Fact]
    public async Task The_token_goes_to_the_channel_and_to_nobody_else()
    {
        var line = new Line(_ => new(HttpStatusCode.OK) { Content = new ByteArrayContent([1]) });
        var fetch = Fetch(line, new Token());
        await fetch.Fetch(new(new("https://contoso.sharepoint.com/download"), OnChannel: false), Service, 10);
        await fetch.Fetch(new(new("https://smba.trafficmanager.net/emea/picture"), OnChannel: true), Service, 10);
        Assert.Equal([null, "Bearer secret"], line.Requests.Select(r => r.Headers.Authorization?.ToString()));
    }

    [Theory]
    [InlineData(10, 10, false)]
    [InlineData(11, 11, true)]
    [InlineData(200_000, null, true)]
    public async Task What_is_too_large_is_not_read_to_its_end(int size, int? announced, bool tooLarge)
    {
        var body = new Endless(size);
        var line = new Line(_ =>
        {
            var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(body) };
            answer.Content.Headers.ContentLength = announced;
            return answer;
        });
        var fetched = await Fetch(line, null).Fetch(new(new("http://localhost/file"), OnChannel: false), "http://localhost/", 10);
        Assert.Equal((tooLarge, !tooLarge), (fetched.TooLarge, fetched.Content is not null));
        Assert.True(body.Taken <= 64 * 1024, $"{body.Taken} bytes were read");
    }

    [Theory]
    [InlineData(HttpStatusCode.Redirect)]
    [InlineData(HttpStatusCode.NotFound)]
    [InlineData(HttpStatusCode.PartialContent)]
    [InlineData(HttpStatusCode.InternalServerError)]
    public async Task Anything_but_the_file_itself_is_no_file(HttpStatusCode status)
    {
        var line = new Line(_ => new(status) { Headers = { Location = new("http://localhost/elsewhere") }, Content = new ByteArrayContent([1]) });
        Assert.Equal(new FetchedFile(null), await Fetch(line, null).Fetch(new(new("http://localhost/file"), OnChannel: false), "http://localhost/", 10));
        Assert.Single(line.Requests);
    }

    [Fact]
    public async Task A_line_that_breaks_or_hangs_and_a_login_that_fails_are_no_file()
    {
        var file = new SentFile(new("http://localhost/file"), OnChannel: false);
        Assert.Null((await Fetch(new Line(_ => throw new HttpRequestException()), null).Fetch(file, "http://localhost/", 10)).Content);
        using var silent = new HttpClient(new Silent());
        Assert.Null((await new FileFetch(silent, null, TimeSpan.FromMilliseconds(50)).Fetch(file, "http://localhost/", 10)).Content);
        var line = new Line(_ => new(HttpStatusCode.OK) { Content = new ByteArrayContent([1]) });
        Assert.Null((await Fetch(line, new Token(fails: true)).Fetch(new(new(Service), OnChannel: true), Service, 10)).Content);
        Assert.Empty(line.Requests);
    }

    [Fact]
    public void Files_are_told_from_cards_and_from_the_texts_own_markup()
    {
        var attachments = """
            [{"contentType":"text/html","content":"<p>hi</p>"},
             {"contentType":"application/vnd.microsoft.card.adaptive","content":{"type":"AdaptiveCard"}},
             {"contentType":"application/vnd.microsoft.teams.file.download.info","name":"n","content":{"downloadUrl":"https://contoso.sharepoint.com/d"}},
             {"contentType":"application/vnd.microsoft.teams.file.download.info","name":"n","content":{"downloadUrl":"https://contoso.sharepoint.com/l","fileType":"CSV"}},
             {"contentType":"image/*","contentUrl":"https://smba.trafficmanager.net/p"},
             {"contentType":"image/png","contentUrl":"no address"},
             {"contentType":"application/vnd.microsoft.teams.file.download.info","content":"none"}, {"contentType":7}, 5, null]
            """;
        Assert.Equal(
            [new(new("https://contoso.sharepoint.com/d"), false), new(new("https://contoso.sharepoint.com/l"), false, IsCsv: true), new(new("https://smba.trafficmanager.net/p"), true), new(null, true), new(null, false)],
            SentFile.In(new Activity { Attachments = JsonDocument.Parse(attachments).RootElement }));
        Assert.Empty(SentFile.In(new Activity { Attachments = JsonDocument.Parse("\"none\"").RootElement }));
        Assert.Empty(SentFile.In(new Activity()));
    }

    private static FileFetch Fetch(HttpMessageHandler line, IConnectorCredential? credential) => new(new HttpClient(line), credential, FileFetch.TimeLimit);

    private sealed class Line(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
    {
        public List<HttpRequestMessage> Requests { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests.Add(request);
            return Task.FromResult(answer(request));
        }
    }

    private sealed class Silent : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return new();
        }
    }

    private sealed class Token(bool fails = false) : IConnectorCredential
    {
        ValueTask<string> IConnectorCredential.Token(CancellationToken cancel) => fails ? throw new InvalidOperationException() : ValueTask.FromResult("secret");
    }

    /// <summary>So many zeros, and how many of them were read.</summary>
    private sealed class Endless(int size) : MemoryStream(new byte[size])
    {
        public long Taken { get; private set; }

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            var read = await base.ReadAsync(buffer, cancellationToken);
            Taken += read;
            return read;
        }
    }
}
