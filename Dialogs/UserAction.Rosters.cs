namespace CheckInBot.Dialogs;

/// <summary>A press on the card about lists that an administrator sent.</summary>
public abstract record RosterAction(string Roster) : UserAction;

/// <summary>The lists become the roster.</summary>
public sealed record ApplyRoster(string Roster) : RosterAction(Roster)
{
    /// <summary><c>keep</c> or <c>revert</c>, where shifts were swapped about which the lists say something else.</summary>
    public Input Swapped { get; init; }
}

/// <summary>The lists are thrown away.</summary>
public sealed record DiscardRoster(string Roster) : RosterAction(Roster);
