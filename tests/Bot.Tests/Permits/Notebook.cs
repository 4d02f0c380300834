using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace CheckInBot.Bot.Tests.Permits;

/// <summary>Keeps what a program logs.</summary>
/// <param name="only">The category that is kept; null for all.</param>
internal sealed class Notebook(string? only = null) : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IEnumerable<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => only is null || only == categoryName ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) => lines.Enqueue($"{formatter(state, exception)}{exception}");

    public void Dispose()
    {
    }
}
