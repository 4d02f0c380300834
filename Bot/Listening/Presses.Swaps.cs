using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Listening;

public sealed partial class Presses
{
    private async ValueTask<FlowEvent?> OfSwap(SwapAction action, string by) => action switch
    {
        PressViewSwap => new ViewSwap(by),
        PressAcceptSwap a => new AcceptSwap(by, a.Round.Number ?? 0),
        PressDeclineSwap d => new DeclineSwap(by, d.Round.Number ?? 0, await sealing.Of(by, d.Reason, LongestLine)),
        PressApproveSwap a => new ApproveSwap(by, a.Round.Number ?? 0, [.. a.Seen.List]),
        PressRefuseSwap r => new RefuseSwap(by, r.Round.Number ?? 0, await sealing.Of(by, r.Reason, LongestLine)),
        PressCancelSwap c => new CancelSwap(by, c.Round.Number ?? 0),
        PressUndoSwap u => new UndoSwap(by, u.Round.Number ?? 0),
        _ => null,
    };
}
