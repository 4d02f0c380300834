using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

/// <summary>The cards of those who are asked.</summary>
internal static class CaseSamples
{
    public static readonly Escalation Asking = new()
    {
        Id = "1042abcdef1042abcdef1042",
        Origin = Origin.HardDay,
        Source = "p-li/202611230900",
        Subject = Subject,
        Route = Route.Leader,
        Chain = [Step(StepRole.Leader), Step(StepRole.HallLeader)],
        Cause = Cause.HardDay,
        Urgency = Urgency.High,
        Pace = new(TimeSpan.FromMinutes(15), false, 1),
        Phase = CasePhase.Asking,
        OpenedAt = At(17, 5),
        Since = At(17, 5),
        Until = At(17, 20),
        Step = 0,
        Asked = [new(Leader, 0, At(17, 5))],
        Readers = [Leader],
        Context = new("3", Shift.Start, Shift.End, 2, 38, 5),
    };

    public static readonly Escalation Second = Asking with
    {
        Step = 1,
        Since = At(17, 20),
        Until = At(17, 35),
        Asked = [new(Leader, 0, At(17, 5)), new(HallLeader, 1, At(17, 20))],
        Readers = [Leader, HallLeader],
    };

    public static readonly Escalation Taken = Asking with { Phase = CasePhase.Taken, Owner = Leader, TakenAt = At(17, 7), Since = At(17, 7), Until = At(12, 0, 1) };

    public static readonly Escalation Resolved = Taken with
    {
        Phase = CasePhase.Resolved,
        Since = At(17, 40),
        ResolvedAt = At(17, 40),
        Done = Done.Talked,
        DoneNote = Line,
        Until = At(8, 30, 1),
    };

    public static readonly Escalation Visiting = Resolved with { Phase = CasePhase.Visiting, Since = At(8, 30, 1), Until = At(8, 30, 3) };

    public static readonly Escalation Closed = Visiting with { Phase = CasePhase.Closed, Since = At(8, 41, 1), Helped = true, Until = null };

    public static readonly Escalation Reopened = Asking with
    {
        Since = At(8, 41, 1),
        Until = At(8, 56, 1),
        Step = -1,
        Asked = [new(Leader, -1, At(8, 41, 1))],
        Helped = false,
        History = [new(Leader, Route.Leader, Done.Talked, Line, At(17, 40))],
    };

    public static readonly Escalation Unanswered = Second with { Phase = CasePhase.Unanswered, Since = At(17, 35), Until = null };

    public static readonly Escalation Rerouted = Asking with
    {
        Route = Route.Counsellor,
        Chain = [Step(StepRole.Counsellor)],
        Since = At(17, 9),
        Until = At(17, 24),
        Asked = [new(Counsellor, 0, At(17, 9))],
        Readers = [Leader, Counsellor],
    };

    public static readonly Escalation PersonNow = Asking with
    {
        Origin = Origin.PersonNow,
        Source = "p-li/now/1",
        Route = Route.CrisisContact,
        Chain = [Step(StepRole.CrisisContact), Step(StepRole.CrisisContact)],
        Cause = Cause.PersonNow,
        Urgency = Urgency.Immediate,
        Pace = new(TimeSpan.FromMinutes(1), false, 3),
        Since = At(17, 6),
        Until = At(17, 8),
        Asked = [new(Counsellor, 0, At(17, 6))],
        Readers = [Counsellor],
        Context = new("3", null, null, null, 0, 0),
    };

    /// <summary>The second round: who was asked first is asked once more.</summary>
    public static readonly Escalation PersonNowAgain = PersonNow with
    {
        Round = 1,
        Since = At(17, 8),
        Until = At(17, 9),
        Asked = [new(Buddy, 1, At(17, 7)), new(Counsellor, 0, At(17, 8), Round: 1)],
        Readers = [Counsellor, Buddy],
    };

    /// <summary>An offer that was accepted in the evening: its wait rests overnight.</summary>
    public static readonly Escalation Overnight = Asking with
    {
        Cause = Cause.Offer,
        Urgency = Urgency.Normal,
        Pace = new(TimeSpan.FromHours(4), true, 1),
        Until = At(12, 5, 1),
    };

    /// <summary>An offer that was accepted in the night: nobody is woken for it.</summary>
    public static readonly Escalation Resting = Overnight with
    {
        Resting = true,
        OpenedAt = At(22, 5),
        Since = At(22, 5),
        Until = At(8, 30, 1),
        Step = -1,
        Asked = [],
        Readers = [],
    };

