using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Flows;

/// <summary>Leave that people tell: the zone of their days, and its one card.</summary>
public sealed class LeaveFlow(Roster.Roster roster, Readers readers) : Flow<OwnLeave>(OwnLeave.Kind, DialogsJson.Default.OwnLeave)
{
    protected override ValueTask<Step<OwnLeave>?> Decide(FlowKey key, OwnLeave? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        var person = roster.Find(key.Owner);
        // Of whoever has left the roster the days still go.
        if (person is null && state is null)
            return new((Step<OwnLeave>?)null);
        var facts = new OwnLeaveFacts(person is null ? TimeZoneInfo.Utc : roster.ZoneOf(person.Team));
        return new((state ?? OwnLeave.Begin(key.Owner)).On(e, facts, at));
    }

    protected override async ValueTask<CardMessage> Draw(OwnLeave state, Slot slot, CancellationToken cancel)
    {
        var context = await readers.For(slot.Person, [], cancel);
        return LeaveCards.Of(state, state.Leave is { } leave ? await DutiesIn(leave, context.Now) : 0, context);
    }

    /// <summary>How many duties of the team, which alone can be swapped, the person has still ahead in that time.</summary>
    private async ValueTask<int> DutiesIn(Leave leave, DateTimeOffset now)
    {
        if (roster.Find(leave.Person) is not { } person)
            return 0;
        var zone = roster.ZoneOf(person.Team);
        DateTimeOffset At(DateOnly day) => LocalTime.ToInstant(day.ToDateTime(TimeOnly.MinValue), zone);
        var from = At(leave.From);
        return (await roster.Around(person.Team, from, At(leave.To.AddDays(1)))).Count(s => s.Person == person.Id && s.Start >= from && s.Start > now);
    }
}
