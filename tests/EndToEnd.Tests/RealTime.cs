namespace CheckInBot.EndToEnd.Tests;

/// <summary>Lets real time pass where that is the matter itself: kills at any time, an outage that lasts, people who try again at their pace.</summary>
internal static class RealTime
{
    public static Task Passes(TimeSpan time) => Task.Delay(time);
}
