using System.Collections.Immutable;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

/// <summary>The cards of a report and of somebody's own account.</summary>
internal static class IncidentSamples
{
    private const string Number = "INC-20261123-004";

    private static readonly ReportView View = new(["3", "4"], [Buddy, OtherLeader], [Leader, HallLeader]);

    private static readonly Report Begun = new() { Post = "3", Location = LocationClass.Counter, OccurredAt = At(17, 2) };

    private static readonly Report Short = Begun with { Kinds = [ViolenceKind.VerbalAbuse, ViolenceKind.ThreatVerbal], Injuries = Injury.None, Over = true };

    private static readonly Report Full = Short with
    {
        Kinds = [ViolenceKind.ThreatVerbal, ViolenceKind.Spitting, ViolenceKind.PhysicalNoWeapon],
        Injuries = Injury.Medical,
        Severity = 5,
        For = ReportedFor.Colleague,
        Colleagues = [Buddy],
        Trigger = Trigger.Wait,
        Perpetrator = PerpetratorClass.Client,
        Weapon = Weapon.None,
        Circumstances = [Circumstance.Alone, Circumstance.Peak],
        Actions = [ImmediateAction.Security, ImmediateAction.VisitorLeft],
        Description = Note,
        Named = Note,
        Witnesses = [OtherLeader],
        Avoid = [Leader],
        Support = [SupportWish.Counsellor],
    };

    private static readonly Incident Draft = new() { Reporter = Subject, Id = "20261123090200", Phase = IncidentPhase.Draft, BegunAt = At(17, 4), Team = "t-1", Draft = Begun, RemindAt = At(18, 4) };

    private static readonly Incident Sent = Draft with { Phase = IncidentPhase.Reported, Draft = new(), RemindAt = null, Number = Number, Version = 1, Report = Short, ReportedAt = At(17, 6) };

    private static readonly Report Restricted = Short with { Kinds = [ViolenceKind.SexualHarassment] };

    private static readonly ReviewAssigned Alone = new(null, At(17, 30, 7), false) { Nobody = true, Administrators = [OtherLeader] };

    private static readonly ImmutableArray<KeptFile> Files =
    [
        new(FileKind.Photo, 2_202_009, "a", At(17, 5), "a"), new(FileKind.Pdf, 348_160, "b", At(17, 5), "b"), new(FileKind.Video, 8_388_608, "c", At(17, 6), "c"),
    ];

    private static readonly IncidentReplied Reply = new(Leader, Line, At(16, 0, 3));

    private static readonly Statement Open = new()
    {
        Person = Subject,
        Number = Number,
        Phase = StatementPhase.Open,
        AskedAt = At(17, 6),
        About = new(Draft.Key.Reference, Subject, "3", At(17, 2), false, null),
        Limit = At(17, 30, 3),
        RemindAt = At(17, 6, 1),
        Visits = [new(1, At(10, 0, 1)), new(3, At(10, 0, 3)), new(7, At(10, 0, 7)), new(28, At(10, 0, 28))],
    };

    private static readonly Statement Signed = Open with { Phase = StatementPhase.Frozen, Text = Note, SignedAt = At(9, 12, 1), RemindAt = null };

