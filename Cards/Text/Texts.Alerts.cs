using CheckInBot.Dialogs.Alerts;

namespace CheckInBot.Cards;

/// <summary>SOS. Who reads these may be shaking or running; they are drafts for professional review. A number is the one against violence.</summary>
public abstract partial class Texts
{
    public abstract string Callee(Callee callee);

    public abstract string ConfirmHeading { get; }

    public abstract string ConfirmSpoken(string police);

    public abstract string WhereAreYou { get; }

    public abstract string WillCall(string whom);

    public abstract string ViolenceFirst(string police);

    public abstract string LeaveIt { get; }

    public abstract string CallThem { get; }

    public abstract string NobodyWasCalled { get; }

    public abstract string NotConfirmed { get; }

    /// <summary>The notification for a change of an alert.</summary>
    public abstract string AlertFollows { get; }

    public abstract string OpenSpoken(string police);

    public abstract string CalledTo(PlainText post);

    public abstract string CalledToYou { get; }

    public abstract string OnTheWay(PlainText name, string since);

    public abstract string GoingSince(string since);

    /// <summary>One of them by name, or how many; and how many more the channel cannot reach.</summary>
    public abstract string CalledOf(PlainText? name, int reached, int outOfReach);

    /// <param name="reached">Somebody has a card at all.</param>
    public abstract string NobodyAnswers(bool reached);

    public abstract string DoNotWait(string police);

    public abstract string StepBack { get; }

    public abstract string NoAlarmSystem(string police);

    /// <summary>For those who read along in a channel: whoever typed there, and where they are, is not said.</summary>
    public abstract string HelpIsCalled { get; }

    /// <summary>The same, where nobody could be called.</summary>
    public abstract string NobodyInReach { get; }

    /// <summary>The same, where a tap is waited for in the own chat.</summary>
    public abstract string AskedPrivately { get; }

    public abstract string SeenByCalled { get; }

    /// <param name="more">There is a further step of people.</param>
    public abstract string ThenOthers(TimeSpan wait, bool more);

    public abstract string AreYouSafe { get; }

    public abstract string IAmSafe { get; }

    public abstract string ItWasAMistake { get; }

    public abstract string CallAgain { get; }

    public abstract string YouAreSafe(Moment at);

    public abstract string SafeSays(PlainText name, Moment at);

    public abstract string CalledAreTold { get; }

    public abstract string IfNotSafe { get; }

    public abstract string TakenBack(Moment at);

    public abstract string CalledAreToldOfMistake { get; }

    public abstract string LapsedAlert(Moment at);

    /// <param name="told">An administrator has a card of it.</param>
    public abstract string LapsedAlertLine(bool told);

    /// <param name="post">Null when it is not known.</param>
    public abstract string NeededSpoken(PlainText? post, string police);

    public abstract string BandNeeded { get; }

    public abstract string NoPost(PlainText name);

    public abstract string GoThere { get; }

    public abstract string PutSpaceBetween { get; }

    public abstract string Violence(string police);

    public abstract string CalledNext(TimeSpan wait, bool more);

    public abstract string DoesNotCall(string police);

    public abstract string IAmGoing { get; }

    public abstract string IAmGoingToo { get; }

    public abstract string GoIfClose { get; }

    public abstract string YouGo(string since);

    public abstract string OthersGo(string names);

    public abstract string ItIsSafe { get; }

    public abstract string IsItSafe { get; }

    public abstract string BandSafe(Moment at);

    public abstract string NoNeedToGo(PlainText who);

    public abstract string BandMistake(Moment at);

    public abstract string WasAMistake(PlainText who);

    /// <summary>For whoever was called and is so no more; why is not said.</summary>
    public abstract string NoLongerCalled { get; }

    public abstract string BandLapsed(Moment at);

    public abstract string NobodyClosed(PlainText who);

    public abstract string UnclosedSpoken { get; }

    public abstract string BandUnclosed { get; }

    public abstract string UnclosedLine(Moment from, Moment until, int going);

    public abstract string AskTheLeader { get; }

    public abstract string NotWhoNorWhere { get; }

    public abstract string CardBelow { get; }

    public abstract string CanSos { get; }

    public abstract string CanCalm { get; }

    public abstract string CanBreathe { get; }
}
