using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

/// <summary>Duty swaps, for everybody in every state, and the questions before one is asked.</summary>
internal static class SwapSamples
{
    public static readonly Shift Given = new("s-3", Subject, "hall", "3", At(8, 30, 1), At(17, 0, 1));

    public static readonly Shift Theirs = new("s-5", Buddy, "hall", "5", At(8, 30, 3), At(17, 0, 3));

    private static readonly DutyFinding Warning = new(DutyRule.DailyRest, DutySeverity.Warn, Buddy, new(2026, 11, 24), DutyLaw.Advice, TimeSpan.FromHours(9), TimeSpan.FromHours(11));

    private static readonly DutyFinding Block = new(DutyRule.WeeklyRest, DutySeverity.Block, OtherLeader, new(2026, 11, 29), DutyLaw.LabourLaw38, MeasuredDays: 7, LimitDays: 6);

    private static readonly Words Reason = new(Buddy, "seal-reason");

    private static readonly Swap Asked = new()
    {
        Asker = Subject,
        By = Subject,
        Id = "202611240030-s-3",
        Round = 1,
        Colleague = Buddy,
        Given = Given,
        InReturn = Theirs,
        Phase = SwapPhase.Asked,
        AskedAt = At(16, 20),
        Since = At(16, 20),
        LapsesAt = At(8, 0, 1),
    };

    public static readonly Swap Waiting = Asked with { Phase = SwapPhase.Waiting, AcceptedAt = At(16, 40), Since = At(16, 40), Channel = "#hall" };

    public static readonly Swap Done = Waiting with { Phase = SwapPhase.Done, DecidedBy = Leader, DecidedAt = At(16, 50), Since = At(16, 50), UndoUntil = At(8, 30, 1) };

    private static readonly Swap Refused = Waiting with { Phase = SwapPhase.Refused, DecidedBy = Leader, DecidedAt = At(16, 50), Reason = Reason with { Owner = Leader } };

