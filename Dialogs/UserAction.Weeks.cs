namespace CheckInBot.Dialogs;

/// <summary>Looks at the week of a team.</summary>
/// <param name="Team">Id of the team; <see cref="Other"/> is stronger.</param>
public sealed record PressWeek(string Team) : UserAction
{
    /// <summary>A day of the week, <c>2026-11-23</c>; missing: the present one.</summary>
    public Input Day { get; init; }

    /// <summary>Which part of the people, from 0.</summary>
    public Input Part { get; init; }

    /// <summary>Id of a team that was chosen on the card.</summary>
    public Input Other { get; init; }
}
