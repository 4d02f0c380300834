namespace CheckInBot.Cards;

/// <summary>How the program and what it watches stand.</summary>
public abstract partial class Texts
{
    /// <summary>To whoever types what only administrators are answered.</summary>
    public abstract string ForAdministrators { get; }

    public abstract string StatusSpoken { get; }

    public abstract string StatusSummary { get; }

    public abstract string StatusAt(Moment now);

    public abstract string NothingNeedsYou { get; }

    public abstract string NeedYou(int things);

    public abstract string OverdueTitle { get; }

    /// <param name="team">Null for routes on which the team is not said.</param>
    public abstract string OverdueIn(PlainText? team, int day, int week, int older);

    public abstract string NoneOverdue { get; }

    public abstract string AskTheirLeaders { get; }

    public abstract string ReachTitle { get; }

    public abstract string HowManyNotReached(int people);

    public abstract string EverybodyIsReached { get; }

    public abstract string TodayTitle { get; }

    public abstract string EndsToday(PlainText team, int ends, int toCome);

    public abstract string NobodyEndsToday { get; }

    public abstract string OnTheWay(int checkIns);

    public abstract string AndMoreTeams(int teams);

    public abstract string RosterStands { get; }

    public abstract string NothingImported { get; }

    public abstract string Imported(int number, Moment at);

    public abstract string ImportNotFinished(int number);

    public abstract string VersionsTitle { get; }

    public abstract string ProgramTitle { get; }

    /// <summary>Names the shape of the store's rows.</summary>
    public abstract string ShapeTitle { get; }

    /// <summary>Names <c>policy.json</c>.</summary>
    public abstract string RulesTitle { get; }

    /// <summary>Names what people agree to.</summary>
    public abstract string TermsTitle { get; }

    /// <summary>A line of an administrator's first card.</summary>
    public abstract string RowStatus { get; }

    public abstract string RowStatusWhat { get; }
}
