using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.CheckIns;

/// <summary>The person took an agreement back: to be asked at a shift's end, or to have somebody asked to look in.</summary>
/// <param name="Choice">Number of the choice that did it, from 1; 0 where an earlier version sent it.</param>
public sealed record AgreementEnded(bool Asking, bool PassingOn, int Choice = 0) : FlowEvent
{
    /// <summary>Whether something is still open or planned of the check-in that ends with it.</summary>
    public bool Concerns(CheckIn checkIn) => (Asking && checkIn.IsOpen) || (PassingOn && checkIn.Case is not null);
}

/// <summary>The person deletes their answers: the record keeps when it was and that something was deleted.</summary>
/// <param name="UpTo">What was sent later stays; null where an earlier version sent it.</param>
public sealed record AnswersErased(DateTimeOffset? UpTo = null) : FlowEvent;

/// <summary>How a check-in ends because the person wants it to.</summary>
public sealed partial record CheckIn
{
    /// <summary>When the answers were deleted.</summary>
    public DateTimeOffset? ErasedAt { get; init; }

    /// <summary>The agreement was taken back, and the case was told to end.</summary>
    public bool Stopped { get; init; }

    /// <summary>The choice with which the agreement was taken back last. The person may have gone on with the case by its own card since then.</summary>
    public int StoppedBy { get; init; }

    /// <summary>Whether anything stands here that the person answered or wrote.</summary>
    public bool HasAnswers => Answer is not null || !Draft.IsEmpty || Draft.Note is not null;

    private Step<CheckIn> End(AgreementEnded e, DateTimeOffset at)
    {
        var stops = e.PassingOn && Case is not null && (!Stopped || e.Choice > StoppedBy);
        var next = (e.Asking && IsOpen, Phase) switch
        {
            (false, _) => this,
            (_, CheckInPhase.Answered) => this with { Editing = false, Closed = true, Gap = false, Draft = new() },
            _ => this with { Phase = CheckInPhase.Withdrawn, Since = at, Until = null, Gap = false, Draft = new() },
        };
        if (stops)
            next = next with { Stopped = true, StoppedBy = Math.Max(StoppedBy, e.Choice), Went = Outlook.NotAgreed };
        if (ReferenceEquals(next, this))
            return this.Then();
        // The case hears it from here, behind the signal that opens it.
        return stops
            ? next.Then(new Show(Card, Delivery.Refresh), new Signal(Name(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"withdrawn.{e.Choice:D4}")), Escalation.KeyOf(Case!), new ConsentWithdrawn()))
            : next.Then(new Show(Card, Delivery.Refresh));
    }

    private Step<CheckIn> Erase(AnswersErased e, DateTimeOffset at)
    {
        if (!HasAnswers || AnsweredAt > e.UpTo)
            return this.Then();
        var next = this with
        {
            Phase = Phase is CheckInPhase.Asked or CheckInPhase.Postponed ? CheckInPhase.Lapsed : Phase,
            Until = null,
            ClosesAt = at < ClosesAt ? at : ClosesAt,
            Closed = true,
            Editing = false,
            Gap = false,
            Draft = new(),
            Answer = null,
            Went = Outlook.Nobody,
            Offer = Offer.None,
            ErasedAt = at,
        };
        return Case is not null
            ? next.Then(new Show(Card, Delivery.Refresh), new Signal(Name("erased"), Escalation.KeyOf(Case), new AnswersForgotten()))
            : next.Then(new Show(Card, Delivery.Refresh));
    }
}
