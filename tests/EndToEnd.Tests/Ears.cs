using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Runtime.ExceptionServices;
using Microsoft.Extensions.Logging;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>Hears everything that a program in this process says to its operators: logs of every level, measurements, traces and exceptions.</summary>
internal sealed class Ears : ILoggerProvider, IDisposable
{
    private readonly ConcurrentQueue<(string Where, string What)> heard = new();
    private readonly MeterListener meters = new();
    private readonly ActivityListener traces;

    public Ears()
    {
        meters.InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument);
        meters.SetMeasurementEventCallback<int>(Measured);
        meters.SetMeasurementEventCallback<long>(Measured);
        meters.SetMeasurementEventCallback<double>(Measured);
        meters.Start();
        traces = new ActivityListener
        {
            ShouldListenTo = _ => true,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = a => Hear($"trace {a.Source.Name}", string.Join(' ', new[] { a.OperationName, a.Parent is { } above ? $"under {above.OperationName}" : "", a.DisplayName, a.StatusDescription }
                .Concat(a.TagObjects.Concat(a.Events.SelectMany(e => e.Tags)).Select(Said)).Concat(a.Baggage.Select(b => $"{b.Key}={b.Value}")))),
        };
        ActivitySource.AddActivityListener(traces);
        AppDomain.CurrentDomain.FirstChanceException += Thrown;
    }

    /// <summary>All that was heard so far, by where it was said.</summary>
    public IReadOnlyCollection<(string Where, string What)> Heard => heard;

    public ILogger CreateLogger(string categoryName) => new EarOf(categoryName, this);

    public void Dispose()
    {
        AppDomain.CurrentDomain.FirstChanceException -= Thrown;
        traces.Dispose();
        meters.Dispose();
    }

    private void Hear(string where, string what) => heard.Enqueue((where, what));

    private void Measured<T>(Instrument instrument, T value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state) where T : struct =>
        Hear($"metric {instrument.Name}", string.Join(' ', tags.ToArray().Select(Said).Append(string.Create(CultureInfo.InvariantCulture, $"{value}"))));

    // The tests themselves may throw what they like.
    private void Thrown(object? sender, FirstChanceExceptionEventArgs e)
    {
        if (e.Exception.StackTrace?.Contains("EndToEnd.Tests", StringComparison.Ordinal) != true)
            Hear($"exception {e.Exception.GetType().Name}", $"{e.Exception.Message} {e.Exception.InnerException?.Message} {string.Join(' ', e.Exception.Data.Values.Cast<object?>())}");
    }

    private static string Said(KeyValuePair<string, object?> tag) => $"{tag.Key}={tag.Value}";

    private sealed class EarOf(string category, Ears ears) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull
        {
            ears.Hear($"scope {category}", Of(state));
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            ears.Hear($"log {category}", $"{formatter(state, exception)} {Of(state)} {exception}");

        private static string Of(object? state) =>
            state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs.Select(Said)) : $"{state}";
    }
}
