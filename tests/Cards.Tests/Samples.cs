using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>Every card in every state, by the name of its golden file.</summary>
internal static class Samples
{
    public static IReadOnlyDictionary<string, Func<Language, CardMessage>> All { get; } = new SortedDictionary<string, Func<Language, CardMessage>>(
        CheckInSamples.All.Concat(CaseSamples.All).Concat(OwnSamples.All).Concat(CareSamples.All).Concat(NoticeSamples.All).Concat(ChannelSamples.All).Concat(AuditSamples.All).Concat(AlertSamples.All).Concat(CoverSamples.All).Concat(IncidentSamples.All).Concat(ReviewSamples.All).Concat(SwapSamples.All).Concat(LeaveSamples.All).Concat(WeekSamples.All).Concat(RosterSamples.All).ToDictionary(),
        StringComparer.Ordinal);

    public static TheoryData<string, Language> Both()
    {
        var data = new TheoryData<string, Language>();
        foreach (var name in All.Keys)
        {
            data.Add(name, Language.Chinese);
            data.Add(name, Language.English);
        }
        return data;
    }
}
