using CheckInBot.Bot.Storage;
using Microsoft.Extensions.Logging;

namespace CheckInBot.Month.Tests;

/// <summary>What the program says of its own faults: in a month in which only the channel and the store fail there is no reason for any but the store's.</summary>
internal sealed class Ears(Figures figures, TimeProvider clock) : ILoggerProvider
{
    public ILogger CreateLogger(string categoryName) => new Ear(categoryName, figures, clock);

    public void Dispose()
    {
    }

    private sealed class Ear(string category, Figures figures, TimeProvider clock) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!IsEnabled(logLevel))
                return;
            var said = $"{category}: {formatter(state, exception)}{exception}";
            if (said.Contains(nameof(StoreUnavailableException), StringComparison.Ordinal))
                figures.Count("faults of the store in the log");
            else
                figures.Violated("the program reports no fault of its own", said, clock.GetUtcNow());
        }
    }
}
