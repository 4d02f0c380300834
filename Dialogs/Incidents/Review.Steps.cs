using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Incidents;

/// <summary>Who reviews: asked, taken, handed over, lost.</summary>
public sealed partial record Review
{
    /// <summary>Asks the next who is uninvolved; when all were asked, begins anew with the first. Where there is nobody, it looks again on the next working day.</summary>
    private Step<Review> Ask(ReviewFacts facts, DateTimeOffset at)
    {
        var open = Uninvolved(facts).Where(c => Unreached?.Contains(c.Candidate.Person) != true).ToList();
        // Of a restricted one the same handler is asked again, and nobody else.
        var fresh = Restricted ? open : [.. open.Where(c => Asked.All(a => a.Person != c.Candidate.Person))];
        var round = fresh.Count > 0 && !Restricted ? Asked : [];
        var asking = this with { Phase = ReviewPhase.Asking, Since = at, Reviewer = null, TakenAt = null, OfferedTo = null };
        if ((fresh.Count > 0 ? fresh : open) is not [var (next, rank), ..])
            return asking.WithoutAnybody(Nobody ? Since : at, facts, at);
        var asked = asking with
        {
            Found = true,
            Asked = [.. round, new AskedToReview(next.Person, at, rank == ReviewOrder.LastResort)],
            Until = facts.Hours.Add(at, facts.Policy.TakeWithin),
            RemindAt = facts.Hours.Add(at, facts.Policy.RemindAfter),
            Readers = [.. Readers.Union([next.Person])],
        };
        return Everywhere(asked, new Show(CardOf(next.Person), Delivery.Notice));
    }

    /// <summary>Whoever it is with cannot: they are not asked again, and the next one is.</summary>
    private Step<Review> Passed(string person, ReviewFacts facts, DateTimeOffset at) =>
        (this with { Declined = [.. Declined.Union([person])] }).Ask(facts, at);

    private Step<Review> Own(string by, ReviewFacts facts, DateTimeOffset at)
    {
        // What has become known since the card was sent counts.
        if (!Uninvolved(facts).Any(c => c.Candidate.Person == by))
            return by == OfferedTo
                ? Everywhere(this with { OfferedTo = null }, new Show(CardOf(Reviewer!), Delivery.Notice)).Replying(new See(CardOf(by)))
                : Ask(facts, at).Replying(new See(CardOf(by)));
        var own = this with
        {
            Phase = Finding is null ? ReviewPhase.Reviewing : ReviewPhase.Acting,
            Reviewer = by,
            TakenAt = at,
            OfferedTo = null,
            Since = at,
            Until = null,
            AlertedAt = null,
            Readers = [.. Readers.Union([by])],
        };
        return Everywhere(own with { RemindAt = own.ReminderAfter(facts.Hours, facts.Policy, at) }).Replying(new See(CardOf(by)));
    }

    private Step<Review> Offer(HandOverReview h, ReviewFacts facts)
    {
        if (OfferedTo is { } offered && offered == h.To)
            return this.Answering(new See(CardOf(h.By)));
        if (h.To is not { } to || to == Reviewer || !Uninvolved(facts).Any(c => c.Candidate.Person == to && !c.Candidate.Away))
            return Lacks(ReviewLack.Uninvolved);
        return Everywhere(this with { OfferedTo = to, Readers = [.. Readers.Union([to])] }, new Show(CardOf(to), Delivery.Notice)).Replying(new See(CardOf(h.By)));
    }

    /// <summary>Who may be offered it, as a list that tells nothing: whoever is named or to be avoided stands in it and cannot take it.</summary>
    public IEnumerable<string> Receivers(ReviewFacts facts) =>
        ReviewOrder.Of(facts.Candidates, Incident.Team, Restricted, facts.Policy).Select(c => c.Candidate.Person).Where(p => p != Reviewer);

    /// <summary>The incident was told anew: who has become involved, or may not know of it, has it no longer.</summary>
    private Step<Review> Heard(IncidentReported r, ReviewFacts facts, DateTimeOffset at)
    {
        var restricted = Restricted || IncidentRules.IsRestricted(r.Kinds);
        var next = this with
        {
            Incident = r,
            Restricted = restricted,
            // Of a restricted one administrators hear only what its reporter chooses.
            AlertedAt = restricted && !Restricted ? null : AlertedAt,
            Named = [.. Named.Union(r.Naming)],
            Counted = Counted ?? (LocalTime.DayOf(Incident.ReportedAt, facts.Hours.Zone) <= HotSpots.PeriodBefore(Today(facts, at)).To ? new(Incident.Post, Incident.OccurredAt) { Restricted = Restricted } : null),
        };
        next = next.WithoutInvolvedOwners(facts);
        Effect[] told = next.Reviewer is { } now && next.Corrections.Zip(Corrections).Any(c => c.First.Out != c.Second.Out && !c.First.IsChecked) ? [new Show(CardOf(now), Delivery.Notice)] : [];
        // What was done stays, and a handler looks at it again.
        if (Phase == ReviewPhase.Closed && restricted && !Restricted)
            return (next with { ReopenedAt = at }).Ask(facts, at);
        // Who has become involved does not keep it on a card either; that they reviewed it stays in the record.
        if (Phase == ReviewPhase.Closed)
            return Everywhere(next.Reviewer is { } reviewer && !next.MayHave(reviewer, facts) ? next with { Reviewer = null } : next);
        if (Phase == ReviewPhase.Waiting)
            return r.Severity >= facts.Policy.SameDayFrom ? next.Ask(facts, at) : next.Then();
        if (next.OfferedTo is { } to && !next.MayHave(to, facts))
            next = next with { OfferedTo = null };
        if ((next.Reviewer ?? next.AskedNow?.Person) is not { } who)
            return next.Ask(facts, at);
        if (!next.MayHave(who, facts))
            return next.WithoutFinding.Ask(facts, at);
        // It is about somebody else now, who has not told their side.
        return Everywhere(next.Waits(next.Finding) ? next.WithoutFinding with { Phase = Phase == ReviewPhase.Acting ? ReviewPhase.Reviewing : Phase } : next, told);
    }

