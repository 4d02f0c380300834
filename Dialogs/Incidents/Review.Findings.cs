using System.Collections.Immutable;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Incidents;

/// <summary>What was found, what is done about it, and what the reporter hears.</summary>
public sealed partial record Review
{
    private Step<Review> Find(RecordFinding f, ReviewFacts facts, DateTimeOffset at)
    {
        if (Replied)
            return this.Answering(new See(CardOf(f.By)));
        if (f.Finding is not { } finding)
            return Lacks(ReviewLack.Finding);
        if (Waits(finding))
            return Lacks(ReviewLack.Statement);
        if (f.Causes is null)
            return Lacks(ReviewLack.Causes);
        var measure = f.Measure ?? VisitorMeasure.None;
        var on = measure is VisitorMeasure.None or VisitorMeasure.Explained ? null : f.MeasureOn;
        if (measure is not (VisitorMeasure.None or VisitorMeasure.Explained) && (on is null || on <= Today(facts, at)))
            return Lacks(ReviewLack.MeasureDate);
        if ((finding, f.By, f.Causes, measure, on) == (Finding, FoundBy, Causes, Measure, MeasureOn))
            return this.Answering(new See(CardOf(f.By)));
        var found = this with
        {
            Phase = ReviewPhase.Acting,
            Since = Phase == ReviewPhase.Acting ? Since : at,
            Finding = finding,
            FoundBy = f.By,
            FoundAt = at,
            Causes = f.Causes,
            Measure = measure,
            MeasureOn = on,
            MeasureRemindAt = on is { } day ? facts.Hours.OpensFrom(day) : null,
        };
        return Everywhere(found with { RemindAt = found.ReminderAfter(facts.Hours, facts.Policy, at) }).Replying(new See(CardOf(f.By)));
    }

    /// <summary>A finding of "attitude" that has to wait for the account of everybody to whom it happened.</summary>
    private bool Waits(Finding? finding) => !Replied && finding is Incidents.Finding.ServiceIssue or Incidents.Finding.Mixed && Incident.StatementSigned is null;

    private Step<Review> Add(AddCorrection a, ReviewFacts facts, DateTimeOffset at)
    {
        // The second press of the same form.
        if (a.Action is not null && Corrections.Any(c => c.Action == a.Action && c.Owner == (Restricted ? a.By : a.Owner)))
            return this.Answering(new See(CardOf(a.By)));
        if (Corrections.Length == MostCorrections)
            return Lacks(ReviewLack.TooManySteps);
        var today = Today(facts, at);
        if (a.Action is not { } action || a.Due is not { } due || due < today || (a.Owner is null && !Restricted))
            return Lacks(ReviewLack.Step);
        // Nobody else may know of what is restricted: the handler sees to it.
        var owner = Restricted ? a.By : a.Owner!;
        if (!Restricted && (owner == Reviewer || owner == OfferedTo || facts.Named.Contains(owner) || Incident.Avoid.Contains(owner) || !facts.Owners.Contains(owner)))
            return Lacks(ReviewLack.OtherOwner);
        if (a.Hazard && due > today.AddDays(facts.Policy.HazardDays))
            due = today.AddDays(facts.Policy.HazardDays);
        var correction = new Correction(Corrections.Length + 1, action, owner, due, a.Hazard, at) { RemindAt = After(facts.Hours.OpensUntil(due), facts, at) };
        return Everywhere(
            this with { Corrections = Corrections.Add(correction), NoneBecause = null, RemindAt = Replied ? null : RemindAt },
            Restricted ? [] : [new Show(TaskOf(correction), Delivery.Notice)])
            .Replying(new See(CardOf(a.By)));
    }

    private Step<Review> None(NoCorrection n, DateTimeOffset at)
    {
        if (!Corrections.IsEmpty)
            return Lacks(ReviewLack.StepsStand);
        if (n.Reason is not null && n.Reason == NoneBecause)
            return this.Answering(new See(CardOf(n.By)));
        return n.Reason is null ? Lacks(ReviewLack.Reason) : (this with { NoneBecause = n.Reason }).Settled(at, CardOf(n.By));
    }

    /// <summary>The owner says it is done: the reviewer looks whether it is.</summary>
    private Step<Review> Finished(Correction c, ReviewFacts facts, DateTimeOffset at)
    {
        var slot = Restricted ? CardOf(c.Owner) : TaskOf(c);
        if (c.DoneAt is not null || c.IsChecked)
            return this.Answering(new See(slot));
        var done = With(c with { DoneAt = at, Out = null, RemindAt = facts.Hours.OpensAfter(at) });
        return Everywhere(done, Reviewer is { } reviewer && !Restricted ? [new Show(CardOf(reviewer), Delivery.Notice)] : []).Replying(new See(slot));
    }

