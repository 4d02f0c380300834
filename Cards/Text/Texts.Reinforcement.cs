namespace CheckInBot.Cards;

/// <summary>A call to the back office.</summary>
public abstract partial class Texts
{
    public abstract string CanReinforce { get; }

    /// <summary>The notification for a change.</summary>
    public abstract string ReinforcementSummary { get; }

    public abstract string ReinforcementCalled(Moment at);

    public abstract string TheyCome(string names);

    public abstract string NobodyComesYet { get; }

    public abstract string NobodyToCall { get; }

    public abstract string PhoneIsFaster { get; }

    public abstract string ComesSince(Moment at);

    public abstract string WentBack(Moment at);

    public abstract string CalledNotYet { get; }

    public abstract string NotReached { get; }

    public abstract string EnoughNow { get; }

    public abstract string EndsAt(Moment at);

    public abstract string ReinforcementOver(Moment at);

    public abstract string EndedByName(PlainText name);

    public abstract string TimeIsOver { get; }

    public abstract string NeededInFront(PlainText name, PlainText team);

    public abstract string ComeIfYouCan { get; }

    public abstract string IAmComing { get; }

    public abstract string YouCome(Moment at);

    public abstract string IGoBack { get; }

    public abstract string YouWentBack(Moment at);

    public abstract string ThankYouForComing { get; }
}
