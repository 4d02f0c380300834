using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CheckInBot.Bot.Storage.Azure;

/// <summary>Files as block blobs of one private container, which is made with the first of them.</summary>
/// <remarks>
/// "Put Blob", "Get Blob", "Delete Blob", "List Blobs" and "Create Container" of the Azure Storage REST reference, over the pipeline of Azure.Core:
/// uploads of Azure.Storage.Blobs need System.IO.Hashing, which this build does without.
/// </remarks>
internal sealed class BlobFiles : IFiles
{
    private const string Version = "2019-02-02";
    private const string Scope = "https://storage.azure.com/.default";

    private readonly HttpPipeline _pipeline;
    private readonly Uri? _container;

    public BlobFiles(AzureAccount account, string container)
    {
        HttpPipelinePolicy authorize = account switch
        {
            { Key: { } key } => new BlobKeyPolicy(account.Name, key),
            { Signature: { } signature } => new SharedAccessSignaturePolicy(signature),
            _ => new BearerTokenAuthenticationPolicy(account.Credential!, Scope),
        };
        _pipeline = HttpPipelineBuilder.Build(AzureFaults.Patience(new BlobsOptions(), account.Transport), [], [authorize], new ResponseClassifier());
        _container = account.Blobs is { } blobs ? new Uri($"{blobs.AbsoluteUri.TrimEnd('/')}/{container}") : null;
    }

    public async ValueTask<string> Put(ReadOnlyMemory<byte> content, CancellationToken cancel = default)
    {
        var name = FileNames.Of(content);
        var answer = await Send(RequestMethod.Put, "/" + name, content, cancel);
        if (answer is { Status: 404, Code: "ContainerNotFound" })
        {
            var made = await Send(RequestMethod.Put, "?restype=container", null, cancel);
            if (made.Status != 201 && made is not { Status: 409, Code: "ContainerAlreadyExists" })
                throw made.Failure("the making of a container");
            answer = await Send(RequestMethod.Put, "/" + name, content, cancel);
        }
        // A blob of this name holds this content: whole, or it would not be there.
        return answer is { Status: 201 } or { Status: 409, Code: "BlobAlreadyExists" } ? name : throw answer.Failure("a write");
    }

    public async ValueTask<byte[]?> Get(string name, CancellationToken cancel = default)
    {
        var answer = await Send(RequestMethod.Get, "/" + FileNames.Checked(name), null, cancel);
        return answer.Status == 200 ? answer.Body : answer.IsMissing ? null : throw answer.Failure("a read");
    }

    public async ValueTask Delete(string name, CancellationToken cancel = default)
    {
        var answer = await Send(RequestMethod.Delete, "/" + FileNames.Checked(name), null, cancel);
        if (answer.Status != 202 && !answer.IsMissing)
            throw answer.Failure("a deletion");
    }

    public async IAsyncEnumerable<string> PutBefore(DateTimeOffset at, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        for (string? marker = ""; marker is not null;)
        {
            var answer = await Send(RequestMethod.Get, "?restype=container&comp=list" + (marker.Length > 0 ? "&marker=" + Uri.EscapeDataString(marker) : ""), null, cancel);
            if (answer.IsMissing)
                yield break;
            if (answer.Status != 200)
                throw answer.Failure("a list");
            var (names, next) = Listed(answer.Body, at);
            foreach (var name in names)
                yield return name;
            marker = next;
        }
    }

    /// <summary>One page of a list, and where the next one begins; null behind the last.</summary>
    private static (IReadOnlyList<string> Names, string? Next) Listed(byte[] body, DateTimeOffset at)
    {
        try
        {
            using var stream = new MemoryStream(body);
            var page = XDocument.Load(stream).Root!;
            var names = from blob in page.Descendants("Blob")
                        let name = (string?)blob.Element("Name")
                        where name is not null && FileNames.Is(name)
                        where DateTimeOffset.Parse((string)blob.Element("Properties")!.Element("Last-Modified")!, CultureInfo.InvariantCulture) < at
                        select name;
            return ([.. names], (string?)page.Element("NextMarker") is { Length: > 0 } next ? next : null);
        }
        catch (Exception e) when (e is XmlException or FormatException or NullReferenceException or ArgumentNullException)
        {
            throw new StoreUnavailableException("Azure Blobs answered to a list with something that is none: try again later.", e);
        }
    }

    private async Task<Answer> Send(RequestMethod method, string rest, ReadOnlyMemory<byte>? content, CancellationToken cancel)
    {
        if (_container is null)
            throw new StoreUnavailableException("The connection string of Azure storage lacks BlobEndpoint: no file can be kept.");
        using var message = _pipeline.CreateMessage();
        message.Request.Method = method;
        message.Request.Uri.Reset(new Uri(_container.AbsoluteUri + rest));
        message.Request.Headers.SetValue("x-ms-version", Version);
        if (content is { } bytes)
        {
            message.Request.Headers.SetValue("x-ms-blob-type", "BlockBlob");
            message.Request.Headers.SetValue("If-None-Match", "*");
            message.Request.Headers.SetValue("Content-Type", "application/octet-stream");
            message.Request.Content = RequestContent.Create(bytes);
        }
        try
        {
            await _pipeline.SendAsync(message, cancel);
        }
        catch (Exception e) when (AzureFaults.IsOutage(e, cancel))
        {
            throw AzureFaults.NoAnswer("Azure Blobs", _container, e);
        }
        var response = message.Response;
        return new(
            response.Status,
            response.Headers.TryGetValue("x-ms-error-code", out var code) ? code ?? "" : "",
            response.Status == 200 ? response.Content.ToArray() : [],
            AnswerHints.Of(response));
    }

    private sealed record Answer(int Status, string Code, byte[] Body, AnswerHints Hints)
    {
        public bool IsMissing => this is { Status: 404, Code: "BlobNotFound" or "ContainerNotFound" };

        public Exception Failure(string what) => AzureFaults.Answered("Azure Blobs", what, Status, Code, Hints);
    }

    private sealed class BlobsOptions : ClientOptions;
}
