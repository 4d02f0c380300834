using CheckInBot.Dialogs.Audits;

namespace CheckInBot.Cards;

/// <summary>The auditor's alarm.</summary>
public abstract partial class Texts
{
    public abstract string AlarmSpoken { get; }

    public abstract string AlarmSummary { get; }

    public abstract string Standing(int cases);

    /// <param name="due">When the next step should have come.</param>
    public abstract string Trouble(Trouble trouble, Moment? due);

    /// <summary>Heads the card when every case moves and something does not get where it should.</summary>
    public abstract string NotArriving { get; }

    public abstract string Stuck(Stuck kind, int count);

    /// <summary>Nothing but a deletion stands: nobody waits for somebody.</summary>
    public abstract string NotDeleted { get; }

    public abstract string LogThenRestart { get; }

    /// <summary>Heads the card when records are parked and nothing else is wrong.</summary>
    public abstract string SomethingParked { get; }

    /// <summary>Records whose waking failed again and again.</summary>
    public abstract string Parked(int count);

    public abstract string AndMore(int cases);

    /// <summary>Those whose number the reader may not know.</summary>
    /// <param name="alone">No other is listed.</param>
    public abstract string Unnumbered(int count, bool alone);

    public abstract string SomebodyWaits { get; }

    public abstract string WhatToDo { get; }

    /// <summary>As <see cref="WhatToDo"/>, when no case can be named.</summary>
    public abstract string WhatToDoWithoutNumbers { get; }

    public abstract string NotWhoNotWhy { get; }

    public abstract string MovingAgain { get; }

    public abstract string MovingAgainLine { get; }
}
