namespace CheckInBot.Cards;

/// <summary>The week of a team as a picture.</summary>
public abstract partial class Texts
{
    public abstract string CanSeeWeek { get; }

    /// <summary>Above the picture, and what a notification says.</summary>
    public abstract string WeekOf(PlainText team);

    /// <summary>Opens the picture on another card.</summary>
    public abstract string TheWeek { get; }

    /// <summary>First and last day of the week.</summary>
    public abstract string FromTo(Moment first, Moment last);

    public abstract string NoDutiesInWeek { get; }

    /// <summary>At the row below a person's: how the week would be.</summary>
    public abstract string IfSwapped { get; }

    /// <summary>What has changed hands stands in bold.</summary>
    public abstract string BoldIsSwapped { get; }

    /// <summary>What <see cref="WeekPicture.NextDay"/> means.</summary>
    public abstract string EndsNextDay(string sign);

    /// <summary>When the picture was drawn.</summary>
    public abstract string DrawnAt(Moment at);

    /// <summary>People who are not in the picture on this card; they are where somebody types the word.</summary>
    public abstract string OthersWork(int count);

    public abstract string WeekBefore { get; }

    public abstract string WeekAfter { get; }

    public abstract string ShowOthers { get; }

    public abstract string WhichTeam { get; }

    public abstract string ShowTeam { get; }
}
