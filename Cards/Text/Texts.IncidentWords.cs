using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Cards;

/// <summary>The words of an incident, as people choose and read them.</summary>
public abstract partial class Texts
{
    public abstract string Kind(ViolenceKind kind);

    public abstract string Hurt(Injury injury);

    public abstract string Place(LocationClass place);

    public abstract string Began(Trigger trigger);

    public abstract string Perpetrator(PerpetratorClass perpetrator);

    public abstract string Tool(Weapon weapon);

    public abstract string Circumstance(Circumstance circumstance);

    public abstract string DoneAtOnce(ImmediateAction action);

    public abstract string Wish(SupportWish wish);
}
