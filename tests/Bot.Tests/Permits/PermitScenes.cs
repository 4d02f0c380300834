using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;
using Route = CheckInBot.Dialogs.Escalations.Route;

namespace CheckInBot.Bot.Tests.Permits;

/// <summary>A record that a press can meet. <paramref name="Record"/> is null where there is none yet.</summary>
internal sealed record PermitScene(FlowKey Key, FlowState? Record);

/// <summary>Every kind of record in each of its states, with everybody in it who can be something to it: ann's, asked are lee and zoe, mia has it, gus was asked to take it over; the others are nobody.</summary>
internal static class PermitScenes
{
    /// <summary>Of every role somebody who is nothing to any record, but for those who lead the team.</summary>
    public static readonly Person[] Nobodies =
    [
        Of("cid", Role.Staff), Of("liz", Role.Leader), Of("max", Role.HallLeader), Of("gil", Role.Counsellor), Of("sue", Role.Security), Of("kim", Role.Clerk), Of("ida", Role.Admin),
    ];

    /// <summary>Everybody who presses.</summary>
    public static readonly string[] People = ["ann", "ben", "lee", "mia", "gus", "zoe", .. Nobodies.Select(p => p.Id)];

    /// <summary>The hall of the scenes.</summary>
    public static Organisation Organisation => Hall.Organisation(
        null, null, Nobodies, new("s6", "cid", "hall", "W1", Hall.Opening, Hall.Opening.AddHours(9)), new("s7", "mia", "hall", "W1", Hall.Opening, Hall.Opening.AddHours(9)), Moved);

    private static Person Of(string id, Role role) => new(id, id, "", $"entra-{id}", Language.English, "hall", "W1", [role], [], "", "");

    public static readonly DateTimeOffset At = Hall.Opening.AddHours(1);

    /// <summary>Ann's shift of tomorrow, and one that ben has by now.</summary>
    public static readonly Shift Given = new("s3", "ann", "hall", "W1", Hall.Opening.AddHours(24), Hall.Opening.AddHours(33)),
        Moved = new("s5", "ben", "hall", "W1", Hall.Opening.AddHours(72), Hall.Opening.AddHours(80));

    private const string Number = "INC-20261123-001";

    private static readonly Report Report = new() { Kinds = [ViolenceKind.VerbalAbuse], Injuries = Injury.None, Over = true, Post = "W1", OccurredAt = At.AddMinutes(-20), Severity = 2 };

    /// <summary>So that each scene of the matrix is a record of its own, and none meets what another left behind.</summary>
    private static int scene;

    public static IEnumerable<PermitScene> Of(string kind) => kind switch
    {
        CheckIn.Kind => CheckIns(),
        Contact.Kind => [new(Contact.KeyOf("ann"), null), new(Contact.KeyOf("ann"), Contact.Begin("ann") with { Greeted = true, GreetedFor = Contact.TermsVersion })],
        PersonNow.Kind => [new(PersonNow.KeyOf("ann"), null), new(PersonNow.KeyOf("ann"), PersonNow.Begin("ann"))],
        OwnLeave.Kind => Leaves(),
        Escalation.Kind => Enum.GetValues<CasePhase>().Select(Case),
        Alert.Kind => Enum.GetValues<AlertPhase>().Select(Sos),
        Incident.Kind => Incidents(),
        Statement.Kind => Enum.GetValues<StatementPhase>().Select(Account),
        ReviewKeys.Kind => Enum.GetValues<ReviewPhase>().SelectMany(Reviews),
        Swap.Kind => Enum.GetValues<SwapPhase>().SelectMany(Swaps).Append(MovedMeanwhile(SwapPhase.Asked)).Append(MovedMeanwhile(SwapPhase.Waiting)).Append(new(Swap.KeyOf(Given), null)),
        Cover.Kind => Enum.GetValues<CoverPhase>().Select(CoverIn).Prepend(new(new(Cover.Kind, "ann", $"{900_000 + scene++}"), null)),
        Reinforcement.Kind => Enum.GetValues<ReinforcementPhase>().Select(Call),
        _ => throw new ArgumentException(kind),
    };

    private static IEnumerable<PermitScene> CheckIns()
    {
        foreach (var phase in Enum.GetValues<CheckInPhase>().Select(p => (CheckInPhase?)p).Append(null))
        {
            var answered = phase is null or CheckInPhase.Answered;
            var id = CheckIn.IdOf(At.AddMinutes(-scene++));
            var record = new CheckIn { Person = "ann", Id = id, Phase = phase ?? CheckInPhase.Answered, Since = At.AddMinutes(-5), ClosesAt = At.AddHours(9), Closed = phase is null };
            yield return new(CheckIn.KeyOf("ann", id), answered ? record with { Answer = new() { Stress = 2 }, AnsweredAt = At.AddMinutes(-5), Sends = 1, Offer = Offer.Run } : record);
        }
    }

