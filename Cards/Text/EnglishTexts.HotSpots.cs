namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string HotSpotsHeading => "Where and when incidents gather";

    public override string Period(DateOnly from, DateOnly to) => $"Reported from {Months[from.Month - 1]} to {Months[to.Month - 1]} {to.Year}";

    public override string TooFewForAPicture => "Too few were reported in this quarter: a picture would show who they were.";

    public override string ByPost => "Post";

    public override string ByWeekday => "Weekday";

    public override string ByHour => "Hour";

    public override string HourOfDay(int hour) => $"{hour:00}:00–{hour:00}:59";

    public override string NoneLargeEnough => "None is large enough to be shown.";

    public override string WhatIsNotShown => "Fewer than five are not shown, and some others are left out with them, so that nothing can be worked out. What only one handler may see is not counted.";
}
