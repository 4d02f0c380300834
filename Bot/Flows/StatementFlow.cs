using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Flows;

/// <summary>Somebody's own account of an incident, and how they are afterwards.</summary>
public sealed class StatementFlow(Roster.Roster roster, OnDuty onDuty, Readers readers) : Flow<Statement>(Statement.Kind, DialogsJson.Default.Statement)
{
    protected override ValueTask<Step<Statement>?> Decide(FlowKey key, Statement? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        var facts = new StatementFacts(roster.Policy.Incident, roster.WorkingHoursOf(onDuty.Known(key.Owner).Team), roster.LeaveOf(key.Owner));
        return new(state is not null ? state.On(e, facts, at) : e is StatementAsked asked ? Statement.Begin(key, asked, facts, at) : null);
    }

    protected override async ValueTask<CardMessage> Draw(Statement state, Slot slot, CancellationToken cancel) =>
        StatementCards.Of(state, slot, roster.Policy.Incident.VisitRoute, await readers.For(slot.Person, Permit.Readable(state, slot.Person), cancel));
}
