using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;
using Route = CheckInBot.Dialogs.Escalations.Route;

namespace CheckInBot.Bot.Flows;

/// <summary>Check-ins: their facts and their one card.</summary>
public sealed class CheckInFlow(Roster.Roster roster, OnDuty onDuty, Readers readers, Func<FlowRows> rows)
    : Flow<CheckIn>(CheckIn.Kind, DialogsJson.Default.CheckIn)
{
    protected override async ValueTask<Step<CheckIn>?> Decide(FlowKey key, CheckIn? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        if (state is null && (roster.Find(key.Owner) is null || e is not (ShiftEnded or Pulled)))
            return null;
        var person = onDuty.Known(key.Owner);
        var contact = await readers.ContactOf(person.Id, cancel);
        var facts = new CheckInFacts(
            roster.Policy.CheckIn,
            contact.Agrees(Purpose.CheckIn),
            contact.Agrees(Purpose.Escalation),
            state is null && e is ShiftEnded && (roster.Away(person.Id, at) || await SettledToday(person, ((ShiftEnded)e).Shift.Id, at, cancel)),
            state is null ? await roster.NextShiftOf(person, at) : null);
        return state is null ? CheckIn.Begin(key, e, facts, at) : state.On(e, facts, at);
    }

    protected override async ValueTask<CardMessage> Draw(CheckIn state, Slot slot, CancellationToken cancel)
    {
        var context = await readers.For(slot.Person, Permit.Readable(state, slot.Person), cancel);
        var agrees = (await readers.ContactOf(state.Person, cancel)).Agrees(Purpose.Escalation);
        var (who, role) = await LeaderNow(state.Person, context.Now, cancel);
        return CheckInCards.Of(state, new(roster.Policy.CheckIn, agrees, who, role), context);
    }

    /// <summary>Who would be asked first at that moment; with no leader on duty that is a later step of the chain.</summary>
    private async ValueTask<(string? Person, StepRole Role)> LeaderNow(string person, DateTimeOffset at, CancellationToken cancel)
    {
        var policy = roster.Policy.Escalation;
        var chain = policy.Chains[Route.Leader];
        var candidates = await onDuty.AskableFor(onDuty.Known(person), chain, at, cancel);
        return Chain.Next(chain, -1, person, [], candidates, policy.OpenCases) is var (step, people) ? (people[0], chain[step].Role) : (null, StepRole.Leader);
    }

    /// <summary>"Not today" was said, or this shift's check-in was answered before its end.</summary>
    private async ValueTask<bool> SettledToday(Person person, string shift, DateTimeOffset at, CancellationToken cancel)
    {
        var zone = roster.ZoneOf(person.Team);
        var today = LocalTime.DayOf(at, zone);
        var from = CheckIn.IdOf(LocalTime.ToInstant(today.ToDateTime(TimeOnly.MinValue), zone));
        var records = await rows().ReadAll(CheckIn.Kind, person.Id, from, cancel);
        return records.Select(r => r.State).OfType<CheckIn>().Any(c =>
            (c.WholeDay && LocalTime.DayOf(c.Since, zone) == today) || (c.Phase == CheckInPhase.Answered && c.Shift?.Id == shift));
    }
}
