using System.Text.Json;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Dialogs.Tests.Incidents;

/// <summary>Whatever happens to a review in whatever order, these hold.</summary>
public sealed class ReviewWalks
{
    private static readonly string[] People = [Hall.Lin, Hall.Bao, Hall.Wang, Hall.Zhao, Hall.Chen, OneReview.Tang, OneReview.Xu, OneReview.Ada, Hall.Su, Hall.He];

    [Fact]
    public void A_review_keeps_its_promises_whatever_happens() => Walks.Each(4000, (random, story) =>
    {
        var signals = new List<Signal>();
        Review? last = null;
        foreach (var (before, e, step, facts, at) in Life(random, story))
        {
            last = step.State;
            signals.AddRange(step.Effects.OfType<Signal>());
            Holds(last);
            if (before is not null)
                Goes(before, e, step, facts, at);
            if (random.Once(10))
            {
                var stored = JsonSerializer.Serialize(last, DialogsJson.Default.Review);
                Assert.Equal(stored, JsonSerializer.Serialize(JsonSerializer.Deserialize(stored, DialogsJson.Default.Review), DialogsJson.Default.Review));
            }
        }
        Assert.All(signals.GroupBy(s => s.Name), same => Assert.Single(same.Distinct()));
        Assert.True(signals.Count(s => s.Event is IncidentReplied) <= 1, "two replies");
        Assert.Equal(last!.Replied, signals.Any(s => s.Event is IncidentReplied));
    });

    [Fact]
    public void Left_alone_somebody_is_asked_for_ever_and_never_two_at_once() => Walks.Each(300, (random, story) =>
    {
        var report = Telling(random, 1);
        var told = OneReview.Begun(report with { Avoid = [] });
        for (var i = 0; i < 60; i++)
        {
            Assert.True(told.State.NextAt > told.At || i == 0, "it stands still");
            told.WhenDue();
            Assert.InRange(told.Notices.Count(n => n.Name == "review"), 0, 1);
        }
        Assert.Null(told.State.Finding);
        Assert.NotNull(told.State.MissedAt);
    });

    /// <summary>A review from its beginning on, and forty things that happen to it.</summary>
    internal static IEnumerable<(Review? Before, FlowEvent Event, Step<Review> Step, ReviewFacts Facts, DateTimeOffset At)> Life(Random random, List<Func<string>> story)
    {
        var at = OneReview.Friday + TimeSpan.FromHours(random.Next(0, 100));
        var report = Telling(random, 1) with { ReportedAt = at };
        var facts = Facts(random);
        var step = Review.Begin(report, facts, at);
        yield return (null, report, step, facts, at);
        for (var i = 0; i < 40; i++)
        {
            var before = step.State;
            if (random.Once(2) && before.NextAt is { } next && next > at)
                at = next;
            else
                at += random.Any(Walks.Steps);
            var e = Happening(random, before, at);
            facts = Facts(random);
            var then = at;
            story.Add(() => $"{then:dd HH:mm} {e}");
            step = before.On(e, facts, at);
            yield return (before, e, step, facts, at);
        }
    }

    /// <summary>What is true of every state.</summary>
    private static void Holds(Review state)
    {
        Assert.True(state.Phase is not (ReviewPhase.Reviewing or ReviewPhase.Acting) || state.Reviewer is not null, "nobody reviews it");
        Assert.True(!state.Replied || state.Finding is not null, "a reply without a finding");
        Assert.True(state.Phase != ReviewPhase.Closed || (state.Replied && (state.NoneBecause is not null || state.Corrections.Length > 0) && state.Corrections.All(c => c.IsChecked)), "closed without a step or a reason");
        Assert.True(state.Finding is not (Finding.ServiceIssue or Finding.Mixed) || state.Incident.StatementSigned is not null || state.Replied, "attitude before the statement");
        Assert.True(state.Phase == ReviewPhase.Closed || state.NextAt is not null, "nothing moves it");
        foreach (var c in state.Corrections)
        {
            Assert.True(c.CheckedBy is null || state.Restricted || c.CheckedBy != c.Owner, "checked by who did it");
            Assert.True(c.IsChecked || c.RemindAt is not null, "a step that nobody is reminded of");
        }
        if (state.Reviewer is { } reviewer)
            Assert.False(state.IsInvolved(reviewer, new HashSet<string>()), "the reviewer is involved");
        Assert.True(!state.Restricted || (state.Reviewer ?? state.AskedNow?.Person ?? state.OfferedTo) is null or Hall.Su or Hall.He, "more than the handler");
    }

