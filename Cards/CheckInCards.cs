using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What a check-in card has to know beside the check-in.</summary>
/// <param name="MayEscalate">The person agreed to being looked in on.</param>
/// <param name="Leader">Id of whoever would be asked now about a very hard answer; null when there is nobody.</param>
/// <param name="LeaderRole">The role in which they would be asked.</param>
public sealed record CheckInView(CheckInPolicy Policy, bool MayEscalate, string? Leader, StepRole LeaderRole = StepRole.Leader)
{
    /// <summary>The helpers of whom there is somebody to ask now.</summary>
    public IReadOnlyList<Helper> Helpers { get; init; } = [];
}

/// <summary>The card of a check-in, by its phase.</summary>
public static partial class CheckInCards
{
    public static CardMessage Of(CheckIn state, CheckInView view, CardContext c) => state switch
    {
        { ErasedAt: not null } => Short(c, c.Texts.AnswersErased, c.Texts.WheneverYouLike),
        { Phase: CheckInPhase.Withdrawn } => Short(c, c.Texts.AskingEnded, c.Texts.LapsedLine),
        { Editing: true } => Asking(state, view, c),
        { Phase: CheckInPhase.Asked } => Asking(state, view, c),
        { Phase: CheckInPhase.Postponed } => Postponed(state, c),
        { Phase: CheckInPhase.Answered } => Receipt(state, view, c),
        { Phase: CheckInPhase.Skipped } => Skipped(state, c),
        { Phase: CheckInPhase.Lapsed, GoesQuiet: true } =>
            Short(c, c.Texts.Lapsed, c.Texts.QuietLine(view.Policy.QuietAfter), Button(c.Texts.Button(Command.CheckIn), new RunCommand(Command.CheckIn))),
        { Phase: CheckInPhase.Lapsed } => Short(c, c.Texts.Lapsed, c.Texts.LapsedLine),
        { Phase: CheckInPhase.Dropped } => Short(c, c.Texts.WasDropped, c.Texts.WheneverYouLike),
        _ => Short(c, c.Texts.WasNotAsked, c.Texts.WheneverYouLike),
    };

    private static CardMessage Postponed(CheckIn state, CardContext c)
    {
        var again = state.Until is { } until && until < state.ClosesAt
            ? c.Texts.PostponedUntil(c.Moment(until))
            : c.Texts.PostponedOpen(c.Moment(state.ClosesAt));
        return Short(c, again, null, Change(state, c, c.Texts.AnswerNow), Button(c.Texts.Skip, new SkipCheckIn(state.Key.Reference)));
    }

    private static CardMessage Skipped(CheckIn state, CardContext c) => Card(
        c,
        c.Texts.SkippedSpoken,
        c.Texts.CheckInSummary,
        Heading(state.WholeDay ? c.Texts.SkippedToday : c.Texts.Skipped),
        Line(c.Texts.SkippedLine),
        Buttons(Change(state, c, c.Texts.AnswerAfterAll)),
        PersonRow(c));

    /// <summary>The button that opens the card again; null once it is closed.</summary>
    private static ActionExecute? Change(CheckIn state, CardContext c, string title) =>
        state.Closed || c.Now >= state.ClosesAt ? null : Button(title, new EditCheckIn(state.Key.Reference));

    private static CardMessage Short(CardContext c, string heading, string? line, params IEnumerable<CardAction?> buttons) => Card(
        c,
        heading,
        c.Texts.CheckInSummary,
        Heading(heading),
        line is null ? null : Line(line),
        Buttons(buttons),
        PersonRow(c));
}
