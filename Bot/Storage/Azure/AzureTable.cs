using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace CheckInBot.Bot.Storage.Azure;

/// <summary>One table of the account.</summary>
/// <param name="requests">The service.</param>
/// <param name="name">Its name in the account.</param>
/// <param name="commitTimeout">The time-out of a commit that is not part of a turn's.</param>
/// <param name="missingIsEmpty">Whether a table that was never made is read as an empty one; else it is an outage, since the store was not opened.</param>
internal sealed class AzureTable(TableRequests requests, string name, TimeSpan commitTimeout, bool missingIsEmpty) : ITable
{
    private const string Service = "Azure Tables";

    // The most that one answer of the service holds.
    private const int PageSize = 1000;

    public async ValueTask<Row?> Get(string partition, string key, CancellationToken cancel = default)
    {
        StoreLimits.CheckKey(partition);
        StoreLimits.CheckKey(key);
        var answer = await requests.GetEntity(name, partition, key, cancel);
        if (answer is { Status: 404, Code: not "TableNotFound" } || IsMissing(answer))
            return null;
        if (answer.Status != 200)
            throw Failure("a read of", answer);
        return Parsed(answer, EntityJson.Read);
    }

    public async ValueTask<IReadOnlyList<Row>> Range(string partition, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default)
    {
        StoreLimits.CheckKey(partition);
        StoreLimits.CheckBound(from);
        StoreLimits.CheckBound(to);
        var rows = new List<Row>();
        if (limit <= 0 || string.CompareOrdinal(from, to) >= 0)
            return rows;
        var filter = $"PartitionKey eq '{partition}' and RowKey ge '{Quoted(from)}' and RowKey lt '{Quoted(to)}'";
        await foreach (var page in Pages(filter, Math.Min(limit, PageSize), cancel))
        {
            rows.AddRange(page.Take(limit - rows.Count));
            if (rows.Count == limit)
                break;
        }
        return rows;
    }

    public async IAsyncEnumerable<Row> Scan([EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var page in Pages("", PageSize, cancel))
        {
            foreach (var row in page)
                yield return row;
        }
    }

    public ValueTask<CommitResult> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default)
    {
        StoreLimits.CheckBatch(partition, changes);
        return Commit(partition, changes, new CommitDeadline(commitTimeout), cancel);
    }

    /// <summary>Commits a batch whose limits were checked, before a deadline that may have begun earlier.</summary>
    internal async ValueTask<CommitResult> Commit(string partition, IReadOnlyList<Change> changes, CommitDeadline deadline, CancellationToken cancel)
    {
        if (changes.Count == 0)
            return new CommitResult(true, -1, []);
        // An ETag of another store: the service would call the whole request malformed.
        for (var i = 0; i < changes.Count; i++)
        {
            if (changes[i].Kind is ChangeKind.Replace or ChangeKind.Delete && !IsETag(changes[i].ETag))
                return CommitResult.Refused(i);
        }
        var answer = await requests.Batch(name, partition, changes, deadline, cancel);
        return answer.Status == 202
            ? Read(changes, TableBatch.Read(answer.Body.ToString()), answer.Doubtful)
            : throw Failure("a commit to", answer);
    }

    private CommitResult Read(IReadOnlyList<Change> changes, IReadOnlyList<TableBatch.Part> parts, bool doubtful)
    {
        if (parts.FirstOrDefault(p => p.Status >= 300) is { } failed)
        {
            var (code, at) = TableBatch.ReadError(failed.Body);
            if (!IsRefusal(failed.Status, code))
                throw AzureFaults.Answered(Service, $"a commit to '{name}'", failed.Status, code, default);
            if (doubtful)
                throw new StoreUnavailableException("Azure Tables was busy and then refused a commit, which may be its own earlier effect: read again.");
            return CommitResult.Refused(Math.Min(at, changes.Count - 1));
        }
        if (parts.Count != changes.Count)
            throw new StoreUnavailableException($"Azure Tables answered a commit of {changes.Count} changes in {parts.Count} parts: whether it landed is unknown.");
        return new CommitResult(true, -1, [.. parts.Select((part, i) => changes[i].Kind == ChangeKind.Delete ? "" : part.ETag)]);
    }

    private async IAsyncEnumerable<List<Row>> Pages(string filter, int top, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (nextPartition, nextKey) = ("", "");
        do
        {
            var query = $"?$top={top.ToString(CultureInfo.InvariantCulture)}"
                + Part("$filter", filter) + Part("NextPartitionKey", nextPartition) + Part("NextRowKey", nextKey);
            var answer = await requests.Query(name, query, cancel);
            if (IsMissing(answer))
                yield break;
            if (answer.Status != 200)
                throw Failure("a query of", answer);
            yield return Parsed(answer, page => page.GetProperty("value").EnumerateArray().Select(EntityJson.Read).ToList());
            // Either header may stand alone.
            (nextPartition, nextKey) = (answer.NextPartition, answer.NextKey);
        }
        while (nextPartition.Length > 0 || nextKey.Length > 0);
    }

    /// <summary>A gateway or a sign-in page may answer 200 in the service's place.</summary>
    private T Parsed<T>(TableAnswer answer, Func<JsonElement, T> read)
    {
        try
        {
            using var body = JsonDocument.Parse(answer.Body);
            return read(body.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            throw new StoreUnavailableException($"{Service} answered a read of '{name}' with something that is none: check the address, and whether a proxy answers in its place.");
        }
    }

    private Exception Failure(string what, TableAnswer answer) => AzureFaults.Answered(Service, $"{what} '{name}'", answer.Status, answer.Code, answer.Hints);

    private bool IsMissing(TableAnswer answer) => missingIsEmpty && answer is { Status: 404, Code: "TableNotFound" };

    private static bool IsRefusal(int status, string code) => (status, code) switch
    {
        (412, _) => true,
        (409, "EntityAlreadyExists") => true,
        (404, "ResourceNotFound" or "EntityNotFound" or "EntityDoesNotExist") => true,
        _ => false,
    };

    private static bool IsETag(string etag) => etag == "*" || etag.StartsWith("W/\"", StringComparison.Ordinal) && !etag.AsSpan().ContainsAny('\r', '\n');

    private static string Part(string name, string value) => value.Length == 0 ? "" : $"&{name}={Uri.EscapeDataString(value)}";

    private static string Quoted(string bound) => bound.Replace("'", "''", StringComparison.Ordinal);
}
