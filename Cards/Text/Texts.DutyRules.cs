using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Cards;

/// <summary>What speaks against a change of duty.</summary>
public abstract partial class Texts
{
    public abstract string Rule(DutyRule rule);

    public abstract string Severity(DutySeverity severity);

    /// <summary>The source of a rule as it stands behind a sentence: "Directive 2003/88/EC, art. 3".</summary>
    public abstract string Law(DutyLaw law);

    /// <summary>A length of time in full minutes: "9 hours 20 minutes".</summary>
    public abstract string Length(TimeSpan time);

    /// <summary>The finding as a sentence. It never tells why somebody is away.</summary>
    /// <param name="name">Of the person of the finding.</param>
    /// <param name="day">The day of the finding.</param>
    public abstract string Finding(DutyFinding finding, PlainText name, Moment day);
}
