using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Rosters;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

/// <summary>What an administrator sees of lists that were sent.</summary>
internal static class RosterSamples
{
    private static RosterOffer Ready(Language language) => new("a1b2c3d4", RosterOfferPhase.Ready)
    {
        Lists = [new(RosterListKind.People, 1, 2, 1, 20), new(RosterListKind.Shifts, 120, 3, 2, 18)],
        Spans = [new(language == Language.Chinese ? "窗口大厅" : "Hall", 100, new(2026, 12, 1), new(2026, 12, 31)), new(language == Language.Chinese ? "综合组" : "Support", 1, new(2026, 12, 1), new(2026, 12, 1))],
        Joined = [language == Language.Chinese ? "李四" : "Ann Demo"],
        Left = [language == Language.Chinese ? "王五" : "Cleo Demo"],
    };

    private static RosterOffer Swapped(Language language) => Ready(language) with
    {
        Joined = [],
        Left = [],
        Clashes = [new(new(2026, 12, 3), OtherLeader, Leader, Leader), new(new(2026, 12, 3), OtherLeader, Leader, Buddy), new(new(2026, 12, 4), Leader, OtherLeader, null)],
    };

    private static readonly RosterFault Fault = new("shifts.csv", 12, "person", new ListSaying(ListFault.UnknownPerson, "lisi"));

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        Sample("roster.ready", Ready),
        Sample("roster.ready.many", l => Ready(l) with { Joined = [.. Enumerable.Range(0, 14).Select(n => $"{n}")], Spans = [.. Enumerable.Range(0, 12).Select(n => new RosterSpan($"{n}", n + 1, new(2026, 12, 1), new(2026, 12, 31)))] }),
        Sample("roster.ready.swapped", Swapped),
        Sample("roster.ready.anew", l => Ready(l) with { Anew = true }),
        Sample("roster.faulty", _ => new("a1b2c3d4", RosterOfferPhase.Faulty) { Faults = [Fault] }),
        Sample("roster.faulty.many", _ => new("a1b2c3d4", RosterOfferPhase.Faulty) { Faults = [.. Enumerable.Range(2, 25).Select(n => Fault with { Line = n })] }),
        Sample("roster.faulty.whole", _ => new("a1b2c3d4", RosterOfferPhase.Faulty) { Faults = [new("people.csv", 0, "id", new ListSaying(ListFault.GoneWithShift, "ann", "s2"), Stored: true)] }),
        Sample("roster.faulty.rules", _ => new("a1b2c3d4", RosterOfferPhase.Faulty) { Faults = [new("policy.json", 40, "crisisContacts", new ListSaying(ListFault.UnknownContact, "cara")), new("policy.json", 3, "checkin", new OperatorSaying("the value is missing", "Write a number."))] }),
        Sample("roster.same", l => Ready(l) with { Phase = RosterOfferPhase.Same }),
        Sample("roster.done", l => Ready(l) with { Phase = RosterOfferPhase.Done, Number = 3 }),
        Sample("roster.discarded", _ => new("a1b2c3d4", RosterOfferPhase.Discarded)),
        Sample("roster.gone", _ => new("a1b2c3d4", RosterOfferPhase.Gone)),
    ];

    private static KeyValuePair<string, Func<Language, CardMessage>> Sample(string name, Func<Language, RosterOffer> offer) =>
        new(name, language => RosterCards.Of(offer(language), Context(language, At(17, 5))));
}
