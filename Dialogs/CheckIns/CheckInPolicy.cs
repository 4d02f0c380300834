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
/// <param name="Tags">Keys of the stressor tags, in the order of the card.</param>
public sealed record CheckInPolicy(
    int HighStress,
    int LowMood,
    TimeSpan RemindAfter,
    TimeSpan LaterAfter,
    TimeSpan DropAfter,
    TimeSpan EditFor,
    IReadOnlyList<string> Tags)
{
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
