using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A board that does as it is told.</summary>
public sealed record Board(int Count, DateTimeOffset? Later) : FlowState
{
    public override DateTimeOffset? NextAt => Later;

    public static FlowKey KeyOf(string owner) => new("board", owner, "b");
}

/// <summary>The board's effects are these, and whoever acted sees this.</summary>
public sealed record Told(IReadOnlyList<Effect> Effects, Reply? Reply = null, DateTimeOffset? Later = null) : FlowEvent;

/// <summary>A flow that says exactly what a test tells it to say; a board of <c>broken</c> fails.</summary>
internal sealed class BoardFlow() : Flow<Board>("board", (JsonTypeInfo<Board>)Json.GetTypeInfo(typeof(Board)))
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { TypeInfoResolver = new DefaultJsonTypeInfoResolver() };

    public override bool TellsEnd => true;

    protected override ValueTask<Step<Board>?> Decide(FlowKey key, Board? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel) => key.Owner == "broken"
        ? throw new InvalidOperationException("pretended")
        : new((state ?? new Board(0, null)) is var board && e is Told told
            ? new Step<Board>(board with { Count = board.Count + 1, Later = told.Later }, told.Effects, told.Reply)
            : board.Then() with { State = board with { Count = board.Count + 1, Later = null } });

    protected override ValueTask<CardMessage> Draw(Board state, Slot slot, CancellationToken cancel) =>
        new(new CardMessage(new AdaptiveCard { Body = [new TextBlock($"count {state.Count}")] }, "A board"));
}
