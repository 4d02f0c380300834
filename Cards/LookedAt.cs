using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

/// <summary>A reading of something of a person by somebody else, as the person reads it.</summary>
/// <param name="Reader">Id of who read; empty where a command of the program was run.</param>
/// <param name="Item">Its number; empty where it has none.</param>
public sealed record LookedAt(DateTimeOffset At, string Reader, string Item, Viewer Viewer, Ground Ground, IReadOnlyList<Fact> Facts)
{
    /// <summary>
    /// Whether the person reads the name and not only the role: of whoever was asked, called or reviews what they sent. Who keeps the bot running acts for the office.
    /// </summary>
    public bool IsNamed => Reader.Length > 0 && Ground is Ground.Agreed or Ground.Shared or Ground.PersonNow or Ground.Sos or Ground.Reported or Ground.Duty && Viewer != Viewer.Administrator;
}