    /// <summary>What is true of every step.</summary>
    private static void Goes(Review before, FlowEvent e, Step<Review> step, ReviewFacts facts, DateTimeOffset at)
    {
        var state = step.State;
        Assert.True(state.ReplyDue >= before.ReplyDue, "a promise was shortened");
        Assert.True(!before.Restricted || state.Restricted, "no longer restricted");
        foreach (var show in Shown(step).Where(s => state.Restricted && s.Delivery == Delivery.Notice && s.Slot.Name != "waits"))
            Assert.True(facts.Policy.Handlers.Contains(show.Slot.Person), "a card of what is restricted for somebody else");
        Assert.False(state.Restricted && before.AlertedAt is null && state.AlertedAt is not null && e is not HandlerWanted, "administrators were told without the reporter's choice");
        Assert.True(!state.Nobody || e is not Due || state.Until > at, "where there is nobody, nothing looks again");
        Assert.True(!before.Replied || (state.Reply == before.Reply && state.Finding == before.Finding), "changed after the reply");
        Assert.True(before.Phase != ReviewPhase.Closed || state.Phase == ReviewPhase.Closed || (!before.Restricted && state.Restricted && state.ReopenedAt is not null), "opened again");
        Assert.True(before.ReopenedAt is not null || state.ReopenedAt is null || before.Phase == ReviewPhase.Closed, "opened again though it was open");
        Assert.True(e is not Due || state.NextAt is null || state.NextAt > at, "due at once again");
        var shows = step.Effects.OfType<Show>().ToList();
        Assert.Equal(shows.Select(s => s.Slot).Distinct().Count(), shows.Count);
        foreach (var show in shows.Where(s => s.Delivery == Delivery.Notice))
        {
            Assert.NotEqual(ReviewViewer.Nobody, ReviewPermit.ViewerOf(state, show.Slot));
            Assert.False(show.Slot.Name == "review" && facts.Named.Contains(show.Slot.Person) && before.Reviewer != show.Slot.Person && before.AskedNow != state.AskedNow, "a named one was asked");
        }
        Assert.True(before.AskedNow is null || before.AskedNow == state.AskedNow || !shows.Contains(new Show(Review.CardOf(before.AskedNow.Person), Delivery.Refresh)) || state.Concerns(before.AskedNow.Person), "who is no longer asked keeps the card");
        // Delivered twice, done once.
        var again = state.On(e, facts, at);
        Assert.True(ReferenceEquals(again.State, state), $"done twice: {e}");
    }

    private static IEnumerable<Show> Shown(Step<Review> step) => step.Effects.OfType<Show>();

    private static ReviewFacts Facts(Random random) => OneReview.FactsNow(
        [.. OneReview.Everybody.Where(_ => !random.Once(6)).Select(c => c with { OnDuty = !random.Once(3), Away = random.Once(5) })],
        random.Once(4) ? [random.Any(People)] : []);

    private static IncidentReported Telling(Random random, int version) => OneReview.Report with
    {
        Version = version,
        Severity = random.Next(1, 6),
        Witnesses = random.Once(3) ? [random.Any(People)] : [Hall.Bao],
        Avoid = random.Once(3) ? [random.Any(People)] : [],
        Kinds = random.Once(8) ? [ViolenceKind.SexualHarassment] : [ViolenceKind.VerbalAbuse],
        StatementSigned = random.Once(3) || version > 3 ? OneReview.Friday : null,
    };

    private static FlowEvent Happening(Random random, Review now, DateTimeOffset at)
    {
        var likely = now.Reviewer ?? now.AskedNow?.Person ?? Hall.Chen;
        var by = random.Once(5) ? random.Any(People) : likely;
        var day = DateOnly.FromDateTime(at.DateTime).AddDays(random.Next(-1, 40));
        return random.Next(18) switch
        {
            0 or 1 => new Due(),
            2 or 3 => new TakeReview(by),
            4 => new HandOverReview(by, random.Any(People)),
            5 => new AcceptReview(now.OfferedTo ?? by),
            6 => random.Once(4) ? new DeclineReview(by) : new Due(),
            7 or 8 => new RecordFinding(by, random.Once(6) ? null : random.Any(Enum.GetValues<Finding>()), OneReview.Causes, random.Any(Enum.GetValues<VisitorMeasure>()), day),
            9 => new AddCorrection(by, new(by, $"step {random.Next(4)}"), random.Any(People), day, random.Once(2)),
            10 => new NoCorrection(by, random.Once(3) ? null : OneReview.Reason),
            11 => now.Corrections.Length > 0 && random.Any(now.Corrections) is var c ? new CorrectionDone(c.Owner, c.Number) : new Due(),
            12 => new CheckCorrection(by, random.Next(1, 4), !random.Once(3)),
            15 => random.Next(4) switch { 0 => new AlertUnreachable(OneReview.Ada), 1 => new MissedUnreachable(OneReview.Ada), 2 => new ReplyLost(random.Once(2) ? Hall.Lin : Hall.Bao), _ => new HandlerWanted() },
            16 => new CloseAgain(by),
            13 => new SendReply(by, random.Once(4) ? null : OneReview.Reply),
            14 => random.Once(3) ? Telling(random, now.Incident.Version + random.Next(0, 3)) with { ReportedAt = now.Incident.ReportedAt } : new Due(),
            _ => new ReviewUnreachable(random.Once(3) ? by : random.Any(People)),
        };
    }
}
