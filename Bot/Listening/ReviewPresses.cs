using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Listening;

/// <summary>What a press on the card of a review means.</summary>
internal static class ReviewPresses
{
    /// <summary>Longest words, in characters, as the card says.</summary>
    private const int LongestAction = 300;
    private const int LongestWords = 1000;

    public static FlowKey? Key(ReviewAction action) => FlowKey.Parse(ReviewKeys.Kind, action.Incident);

    public static async ValueTask<FlowEvent> Read(ReviewAction action, string by, Sealing sealing) => action switch
    {
        PressTakeReview => new TakeReview(by),
        PressDeclineReview => new DeclineReview(by),
        PressHandOverReview h => new HandOverReview(by, h.To.Text),
        PressAcceptReview => new AcceptReview(by),
        PressFinding f => new RecordFinding(by, f.Finding.Word<Finding>(), await sealing.Of(by, f.Causes, LongestWords), f.VisitorMeasure.Word<VisitorMeasure>(), f.ReviewDate.Day),
        PressCorrection c => new AddCorrection(by, await sealing.Of(by, c.Action, LongestAction), c.Owner.Text, c.Due.Day, c.Hazard.Flag == true),
        PressNoCorrection n => new NoCorrection(by, await sealing.Of(by, n.Reason, LongestAction)),
        PressCorrectionDone d => new CorrectionDone(by, d.Number.Number ?? 0),
        PressCheckCorrection c => new CheckCorrection(by, c.Number.Number ?? 0, c.Done.Flag == true),
        PressCloseAgain => new CloseAgain(by),
        PressReply r => new SendReply(by, await sealing.Of(by, r.Reply, LongestWords)),
        _ => throw new ArgumentException($"{action.GetType().Name} means nothing.", nameof(action)),
    };
}
