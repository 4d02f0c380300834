using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

/// <summary>First contact of those who are not asked at a shift's end but called on by others.</summary>
public abstract partial class Texts
{
    public abstract string HelperSpoken { get; }

    public abstract string WhatIDoForOthers { get; }

    public abstract string WhatReachesYou { get; }

    public abstract string RowReceives { get; }

    /// <summary>What somebody of that role gets from the bot, and when. <paramref name="seen"/> comes from the table of who sees what.</summary>
    public abstract string RowReceivesWhat(Role role, string seen);

    public abstract string ReceivesNothing { get; }

    public abstract string RowCalled { get; }

    /// <param name="seen">What stands on the card of an alert.</param>
    public abstract string RowCalledWhat(string seen);

    public abstract string RowReviews { get; }

    /// <summary>To those who may be asked to review a report.</summary>
    public abstract string RowReviewsWhat { get; }

    public abstract string RowSteps { get; }

    /// <summary>To those who may own a step of a review.</summary>
    public abstract string RowStepsWhat { get; }

    public abstract string RowHidden { get; }

    public abstract string RowTaken { get; }

    public abstract string RowTakenMeans { get; }

    public abstract string RowCannot { get; }

    public abstract string RowCannotMeans { get; }

    public abstract string RowYourself { get; }

    public abstract string RowYourselfMeans { get; }
}