    public static readonly EscalationView View = new([(HallLeader, Role.HallLeader), (OtherLeader, Role.Leader)], HallLeader, StepRole.HallLeader);

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        Card("case.unread.notAllRight", Asking with { Origin = Origin.ReturnVisit, Cause = Cause.NotAllRight, Route = Route.Counsellor, Context = new("3", null, null, null, 0, 0) { Incident = true } }, Leader),
        Card("case.unread.notAllRight.restricted", Asking with { Origin = Origin.ReturnVisit, Cause = Cause.NotAllRight, Route = Route.Counsellor, Context = new("", null, null, null, 0, 0) }, Leader),
        Card("case.unread.afterIncident", Asking with { Context = Asking.Context with { Incident = true } }, Leader),
        Card("case.unread", Asking, Leader),
        Card("case.unread.withNote", Asking with { Note = Note }, Leader),
        Card("case.unread.last", Second, HallLeader, View with { Next = null }),
        Card("case.unread.changed", Asking with { Lowered = true }, Leader),
        Card("case.unread.reopened", Reopened, Leader, now: At(8, 42, 1)),
        Card("case.unread.sparse", Asking with { Context = new("", null, null, null, 0, 0) }, Leader),
        Card("case.unread.personNow", PersonNow, Counsellor, View with { Next = null }),
        Card("case.unread.personNow.again", PersonNowAgain, Counsellor, View with { Next = Buddy, NextRole = StepRole.CrisisContact }, At(17, 8)),
        Card("case.unread.overnight", Overnight, Leader),
        Card("case.takenByMe", Taken, Leader),
        Card("case.takenByMe.reminded", Taken with { OwnerReminded = true, Until = At(17, 0, 1) }, Leader, now: At(12, 0, 1)),
        Card("case.takenByMe.reminded.again", Taken with { OwnerReminded = true, Until = At(17, 0, 1) }, Leader, View with { Next = Leader }, now: At(12, 0, 1)),
        Card("case.takenByMe.offeredOn", Taken with { OfferedTo = HallLeader }, Leader),
        Card("case.takenByMe.personNow", PersonNow with { Phase = CasePhase.Taken, Owner = Counsellor, TakenAt = At(17, 7), Until = At(12, 0, 1) }, Counsellor),
        Card("case.offered", Taken with { OfferedTo = HallLeader }, HallLeader),
        Card("case.takenByOther", Second with { Phase = CasePhase.Taken, Owner = HallLeader, TakenAt = At(17, 22), Since = At(17, 22) }, Leader),
        Card("case.moved", Rerouted, Leader),
        Card("case.resolved", Resolved, Leader, now: At(17, 40)),
        Card("case.resolved.byOther", Resolved with { Asked = Second.Asked }, HallLeader, now: At(17, 40)),
        Card("case.visiting", Visiting, Leader, now: At(8, 30, 1)),
        Card("case.closed.helped", Closed, Leader, now: At(8, 41, 1)),
        Card("case.closed.silent", Closed with { Helped = null }, Leader, now: At(8, 41, 1)),
        Card("case.withdrawn", Taken with { Phase = CasePhase.Withdrawn, Since = At(17, 9), Until = null }, Leader, now: At(17, 9)),
        Card("case.unanswered", Unanswered, Leader, now: At(17, 36)),
        Card("case.takenByOther.formerlyOffered", Taken with { Owner = HallLeader, TakenAt = At(17, 22), Offers = [OtherLeader] }, OtherLeader, now: At(17, 30)),
        Told("admin.unanswered", Unanswered),
        Told("admin.unanswered.askedAgain", Rerouted with { Since = At(17, 50), Until = At(18, 5) }),
        Told("admin.unanswered.taken", Taken with { TakenAt = At(17, 55) }),
        Told("admin.unanswered.closed", Closed),
    ];

    private static KeyValuePair<string, Func<Language, CardMessage>> Card(string name, Escalation state, string reader, EscalationView? view = null, DateTimeOffset? now = null) =>
        new(name, language => EscalationCards.Of(In(state, language), Escalation.CardOf(reader), view ?? View, Context(language, now ?? At(17, 7))));

    private static KeyValuePair<string, Func<Language, CardMessage>> Told(string name, Escalation state) =>
        new(name, language => EscalationCards.Of(
            In(state with { Silence = new(At(17, 5), At(17, 35), [StepRole.Leader, StepRole.HallLeader]), Told = [OtherLeader] }, language),
            Escalation.UnansweredCard(OtherLeader),
            View,
            Context(language, now: At(18, 0, state.Phase == CasePhase.Closed ? 1 : 0), open: null)));

    /// <summary>The post's name is the organisation's; the sample has it in both languages.</summary>
    public static Escalation In(Escalation state, Language language) =>
        state.Context.Post.Length == 0 ? state : state with { Context = state.Context with { Post = Post(language) } };
}
