using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Bot.Flows;

/// <summary>Which cases a person owns; cases tell it, and nobody sees it.</summary>
public sealed class CaseloadFlow() : Flow<Caseload>(Caseload.Kind, DialogsJson.Default.Caseload)
{
    public override bool KnowsRepetitions => true;

    protected override ValueTask<Step<Caseload>?> Decide(FlowKey key, Caseload? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel) =>
        new(e is CaseTaken or CaseReleased ? (state ?? Caseload.Begin(key.Owner)).On(e) : null);

    protected override ValueTask<CardMessage> Draw(Caseload state, Slot slot, CancellationToken cancel) =>
        throw new InvalidOperationException("A caseload shows no card.");
}
