using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CheckInBot.Bot.Storage.Azure;

/// <summary>Signs each try of a request with the account's key: <c>SharedKey</c> of the Blob service ("Authorize with Shared Key", Azure Storage REST reference).</summary>
internal sealed class BlobKeyPolicy(string account, string key) : HttpPipelineSynchronousPolicy
{
    private readonly byte[] _key = Convert.FromBase64String(key);

    public override void OnSendingRequest(HttpMessage message)
    {
        // The service refuses a date older than 15 minutes: a later try needs its own.
        message.Request.Headers.SetValue("x-ms-date", DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture));
        var signature = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(StringToSign(account, message.Request)));
        message.Request.Headers.SetValue("Authorization", $"SharedKey {account}:{Convert.ToBase64String(signature)}");
    }

    public static string StringToSign(string account, Request request)
    {
        string Of(string header) => request.Headers.TryGetValue(header, out var value) ? value ?? "" : "";
        var length = request.Content is { } content && content.TryComputeLength(out var bytes) && bytes > 0 ? bytes.ToString(CultureInfo.InvariantCulture) : "";
        var own = request.Headers.Where(h => h.Name.StartsWith("x-ms-", StringComparison.OrdinalIgnoreCase)).OrderBy(h => h.Name, StringComparer.Ordinal).Select(h => $"{h.Name}:{h.Value}");
        var address = request.Uri.ToUri();
        var query = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal).Select(Canonical);
        string[] lines =
        [
            request.Method.Method, "", "", length, "", Of("Content-Type"), "", "", "", Of("If-None-Match"), "", "",
            .. own,
            $"/{account}{address.AbsolutePath}{string.Concat(query)}",
        ];
        return string.Join('\n', lines);
    }

    private static string Canonical(string parameter)
    {
        var at = parameter.IndexOf('=', StringComparison.Ordinal);
        return $"\n{parameter[..at]}:{Uri.UnescapeDataString(parameter[(at + 1)..])}";
    }
}
