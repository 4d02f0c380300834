using System.Diagnostics;
using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace CheckInBot.Bot.Storage.Azure;

/// <summary>The time within which all tries of one commit land or never will.</summary>
internal readonly struct CommitDeadline(TimeSpan within)
{
    private readonly long _start = Stopwatch.GetTimestamp();

    public TimeSpan Left => within - Stopwatch.GetElapsedTime(_start);
}

/// <summary>
/// Which tries of a commit may be repeated: only those that certainly did nothing. A repeated commit could find its own
/// effect and take it for somebody else's.
/// </summary>
internal sealed class CommitClassifier : ResponseClassifier
{
    /// <summary>An earlier try was answered by 503, which a gateway may also say of a request that it passed on: a refusal now proves nothing.</summary>
    public bool Doubtful { get; private set; }

    public override bool IsRetriableResponse(HttpMessage message)
    {
        Doubtful |= message.Response.Status == 503;
        return message.Response.Status is 503 or 429;
    }

    public override bool IsRetriable(HttpMessage message, Exception exception) => IsRetriableException(exception);

    public override bool IsRetriableException(Exception exception) =>
        exception.GetBaseException() is System.Net.Sockets.SocketException { SocketErrorCode: System.Net.Sockets.SocketError.ConnectionRefused or System.Net.Sockets.SocketError.HostNotFound }
        || exception is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError }
        || exception.InnerException is HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError };
}

/// <summary>Tells the service, try by try, how much time a commit has left, so that none lands after its deadline.</summary>
internal sealed class CommitDeadlinePolicy : HttpPipelineSynchronousPolicy
{
    private const string Parameter = "timeout=";

    public static void Set(HttpMessage message, CommitDeadline deadline) => message.SetProperty(typeof(CommitDeadline), deadline);

    public override void OnSendingRequest(HttpMessage message)
    {
        if (!message.TryGetProperty(typeof(CommitDeadline), out var value) || value is not CommitDeadline deadline)
            return;
        var seconds = Math.Floor(deadline.Left.TotalSeconds);
        if (seconds < 1)
            throw new TimeoutException();
        var others = message.Request.Uri.Query.TrimStart('?').Split('&').Where(p => p.Length > 0 && !p.StartsWith(Parameter, StringComparison.Ordinal));
        message.Request.Uri.Query = "?" + string.Join('&', others.Append(Parameter + seconds.ToString(CultureInfo.InvariantCulture)));
    }
}
