using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Covers;

/// <summary>The person has taken a cover.</summary>
/// <param name="Cover">Reference of the cover.</param>
/// <param name="Take">Which taking of that cover it is, from 1.</param>
public sealed record StandInBegan(string Cover, int Take) : FlowEvent;

/// <summary>That taking is over.</summary>
/// <inheritdoc cref="StandInBegan"/>
public sealed record StandInEnded(string Cover, int Take) : FlowEvent;

/// <summary>One taking of a cover.</summary>
public sealed record Taking(string Cover, int Take);

/// <summary>
/// Where a person stands in: one post at a time. Two covers taken by one person at the same moment reach this record one after the other;
/// the second is refused, and asks others.
/// </summary>
public sealed record StandIn : FlowState
{
    public const string Kind = "standIn";

    /// <summary>Of how many takings that are over the end is remembered, in case their beginning is still on its way.</summary>
    private const int Most = 16;

    public required string Person { get; init; }

    /// <summary>The cover that the person has; null when they stand in nowhere.</summary>
    public Taking? Now { get; init; }

    /// <summary>Over, oldest first.</summary>
    public ImmutableArray<Taking> Ended { get; init => field = value.IsDefault ? [] : value; } = [];

    public override DateTimeOffset? NextAt => null;

    public static FlowKey KeyOf(string person) => new(Kind, person, "now");

    public static StandIn Begin(string person) => new() { Person = person };

    public Step<StandIn> On(FlowEvent e) => e switch
    {
        StandInBegan b when Now == new Taking(b.Cover, b.Take) || Ended.Contains(new(b.Cover, b.Take)) => this.Then(),
        StandInBegan b when Now is null => (this with { Now = new(b.Cover, b.Take) }).Then(),
        StandInBegan b when FlowKey.Parse(Cover.Kind, b.Cover) is { } other => (this with { Ended = Remembered(new(b.Cover, b.Take)) })
            .Then(new Signal($"no.{other.Owner}.{other.Id}.{b.Take}", other, new CoverRefused(Person, b.Take))),
        StandInEnded x when !Ended.Contains(new(x.Cover, x.Take)) =>
            (this with { Now = Now == new Taking(x.Cover, x.Take) ? null : Now, Ended = Remembered(new(x.Cover, x.Take)) }).Then(),
        _ => this.Then(),
    };

    private ImmutableArray<Taking> Remembered(Taking taking) => [.. Ended.Append(taking).TakeLast(Most)];
}
