namespace CheckInBot.Cards;

/// <summary>A cover: somebody who must go for a few minutes, somebody who stands in, and a leader who need not act.</summary>
public abstract partial class Texts
{
    public abstract string CanCover { get; }

    public abstract string NoShiftNow { get; }

    public abstract string OnePostAtATime { get; }

    public abstract string NoReinforcementFromHere { get; }

    /// <summary>The notification for a change.</summary>
    public abstract string CoverSummary { get; }

    public abstract string HowLongAway { get; }

    public abstract string NoReasonNeeded { get; }

    public abstract string MinutesOf(int minutes);

    public abstract string NeverMind { get; }

    public abstract string NobodyWasAsked { get; }

    public abstract string StillAsks { get; }

    public abstract string LookingFor(int minutes);

    public abstract string AskedFirst { get; }

    public abstract string ThenColleagues(Moment until);

    public abstract string ThenYouAreTold(Moment until);

    /// <summary>Nobody is free, or all have said that they cannot.</summary>
    public abstract string NobodyCan { get; }

    /// <summary>Somebody who was asked has not answered.</summary>
    public abstract string NobodyYet { get; }

    /// <summary>Who knows that nobody could, if there is a leader on shift, and until when it can still be taken.</summary>
    public abstract string LeaderKnows(string? leaders, Moment until);

    public abstract string StandsIn(PlainText name, Moment until);

    public abstract string GoInPeace { get; }

    public abstract string IAmBack { get; }

    public abstract string MoreMinutes(int minutes);

    public abstract string MoreWasHad { get; }

    public abstract string YoursAgain { get; }

    public abstract string ReadyToGo(PlainText name);

    public abstract string OverTime { get; }

    public abstract string GivenBackToYou(Moment at);

    public abstract string IsTold(PlainText name);

    public abstract string HadToGo(PlainText name);

    public abstract string EndedByItself { get; }

    public abstract string NotNeeded { get; }

    public abstract string AskedAreTold { get; }

    public abstract string NobodyStoodIn { get; }

    public abstract string SorryNobody { get; }

    public abstract string AskForCoverAgain { get; }

    public abstract string AsksForCover(PlainText name, int minutes);

    public abstract string AtPost(PlainText post);

    public abstract string FineIfNot { get; }

    public abstract string IStandIn { get; }

    public abstract string ICannotNow { get; }

    public abstract string YouCannot { get; }

    public abstract string ICanAfterAll { get; }

    public abstract string NobodyFound(PlainText name);

    public abstract string YouCoverAnother { get; }

    public abstract string OthersAreAsked(PlainText name);

    public abstract string YouStandIn(PlainText name, Moment until);

    public abstract string UntilBack(PlainText name);

    public abstract string GaveBack { get; }

    public abstract string OtherStandsIn(PlainText name);

    public abstract string NoNeedThanks { get; }

    public abstract string TimeUpForYou { get; }

    public abstract string IsReminded(PlainText name);

    public abstract string GivenBack(Moment at);

    public abstract string ThanksForThis { get; }

    public abstract string SeenStandsIn(PlainText by, PlainText name, Moment until);

    public abstract string SeenNobody(PlainText name, int minutes);

    public abstract string SeenAsked(int people);

    public abstract string SeenLooking(PlainText name);

    public abstract string SeenTimeUp(PlainText name);

    public abstract string KeepsItself { get; }
}