    internal static Swap Overtaken(Overtaking because) => Waiting with { Phase = SwapPhase.Overtaken, Because = because };

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        .. Everywhere("asked", Asked, "mine", "theirs"),
        .. Everywhere("asked.noReturn", Asked with { InReturn = null }, "mine", "theirs"),
        .. Everywhere("asked.byLeader", Asked with { By = Leader, Leaders = [Leader] }, "mine", "theirs", "decide"),
        .. Everywhere("asked.again", Asked with { Reminders = 2 }, "mine"),
        .. Everywhere("asked.byLeader.again", Asked with { By = Leader, Leaders = [Leader], Reminders = 2 }, "decide"),
        .. Everywhere("asked.unreached", Asked with { Unreached = [Buddy] }, "mine"),
        .. Everywhere("waiting", Waiting, "mine", "theirs", "decide", "channel"),
        .. Everywhere("waiting.warned", Waiting, [Warning], "decide", "channel"),
        .. Everywhere("waiting.byLeader", Waiting with { By = Leader }, "mine", "decide"),
        .. Everywhere("changing", Waiting with { Phase = SwapPhase.Changing, DecidedBy = Leader, DecidedAt = At(16, 50) }, "mine", "decide", "channel"),
        .. Everywhere("done", Done, "mine", "theirs", "decide", "channel"),
        .. Everywhere("done.later", Done with { UndoUntil = null }, "decide", "channel"),
        .. Everywhere("done.notUndone", Done with { UndoUntil = null, Because = new("s-3", Counsellor, []) }, "mine", "decide"),
        .. Everywhere("reverting", Done with { Phase = SwapPhase.Reverting }, "mine", "channel"),
        .. Everywhere("undone", Done with { Phase = SwapPhase.Undone, UndoUntil = null }, "mine", "theirs", "channel"),
        .. Everywhere("declined", Asked with { Phase = SwapPhase.Declined, Reason = Reason }, "mine", "theirs"),
        .. Everywhere("declined.plain", Asked with { Phase = SwapPhase.Declined }, "mine"),
        .. Everywhere("refused", Refused, "mine", "theirs", "decide", "channel"),
        .. Everywhere("cancelled", Waiting with { Phase = SwapPhase.Cancelled }, "mine", "theirs", "channel"),
        .. Everywhere("lapsed", Waiting with { Phase = SwapPhase.Lapsed }, "mine", "theirs", "channel"),
        .. Everywhere("overtaken", Waiting with { Phase = SwapPhase.Overtaken, Because = new("s-3", Counsellor, []) }, "mine", "theirs", "decide", "channel"),
        .. Everywhere("overtaken.gone", Waiting with { Phase = SwapPhase.Overtaken, Because = new("s-3", null, []) }, "mine"),
        .. Everywhere("overtaken.left", Waiting with { Phase = SwapPhase.Overtaken, Because = new(null, null, []) { Left = Buddy } }, "mine", "channel"),
        .. Everywhere("overtaken.rule", Waiting with { Phase = SwapPhase.Overtaken, Because = new(null, null, [Block with { Person = Buddy }]) }, "mine", "theirs", "decide", "channel"),
        .. Everywhere("overtaken.approved", Waiting with { Phase = SwapPhase.Overtaken, DecidedBy = Leader, DecidedAt = At(16, 50), Because = new("s-3", Counsellor, []) }, "decide"),
        .. Everywhere("past", Asked with { Asker = Counsellor, By = Counsellor, Colleague = OtherLeader, Round = 2 }, "mine", "theirs", "channel"),
        new("swap.duties", l => SwapCards.Duties(Subject, Subject, [In(Given, l), In(Given with { Id = "s-4", Start = At(8, 30, 2), End = At(17, 0, 2) }, l)], [], [], 14, Context(l, At(16, 10)))),
        new("swap.duties.open", l => SwapCards.Duties(Subject, Subject, [In(Given, l), In(Given with { Id = "s-4", Start = At(8, 30, 2), End = At(17, 0, 2) }, l)], [In(Waiting, l)], [], 14, Context(l, At(16, 45)))),
        new("swap.duties.none", l => SwapCards.Duties(Subject, Subject, [], [], [], 14, Context(l, At(16, 10)))),
        new("swap.duties.leader", l => SwapCards.Duties(Leader, Leader, [In(Given with { Person = Leader }, l)], [], [Subject, Buddy], 14, Context(l, At(16, 10)))),
        new("swap.duties.acting", l => SwapCards.Duties(Subject, Leader, [In(Given, l)], [], [], 14, Context(l, At(16, 10)))),
        new("swap.duties.acting.asked", l => SwapCards.Duties(Buddy, Leader, [In(Theirs, l)], [In(Asked, l)], [], 14, Context(l, At(16, 30)))),
        new("swap.duties.acting.none", l => SwapCards.Duties(Subject, Leader, [], [], [], 14, Context(l, At(16, 10)))),
        new("swap.colleagues", l => SwapCards.Colleagues(Subject, Subject, In(Given, l), [new(Buddy, []), new(Counsellor, [Warning with { Person = Counsellor }]), new(OtherLeader, [Block])], Context(l, At(16, 10)))),
        new("swap.colleagues.none", l => SwapCards.Colleagues(Subject, null, In(Given, l), [.. Enumerable.Repeat(new SwapColleague(OtherLeader, [Block]), 42)], Context(l, At(16, 10)))),
        new("swap.return", l => SwapCards.Return(Subject, Subject, In(Given, l), Buddy, [In(Theirs, l)], [Warning], Context(l, At(16, 10)))),
        new("swap.return.leader", l => SwapCards.Return(Subject, null, In(Given, l), Buddy, [In(Theirs, l)], [Warning], Context(l, At(16, 10)))),
        .. new (string Name, Notice Notice)[]
        {
            ("swapShiftGone", new Notice.SwapShiftGone()),
            ("swapForbidden", new Notice.SwapForbidden([Block])),
            ("swapForbidden.others", new Notice.SwapForbidden([Block], Subject)),
            ("swapPromised", new Notice.SwapPromised()),
            ("swapStands", new Notice.SwapStands(Given.Start, Buddy, null)),
            ("swapStands.since", new Notice.SwapStands(Given.Start, Buddy, At(15, 10))),
            ("swapStands.gone", new Notice.SwapStands(Given.Start, null, null)),
            ("swapTooLate", new Notice.SwapTooLate()),
            ("swapEarlierOver", new Notice.SwapEarlierOver()),
            ("swapIsYours", new Notice.SwapIsYours()),
            ("swapNotAgreed", new Notice.SwapNotAgreed()),
            ("swapTickFirst", new Notice.SwapTickFirst([Warning])),
        }.Select(n => new KeyValuePair<string, Func<Language, CardMessage>>($"notice.{n.Name}", l => NoticeCards.Of(n.Notice, Context(l, At(16, 50))))),
    ];

    private static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> Everywhere(string name, Swap state, params string[] cards) => Everywhere(name, state, [], cards);

    private static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> Everywhere(string name, Swap state, DutyFinding[] findings, params string[] cards) => cards.Select(card =>
        new KeyValuePair<string, Func<Language, CardMessage>>($"swap.{name}.{card}", l => SwapCards.Of(
            In(state, l),
            new(card, card switch { "mine" => Subject, "theirs" => Buddy, "decide" => Leader, _ => "#hall" }),
            new([Leader, OtherLeader], findings),
            Context(l, At(16, 55), w => card != "channel" && w.Seal == Reason.Seal ? l == Language.Chinese ? "那天要带孩子看病" : "My child has a doctor's appointment" : null))));

    public static Swap In(Swap state, Language language) => state with { Given = In(state.Given, language), InReturn = state.InReturn is { } theirs ? In(theirs, language) : null };

    private static Shift In(Shift shift, Language language) => shift with { Post = language == Language.Chinese ? $"{shift.Post} 号窗口" : $"Window {shift.Post}" };
}
