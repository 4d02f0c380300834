using System.Text.Json.Serialization.Metadata;
using CheckInBot.Bot.Protocol;
using CheckInBot.Cards;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Turns;

/// <summary>What a flow decided: the next state, what should happen, and what the one who acted sees.</summary>
public sealed record Decision(FlowState State, IReadOnlyList<Effect> Effects, Reply? Reply);

/// <summary>A flow as the turns see it: its rows, its facts, its function and its cards.</summary>
public interface IFlow
{
    string Kind { get; }

    /// <summary>
    /// Whether every event means nothing the second time, whatever came between. Then what is told again is taken once by its meaning, and
    /// no row remembers its name: a record that is told something for ever does not grow.
    /// </summary>
    bool KnowsRepetitions { get; }

    /// <summary>
    /// Whether its records only listen: they cause nothing, show nothing, wait for nothing and know repetitions. A signal from their own
    /// partition reaches them in the teller's commit.
    /// </summary>
    bool OnlyListens { get; }

    /// <summary>Whether its cards go out side by side: where seconds count, nobody's card waits for a channel that is slow with somebody else's.</summary>
    bool SideBySide { get; }

    /// <summary>
    /// Whether whoever may have seen a call, though the channel never said so, gets another card when it is over: they may be on their way. Elsewhere nothing is
    /// begun when somebody else has taken it, and a button of before is answered with who has.
    /// </summary>
    bool TellsEnd { get; }

    /// <summary>With which priority its cards leave; what it only prompts for goes behind <see cref="SendPriority.News"/>.</summary>
    SendPriority Priority { get; }

    Dictionary<string, object> Write(FlowState state);

    FlowState Read(IReadOnlyDictionary<string, object> columns);

    /// <summary>Reads the facts it needs and decides; null when the event means nothing to a record that is not there.</summary>
    ValueTask<Decision?> Decide(FlowKey key, FlowState? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel);

    /// <summary>Whether the person leads the team to which the record belongs, or its hall; false where nobody leads it.</summary>
    bool Leads(FlowKey key, string person);

    /// <summary>The slot's card as its reader may see it now, in the reader's language.</summary>
    ValueTask<CardMessage> Draw(FlowState state, Slot slot, CancellationToken cancel);

    /// <summary>What a record hears, at least once, when its card can never reach its reader; null when that changes nothing.</summary>
    FlowEvent? Undeliverable(Slot slot);

    /// <summary>Whether the reader waits for what this card says as it changes: one that is gone from the chat comes there anew.</summary>
    bool IsAwaited(FlowState state, Slot slot);
}

/// <summary>A flow with its record type.</summary>
public abstract class Flow<T>(string kind, JsonTypeInfo<T> json) : IFlow where T : FlowState
{
    public string Kind => kind;

    public virtual bool KnowsRepetitions => OnlyListens;

    public virtual bool OnlyListens => false;

    public virtual bool SideBySide => false;

    public virtual bool TellsEnd => false;

    public virtual SendPriority Priority => SendPriority.News;

    public Dictionary<string, object> Write(FlowState state) => RecordColumns.Write((T)state, json);

    public FlowState Read(IReadOnlyDictionary<string, object> columns) => RecordColumns.Read(columns, json);

    public async ValueTask<Decision?> Decide(FlowKey key, FlowState? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        var step = await Decide(key, (T?)state, e, at, cancel);
        return step is null ? null : new(step.State, step.Effects, step.Reply);
    }

    public ValueTask<CardMessage> Draw(FlowState state, Slot slot, CancellationToken cancel) => Draw((T)state, slot, cancel);

    public virtual bool Leads(FlowKey key, string person) => false;

    public virtual FlowEvent? Undeliverable(Slot slot) => null;

    public bool IsAwaited(FlowState state, Slot slot) => IsAwaited((T)state, slot);

    protected virtual bool IsAwaited(T state, Slot slot) => false;

    protected abstract ValueTask<Step<T>?> Decide(FlowKey key, T? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel);

    protected abstract ValueTask<CardMessage> Draw(T state, Slot slot, CancellationToken cancel);
}
