using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Flows;

/// <summary>Somebody's own account of an incident, and how they are afterwards.</summary>
public sealed class StatementFlow(Roster.Roster roster, OnDuty onDuty, Readers readers, Absences absences, Func<FlowRows> rows) : Flow<Statement>(Statement.Kind, DialogsJson.Default.Statement)
{
    public override FlowEvent? Undeliverable(Slot slot) => slot.Name == "reply" ? new ReplyLost(slot.Person) : null;

    protected override async ValueTask<Step<Statement>?> Decide(FlowKey key, Statement? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        var facts = new StatementFacts(roster.Policy.Incident, roster.WorkingHoursOf(onDuty.Known(key.Owner).Team), await absences.LeaveOf([key.Owner], cancel));
        if (state?.Hides(e) == true)
            facts = facts with { CheckIns = await CheckInsThatTell(state, cancel) };
        return state is not null ? state.On(e, facts, at) : e is StatementAsked asked ? Statement.Begin(key, asked, facts, at) : null;
    }

    /// <summary>Check-ins of the person from the day before on that say that something was reported; each knows by itself whether something else was.</summary>
    private async ValueTask<IReadOnlyList<FlowKey>> CheckInsThatTell(Statement state, CancellationToken cancel)
    {
        var records = await rows().ReadAll(CheckIn.Kind, state.Person, CheckIn.IdOf(state.About.OccurredAt.AddDays(-1)), cancel);
        return [.. records.Select(r => r.State).OfType<CheckIn>().Where(c => c.Incident).Select(c => c.Key)];
    }

    protected override async ValueTask<CardMessage> Draw(Statement state, Slot slot, CancellationToken cancel) =>
        StatementCards.Of(state, slot, roster.Policy.Incident.VisitRoute, await readers.For(slot.Person, Permit.Readable(state, slot.Person), cancel));
}
