namespace CheckInBot.Dialogs.Duty;

/// <summary>A shift that somebody works (a line of <c>shifts.csv</c>), with its local times resolved to instants.</summary>
public sealed record Shift(string Id, string Person, string Team, string Post, DateTimeOffset Start, DateTimeOffset End)
{
    /// <summary>True from the first instant of the shift up to, not including, its last.</summary>
    public bool Covers(DateTimeOffset at) => Start <= at && at < End;
}

/// <summary>An absence (a line of <c>leave.csv</c>): whole local days, both included.</summary>
public sealed record Leave(string Person, DateOnly From, DateOnly To, string Kind)
{
    public bool Covers(DateOnly day) => From <= day && day <= To;
}
