using System.Globalization;
using Azure;
using Azure.Core.Pipeline;

namespace CheckInBot.Bot.Storage.Azure;

/// <summary>What the headers of an answer tell beside its status.</summary>
/// <param name="Wait">How long the service asks to wait before another try.</param>
/// <param name="ClockOff">How far this host's clock is ahead of the service's; negative: behind.</param>
internal readonly record struct AnswerHints(TimeSpan? Wait, TimeSpan? ClockOff)
{
    public static AnswerHints Of(Response? response) =>
        response is null ? default : new(WaitOf(response), response.Headers.Date is { } date ? DateTimeOffset.UtcNow - date : null);

    /// <summary><c>Retry-After</c>, in seconds or as a date, or in milliseconds as Azure writes it beside.</summary>
    private static TimeSpan? WaitOf(Response response)
    {
        foreach (var name in new[] { "retry-after-ms", "x-ms-retry-after-ms" })
        {
            if (response.Headers.TryGetValue(name, out var text) && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var milliseconds))
                return TimeSpan.FromMilliseconds(milliseconds);
        }
        if (!response.Headers.TryGetValue("Retry-After", out var value))
            return null;
        return int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds)
            : DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at - DateTimeOffset.UtcNow
            : null;
    }
}

/// <summary>The hints of the latest answer within a call of the queue's client, whose exceptions do not bring the answer along.</summary>
internal sealed class AnswerNote
{
    public const string Property = nameof(AnswerNote);

    public AnswerHints Hints { get; private set; }

    /// <summary>The service's own word for what went wrong; empty where it gave none.</summary>
    public string Code { get; private set; } = "";

    public void Of(Response response)
    {
        Hints = AnswerHints.Of(response);
        Code = response.Headers.TryGetValue("x-ms-error-code", out var code) ? code ?? "" : "";
    }

    /// <summary>Until it is disposed of, every request of this call is noted.</summary>
    public IDisposable Take() => HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Property] = this });
}
