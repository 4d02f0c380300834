namespace CheckInBot.Dialogs.CheckIns;

/// <summary>Where an answer goes when it is sent.</summary>
public enum Outlook
{
    /// <summary>Nobody is told.</summary>
    Nobody,

    /// <summary>Somebody would be asked, but the person has not agreed to that: nobody is told, and help is offered.</summary>
    NotAgreed,

    Buddy,
    Leader,
    Counsellor,
}

/// <summary>The rules of check-ins (section <c>checkin</c> of <c>policy.json</c>).</summary>
/// <param name="HighStress">Stress from here up goes to the duty leader, 1-5.</param>
/// <param name="LowMood">Mood from here down goes to the duty leader, 1-5.</param>
/// <param name="RemindAfter">How long an unanswered card waits for its one reminder.</param>
/// <param name="LaterAfter">How long "ask later" waits.</param>
/// <param name="DropAfter">How late a check-in may still be asked; later ones are dropped and recorded.</param>
/// <param name="EditFor">How long an answer may be changed when no next shift is known.</param>
/// <param name="QuietAfter">After so many asked check-ins in a row without an answer nothing more is asked, until the person wants to.</param>
/// <param name="Run">Hard shifts in a row, after which a receipt offers help.</param>
/// <param name="Baseline">More stress than is usual for the person, after which a receipt offers help.</param>
/// <param name="Tags">Keys of the stressor tags, in the order of the card.</param>
public sealed record CheckInPolicy(
    int HighStress,
    int LowMood,
    TimeSpan RemindAfter,
    TimeSpan LaterAfter,
    TimeSpan DropAfter,
    TimeSpan EditFor,
    int QuietAfter,
    RunRule Run,
    BaselineRule Baseline,
    IReadOnlyList<string> Tags)
{
    /// <summary>Whether the next shift ends are not asked.</summary>
    public bool IsQuiet(Trend trend) => trend.InARow >= QuietAfter;

    /// <summary>What an answer that goes to nobody lets the receipt offer.</summary>
    /// <param name="answers">Oldest first; the last is the one just sent.</param>
    public Offer OfferAfter(IReadOnlyList<TrendEntry> answers) =>
        Run.Holds(answers) ? Offer.Run : Baseline.Holds(answers) ? Offer.Baseline : Offer.None;

    /// <summary>Whether the answers say that the day was very hard.</summary>
    public bool IsHigh(Answer answer) => answer.Stress >= HighStress || answer.Mood <= LowMood;

    /// <summary>Where an answer goes: a chosen helper first, else the duty leader for a very hard day.</summary>
    /// <param name="agreed">Whether the person agreed to being looked in on.</param>
    public Outlook Of(Answer answer, bool agreed)
    {
        var wanted = answer.Help switch
        {
            Helper.Buddy => Outlook.Buddy,
            Helper.Leader => Outlook.Leader,
            Helper.Counsellor => Outlook.Counsellor,
            _ when IsHigh(answer) => Outlook.Leader,
            _ => Outlook.Nobody,
        };
        return wanted == Outlook.Nobody || agreed ? wanted : Outlook.NotAgreed;
    }
}
