namespace CheckInBot.Cards;

/// <summary>A report that waits: nobody uninvolved can take it, or the reply is late.</summary>
public abstract partial class Texts
{
    public abstract string BandNobody { get; }

    public abstract string NobodyHeading { get; }

    /// <summary>To the reporter of a restricted report that nobody uninvolved can take; a draft for professional review.</summary>
    /// <param name="unwanted">The reporter named people who should not review it.</param>
    public abstract string NobodyLine(bool unwanted);

    public abstract string NobodyIsNotYou { get; }

    /// <summary>Whom the reporter does not want counts, and can be changed.</summary>
    public abstract string UnwantedStays { get; }

    public abstract string WaysRemain { get; }

    public abstract string PoliceNumber { get; }

    /// <param name="names">The administrators who would read it.</param>
    public abstract string OfferToAlert(string names);

    public abstract string AlertThem { get; }

    public abstract string TheyKnow(string names);

    public abstract string NobodyToTell { get; }

    public abstract string BandSomebody { get; }

    public abstract string HandlerIsAsked { get; }

    /// <summary>On the receipt of a restricted report that nobody uninvolved can take.</summary>
    public abstract string NobodyCanTakeIt { get; }

    /// <summary>On the receipt of another report that nobody uninvolved can review.</summary>
    public abstract string NobodyCanReview(bool alerted);

    /// <summary>When the promised reply comes, while nobody has it.</summary>
    public abstract string HowItStandsBy(Moment due);

    /// <summary>It turned out to be restricted after the close of its review.</summary>
    /// <param name="who">Who has it; null while nobody has taken it.</param>
    public abstract string LookedAtAgain(PlainText? who);

    /// <summary>To that handler.</summary>
    public abstract string TurnedOutRestricted { get; }

    public abstract string LookedAtItAgain { get; }

    /// <param name="who">Who reviews it; null while nobody does.</param>
    /// <param name="administrators">They heard that it is late.</param>
    public abstract string ReplyIsLate(PlainText? who, Moment due, bool administrators);

    /// <summary>To the reviewer: the owner of a step cannot see to it.</summary>
    public abstract string StepOut(Dialogs.Incidents.StepOut why, Moment day);

    public abstract string BandMissing(bool restricted);

    /// <summary>To an administrator, who learns nothing else of it.</summary>
    public abstract string SomebodyMissing(bool restricted);

    public abstract string NameSomebody(bool restricted);

    public abstract string MissingIsNotWhat { get; }
}
