using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Covers;

namespace CheckInBot.Bot.Flows;

/// <summary>Covers: who is free now, and every card of a cover.</summary>
public sealed class CoverFlow(Roster.Roster roster, OnDuty onDuty, FreeColleagues colleagues, Readers readers) : Flow<Cover>(Cover.Kind, DialogsJson.Default.Cover)
{
    public override bool SideBySide => true;

    public override SendPriority Priority => SendPriority.Case;

    public override FlowEvent? Undeliverable(Slot slot) => slot.Name == "ask" ? new CoverUnreachable(slot.Person) : null;

    protected override async ValueTask<Step<Cover>?> Decide(FlowKey key, Cover? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        if (roster.Find(key.Owner) is null && state is null)
            return null;
        if (e is CoverAsked { Minutes: { } chosen } asked && chosen != CoverPolicy.Ten && !roster.Policy.Cover.Minutes.Contains(chosen))
            e = asked with { Minutes = null };
        var facts = await colleagues.For(onDuty.Known(key.Owner), (e as CoverAsked)?.Minutes ?? state?.Minutes ?? 0, at, cancel);
        if (e is CoverTaken taken && await colleagues.IsBusy(taken.By, key.Reference, cancel))
            facts = facts with { Busy = new HashSet<string> { taken.By } };
        return state is null ? Cover.Begin(key, e, facts, at) : state.On(e, facts, at);
    }

    protected override async ValueTask<CardMessage> Draw(Cover state, Slot slot, CancellationToken cancel) =>
        CoverCards.Of(state, slot, roster.Policy.Cover, await readers.For(slot.Person, [], cancel));
}
