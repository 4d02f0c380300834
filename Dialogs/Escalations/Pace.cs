namespace CheckInBot.Dialogs.Escalations;

/// <summary>Why somebody is asked; the policy says how urgent that is.</summary>
public enum Cause
{
    /// <summary>The answers say that the day was very hard.</summary>
    HardDay,

    /// <summary>The person chose who would help; the day was not very hard.</summary>
    ChosenHelper,

    /// <summary>Help was offered after several hard shifts, and the person said yes.</summary>
    Offer,

    /// <summary>"I need a person now".</summary>
    PersonNow,

    /// <summary>Asked how they are after an incident, the person said: not all right.</summary>
    NotAllRight,
}

/// <summary>How soon somebody should have it.</summary>
public enum Urgency
{
    Immediate,
    High,
    Normal,
}

/// <summary>How a case of some urgency is waited for.</summary>
/// <param name="Wait">How long a step waits for somebody to take the case.</param>
/// <param name="WorkingHours">Waits count only within the working hours of the person's team.</param>
/// <param name="Rounds">How many times the chain is gone through before it is said that nobody answered; at least 1.</param>
public sealed record Pace(TimeSpan Wait, bool WorkingHours, int Rounds)
{
    /// <summary>That of cases which were opened before paces; their steps have waits of their own.</summary>
    public static readonly Pace Before = new(TimeSpan.FromMinutes(15), false, 1);
}
