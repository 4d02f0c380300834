using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

/// <summary>The cards of a review, of the owner of a step, and of an administrator who hears of a late reply.</summary>
internal static class ReviewSamples
{
    public static readonly Words Account = new(Subject, "seal-account"), Statement = new(Subject, "seal-statement"), Causes = new(HallLeader, "seal-causes"),
        Action = new(HallLeader, "seal-action"), Reply = new(HallLeader, "seal-reply"), Reason = new(HallLeader, "seal-reason");

    public static readonly IncidentReported Incident = new(
        "INC-20261123-001", 1, Subject, [Subject], [Buddy], [], "t-1", "3", LocationClass.Counter, At(15, 10), At(15, 40), [ViolenceKind.VerbalAbuse, ViolenceKind.ObjectThrown],
        3, Injury.None, Trigger.RefusedMissingPapers, null, null, "p-li/20261123",
        new(ViolenceType.T2, PerpetratorClass.Client, Weapon.CommonObject, [Circumstance.UsualDuties, Circumstance.LowStaffing], [ImmediateAction.Security, ImmediateAction.VisitorLeft], Account));

    public static readonly Review Asking = new()
    {
        Incident = Incident,
        Restricted = false,
        Phase = ReviewPhase.Asking,
        OpenedAt = At(15, 40),
        Since = At(8, 30, 1),
        Until = At(17, 30, 1),
        Found = true,
        Asked = [new(HallLeader, At(8, 30, 1), false)],
        Readers = [HallLeader],
        ReplyDue = At(17, 30, 7),
        Provisional = false,
    };

    public static readonly Review Taken = Asking with { Phase = ReviewPhase.Reviewing, Reviewer = HallLeader, TakenAt = At(9, 5, 1), Since = At(9, 5, 1), Until = null };

    public static readonly Review Found = Taken with
    {
        Phase = ReviewPhase.Acting,
        Incident = Incident with { StatementSigned = At(20, 10), Details = Incident.Details! with { Statement = Statement, Files = [new(FileKind.Photo, 2_202_009), new(FileKind.Sound, 348_160)] } },
        Finding = Finding.ProcessIssue,
        FoundAt = At(14, 0, 1),
        FoundBy = HallLeader,
        Causes = Causes,
        Measure = VisitorMeasure.VerbalWarning,
        MeasureOn = new(2026, 12, 24),
    };

    public static readonly Correction Step = new(1, Action, Leader, new(2026, 12, 1), true, At(14, 5, 1));

    public static readonly Review WithSteps = Found with
    {
        Corrections = [Step with { DoneAt = At(16, 0, 3) }, new(2, Action, OtherLeader, new(2026, 11, 25), false, At(14, 6, 1)) { Late = true }],
    };

    public static readonly Review Closed = WithSteps with
    {
        Phase = ReviewPhase.Closed,
        Since = At(10, 0, 4),
        Corrections = [Step with { DoneAt = At(16, 0, 3), CheckedBy = HallLeader, CheckedAt = At(9, 0, 4) }],
        Reply = Reply,
        RepliedBy = HallLeader,
        RepliedAt = At(10, 0, 4),
    };

    public static readonly Review Restricted = Asking with
    {
        Restricted = true,
        Incident = Incident with { Kinds = [ViolenceKind.SexualHarassment] },
        Asked = [new(Counsellor, At(15, 40), false)],
        Readers = [Counsellor],
        ReplyDue = At(17, 30, 40),
        Provisional = true,
    };

    private static readonly Review Nobody = Asking with { Found = false, Asked = [], Readers = [], Alerted = [OtherLeader], AlertedAt = At(9, 30, 1) };

