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
        var (status, code, _) = await Send(RequestMethod.Put, "/" + name, content, cancel);
        if ((status, code) is (404, "ContainerNotFound"))
        {
            var made = await Send(RequestMethod.Put, "?restype=container", null, cancel);
            if (made.Status != 201 && made is not { Status: 409, Code: "ContainerAlreadyExists" })
                throw AzureFaults.Answered("Azure Blobs", "the making of a container", made.Status, made.Code);
            (status, code, _) = await Send(RequestMethod.Put, "/" + name, content, cancel);
        }
        // A blob of this name holds this content: whole, or it would not be there.
        return status == 201 || (status, code) is (409, "BlobAlreadyExists") ? name : throw AzureFaults.Answered("Azure Blobs", "a write", status, code);
    }

    public async ValueTask<byte[]?> Get(string name, CancellationToken cancel = default)
    {
        var (status, code, body) = await Send(RequestMethod.Get, "/" + FileNames.Checked(name), null, cancel);
        return status == 200 ? body : IsMissing(status, code) ? null : throw AzureFaults.Answered("Azure Blobs", "a read", status, code);
    }

    public async ValueTask Delete(string name, CancellationToken cancel = default)
    {
        var (status, code, _) = await Send(RequestMethod.Delete, "/" + FileNames.Checked(name), null, cancel);
        if (status != 202 && !IsMissing(status, code))
            throw AzureFaults.Answered("Azure Blobs", "a deletion", status, code);
    }

    public async IAsyncEnumerable<string> PutBefore(DateTimeOffset at, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        for (string? marker = ""; marker is not null;)
        {
            var (status, code, body) = await Send(RequestMethod.Get, "?restype=container&comp=list" + (marker.Length > 0 ? "&marker=" + Uri.EscapeDataString(marker) : ""), null, cancel);
            if (IsMissing(status, code))
                yield break;
            if (status != 200)
                throw AzureFaults.Answered("Azure Blobs", "a list", status, code);
            var (names, next) = Listed(body, at);
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

    private static bool IsMissing(int status, string code) => status == 404 && code is "BlobNotFound" or "ContainerNotFound";

    private async Task<(int Status, string Code, byte[] Body)> Send(RequestMethod method, string rest, ReadOnlyMemory<byte>? content, CancellationToken cancel)
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
        return (response.Status, response.Headers.TryGetValue("x-ms-error-code", out var code) ? code ?? "" : "", response.Status == 200 ? response.Content.ToArray() : []);
    }

    private sealed class BlobsOptions : ClientOptions;
}
