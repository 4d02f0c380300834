namespace CheckInBot.Dialogs.Incidents;

public sealed partial record Review
{
    /// <summary>The first event of a review.</summary>
    public static Step<Review> Begin(IncidentReported e, ReviewFacts facts, DateTimeOffset at)
    {
        var (due, provisional) = facts.Hours.Promise(e.ReportedAt, facts.Policy.ReplyDays);
        var opened = new Review
        {
            Incident = e,
            Restricted = IncidentRules.IsRestricted(e.Kinds),
            Phase = ReviewPhase.Waiting,
            OpenedAt = at,
            Since = at,
            Until = facts.Hours.OpensAfter(e.ReportedAt),
            Named = [.. e.Naming],
            ReplyDue = due,
            Provisional = provisional,
        };
        var first = e.Severity >= facts.Policy.SameDayFrom || opened.Until <= at ? opened.Ask(facts, at) : opened.Then();
        return first.State.Telling(first, facts);
    }

    /// <summary>What happens next. Guards stand first; what comes twice changes nothing.</summary>
    public Step<Review> On(FlowEvent e, ReviewFacts facts, DateTimeOffset at)
    {
        var step = Recounted(facts).Happens(e, facts, at);
        return step.State.Telling(step, facts);
    }

    private Step<Review> Happens(FlowEvent e, ReviewFacts facts, DateTimeOffset at) => (Phase, e) switch
    {
        (_, IncidentReported r) when r.Version <= Incident.Version || r.Number != Number => this.Then(),
        (_, IncidentReported r) => Heard(r, facts, at),
        (_, Due) when NextAt is not { } next || next > at => this.Then(),
        (_, Due) => FallsDue(facts, at),

        (_, ReviewUnreachable u) when AskedNow?.Person == u.Person => (this with { Unreached = [.. (Unreached ?? []).Union([u.Person])] }).Ask(facts, at),
        (_, ReviewUnreachable u) when OfferedTo == u.Person => Everywhere(this with { OfferedTo = null }, new Show(CardOf(Reviewer!), Delivery.Notice)),
        (_, ReviewUnreachable) => this.Then(),

        (_, HandlerWanted) when Restricted && Nobody && AlertedAt is null => Alert(facts, at),
        (_, AlertUnreachable u) when AlertedAt is not null && Alerted?.Contains(u.Person) == true => Unalerted(u.Person),

        (_, MissedUnreachable u) when Told.Contains(u.Person) => Everywhere(this with { Told = Told.Remove(u.Person) }),
        (_, ReplyLost l) when Replied && Unread?.Contains(l.Person) != true => Lost(l.Person),

        (_, TakeReview t) when AskedNow?.Person == t.By => Own(t.By, facts, at),
        (ReviewPhase.Reviewing or ReviewPhase.Acting, AcceptReview a) when OfferedTo == a.By => Own(a.By, facts, at),
        (_, DeclineReview d) when AskedNow?.Person == d.By => Passed(d.By, facts, at).Replying(new See(CardOf(d.By))),
        (ReviewPhase.Reviewing or ReviewPhase.Acting, DeclineReview d) when OfferedTo == d.By =>
            Everywhere(this with { OfferedTo = null, Declined = Declined.Add(d.By) }, new Show(CardOf(Reviewer!), Delivery.Notice)).Replying(new See(CardOf(d.By))),

        (_, StepUnreachable u) when Corrections.FirstOrDefault(c => TaskOf(c) == new Slot(u.Slot, u.Person)) is { DoneAt: null, Out: null } c && !Restricted => Unreachable(c),
        (_, StepUnreachable) => this.Then(),
        (_, CorrectionDone d) when Corrections.FirstOrDefault(c => c.Number == d.Number) is { Out: not StepOut.Involved } c && c.Owner == d.By && (!Restricted || d.By == Reviewer) => Finished(c, facts, at),
        (_, CorrectionDone) => NotYours,

        (_, PersonEvent p) when !Readers.Contains(p.By) => NotYours,
        (ReviewPhase.Reviewing or ReviewPhase.Acting, PersonEvent p) when p.By == Reviewer => Reviewing(p, facts, at),
        (_, PersonEvent p) => this.Answering(new See(CardOf(p.By))),
        _ => this.Then(),
    };

