namespace CheckInBot.Bot.Tests.Turns;

/// <summary>The clock of another machine, which agrees with this one but for that much.</summary>
internal sealed class AheadBy(TimeProvider clock, TimeSpan ahead) : TimeProvider
{
    public override long TimestampFrequency => clock.TimestampFrequency;

    public override long GetTimestamp() => clock.GetTimestamp();

    public override DateTimeOffset GetUtcNow() => clock.GetUtcNow() + ahead;
}
