using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Privacy;

/// <summary>A flow whose cards are noted in the <see cref="AccessLog"/> before anybody is shown them.</summary>
public sealed class WatchedFlow(IFlow flow, AccessLog looks) : IFlow
{
    public string Kind => flow.Kind;

    public bool KnowsRepetitions => flow.KnowsRepetitions;

    public bool OnlyListens => flow.OnlyListens;

    public bool SideBySide => flow.SideBySide;

    public bool TellsEnd => flow.TellsEnd;

    public SendPriority Priority => flow.Priority;

    public bool Leads(FlowKey key, string person) => flow.Leads(key, person);

    public Dictionary<string, object> Write(FlowState state) => flow.Write(state);

    public FlowState Read(IReadOnlyDictionary<string, object> columns) => flow.Read(columns);

    public ValueTask<Decision?> Decide(FlowKey key, FlowState? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel) => flow.Decide(key, state, e, at, cancel);

    public FlowEvent? Undeliverable(Slot slot) => flow.Undeliverable(slot);

    public bool IsAwaited(FlowState state, Slot slot) => flow.IsAwaited(state, slot);

    public async ValueTask<CardMessage> Draw(FlowState state, Slot slot, CancellationToken cancel)
    {
        var card = await flow.Draw(state, slot, cancel);
        try
        {
            await looks.Note(state, slot, pressed: false, cancel);
        }
        catch (StoreUnavailableException) when (flow.SideBySide)
        {
            // Where seconds count nobody waits for a log: the next drawing writes it.
        }
        return card;
    }
}