    /// <summary>What the reviewer does.</summary>
    private Step<Review> Reviewing(PersonEvent e, ReviewFacts facts, DateTimeOffset at) => e switch
    {
        DeclineReview d when Phase == ReviewPhase.Reviewing => Passed(d.By, facts, at).Replying(new See(CardOf(d.By))),
        HandOverReview h => Offer(h, facts),
        RecordFinding f => Find(f, facts, at),
        AddCorrection or NoCorrection or CheckCorrection when Phase == ReviewPhase.Reviewing => Lacks(ReviewLack.FindingFirst),
        AddCorrection c => Add(c, facts, at),
        NoCorrection n => None(n, at),
        CheckCorrection c => Check(c, facts, at),
        SendReply s => Answer(s, facts, at),
        CloseAgain when ReopenedAt is not null => Settled(at, CardOf(e.By)),
        _ => this.Answering(new See(CardOf(e.By))),
    };

    private Step<Review> NotYours => this.Answering(new Say(new Notice.NotYours()));

    private Step<Review> Lacks(ReviewLack what) => this.Answering(new Say(new Notice.ReviewLacks(what)));

    /// <summary>Whether the review is this reader's business now.</summary>
    public bool Concerns(string reader) => reader == AskedNow?.Person || reader == Reviewer || reader == OfferedTo;

    /// <summary>
    /// Whether somebody may neither review nor be asked: it happened to them, they saw it, reported it, have signed an account of it, are named in it or to be avoided, or
    /// said that they are too close; nor may who owns a corrective action, which somebody else has to check.
    /// </summary>
    /// <param name="named">Ids that the reporter's words name.</param>
    public bool IsInvolved(string person, IReadOnlySet<string> named) =>
        person == Incident.Reporter || Incident.Affected.Contains(person) || Incident.Witnesses.Contains(person) || Incident.Avoid.Contains(person) || Incident.Signers?.Contains(person) == true
        || named.Contains(person) || Declined.Contains(person) || Corrections.Any(c => c.Owner == person && !Restricted);

    /// <summary>Whoever could review it now, in the order in which they are asked.</summary>
    private IEnumerable<(ReviewCandidate Candidate, int Rank)> Uninvolved(ReviewFacts facts) =>
        ReviewOrder.Of(facts.Candidates, Incident.Team, Restricted, facts.Policy).Where(c => !IsInvolved(c.Candidate.Person, facts.Named));

    /// <summary>The list of a year may have come: then the date is counted again. A promise grows, and never shrinks.</summary>
    private Review Recounted(ReviewFacts facts)
    {
        if (!Provisional || Replied || facts.Hours.Promise(Incident.ReportedAt, facts.Policy.ReplyDays) is not (var due, false))
            return this;
        return this with { Provisional = false, ReplyDue = due > ReplyDue ? due : ReplyDue };
    }

    /// <summary>The incident hears who reviews it and until when it hears more, each time that changes.</summary>
    private Step<Review> Telling(Step<Review> step, ReviewFacts facts)
    {
        var told = new ReviewAssigned(Reviewer, ReplyDue, Provisional)
        {
            Nobody = Nobody,
            Alerted = Nobody && AlertedAt is not null && Alerted is { IsEmpty: false },
            Administrators = !Nobody || !Restricted ? null : AlertedAt is null ? Tellable(facts) : Alerted,
            Again = ReopenedAt is not null,
            Late = MissedAt is not null && !Replied,
            LateTold = MissedAt is not null && !Replied && !Restricted && !Told.IsEmpty,
        };
        if (told == ToldLast || SourceKey is not { } to || (Phase == ReviewPhase.Closed && ToldLast is not { Again: true }))
            return step;
        var next = step.State with { Tellings = Tellings + 1, ToldLast = told };
        return step with { State = next, Effects = [.. step.Effects, new Signal(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"assigned.{next.Tellings:D4}"), to, told)] };
    }

    private FlowKey? SourceKey => FlowKey.Parse("incident", Incident.Source);

    /// <summary>Every card of the review follows; <paramref name="more"/> are stronger and take the place of a refresh.</summary>
    private static Step<Review> Everywhere(Review next, params IReadOnlyList<Effect> more)
    {
        var shown = more.OfType<Show>().Select(s => s.Slot).ToHashSet();
        var cards = next.Readers.Select(r => new Show(CardOf(r), next.Concerns(r) ? Delivery.Refresh : Delivery.Withdraw))
            .Concat(next.Corrections.Select(c => new Show(TaskOf(c), Delivery.Refresh)))
            .Concat(next.Told.Select(a => new Show(MissedCard(a), Delivery.Refresh)))
            .Concat((next.Alerted ?? []).Select(a => new Show(AlertOf(a), next.Nobody && next.AlertedAt is not null ? Delivery.Refresh : Delivery.Withdraw)))
            .Where(s => !shown.Contains(s.Slot));
        return new(next, [.. more, .. cards], null);
    }
}
