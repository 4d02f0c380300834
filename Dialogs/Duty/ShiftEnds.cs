using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Dialogs.Duty;

/// <summary>A shift that has ended since the last look.</summary>
/// <param name="Cursor">Place of the shift in the roster's order of ends.</param>
/// <param name="GoesOn">The same person's next shift follows at once, so nothing is asked yet.</param>
/// <param name="Asks">The person is one who is asked (role staff).</param>
public sealed record EndedShift(Shift Shift, string Cursor, bool GoesOn, bool Asks);

/// <summary>The planner looks at the roster: shifts ended in order, and the next end to come.</summary>
/// <param name="Ended">At most <see cref="ShiftEnds.Most"/> of them; whether <paramref name="More"/> remain.</param>
public sealed record Looked(IReadOnlyList<EndedShift> Ended, bool More, DateTimeOffset? NextEnd) : FlowEvent;

/// <summary>The program has started, or a roster was imported: shifts may end at other times than those the planner sleeps for.</summary>
public sealed record ShiftsMayHaveChanged : FlowEvent;

/// <summary>The planner of one team: passes over the shift ends of the roster in order and tells each check-in once.</summary>
/// <remarks>
/// It reads the roster when a shift ends, not before, so a swap needs no replanning; its cost grows with the shifts that end. A team whose shifts
/// are days away costs nothing until then: whoever changes when shifts end tells it (<see cref="ShiftsMayHaveChanged"/>).
/// Whether it is too late to ask is the check-in's to decide and to record.
/// </remarks>
public sealed record ShiftEnds : FlowState
{
    public const string Kind = "shiftEnds";

    /// <summary>How many shift ends one step passes at most; a batch holds 100 changes.</summary>
    public const int Most = 80;

    /// <summary>How long the planner sleeps at most, should it ever not be told of a roster that changed.</summary>
    public static readonly TimeSpan LongestSleep = TimeSpan.FromDays(6);

    public required string Team { get; init; }

    /// <summary>Everything up to here has been passed.</summary>
    public required string Cursor { get; init; }

    public required DateTimeOffset WakeAt { get; init; }

    public FlowKey Key => KeyOf(Team);

    public override DateTimeOffset? NextAt => WakeAt;

    public static FlowKey KeyOf(string team) => new(Kind, team, "plan");

    public Step<ShiftEnds> On(Looked e, DateTimeOffset at)
    {
        // Its next look is early enough, unless an end has come before it.
        if (e is { Ended: [], More: false } && WakeAt > at && (e.NextEnd is not { } soon || soon >= WakeAt))
            return this.Then();
        var asked = e.Ended.Where(s => s is { Asks: true, GoesOn: false }).Select(s => (Effect)new Signal(
            s.Cursor,
            CheckIn.KeyOf(s.Shift.Person, CheckIn.IdOf(s.Shift.End)),
            new ShiftEnded(s.Shift)));
        var latest = at + LongestSleep;
        var next = this with
        {
            Cursor = e.Ended.Count > 0 ? e.Ended[^1].Cursor : Cursor,
            WakeAt = e.More ? at : e.NextEnd is { } end && end < latest ? end : latest,
        };
        return new(next, [.. asked], null);
    }
}