    private static readonly Statement Asked = Open with { Asked = new(1, At(10, 0, 1)), Visits = [new(3, At(10, 0, 3))] };

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        Card("incident.form", Draft),
        Card("incident.form.gap", Draft with { Gap = true, Draft = Begun with { Kinds = [ViolenceKind.VerbalAbuse], For = ReportedFor.Colleague } }),
        Card("incident.form.full", Draft with { Draft = Full with { Over = false } }),
        Card("incident.form.restricted", Draft with { Draft = Short with { Kinds = [ViolenceKind.SexualHarassment] } }),
        Card("incident.form.adding", Sent with { Editing = true, Draft = Short }),
        Card("incident.form.many", Draft, cut: true),
        Card("incident.form.files", Draft with { Files = Files }),
        Card("incident.kept.files", Draft with { Parked = true, Draft = Short, Files = Files[..1] }),
        Card("incident.reported.files", Sent with { Files = Files }),
        Card("incident.begun", Draft with { Parked = true, RemindAt = null }),
        Card("incident.kept", Draft with { Parked = true, Draft = Short }),
        Card("incident.discarded", Draft with { Phase = IncidentPhase.Discarded }),
        Card("incident.reported", Sent),
        Card("incident.reported.notOver", Sent with { Report = Short with { Over = false } }),
        Card("incident.reported.late", Sent with { ReportedAt = At(9, 0, 3) }, At(9, 0, 3)),
        Card("incident.reported.colleague", Sent with { Report = Full }),
        Card("incident.reported.restricted", Sent with { Report = Short with { Kinds = [ViolenceKind.SexualHarassment], Post = "" } }),
        Card("incident.reported.reviewed", Sent with { Review = new(HallLeader, At(17, 30, 7), false), Signatures = [new(Subject, At(9, 12, 1), Note)] }, At(9, 30, 1)),
        Card("incident.reported.searching", Sent with { Review = new(null, At(17, 30, 44), true) }),
        Card("incident.reported.late.reviewer", Sent with { Review = new(HallLeader, At(17, 30, 7), false) { Late = true, LateTold = true } }, At(8, 30, 8)),
        Card("incident.reported.late.nobody", Sent with { Review = Alone with { Administrators = null, Alerted = true, Late = true, LateTold = true } }, At(8, 30, 8)),
        Card("incident.reported.nobody", Sent with { Review = Alone with { Administrators = null, Alerted = true } }),
        Card("incident.reported.nobody.restricted", Sent with { Report = Restricted, Review = Alone }),
        Card("incident.reported.again", Sent with { Report = Restricted, Reply = Reply, Review = new(Counsellor, At(17, 30, 7), false) { Again = true } }, At(16, 1, 4)),
        Card("incident.nobody", Sent with { Report = Restricted, Review = Alone, ToldOfNobody = true }, slot: "nobody"),
        Card("incident.nobody.unwanted", Sent with { Report = Restricted with { Avoid = [Leader] }, Review = Alone, ToldOfNobody = true }, slot: "nobody"),
        Card("incident.nobody.told", Sent with { Report = Restricted, Review = Alone with { Alerted = true }, ToldOfNobody = true }, slot: "nobody"),
        Card("incident.nobody.nobodyToTell", Sent with { Report = Restricted, Review = Alone with { Administrators = [] }, ToldOfNobody = true }, slot: "nobody"),
        Card("incident.nobody.asked", Sent with { Report = Restricted, Review = new(null, At(17, 30, 7), false), ToldOfNobody = true }, slot: "nobody"),
        Card("incident.nobody.taken", Sent with { Report = Restricted, Review = new(Counsellor, At(17, 30, 7), false), ToldOfNobody = true }, At(9, 0, 1), "nobody"),
        Card("incident.reported.replied", Sent with { Reply = Reply }, At(16, 1, 3)),
        Card("incident.reply", Sent with { Reply = Reply }, At(16, 1, 3), "reply"),
        Of("incident.statement", Open),
        Of("incident.statement.colleague", Open with { About = Open.About with { Reporter = Buddy } }),
        Of("incident.statement.kept", Open with { Draft = Note, Gap = true }),
        Of("incident.statement.declined", Open with { Phase = StatementPhase.Declined }),
        Of("incident.statement.notNeeded", Open with { Phase = StatementPhase.NotNeeded }),
        Of("incident.statement.signed", Signed, At(9, 13, 1)),
        Of("incident.statement.signed.added", Signed with { Addenda = [new(Note, At(11, 0, 2))], About = Open.About with { Restricted = true } }, At(11, 0, 2)),
        Of("incident.statement.signed.corrected", Signed with { Corrected = true }, At(9, 13, 1)),
        Of("incident.howAreYou", Asked, At(10, 0, 1), "howAreYou"),
        Of("incident.howAreYou.allRight", Asked with { Answers = [new(1, HowAreYou.AllRight, At(10, 5, 1))] }, At(10, 5, 1), "howAreYou"),
        Of("incident.howAreYou.last", Asked with { Visits = [], Answers = [new(1, HowAreYou.AllRight, At(10, 5, 1))] }, At(10, 5, 1), "howAreYou"),
        Of("incident.howAreYou.notAllRight", Asked with { Answers = [new(1, HowAreYou.NotAllRight, At(10, 5, 1))], Opened = [1] }, At(10, 5, 1), "howAreYou"),
        Of("incident.howAreYou.colleague", Asked with { About = Asked.About with { Reporter = Buddy } }, At(10, 0, 3), "howAreYou"),
        Of("incident.howAreYou.corrected", Signed with { Corrected = true, Asked = Asked.Asked }, At(10, 5, 1), "howAreYou"),
        Of("incident.howAreYou.off", Asked with { VisitsOff = true }, At(10, 5, 1), "howAreYou"),
    ];

    private static KeyValuePair<string, Func<Language, CardMessage>> Card(string name, Incident state, DateTimeOffset? now = null, string slot = "report", bool cut = false) => new(
        name,
        language => IncidentReportCards.Of(
            state with { Draft = In(state.Draft, language), Report = state.Report is null ? null : In(state.Report, language) },
            new Slot(slot, Subject),
            state.IsOpen ? View with { Posts = [Post(language)], Cut = cut } : ReportView.None,
            Context(language, now ?? At(17, 6))));

    private static KeyValuePair<string, Func<Language, CardMessage>> Of(string name, Statement state, DateTimeOffset? now = null, string slot = "statement") => new(
        name,
        language => StatementCards.Of(state with { About = state.About with { Post = Post(language) } }, new Slot(slot, Subject), Route.Counsellor, Context(language, now ?? At(17, 6))));

    private static Report In(Report report, Language language) => report.Post.Length > 0 ? report with { Post = Post(language) } : report;
}
