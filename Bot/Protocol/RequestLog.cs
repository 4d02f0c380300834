namespace CheckInBot.Bot.Protocol;

/// <summary>When the latest requests left, or are to leave: a ring, oldest first, that grows to what its windows need and no further.</summary>
/// <param name="most">How many are remembered: the largest window's.</param>
internal sealed class RequestLog(int most)
{
    private TimeSpan[] at = new TimeSpan[Math.Min(most, 4)];
    private int first;
    private int count;

    /// <summary>The newest; long ago where there is none.</summary>
    public TimeSpan Latest => count == 0 ? TimeSpan.MinValue : At(count - 1);

    /// <summary>When one more may leave so that no window of <paramref name="span"/> holds more than <paramref name="places"/>; long ago where it may at any time.</summary>
    public TimeSpan FreeAfter(int places, TimeSpan span) => count < places ? TimeSpan.MinValue : At(count - places) + span;

    /// <param name="time">Not before <see cref="Latest"/>.</param>
    public void Add(TimeSpan time)
    {
        if (count == at.Length && count < most)
        {
            var larger = new TimeSpan[Math.Min(most, count * 2)];
            for (var i = 0; i < count; i++)
                larger[i] = At(i);
            (at, first) = (larger, 0);
        }
        if (count == at.Length)
        {
            at[first] = time;
            first = (first + 1) % at.Length;
            return;
        }
        at[(first + count++) % at.Length] = time;
    }

    private TimeSpan At(int index) => at[(first + index) % at.Length];
}
