using System.Text.Json;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests.Incidents;

/// <summary>Whatever happens to a report and its accounts in whatever order, these hold.</summary>
public sealed class IncidentWalks
{
    private static readonly string[] Concerned = [Hall.Lin, Hall.Bao, Hall.Ding];

    [Fact]
    public void A_report_and_its_accounts_keep_their_promises_whatever_happens() => Walks.Each(2000, (random, story) =>
    {
        var it = new OneIncident();
        for (var n = 0; n < 30; n++)
        {
            if (random.Once(10))
                it.Leave.Add(new(Hall.Lin, DateOnly.FromDateTime(it.Now.Date).AddDays(random.Next(3)), DateOnly.FromDateTime(it.Now.Date).AddDays(random.Next(3, 9)), "annual"));
            it.After(random.Any(Walks.Steps));
            var (report, accounts) = (it.Report, it.Accounts.ToDictionary());
            var by = random.Once(8) ? Hall.Wang : Hall.Lin;
            if (it.Accounts.Count == 0 || random.Once(2))
            {
                var e = ToReport(random, by);
                story.Add(() => $"{report.Phase} {report.IsOpen} {e}");
                it.Hears(e);
                if (e is PersonEvent && by == Hall.Wang)
                    Assert.True(ReferenceEquals(report, it.Report) && it.Reply is Say { Notice: Notice.NotYours }, "a foreign press");
                Assert.True(e is not PersonEvent || it.Reply is not null, "a press without an answer");
                Assert.True(report.Phase != IncidentPhase.Draft || report.Draft.IsEmpty || !it.Report.Draft.SameAs(new()) || it.Report.Report is not null || e is DiscardReport or DraftsErased or FillReport, "a lost draft");
            }
            else
            {
                var person = random.Any([.. it.Accounts.Keys]);
                var e = ToAccount(random, random.Once(8) ? Hall.Wang : person, n);
                story.Add(() => $"{person} {accounts[person].Phase} {e}");
                it.Account(person, e);
                Assert.True(e is not KeepStatement || accounts[person].Draft is null || it.Accounts[person].Draft is not null || it.Accounts[person].Phase == StatementPhase.Frozen, "lost words");
            }
            Holds(report, it.Report);
            foreach (var (person, before) in accounts)
                Holds(before, it.Accounts[person], it.Now);
        }
        Assert.True(it.Told.Count(s => s.Event is Opened) == it.Told.Where(s => s.Event is Opened).Select(s => s.To).Distinct().Count(), "a case raised twice");
        var versions = it.Told.Select(s => s.Event).OfType<IncidentReported>().Select(r => r.Version).ToList();
        Assert.Equal(Enumerable.Range(1, versions.Count), versions);

        Assert.True(Same(it.Report, DialogsJson.Default.Incident));
        Assert.All(it.Accounts.Values, a => Assert.True(Same(a, DialogsJson.Default.Statement)));
    });

    private static void Holds(Incident before, Incident after)
    {
        Assert.True(before.Number is null || before.Number == after.Number, "another number");
        Assert.True(before.Phase != IncidentPhase.Reported || after.Phase == IncidentPhase.Reported, "a report that is taken back");
        Assert.True(before.Reply is null || ReferenceEquals(before.Report, after.Report), "an edit after the reply");
        Assert.True(after.Report is not { } sent || (sent.Missing.Count == 0 && sent.OccurredAt <= after.ReportedAt!.Value.AddDays(365)), "sent with a gap");
        Assert.True(after.NextAt is null || after.Phase == IncidentPhase.Draft || !after.Leaving.IsEmpty, "a reminder of what was sent");
        Assert.True(after.Files.Length <= KeptFile.Most && after.Files.DistinctBy(f => f.Sha256).Count() == after.Files.Length, "a file too many");
        Assert.True(before.Reply is null || before.Files.SequenceEqual(after.Files), "a file after the reply");
        Assert.True(before.Phase != IncidentPhase.Reported || before.Files.All(after.Files.Contains), "a file that left a report");
        Assert.True(before.Files.All(f => after.Files.Contains(f) || after.Leaving.Contains(f.Name)), "a file that nobody deletes");
        Assert.True(after.Leaving.IsEmpty == after.LeaveAt is null && !after.Files.Any(f => after.Leaving.Contains(f.Name)), "a file that is kept and deleted");
        foreach (var other in Hall.Names.Where(p => p != Hall.Lin))
            Assert.Empty(Permit.Readable(after, other));
    }

