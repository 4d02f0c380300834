using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

internal static class CheckInSamples
{
    private static readonly CheckIn Asked = new()
    {
        Person = Subject,
        Id = "202611230900",
        Phase = CheckInPhase.Asked,
        Since = At(17, 0),
        Shift = Shift,
        ClosesAt = At(8, 30, 1),
    };

    private static readonly Answer Middling = new() { Stress = 3, Mood = 3, Hostile = 1, Break = true };

    private static readonly Answer Full = new() { Stress = 5, Mood = 2, Hostile = 2, Break = false, Help = Helper.Leader, Tags = "queue,system", Note = Note, ShareNote = true };

    private static readonly CheckIn Quiet = Asked with { Phase = CheckInPhase.Answered, AnsweredAt = At(17, 4), Answer = Middling with { Note = Note } };

    private static readonly CheckIn Told = Asked with { Phase = CheckInPhase.Answered, AnsweredAt = At(17, 4), Answer = Full, Went = Outlook.Leader, Case = "abc" };

    private static readonly CheckIn Lowered = Told with { Answer = Middling, Went = Outlook.Nobody };

    private static readonly CheckIn Offered = Quiet with { Answer = Middling with { Stress = 4 }, Offer = Offer.Run };

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        Card("checkin.asked", Asked),
        Card("checkin.asked.anyTime", Asked with { Shift = null }),
        Card("checkin.asked.yesterday", Asked, now: At(8, 0, 1)),
        Card("checkin.asked.nobodyOnDuty", Asked, leader: null),
        Card("checkin.asked.notAgreed", Asked, agreed: false),
        Card("checkin.asked.afterIncident", Asked with { Incident = true }),
        Card("checkin.receipt.afterIncident", Quiet with { Incident = true }),
        Card("checkin.asked.gap", Asked with { Gap = true }),
        Card("checkin.asked.draft", Asked with { Draft = Full }),
        Card("checkin.editing", Told with { Editing = true, Draft = Full }),
        Card("checkin.postponed", Asked with { Phase = CheckInPhase.Postponed, Until = At(18, 5) }),
        Card("checkin.postponed.open", Asked with { Phase = CheckInPhase.Postponed }),
        Card("checkin.receipt", Quiet),
        Card("checkin.receipt.helperOnly", Told with { Answer = new() { Help = Helper.Counsellor }, Went = Outlook.Counsellor }),
        Card("checkin.receipt.told", Told),
        Card("checkin.receipt.notAgreed", Told with { Case = null, Went = Outlook.NotAgreed }, agreed: false),
        Card("checkin.receipt.lowered", Lowered),
        Card("checkin.receipt.closed", Quiet with { Closed = true }, now: At(8, 30, 1)),
        Card("checkin.receipt.offer", Offered),
        Card("checkin.receipt.offer.unusual", Offered with { Offer = Offer.Baseline }),
        Card("checkin.receipt.offer.nobodyThere", Offered, helpers: []),
        Card("checkin.receipt.offer.notAgreed", Offered with { Offer = Offer.Baseline }, agreed: false),
        Card("checkin.receipt.offer.closed", Offered with { Closed = true }, now: At(8, 30, 1)),
        Card("checkin.skipped", Asked with { Phase = CheckInPhase.Skipped }),
        Card("checkin.skipped.today", Asked with { Phase = CheckInPhase.Skipped, WholeDay = true }),
        Card("checkin.lapsed", Asked with { Phase = CheckInPhase.Lapsed }, now: At(8, 30, 1)),
        Card("checkin.lapsed.quiet", Asked with { Phase = CheckInPhase.Lapsed, GoesQuiet = true }, now: At(8, 30, 1)),
        Card("checkin.notAsked", Asked with { Phase = CheckInPhase.NotAsked }),
        Card("checkin.withdrawn", Asked with { Phase = CheckInPhase.Withdrawn }),
        Card("checkin.receipt.stopped", Told with { Stopped = true, Went = Outlook.NotAgreed }, agreed: false),
        Card("checkin.erased", Quiet with { Answer = null, Closed = true, ErasedAt = At(17, 5) }),
        Card("checkin.dropped", Asked with { Phase = CheckInPhase.Dropped }),
    ];

    private static KeyValuePair<string, Func<Language, CardMessage>> Card(string name, CheckIn state, bool agreed = true, string? leader = Leader, DateTimeOffset? now = null, Helper[]? helpers = null) => new(
        name,
        language => CheckInCards.Of(state, new(Policy, agreed, leader) { Helpers = helpers ?? [Helper.Buddy, Helper.Leader, Helper.Counsellor] }, Context(language, now ?? At(17, 5))));
}
