using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Flows;

/// <summary>The planner of a team: reads which shifts ended since its last look.</summary>
public sealed class ShiftEndsFlow(Roster.Roster roster) : Flow<ShiftEnds>(ShiftEnds.Kind, DialogsJson.Default.ShiftEnds)
{
    /// <summary>A next shift that starts this soon makes one long day of two; it is asked about once, at its end.</summary>
    public static readonly TimeSpan BackToBack = TimeSpan.FromMinutes(30);

    protected override async ValueTask<Step<ShiftEnds>?> Decide(FlowKey key, ShiftEnds? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        // What ended before the bot knew the team is not asked about.
        state ??= new ShiftEnds { Team = key.Owner, Cursor = Roster.Roster.CursorBefore(at), WakeAt = at };
        if (state.WakeAt > at && e is not ShiftsMayHaveChanged)
            return state.Then();
        var ended = await roster.Ending(state.Team, state.Cursor, at, ShiftEnds.Most);
        var looked = new List<EndedShift>();
        foreach (var (shift, cursor) in ended)
        {
            var person = roster.Find(shift.Person);
            var asks = person?.Is(Role.Staff) == true;
            looked.Add(new(shift, cursor, asks && await roster.GoesOn(person!, shift.End, BackToBack), asks));
        }
        var more = ended.Count == ShiftEnds.Most;
        return state.On(new Looked(looked, more, more ? null : await roster.NextEnd(state.Team, at)), at);
    }

    protected override ValueTask<CardMessage> Draw(ShiftEnds state, Slot slot, CancellationToken cancel) =>
        throw new InvalidOperationException("The planner shows no card.");
}
