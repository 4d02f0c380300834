using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Audits;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>In the place of reviews: hears what they are told, and keeps nothing of it but that it came.</summary>
internal sealed class ListeningReviews() : Flow<Audit>(ReviewKeys.Kind, DialogsJson.Default.Audit)
{
    public List<(FlowKey Key, IncidentReported Told)> Heard { get; } = [];

    protected override ValueTask<Step<Audit>?> Decide(FlowKey key, Audit? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        lock (Heard)
            Heard.Add((key, (IncidentReported)e));
        return new((state ?? new Audit()).Then());
    }

    protected override ValueTask<CardMessage> Draw(Audit state, Slot slot, CancellationToken cancel) => throw new InvalidOperationException("It shows no card.");
}