    public static readonly ReviewView View = new([(OtherLeader, Role.Leader)], [(Leader, Role.Leader), (OtherLeader, Role.Leader)], new(2026, 11, 24), 7, []);

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        Card("review.asked", Asking, HallLeader),
        Card("review.asked.lastResort", Asking with { Asked = [new(HallLeader, At(8, 30, 1), true)] }, HallLeader),
        Card("review.asked.restricted", Restricted, Counsellor),
        Card("review.offered", Taken with { OfferedTo = OtherLeader }, OtherLeader),
        Card("review.taken", Taken, HallLeader),
        Card("review.taken.signed", Found with { Phase = ReviewPhase.Reviewing, Finding = null, Causes = null, Measure = null, MeasureOn = null }, HallLeader),
        new("review.taken.twoAccounts", language => ReviewCards.Of(
            In(Taken with { Incident = Incident with { Affected = [Subject, OtherLeader], StatementSigned = At(20, 10) } }, language),
            Review.CardOf(HallLeader),
            View with { HandedIn = [new(Subject, At(18, 0), Statement), new(OtherLeader, At(20, 10), new(OtherLeader, "seal-reason")), new(Subject, At(8, 40, 1), new(Subject, "sealed away"))] },
            In(language, At(9, 6, 1)))),
        Card("review.taken.restricted", Restricted with { Phase = ReviewPhase.Reviewing, Reviewer = Counsellor, TakenAt = At(9, 5, 1), Until = null }, Counsellor),
        Card("review.found", Found, HallLeader, At(14, 1, 1)),
        Card("review.found.steps", WithSteps, HallLeader, At(16, 5, 3)),
        Card("review.found.stepsOut", WithSteps with { Corrections = [Step with { Out = StepOut.Unreached }, WithSteps.Corrections[1] with { Out = StepOut.Involved }] }, HallLeader, At(16, 5, 3)),
        Card("review.found.late", WithSteps with { MissedAt = At(17, 30, 7) }, HallLeader, At(8, 30, 8)),
        Card("review.found.noStep", Found with { NoneBecause = Reason }, HallLeader, At(14, 9, 1)),
        Card("review.found.restricted", Restricted with
        {
            Phase = ReviewPhase.Acting,
            Reviewer = Counsellor,
            TakenAt = At(9, 5, 1),
            Finding = Finding.Unprovoked,
            Corrections = [Step with { Owner = Counsellor }],
        }, Counsellor, At(14, 1, 1)),
        Card("review.found.again", Closed with
        {
            Phase = ReviewPhase.Acting,
            Restricted = true,
            Reviewer = Counsellor,
            TakenAt = At(9, 0, 5),
            ReopenedAt = At(17, 0, 4),
            Incident = Closed.Incident with { Kinds = [ViolenceKind.SexualHarassment] },
        }, Counsellor, At(9, 1, 5)),
        Card("review.closed", Closed, HallLeader, At(10, 0, 4)),
        Card("review.closed.unread", Closed with { Unread = [Subject] }, HallLeader, At(10, 0, 4)),
        Card("review.moved", Taken, OtherLeader),
        Task("review.step.open", Found with { Corrections = [Step] }, At(14, 6, 1)),
        Task("review.step.late", Found with { Corrections = [Step with { Late = true }] }, At(8, 30, 9)),
        Task("review.step.done", WithSteps, At(16, 0, 3)),
        Task("review.step.out", Found with { Corrections = [Step with { Out = StepOut.Involved }] }, At(14, 6, 1)),
        Task("review.step.checked", Closed, At(10, 0, 4)),
        Waits("review.waits", Nobody),
        Waits("review.waits.restricted", Nobody with { Restricted = true }),
        Waits("review.waits.over", Taken with { Alerted = [OtherLeader] }),
        Missed("review.missed", Found with { MissedAt = At(17, 30, 7), Told = [OtherLeader] }),
        Missed("review.missed.nobody", Asking with { MissedAt = At(17, 30, 7), Told = [OtherLeader] }),
        Picture("hotSpots", new(new(2026, 7, 1), new(2026, 9, 30), [("3", 14), ("5", 6)], [(DayOfWeek.Monday, 12), (DayOfWeek.Friday, 7)], [(9, 5), (10, 11), (15, 8)])),
        Picture("hotSpots.onlySome", new(new(2026, 7, 1), new(2026, 9, 30), [], [(DayOfWeek.Monday, 12)], [])),
        Picture("hotSpots.tooFew", new(new(2026, 7, 1), new(2026, 9, 30), [], [], [])),
        Missed("review.missed.replied", Closed with { RepliedAt = At(9, 0, 8), MissedAt = At(17, 30, 7), Told = [OtherLeader] }),
    ];

    private static KeyValuePair<string, Func<Language, CardMessage>> Card(string name, Review state, string reader, DateTimeOffset? now = null) =>
        new(name, language => ReviewCards.Of(In(state, language), Review.CardOf(reader), View, In(language, now ?? At(9, 6, 1))));

    private static KeyValuePair<string, Func<Language, CardMessage>> Task(string name, Review state, DateTimeOffset now) =>
        new(name, language => ReviewCards.Of(In(state, language), Review.TaskOf(Step), ReviewView.None, In(language, now)));

    private static KeyValuePair<string, Func<Language, CardMessage>> Missed(string name, Review state) =>
        new(name, language => ReviewCards.Of(In(state, language), Review.MissedCard(OtherLeader), ReviewView.None, In(language, At(17, 30, 7))));

    private static KeyValuePair<string, Func<Language, CardMessage>> Picture(string name, HotSpots picture) =>
        new(name, language => HotSpotCards.Of(picture with { Posts = [.. picture.Posts.Select(p => (p.Post == "3" ? Post(language) : language == Language.Chinese ? "5 号窗口" : "Window 5", p.Count))] }, In(language, At(9, 0))));

    private static KeyValuePair<string, Func<Language, CardMessage>> Waits(string name, Review state) =>
        new(name, language => ReviewCards.Of(In(state, language), Review.AlertOf(OtherLeader), ReviewView.None, In(language, At(9, 30, 1))));

    private static Review In(Review state, Language language) => state with { Incident = state.Incident with { Post = Post(language) } };

    private static CardContext In(Language language, DateTimeOffset now) => Context(language, now, w => (language == Language.Chinese, w.Seal) switch
    {
        (true, "seal-account") => "对方少一份材料，我说明以后他把笔筒扔了过来",
        (false, "seal-account") => "A paper was missing. When I explained it, the visitor threw the pen holder at me",
        (true, "seal-statement") => "我按清单说的，语气平常。扔过来的笔筒擦到了手",
        (false, "seal-statement") => "I went by the list and spoke calmly. The pen holder brushed my hand",
        (true, "seal-causes") => "清单上没写要原件，他跑了三趟",
        (false, "seal-causes") => "The list does not say that originals are needed; this was the third time they came",
        (true, "seal-action") => "清单上加一行：要原件",
        (false, "seal-action") => "Add a line to the list: originals are needed",
        (true, "seal-reply") => "清单已经改了，保安从明天起站在大厅。谢谢你告诉我们",
        (false, "seal-reply") => "The list is changed, and from tomorrow security stands in the hall. Thank you for telling us",
        (true, "seal-reason") => "对方第二天来道歉了",
        (false, "seal-reason") => "The visitor came back the next day and apologised",
        _ => null,
    });
}
