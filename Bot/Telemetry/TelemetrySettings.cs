namespace CheckInBot.Bot.Telemetry;

/// <summary>Section <c>Telemetry</c>: where measurements and traces go. Nothing leaves while no address is named.</summary>
/// <param name="Endpoint">Address of a receiver of OTLP over HTTP, without <c>/v1/...</c>; null when it is not set.</param>
/// <param name="Headers">What the receiver wants with each request, as <c>name=value,name=value</c>; a secret.</param>
/// <param name="WrittenSeconds"><c>Telemetry:EverySeconds</c> as it was written; null when it is not set.</param>
public sealed record TelemetrySettings(string? Endpoint, string? Headers, string? WrittenSeconds)
{
    private const int DefaultSeconds = 30, LeastSeconds = 1, MostSeconds = 600;

    /// <summary>How often measurements leave.</summary>
    public TimeSpan Every => TimeSpan.FromSeconds(Seconds ?? DefaultSeconds);

    /// <summary>The address; null when nothing is to leave.</summary>
    public Uri? Address => Uri.TryCreate(Endpoint?.TrimEnd('/') + "/", UriKind.Absolute, out var address) && address.Scheme is "http" or "https" ? address : null;

    private int? Seconds => int.TryParse(WrittenSeconds, System.Globalization.CultureInfo.InvariantCulture, out var seconds) && seconds is >= LeastSeconds and <= MostSeconds ? seconds : null;

    /// <summary>Blank counts as not set. Never throws: what is wrong is told by <see cref="Faults"/>.</summary>
    public static TelemetrySettings Read(IConfiguration settings)
    {
        string? Of(string key) => settings["Telemetry:" + key]?.Trim() is { Length: > 0 } value ? value : null;
        return new(Of("Endpoint"), Of("Headers"), Of("EverySeconds"));
    }

    public IEnumerable<string> Faults()
    {
        if (Endpoint is not null && Address is null)
            yield return "setting Telemetry:Endpoint is no address. Say where OTLP over HTTP is received, such as http://localhost:4318, or leave it empty: then nothing is sent.";
        if (Headers is not null && Headers.Split(',').Any(h => h.IndexOf('=', StringComparison.Ordinal) < 1))
            yield return "setting Telemetry:Headers is not of the form name=value,name=value.";
        if (WrittenSeconds is not null && Seconds is null)
            yield return $"setting Telemetry:EverySeconds is \"{WrittenSeconds}\". Say a whole number from {LeastSeconds} to {MostSeconds}.";
    }
}
