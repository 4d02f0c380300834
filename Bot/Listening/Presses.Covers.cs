using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Covers;

namespace CheckInBot.Bot.Listening;

/// <summary>What a press on a cover or a call for reinforcement means.</summary>
public sealed partial class Presses
{
    private static (FlowKey? Key, FlowEvent? Event) OfCover(UserAction action, string by) => action switch
    {
        AskCover a => (FlowKey.Parse(Cover.Kind, a.Cover), new CoverAsked(by, a.Minutes.Number, a.More.Flag == true)),
        TakeCover { Call: { } call } => (FlowKey.Parse(Reinforcement.Kind, call), new ReinforcementTaken(by)),
        TakeCover t => (FlowKey.Parse(Cover.Kind, t.Cover), new CoverTaken(by)),
        GiveBackCover { Call: { } call } => (FlowKey.Parse(Reinforcement.Kind, call), new ReinforcementGivenBack(by)),
        GiveBackCover g => (FlowKey.Parse(Cover.Kind, g.Cover), new CoverGivenBack(by)),
        _ => (null, null),
    };
}
