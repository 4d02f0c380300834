using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

/// <summary>Who looked, a copy of everything, and deleting everything.</summary>
public abstract partial class Texts
{
    public abstract string WhoLooked { get; }

    public abstract string NobodyLooked { get; }

    /// <summary>A reading. <paramref name="number"/>: of the case or report; empty where it has none.</summary>
    public abstract string LookLine(Moment at, string who, string number, string what, string why);

    public abstract string MoreLooks(int count);

    /// <summary>Why somebody might look, said to the person.</summary>
    public abstract string LookedBecause(Ground ground);

    public abstract string ExportData { get; }

    public abstract string ForgetMe { get; }
}
