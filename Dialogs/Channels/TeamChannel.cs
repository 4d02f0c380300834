using System.Globalization;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Dialogs.Channels;

/// <summary>Why cards no longer come to a team's channel.</summary>
public enum ChannelEnd
{
    /// <summary>The bot was taken out of it, or it was deleted.</summary>
    Removed,

    /// <summary>It takes nothing from the bot any more.</summary>
    Refused,
}

/// <summary>What a leader made the team's channel.</summary>
/// <param name="Conversation">Id of the channel or group chat, without a thread.</param>
/// <param name="Space">Id of what holds the channel (a team of Teams); null for a group chat.</param>
/// <param name="By">Who bound it.</param>
/// <param name="Language">How its cards are written: the language of who bound it.</param>
public sealed record ChannelBinding(string Conversation, string? Space, string By, DateTimeOffset At, Language Language);

/// <summary>Where what a team's leaders have to approve is posted. One record for each team; where each card stands is kept with the card.</summary>
public sealed record TeamChannel : FlowState
{
    public const string Kind = "channel";

    // No id of a person or a team has this character (people.csv, teams.csv).
    private const char Mark = '#';

    /// <summary>So many swaps are told in one commit; others learn at their next reminder.</summary>
    private const int MostWaiting = 50;

    public required string Team { get; init; }

    /// <summary>The newest binding, also when it has ended; null before the first.</summary>
    public ChannelBinding? Last { get; init; }

    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>Why it ended; null while it holds.</summary>
    public ChannelEnd? Ended { get; init; }

    /// <summary>The binding that holds; null without one.</summary>
    public ChannelBinding? Bound => EndedAt is null ? Last : null;

    /// <summary>Said in the channel when it is bound.</summary>
    public Slot Confirmation => new("bound", AddressOf(Team));

    public override DateTimeOffset? NextAt => null;

    public static FlowKey KeyOf(string team) => new(Kind, team, "channel");

    public static TeamChannel Begin(string team) => new() { Team = team };

    /// <summary>The team's channel as the reader of a card, where else the id of a person stands (<see cref="Slot.Person"/>).</summary>
    public static string AddressOf(string team) => Mark + team;

    /// <summary>The team whose channel is the reader; null for a person.</summary>
    public static string? TeamOf(string reader) => reader.Length > 1 && reader[0] == Mark ? reader[1..] : null;

    /// <summary>Tells who bound it that it ended, and later that it is bound anew.</summary>
    public static Slot NewsFor(string leader) => new("news", leader);

    /// <param name="waiting">Swaps that wait for approval in it: when it is lost they are told, and ask the leaders in their chats.</param>
    public Step<TeamChannel> On(FlowEvent e, IReadOnlyList<FlowKey> waiting, DateTimeOffset at) => e switch
    {
        BindChannel b => Bind(b, at),
        ChannelLost lost when Bound is { } bound && bound.Conversation == lost.Conversation =>
            (this with { EndedAt = at, Ended = lost.Why }).Then([new Show(NewsFor(bound.By), Delivery.Notice), .. waiting.Take(MostWaiting).Select(swap => Lost(swap, at))]),
        _ => this.Then(),
    };

    private Signal Lost(FlowKey swap, DateTimeOffset at) =>
        new(string.Create(CultureInfo.InvariantCulture, $"lost.{at.UtcTicks}.{swap.Id}"), swap, new SwapUnreachable(AddressOf(Team)));

    private Step<TeamChannel> Bind(BindChannel b, DateTimeOffset at)
    {
        var next = this with { Last = new(b.Conversation, b.Space, b.By, at, b.Language), EndedAt = null, Ended = null };
        Show[] told = EndedAt is not null && Last is { } former ? [new(NewsFor(former.By), Delivery.Withdraw)] : [];
        // Said once where it was bound: the line in the channel of before stays as it was said.
        return next.Then([new Show(Confirmation, Delivery.Line), .. told]);
    }
}