    private static IEnumerable<PermitScene> Leaves()
    {
        var none = OwnLeave.Begin("ann");
        var day = DateOnly.FromDateTime(At.DateTime);
        return new OwnLeave?[] { null, none, none with { Phase = OwnLeavePhase.Asked }, none with { Phase = OwnLeavePhase.Set, From = day, To = day.AddDays(2), EndsAt = At.AddDays(3) } }
            .Select(leave => new PermitScene(OwnLeave.KeyOf("ann"), leave));
    }

    private static PermitScene Case(CasePhase phase)
    {
        var id = Escalation.IdOf($"permit {scene++}");
        var owned = phase is CasePhase.Taken or CasePhase.Resolved or CasePhase.Visiting or CasePhase.Closed;
        return new(Escalation.KeyOf(id), new Escalation
        {
            Id = id,
            Origin = Origin.HardDay,
            Source = "ann/202611230800",
            Subject = "ann",
            Route = Route.Leader,
            Chain = [new(StepRole.Leader, true), new(StepRole.HallLeader, false)],
            Cause = Cause.HardDay,
            Urgency = Urgency.High,
            Pace = new(TimeSpan.FromMinutes(15), false, 1),
            Phase = phase,
            OpenedAt = At.AddMinutes(-30),
            Since = At.AddMinutes(-5),
            Until = At.AddHours(1),
            Step = 0,
            Asked = [new("lee", 0, At.AddMinutes(-5)), new("zoe", 0, At.AddMinutes(-5))],
            Readers = ["lee", "zoe", "mia", "gus"],
            Owner = owned ? "mia" : null,
            OfferedTo = phase == CasePhase.Taken ? "gus" : null,
            Context = new("W1", null, null, null, 0, 0),
        });
    }

    private static PermitScene Sos(AlertPhase phase)
    {
        var id = $"{900_000 - scene++}";
        var raised = phase is not (AlertPhase.Confirming or AlertPhase.Unconfirmed);
        return new(new(Alert.Kind, "ann", id), new Alert
        {
            Person = "ann",
            Id = id,
            Phase = phase,
            Post = "W1",
            Since = At.AddMinutes(-5),
            RaisedAt = raised ? At.AddMinutes(-5) : null,
            CalledAt = raised ? At.AddMinutes(-5) : null,
            Until = At.AddHours(1),
            CancelUntil = raised ? At.AddMinutes(1) : null,
            Called = raised ? [new("lee", Callee.DutyLeader, 0, 0, At.AddMinutes(-5)), new("mia", Callee.HallLeader, 0, 0, At.AddMinutes(-5))] : [],
            Going = phase is AlertPhase.Answered or AlertPhase.Calling ? [new("mia", At.AddMinutes(-4))] : [],
            SilentSince = phase == AlertPhase.Calling ? At.AddMinutes(-2) : null,
            ClosedBy = phase == AlertPhase.Safe ? "ann" : null,
        });
    }

    private static IEnumerable<PermitScene> Incidents()
    {
        Incident Of(IncidentPhase phase) => new() { Reporter = "ann", Id = Incident.IdOfCheckIn($"20261123{1000 + scene++}"), Phase = phase, BegunAt = At.AddMinutes(-10), Team = "hall" };
        var sent = Of(IncidentPhase.Reported) with { Number = Number, ReportedAt = At.AddMinutes(-5), Report = Report, Version = 1 };
        Incident[] all =
        [
            Of(IncidentPhase.Draft) with { Parked = true },
            sent,
            Of(IncidentPhase.Reported) with { Number = Number, ReportedAt = At.AddMinutes(-5), Report = Report, Version = 1, Review = new(null, At.AddDays(5), false) { Nobody = true, Administrators = ["ada"] } },
            Of(IncidentPhase.Discarded),
        ];
        return all.Select(i => new PermitScene(i.Key, i)).Prepend(new(Incident.KeyOf("ann", Incident.IdOfCheckIn($"20261123{1000 + scene++}")), null));
    }

    private static PermitScene Account(StatementPhase phase)
    {
        var number = $"INC-20261123-{100 + scene++}";
        var signed = phase == StatementPhase.Frozen;
        return new(Statement.KeyOf("ann", number), new Statement
        {
            Person = "ann",
            Number = number,
            Phase = phase,
            AskedAt = At.AddMinutes(-10),
            About = new("ben/20261123010000", "ben", "W1", At.AddMinutes(-30), false, null),
            Limit = At.AddDays(3),
            Text = signed ? new("ann", "w1.none") : null,
            SignedAt = signed ? At.AddMinutes(-5) : null,
        });
    }