    private Step<Review> Check(CheckCorrection e, ReviewFacts facts, DateTimeOffset at)
    {
        if (Corrections.FirstOrDefault(c => c.Number == e.Number) is not { IsChecked: false } c || (c.DoneAt is null && ((!Restricted && c.Out is null) || !e.Done)) || (c.Owner == e.By && !Restricted))
            return this.Answering(new See(CardOf(e.By)));
        if (e.Done)
            return With(c with { DoneAt = c.DoneAt ?? at, CheckedBy = e.By, CheckedAt = at, RemindAt = null, Late = false }).Settled(at, CardOf(e.By));
        var again = With(c with { DoneAt = null, RemindAt = After(facts.Hours.OpensUntil(c.Due), facts, at) });
        return Everywhere(again, Restricted ? [] : [new Show(TaskOf(c), Delivery.Notice)]).Replying(new See(CardOf(e.By)));
    }

    private Step<Review> Answer(SendReply s, ReviewFacts facts, DateTimeOffset at)
    {
        if (Replied)
            return this.Answering(new See(CardOf(s.By)));
        if (Finding is null)
            return Lacks(ReviewLack.FindingFirst);
        if (s.Reply is not { } reply)
            return Lacks(ReviewLack.Reply);
        var replied = this with { Reply = reply, RepliedBy = s.By, RepliedAt = at };
        var settled = (replied with { RemindAt = replied.ReminderAfter(facts.Hours, facts.Policy, at) }).Settled(at, CardOf(s.By));
        return SourceKey is { } to ? settled with { Effects = [.. settled.Effects, new Signal("replied", to, new IncidentReplied(s.By, reply, at))] } : settled;
    }

    /// <summary>Who wrote the reply can still tell them.</summary>
    private Step<Review> Lost(string person) =>
        Everywhere(this with { Unread = [.. Unread ?? [], person] }, Reviewer is { } reviewer ? [new Show(CardOf(reviewer), Delivery.Notice)] : []);

    /// <summary>Closed as soon as the reporter has the reply and every step is checked, or there is a reason for none.</summary>
    private Step<Review> Settled(DateTimeOffset at, Slot see) => Everywhere(
        StepsComplete && Replied ? this with { Phase = ReviewPhase.Closed, Since = at, OfferedTo = null, RemindAt = null, ReopenedAt = null } : this)
        .Replying(new See(see));

    /// <summary>On its date the owner is reminded, behind it the reviewer too, and then each week; of what is done and not looked at, the reviewer.</summary>
    private (Review, IReadOnlyList<Effect>) Chased(ReviewFacts facts, DateTimeOffset at, IReadOnlyList<Effect> effects)
    {
        var next = this;
        foreach (var c in Corrections.Where(c => c.RemindAt <= at))
        {
            var over = Today(facts, at) > c.Due && c.DoneAt is null;
            next = next.With(c with { Late = over, RemindAt = facts.Hours.OpensAfter(over || c.DoneAt is not null ? at.AddDays(6) : at) });
            if (c is { DoneAt: null, Out: null } && !Restricted)
                effects = [.. effects, new Show(TaskOf(c), Delivery.Notice)];
            if ((over || c.DoneAt is not null || c.Out is not null || Restricted) && Reviewer is { } reviewer)
                effects = [.. effects, new Show(CardOf(reviewer), Delivery.Notice)];
        }
        return (next, effects);
    }

    private Step<Review> Unreachable(Correction c) =>
        Everywhere(With(c with { Out = StepOut.Unreached }), Reviewer is { } reviewer ? [new Show(CardOf(reviewer), Delivery.Notice)] : []);

    /// <summary>Who is named or to be avoided does not keep a step of it, nor its words.</summary>
    private Review WithoutInvolvedOwners(ReviewFacts facts) => Restricted ? this : this with
    {
        Corrections = [.. Corrections.Select(c => facts.Named.Contains(c.Owner) || Incident.Avoid.Contains(c.Owner) ? c with { Out = StepOut.Involved } : c)],
    };

    private Review With(Correction c) => this with { Corrections = Corrections.Replace(Corrections.First(old => old.Number == c.Number), c) };

    private static DateOnly Today(ReviewFacts facts, DateTimeOffset at) => LocalTime.DayOf(at, facts.Hours.Zone);

    private static DateTimeOffset After(DateTimeOffset moment, ReviewFacts facts, DateTimeOffset at) => moment > at ? moment : facts.Hours.OpensAfter(at);
}
