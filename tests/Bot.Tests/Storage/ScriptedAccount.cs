using System.Net;
using Azure.Core.Pipeline;
using CheckInBot.Bot.Storage.Azure;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>A storage account whose answers a test writes down, one for each try; it keeps what it was asked.</summary>
public sealed class ScriptedAccount : HttpMessageHandler
{
    private readonly Queue<Func<CancellationToken, Task<HttpResponseMessage>>> _answers = new();

    /// <summary>Method, address and, where given, If-Match and Authorization of each request.</summary>
    public List<(string Method, Uri Address, string Authorization, string Body)> Asked { get; } = [];

    public AzureStore Store(string? connection = null, TimeSpan? commitTimeout = null) =>
        new(new AzureSettings(connection ?? "UseDevelopmentStorage=true")
        {
            Transport = new HttpClientTransport(new HttpClient(this)),
            CommitTimeout = commitTimeout ?? TimeSpan.FromSeconds(30),
        });

    public ScriptedAccount Answer(HttpStatusCode status, string body = "", params (string Name, string Value)[] headers)
    {
        _answers.Enqueue(_ =>
        {
            var answer = new HttpResponseMessage(status) { Content = new StringContent(body) };
            foreach (var (name, value) in headers)
                answer.Headers.TryAddWithoutValidation(name, value);
            return Task.FromResult(answer);
        });
        return this;
    }

    public ScriptedAccount Fail(Exception failure)
    {
        _answers.Enqueue(_ => Task.FromException<HttpResponseMessage>(failure));
        return this;
    }

    public ScriptedAccount NeverAnswer()
    {
        _answers.Enqueue(async cancel =>
        {
            await Task.Delay(Timeout.Infinite, cancel);
            throw new InvalidOperationException();
        });
        return this;
    }

    /// <summary>The answer to a batch: 202 around one inner answer.</summary>
    public ScriptedAccount AnswerBatch(string status, string body = "", string etag = "") => Answer(
        HttpStatusCode.Accepted,
        "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_1\r\n\r\n--changesetresponse_1\r\n"
        + "Content-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
        + $"HTTP/1.1 {status}\r\nX-Content-Type-Options: nosniff\r\n" + (etag.Length > 0 ? $"ETag: {etag}\r\n" : "")
        + $"DataServiceVersion: 3.0;\r\n\r\n{body}\r\n--changesetresponse_1--\r\n--batchresponse_1--\r\n");

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        Asked.Add((request.Method.Method, request.RequestUri!, string.Join(' ', request.Headers.TryGetValues("Authorization", out var a) ? a : []), body));
        return _answers.TryDequeue(out var answer) ? await answer(cancellationToken) : throw new InvalidOperationException("The script has no answer left.");
    }
}
