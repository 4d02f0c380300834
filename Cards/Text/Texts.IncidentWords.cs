using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Cards;

/// <summary>The words of an incident, for its report, its review and the log.</summary>
public abstract partial class Texts
{
    public abstract string Kind(ViolenceKind kind);

    /// <summary>1-5 in words.</summary>
    public abstract string Severity(int severity);

    public abstract string Place(LocationClass place);

    public abstract string Hurt(Injury injury);

    /// <summary>What it began with.</summary>
    public abstract string Began(Trigger trigger);

    public abstract string Circumstance(Circumstance circumstance);

    public abstract string DoneAtOnce(ImmediateAction action);

    public abstract string Perpetrator(PerpetratorClass perpetrator);

    public abstract string Tool(Weapon weapon);
}
