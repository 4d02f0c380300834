using System.Globalization;
using System.Text;
using System.Text.Json;

namespace CheckInBot.Bot.Storage.Azure;

/// <summary>
/// An Entity Group Transaction: a changeset within a <c>multipart/mixed</c> batch ("Performing entity group transactions",
/// Azure Storage REST reference). The answer is 202 even where the changeset failed; the truth stands inside.
/// </summary>
internal static class TableBatch
{
    /// <summary>The service's limit for the whole body.</summary>
    private const int BodyBytes = 4 * 1024 * 1024;

    /// <summary>One part of the answer.</summary>
    /// <param name="Status">HTTP status.</param>
    /// <param name="ETag">Empty where there is none.</param>
    /// <param name="Body">JSON, or empty.</param>
    public sealed record Part(int Status, string ETag, string Body);

    public static byte[] Write(Uri endpoint, string table, string partition, IReadOnlyList<Change> changes, string boundary)
    {
        using var body = new MemoryStream();
        Line(body, $"--{boundary}");
        Line(body, $"Content-Type: multipart/mixed; boundary=changes_{boundary}");
        Line(body, "");
        foreach (var change in changes)
        {
            Line(body, $"--changes_{boundary}");
            Line(body, "Content-Type: application/http");
            Line(body, "Content-Transfer-Encoding: binary");
            Line(body, "");
            WriteChange(body, endpoint, table, partition, change);
        }
        Line(body, $"--changes_{boundary}--");
        Line(body, "");
        Line(body, $"--{boundary}--");
        return body.Length <= BodyBytes ? body.ToArray() : throw new ArgumentException($"A batch of {changes.Count} changes is larger than {BodyBytes} bytes.", nameof(changes));
    }

    /// <summary>The address of one entity; <see cref="StoreLimits.CheckKey"/> left nothing in a key that would need encoding.</summary>
    public static string EntityAddress(Uri endpoint, string table, string partition, string key) =>
        $"{endpoint.AbsoluteUri.TrimEnd('/')}/{table}(PartitionKey='{partition}',RowKey='{key}')";

    public static IReadOnlyList<Part> Read(string answer)
    {
        var parts = new List<Part>();
        using var lines = new StringReader(answer);
        while (lines.ReadLine() is { } line)
        {
            if (line.StartsWith("HTTP/1.1 ", StringComparison.Ordinal) && line.Length >= 12
                && int.TryParse(line.AsSpan(9, 3), NumberStyles.None, CultureInfo.InvariantCulture, out var status))
                parts.Add(ReadPart(lines, status));
        }
        return parts;
    }

    /// <summary>The code and the index of a failure: <c>{"odata.error":{"code":"...","message":{"value":"2:The ..."}}}</c>.</summary>
    public static (string Code, int At) ReadError(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var error = document.RootElement.GetProperty("odata.error");
            var code = error.GetProperty("code").GetString() ?? "";
            var text = error.GetProperty("message").GetProperty("value").GetString() ?? "";
            var colon = text.IndexOf(':', StringComparison.Ordinal);
            var at = colon > 0 && int.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : 0;
            return (code, at);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return ("", 0);
        }
    }

    private static void WriteChange(MemoryStream body, Uri endpoint, string table, string partition, Change change)
    {
        var address = EntityAddress(endpoint, table, partition, change.Key);
        Line(body, change.Kind switch
        {
            ChangeKind.Insert => $"POST {endpoint.AbsoluteUri.TrimEnd('/')}/{table} HTTP/1.1",
            ChangeKind.Delete => $"DELETE {address} HTTP/1.1",
            _ => $"PUT {address} HTTP/1.1",
        });
        Line(body, "Accept: application/json;odata=minimalmetadata");
        Line(body, "DataServiceVersion: 3.0");
        // PUT without If-Match inserts or replaces.
        if (change.Kind is ChangeKind.Replace or ChangeKind.Delete)
            Line(body, $"If-Match: {change.ETag}");
        if (change.Kind == ChangeKind.Delete)
        {
            Line(body, "");
            Line(body, "");
            return;
        }
        if (change.Kind == ChangeKind.Insert)
            Line(body, "Prefer: return-no-content");
        Line(body, "Content-Type: application/json");
        Line(body, "");
        body.Write(EntityJson.Write(partition, change.Key, change.Columns));
        Line(body, "");
    }

    private static Part ReadPart(StringReader lines, int status)
    {
        var etag = "";
        while (lines.ReadLine() is { Length: > 0 } header)
        {
            if (header.StartsWith("ETag:", StringComparison.OrdinalIgnoreCase))
                etag = header["ETag:".Length..].Trim();
        }
        var body = new StringBuilder();
        while (lines.ReadLine() is { } line && !line.StartsWith("--", StringComparison.Ordinal))
            body.Append(line);
        return new Part(status, etag, body.ToString().Trim());
    }

    private static void Line(MemoryStream body, string line) => body.Write(Encoding.UTF8.GetBytes(line + "\r\n"));
}
