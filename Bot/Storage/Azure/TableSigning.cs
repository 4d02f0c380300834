using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CheckInBot.Bot.Storage.Azure;

/// <summary>
/// Signs each try of a request with the account's key: <c>SharedKeyLite</c> of the Table service, which covers the date and
/// the encoded path ("Authorize with Shared Key", Azure Storage REST reference).
/// </summary>
internal sealed class SharedKeyPolicy(string account, string key) : HttpPipelineSynchronousPolicy
{
    private readonly byte[] _key = Convert.FromBase64String(key);

    public override void OnSendingRequest(HttpMessage message)
    {
        // The service refuses a date older than 15 minutes: a later try needs its own.
        var date = DateTimeOffset.UtcNow.ToString("R", CultureInfo.InvariantCulture);
        var signature = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(StringToSign(account, date, message.Request.Uri.ToUri())));
        message.Request.Headers.SetValue("x-ms-date", date);
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {account}:{Convert.ToBase64String(signature)}");
    }

    /// <summary>Of the query, only <c>comp</c> would belong to the string, and no request here has it.</summary>
    public static string StringToSign(string account, string date, Uri address) => $"{date}\n/{account}{address.AbsolutePath}";
}

/// <summary>Appends a shared access signature, once, to a request's address.</summary>
internal sealed class SharedAccessSignaturePolicy(string signature) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var query = message.Request.Uri.Query;
        if (!query.Contains(signature, StringComparison.Ordinal))
            message.Request.Uri.Query = query.Length > 0 ? $"{query}&{signature}" : $"?{signature}";
    }
}
