using System.Text.Json;
using Azure;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CheckInBot.Bot.Storage.Azure;

/// <summary>An answer of the Table service: its status, its error code where it failed, and its body.</summary>
internal sealed record TableAnswer(int Status, string Code, BinaryData Body, string NextPartition, string NextKey, bool Doubtful, AnswerHints Hints);

/// <summary>The requests of the Table service that the store needs, over the pipeline of Azure.Core.</summary>
internal sealed class TableRequests
{
    private const string Version = "2019-02-02";
    private const string Scope = "https://storage.azure.com/.default";

    private readonly HttpPipeline _pipeline;
    private readonly Uri _endpoint;

    public TableRequests(AzureAccount account)
    {
        _endpoint = account.Tables;
        HttpPipelinePolicy authorize = account switch
        {
            { Key: { } key } => new SharedKeyPolicy(account.Name, key),
            { Signature: { } signature } => new SharedAccessSignaturePolicy(signature),
            _ => new BearerTokenAuthenticationPolicy(account.Credential!, Scope),
        };
        _pipeline = HttpPipelineBuilder.Build(AzureFaults.Patience(new TablesOptions(), account.Transport), [], [new CommitDeadlinePolicy(), authorize], new ResponseClassifier());
    }

    public Task<TableAnswer> CreateTable(string table, CancellationToken cancel)
    {
        var message = Message(RequestMethod.Post, "Tables", "");
        message.Request.Headers.SetValue("Prefer", "return-no-content");
        message.Request.Headers.SetValue("Content-Type", "application/json");
        message.Request.Content = RequestContent.Create(JsonSerializer.SerializeToUtf8Bytes(new { TableName = table }));
        return Send(message, cancel);
    }

    public Task<TableAnswer> GetEntity(string table, string partition, string key, CancellationToken cancel)
    {
        var message = Message(RequestMethod.Get, "", "");
        message.Request.Uri.Reset(new Uri(TableBatch.EntityAddress(_endpoint, table, partition, key)));
        return Send(message, cancel);
    }

    public Task<TableAnswer> Query(string table, string query, CancellationToken cancel) =>
        Send(Message(RequestMethod.Get, table + "()", query), cancel);

    /// <summary>Sends a batch; a try is repeated only where it certainly did nothing, and none lands after the deadline.</summary>
    public async Task<TableAnswer> Batch(string table, string partition, IReadOnlyList<Change> changes, CommitDeadline deadline, CancellationToken cancel)
    {
        var boundary = "batch_" + Guid.NewGuid().ToString("N");
        var classifier = new CommitClassifier();
        var message = Message(RequestMethod.Post, "$batch", "");
        message.ResponseClassifier = classifier;
        message.Request.Headers.SetValue("Content-Type", $"multipart/mixed; boundary={boundary}");
        message.Request.Content = RequestContent.Create(TableBatch.Write(_endpoint, table, partition, changes, boundary));
        CommitDeadlinePolicy.Set(message, deadline);
        using var inTime = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        inTime.CancelAfter(deadline.Left > TimeSpan.Zero ? deadline.Left : TimeSpan.Zero);
        try
        {
            return await Send(message, inTime.Token) with { Doubtful = classifier.Doubtful };
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new StoreUnavailableException("Azure Tables did not answer in time: whether the commit landed is unknown.");
        }
    }

    private HttpMessage Message(RequestMethod method, string path, string query)
    {
        var message = _pipeline.CreateMessage();
        var request = message.Request;
        request.Method = method;
        request.Uri.Reset(new Uri($"{_endpoint.AbsoluteUri.TrimEnd('/')}/{path}{query}"));
        request.Headers.SetValue("x-ms-version", Version);
        request.Headers.SetValue("DataServiceVersion", "3.0");
        request.Headers.SetValue("MaxDataServiceVersion", "3.0;NetFx");
        request.Headers.SetValue("Accept", "application/json;odata=minimalmetadata");
        return message;
    }

    private async Task<TableAnswer> Send(HttpMessage message, CancellationToken cancel)
    {
        using (message)
        {
            try
            {
                await _pipeline.SendAsync(message, cancel);
            }
            catch (Exception e) when (AzureFaults.IsOutage(e, cancel))
            {
                throw AzureFaults.NoAnswer("Azure Tables", _endpoint, e);
            }
            var response = message.Response;
            var code = response.Status < 400 ? "" : TableBatch.ReadError(response.Content.ToString()).Code;
            return new TableAnswer(response.Status, code, response.Content, Header(response, "NextPartitionKey"), Header(response, "NextRowKey"), Doubtful: false, AnswerHints.Of(response));
        }
    }

    private static string Header(Response response, string name) =>
        response.Headers.TryGetValue("x-ms-continuation-" + name, out var value) ? value ?? "" : "";

    private sealed class TablesOptions : ClientOptions;
}
