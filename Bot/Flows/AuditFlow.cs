using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Audits;

namespace CheckInBot.Bot.Flows;

/// <summary>The auditor's findings and the alarm that administrators see.</summary>
public sealed class AuditFlow(Readers readers) : Flow<Audit>(Audit.Kind, DialogsJson.Default.Audit)
{
    protected override ValueTask<Step<Audit>?> Decide(FlowKey key, Audit? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel) =>
        new(state is null && e is not Audited { NeedsNobody: false } ? null : (state ?? new Audit()).On(e, at));

    protected override async ValueTask<CardMessage> Draw(Audit state, Slot slot, CancellationToken cancel) =>
        AuditCards.Alarm(state, await readers.For(slot.Person, [], cancel));
}
