namespace CheckInBot.Cards;

/// <summary>The picture of where incidents gather.</summary>
public abstract partial class Texts
{
    public abstract string HotSpotsHeading { get; }

    /// <summary>A calendar quarter.</summary>
    public abstract string Period(DateOnly from, DateOnly to);

    public abstract string TooFewForAPicture { get; }

    public abstract string ByPost { get; }

    public abstract string ByWeekday { get; }

    public abstract string ByHour { get; }

    public abstract string HourOfDay(int hour);

    public abstract string NoneLargeEnough { get; }

    public abstract string WhatIsNotShown { get; }
}
