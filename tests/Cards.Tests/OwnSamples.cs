using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.Tests.CaseSamples;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

/// <summary>The cards of the person whom a case is about.</summary>
internal static class OwnSamples
{
    private static readonly Escalation Buddies = Asking with
    {
        Route = Route.Buddy,
        Chain = [Step(StepRole.Buddy)],
        Asked = [new(Buddy, 0, At(17, 5)), new(OtherLeader, 0, At(17, 5))],
    };

    private static readonly Escalation Withdrawn = Taken with { Phase = CasePhase.Withdrawn, Since = At(17, 9), Until = null };

    private static readonly Escalation Nobody = Unanswered with { Asked = [], Readers = [] };

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        Card("mine.asking", Asking, "mine"),
        Card("mine.asking.withNote", Asking with { Note = Note }, "mine"),
        Card("mine.asking.second", Second, "mine", next: null, now: At(17, 20)),
        Card("mine.asking.lowered", Asking with { Lowered = true }, "mine"),
        Card("mine.asking.buddies", Buddies, "mine", next: null),
        Card("mine.asking.counsellor", Rerouted, "mine", next: null),
        Card("mine.asking.reopened", Reopened, "mine", now: At(8, 42, 1)),
        Card("mine.asking.personNow", PersonNow, "mine", next: null),
        Card("mine.asking.personNow.again", PersonNowAgain, "mine", next: Buddy, StepRole.CrisisContact, At(17, 8)),
        Card("mine.asking.overnight", Overnight, "mine"),
        Card("mine.resting", Resting with { Note = Note }, "mine", now: At(22, 5)),
        Card("mine.resting.nobodyKnown", Resting, "mine", next: null, now: At(22, 5)),
        Card("mine.resting.outOfReach", Resting with { Step = 0, Asked = [new(Leader, 0, At(17, 5), OutOfReach: true)] }, "mine", now: At(22, 5)),
        Card("news.resting", Resting, "news", now: At(22, 5)),
        Card("visit.reopened.resting", Resting with { Helped = false, History = Reopened.History }, "visit", next: Leader, now: At(22, 5)),
        Card("mine.taken", Taken, "mine"),
        Card("mine.taken.reminded", Taken with { OwnerReminded = true, Until = At(16, 0, 1) }, "mine", now: At(12, 0, 1)),
        Card("mine.taken.reminded.again", Taken with { OwnerReminded = true, Until = At(16, 0, 1) }, "mine", next: Leader, now: At(12, 0, 1)),
        Card("mine.taken.reminded.last", Taken with { OwnerReminded = true, Until = At(16, 0, 1) }, "mine", next: null, now: At(12, 0, 1)),
        Card("mine.taken.offeredOn", Taken with { OfferedTo = HallLeader }, "mine"),
        Card("mine.taken.personNow", PersonNow with { Phase = CasePhase.Taken, Owner = Counsellor, TakenAt = At(17, 7), Until = At(17, 17) }, "mine"),
        Card("mine.resolved", Resolved, "mine", now: At(17, 40)),
        Card("mine.visiting", Visiting, "mine", now: At(8, 30, 1)),
        Card("mine.closed.helped", Closed, "mine", now: At(8, 41, 1)),
        Card("mine.closed.silent", Closed with { Helped = null }, "mine", now: At(8, 41, 1)),
        Card("mine.withdrawn", Withdrawn, "mine", now: At(17, 9)),
        Card("news.withdrawn", Withdrawn, "news", now: At(17, 9)),
        Card("visit.withdrawn", Withdrawn, "visit", now: At(17, 9)),
        Card("mine.unanswered", Unanswered, "mine", now: At(17, 36)),
        Card("mine.unanswered.counsellor", Rerouted with { Phase = CasePhase.Unanswered }, "mine", now: At(17, 36)),
        Card("mine.unanswered.nobody", Nobody, "mine", now: At(17, 36)),
        Card("mine.unanswered.personNow", PersonNow with { Phase = CasePhase.Unanswered }, "mine", now: At(17, 36)),
        Card("news.asking", Rerouted, "news", now: At(17, 9)),
        Card("news.asking.second", Second, "news", now: At(17, 20)),
        Card("news.asking.again", PersonNowAgain, "news", now: At(17, 8)),
        Card("news.taken", Taken, "news"),
        Card("news.resolved", Resolved, "news", now: At(17, 40)),
        Card("news.visiting", Visiting, "news", now: At(8, 30, 1)),
        Card("news.closed", Closed, "news", now: At(8, 41, 1)),
        Card("news.unanswered", Unanswered, "news", now: At(17, 36)),
        Card("visit.ask", Visiting, "visit", now: At(8, 30, 1)),
        Card("visit.ask.counsellor", Visiting with { Route = Route.Counsellor }, "visit", now: At(8, 30, 5)),
        Card("visit.helped", Closed, "visit", now: At(8, 41, 1)),
        Card("visit.silent", Closed with { Helped = null }, "visit", now: At(8, 41, 1)),
        Card("visit.reopened", Reopened, "visit", now: At(8, 42, 1)),
        Card("visit.reopened.taken", Taken with { History = Reopened.History }, "visit", now: At(9, 0, 1)),
        Card("visit.reopened.done", Resolved, "visit", now: At(17, 40)),
        Card("visit.unanswered", Unanswered, "visit", now: At(17, 36)),
    ];

    private static KeyValuePair<string, Func<Language, CardMessage>> Card(string name, Escalation state, string slot, string? next = HallLeader, StepRole? role = null, DateTimeOffset? now = null) =>
        new(name, language => EscalationCards.Of(In(state, language), new Slot(slot, Subject), View with { Next = next, NextRole = role ?? (next == Leader ? StepRole.Leader : View.NextRole) }, Context(language, now ?? At(17, 7))));
}