    private static void Holds(Statement before, Statement after, DateTimeOffset at)
    {
        Assert.True(before.Text is null || (before.Text == after.Text && before.SignedAt == after.SignedAt && after.Addenda.Length >= before.Addenda.Length), "an edit after signing");
        Assert.True(after.Phase != StatementPhase.Open || after.RemindAt is null || after.NextAt is not null, "an open account without its next moment");
        Assert.True(after.VisitsOff || after.Spared || after.Visits.IsEmpty || after.NextAt <= after.Visits[0].At, "a question that never comes");
        Assert.True(after.Visits.Select(v => v.At).SequenceEqual(after.Visits.Select(v => v.At).Order()) && (after.NextAt is not { } next || next > at), "a wake that wakes itself");
        foreach (var other in Hall.Names.Where(p => p != after.Person))
            Assert.Empty(Permit.Readable(after, other));
    }

    internal static FlowEvent ToReport(Random random, string by) => random.Next(13) switch
    {
        // The same file has the same hash, and each time another name.
        10 or 11 => new FileAdded(by, new(FileKind.Photo, 1, $"hash-{random.Next(14)}", OneIncident.Happened, $"name-{random.Next()}")),
        0 => new BeginReport(by),
        1 => new OpenReport(by),
        2 => new DiscardReport(by),
        3 when random.Once(3) => new DraftsErased(),
        4 => new ReviewAssigned(random.Once(3) ? null : Hall.Chen, Hall.ShiftEnd.AddDays(random.Next(5)), random.Once(2)) { Nobody = random.Once(2), Alerted = random.Once(3), Administrators = random.Once(2) ? [Hall.Chen] : null },
        12 => new WantHandler(by),
        5 when random.Once(4) => new IncidentReplied(Hall.Chen, OneIncident.Text, Hall.ShiftEnd.AddDays(random.Next(3))),
        _ => new FillReport(by, Said(random), random.Once(4)),
    };

    private static Report Said(Random random) => new()
    {
        Post = "window 3",
        OccurredAt = random.Once(4) ? null : OneIncident.Happened.AddHours(random.Next(-30, 3)),
        Kinds = random.Once(5) ? [] : [random.Any(Enum.GetValues<ViolenceKind>())],
        Injuries = random.Once(5) ? null : random.Any(Enum.GetValues<Injury>()),
        Over = random.Once(5) ? null : random.Once(2),
        For = random.Any(Enum.GetValues<ReportedFor>()),
        Colleagues = [.. Concerned.Where(_ => random.Once(2))],
        Severity = random.Next(-1, 8),
    };

    private static FlowEvent ToAccount(Random random, string by, int n)
    {
        var words = random.Once(4) ? null : new Words(by, $"seal-{n}");
        return random.Next(9) switch
        {
            0 => new SignStatement(by, words, words),
            1 => new DeclineStatement(by, words, words),
            2 => new AddToStatement(by, words),
            3 => new OpenStatement(by),
            4 when random.Once(3) => new DraftsErased(),
            5 or 6 => new AnswerHowAreYou(by, random.Once(6) ? null : random.Any(Enum.GetValues<HowAreYou>())),
            _ => new KeepStatement(by, words, words),
        };
    }

    private static bool Same<T>(T state, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        var json = JsonSerializer.Serialize(state, type);
        return json == JsonSerializer.Serialize(JsonSerializer.Deserialize(json, type)!, type);
    }
}
