using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Bot.Flows;

/// <summary>How many cases people own at this moment.</summary>
public sealed class Caseloads(ITable flowTable)
{
    /// <summary>The candidates with their numbers of cases: one read for each, all at the same time.</summary>
    public async ValueTask<IReadOnlyList<Candidate>> Counted(IEnumerable<Candidate> candidates, CancellationToken cancel) =>
        await Task.WhenAll(candidates.Select(async c => c with { Open = await Of(c.Person, cancel) }));

    private async Task<int> Of(string person, CancellationToken cancel) =>
        (await FlowRows.StateOf(flowTable, Caseload.KeyOf(person), DialogsJson.Default.Caseload, cancel))?.Open.Length ?? 0;
}
