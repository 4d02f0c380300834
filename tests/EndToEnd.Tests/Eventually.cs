namespace CheckInBot.EndToEnd.Tests;

/// <summary>Looks again until something is so, never longer than a bound.</summary>
internal static class Eventually
{
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(25);

    /// <summary>What was found at last.</summary>
    /// <exception cref="TimeoutException">It never was; says what was waited for.</exception>
    public static async Task<T> Found<T>(string what, Func<ValueTask<T?>> look, TimeSpan? within = null) where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        while (true)
        {
            if (await look() is { } found)
                return found;
            if (TimeProvider.System.GetElapsedTime(started) > (within ?? Bound))
                throw new TimeoutException($"Not so within {(within ?? Bound).TotalSeconds:0} s: {what}.");
            await Task.Delay(Between);
        }
    }

    public static Task<T> Found<T>(string what, Func<T?> look, TimeSpan? within = null) where T : class =>
        Found(what, () => new ValueTask<T?>(look()), within);

    public static Task True(string what, Func<bool> look, TimeSpan? within = null) =>
        Found(what, () => look() ? what : null, within);
}