    /// <summary>What was found does not stand, unless the reporter was told it already.</summary>
    private Review WithoutFinding => Replied ? this : this with
    {
        Finding = null,
        FoundBy = null,
        FoundAt = null,
        Causes = null,
        Measure = null,
        MeasureOn = null,
        MeasureRemindAt = null,
    };

    private bool MayHave(string person, ReviewFacts facts) =>
        !IsInvolved(person, facts.Named) && (!Restricted || facts.Policy.Handlers.Contains(person));

    /// <summary>Who had it has left, or is no longer one of those who review: nobody would reply any more.</summary>
    private bool IsLost(ReviewFacts facts) => Phase is ReviewPhase.Reviewing or ReviewPhase.Acting
        && Reviewer is { } reviewer && (Restricted ? !facts.Policy.Handlers.Contains(reviewer) : facts.Candidates.All(c => c.Person != reviewer));

    /// <summary>All that is due, each once, however late it is.</summary>
    private Step<Review> FallsDue(ReviewFacts facts, DateTimeOffset at)
    {
        var first = (Phase is ReviewPhase.Waiting or ReviewPhase.Asking && Until <= at) || IsLost(facts) ? Ask(facts, at) : Reminded(facts, at);
        var (next, effects) = (first.State, first.Effects);
        if (!next.Replied && next.MissedAt is null && next.ReplyDue <= at)
            (next, effects) = next.Missed(facts, at, effects);
        (next, effects) = next.Chased(facts, at, effects);
        if (next.MeasureRemindAt <= at)
        {
            next = next with { MeasureRemindAt = null };
            if (next.Reviewer is { } reviewer)
                effects = [.. effects, new Show(CardOf(reviewer), Delivery.Notice)];
        }
        return Everywhere(next, [.. Strongest(effects)]);
    }

    /// <summary>Whoever it is with sees it anew.</summary>
    private Step<Review> Reminded(ReviewFacts facts, DateTimeOffset at)
    {
        if (RemindAt is not { } remind || remind > at)
            return this.Then();
        var who = Reviewer ?? AskedNow?.Person;
        var next = this with { RemindAt = Reviewer is null ? null : ReminderAfter(facts.Hours, facts.Policy, at) };
        return who is null ? next.Then() : next.Then(new Show(CardOf(who), Delivery.Notice));
    }

    /// <summary>
    /// When the reviewer is reminded next, behind that moment: on the day after taking it when there is no finding, some days before the reply is due
    /// and on its day, and each working day when it is late; once the reply is sent, each week until there is a step or a reason for none.
    /// </summary>
    private DateTimeOffset? ReminderAfter(WorkingHours hours, ReviewPolicy policy, DateTimeOffset at)
    {
        if (Replied)
            return (Corrections.IsEmpty && NoneBecause is null) || ReopenedAt is not null ? hours.OpensAfter(at.AddDays(6)) : null;
        DateTimeOffset?[] moments =
        [
            Finding is null && TakenAt is { } taken ? hours.OpensAfter(taken) : null,
            hours.OpensBefore(ReplyDue, policy.WarnDays),
            hours.OpensBefore(ReplyDue, 1),
            hours.OpensBefore(ReplyDue, 0),
        ];
        return moments.Where(m => m > at).Min() ?? hours.OpensAfter(at);
    }

    /// <summary>The administrators hear of a missed reply by its number; of a restricted one nobody does.</summary>
    private (Review, IReadOnlyList<Effect>) Missed(ReviewFacts facts, DateTimeOffset at, IReadOnlyList<Effect> effects)
    {
        string[] told = Restricted ? [] : [.. facts.Administrators.Where(a => !IsInvolved(a, facts.Named))];
        return (this with { MissedAt = at, Told = [.. Told.Union(told)] }, [.. effects, .. told.Select(a => new Show(MissedCard(a), Delivery.Notice))]);
    }

    /// <summary>One effect for each card: a notice before a refresh.</summary>
    private static IEnumerable<Effect> Strongest(IReadOnlyList<Effect> effects) =>
        effects.OfType<Show>().GroupBy(s => s.Slot).Select(g => g.MinBy(s => s.Delivery)!).Concat<Effect>(effects.OfType<Signal>());
}