    private static IEnumerable<PermitScene> Reviews(ReviewPhase phase)
    {
        Review Of()
        {
            var number = $"INC-20261123-{300 + scene++}";
            var taken = phase is ReviewPhase.Reviewing or ReviewPhase.Acting or ReviewPhase.Closed;
            return new()
            {
                Incident = new(number, 1, "ann", ["ann"], ["ben"], [], "hall", "W1", LocationClass.Counter, At.AddHours(-1), At, [ViolenceKind.ThreatVerbal], 4, Injury.None, Trigger.Wait, null, null, $"ann/{number}", new(ViolenceType.T2, null, Weapon.None, [], [], null)),
                Restricted = false,
                Phase = phase,
                OpenedAt = At.AddMinutes(-10),
                Since = At.AddMinutes(-10),
                Until = At.AddDays(1),
                ReplyDue = At.AddDays(5),
                Provisional = false,
                Found = true,
                Asked = phase == ReviewPhase.Waiting ? [] : [new("mia", At.AddMinutes(-9), false)],
                Reviewer = taken ? "mia" : null,
                TakenAt = taken ? At.AddMinutes(-8) : null,
                OfferedTo = phase is ReviewPhase.Reviewing or ReviewPhase.Acting ? "lee" : null,
                Readers = ["mia", "lee"],
                Finding = phase is ReviewPhase.Acting or ReviewPhase.Closed ? Finding.ProcessIssue : null,
            };
        }
        Correction Step(bool done) => new(1, new("mia", "w1.none"), "zoe", new(2026, 11, 25), false, At.AddMinutes(-7)) { DoneAt = done ? At.AddMinutes(-6) : null };
        Review[] all = phase is ReviewPhase.Waiting
            ? [Of()]
            : [Of(), Of() with { Corrections = [Step(false)] }, Of() with { Corrections = [Step(true)] }, Of() with { NoneBecause = new("mia", "w1.none"), RepliedAt = At.AddMinutes(-1), ReopenedAt = At.AddMinutes(-2) }];
        return all.Select(r => new PermitScene(r.Key, r));
    }

    private static IEnumerable<PermitScene> Swaps(SwapPhase phase)
    {
        var after = phase is SwapPhase.Done or SwapPhase.Reverting or SwapPhase.Undone;
        var given = after ? Moved with { Person = "ann" } : Given;
        foreach (var by in new[] { "ann", "mia" })
        {
            yield return new(Swap.KeyOf(given), new Swap
            {
                Asker = "ann",
                Id = Swap.KeyOf(given).Id,
                Round = 1,
                By = by,
                Colleague = "ben",
                Given = given,
                Phase = phase,
                AskedAt = At.AddMinutes(-10),
                Since = At.AddMinutes(-5),
                LapsesAt = At.AddHours(20),
                AcceptedAt = phase == SwapPhase.Asked ? null : At.AddMinutes(-6),
                DecidedBy = after ? "lee" : null,
                UndoUntil = phase == SwapPhase.Done ? At.AddHours(1) : null,
            });
        }
    }

    /// <summary>The duty was moved by an import since it was asked.</summary>
    private static PermitScene MovedMeanwhile(SwapPhase phase)
    {
        var asked = Swaps(phase).First();
        var swap = (Swap)asked.Record!;
        return new(asked.Key, swap with { Given = swap.Given with { End = swap.Given.End.AddHours(1) } });
    }

    private static PermitScene CoverIn(CoverPhase phase)
    {
        var id = $"{800_000 - scene++}";
        var covered = phase is CoverPhase.Covered or CoverPhase.TimeUp or CoverPhase.Back;
        return new(new(Cover.Kind, "ann", id), new Cover
        {
            Person = "ann",
            Id = id,
            Phase = phase,
            Post = "W1",
            Minutes = phase is CoverPhase.Choosing or CoverPhase.Unasked ? 0 : 10,
            Since = At.AddMinutes(-5),
            Until = At.AddMinutes(30),
            OpenUntil = phase == CoverPhase.Unanswered ? At.AddMinutes(30) : null,
            Asked = phase is CoverPhase.Choosing or CoverPhase.Unasked ? [] : [new("mia", At.AddMinutes(-5)), new("zoe", At.AddMinutes(-5))],
            By = covered ? "mia" : null,
            TakenAt = covered ? At.AddMinutes(-4) : null,
            Takes = covered ? 1 : 0,
        });
    }

    private static PermitScene Call(ReinforcementPhase phase)
    {
        var id = $"{700_000 - scene++}";
        return new(new(Reinforcement.Kind, "hall", id), new Reinforcement
        {
            Team = "hall",
            Id = id,
            Phase = phase,
            AskedBy = "lee",
            AskedAt = At.AddMinutes(-5),
            Since = At.AddMinutes(-5),
            Until = At.AddMinutes(30),
            Called = [new("gus"), new("zoe", At.AddMinutes(-3))],
            Seers = ["lee"],
        });
    }
}
