using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Covers;

namespace CheckInBot.Bot.Flows;

/// <summary>Reinforcement: who of the peak post can be called, and every card of a call.</summary>
public sealed class ReinforcementFlow(Roster.Roster roster, FreeColleagues colleagues, Readers readers) : Flow<Reinforcement>(Reinforcement.Kind, DialogsJson.Default.Reinforcement)
{
    public override bool SideBySide => true;

    public override bool TellsEnd => true;

    public override SendPriority Priority => SendPriority.Case;

    public override FlowEvent? Undeliverable(Slot slot) => slot.Name == "call" ? new ReinforcementUnreachable(slot.Person) : null;

    protected override async ValueTask<Step<Reinforcement>?> Decide(FlowKey key, Reinforcement? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        var asked = e as ReinforcementAsked;
        var asker = asked is null ? null : roster.Find(asked.By);
        var mayAsk = asker is not null && colleagues.FrontOf(asker) == key.Owner && await colleagues.MayCallPeakPost(asker, at);
        var facts = new ReinforcementFacts(
            roster.Policy.Cover,
            mayAsk,
            mayAsk ? await colleagues.PeakPost(asker!, at, cancel) : [],
            state is null && mayAsk ? await colleagues.LeadersOf(key.Owner, at, cancel) : []);
        return state is null ? Reinforcement.Begin(key, e, facts, at) : state.On(e, facts, at);
    }

    protected override async ValueTask<CardMessage> Draw(Reinforcement state, Slot slot, CancellationToken cancel) =>
        ReinforcementCards.Of(state, slot, roster.Teams.FirstOrDefault(team => team.Id == state.Team)?.Name ?? "", await readers.For(slot.Person, [], cancel));
}
