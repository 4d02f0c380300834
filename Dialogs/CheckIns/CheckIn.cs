using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.CheckIns;

public enum CheckInPhase
{
    /// <summary>The card is out.</summary>
    Asked,

    /// <summary>Asked for later.</summary>
    Postponed,

    Answered,

    /// <summary>The person chose not to answer.</summary>
    Skipped,

    /// <summary>Not asked; <see cref="CheckIn.Unasked"/> says why.</summary>
    NotAsked,

    /// <summary>Not asked: it was too late by then.</summary>
    Dropped,

    /// <summary>The next shift began without an answer.</summary>
    Lapsed,

    /// <summary>The agreement to be asked was taken back while the card was open.</summary>
    Withdrawn,
}

/// <summary>One check-in of one person: asked at a shift's end, answered, changed until the next shift.</summary>
public sealed partial record CheckIn : FlowState
{
    public const string Kind = "checkin";

    public required string Person { get; init; }

    public required string Id { get; init; }

    public required CheckInPhase Phase { get; init; }

    /// <summary>When the phase began.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Why it was not asked; null when it was, or was dropped.</summary>
    public Unasked? Unasked { get; init; }

    /// <summary>The shift it is about, if there is one.</summary>
    public Shift? Shift { get; init; }

    /// <summary>The next shift's start: until then it can be answered and changed.</summary>
    public DateTimeOffset ClosesAt { get; init; }

    /// <summary>When it is asked again, or reminded of.</summary>
    public DateTimeOffset? Until { get; init; }

    /// <summary>
    /// It was sent a second time, or the person did something with it. A first card may have been lost on its way, so that one that was neither did
    /// perhaps never arrive.
    /// </summary>
    public bool Reminded { get; init; }

    /// <summary>The rest of the local day was declined too.</summary>
    public bool WholeDay { get; init; }

    /// <summary>Closed for changes.</summary>
    public bool Closed { get; init; }

    /// <summary>An answered card is open for a change.</summary>
    public bool Editing { get; init; }

    /// <summary>Answered so far by typing, or sent with a gap; not yet sent.</summary>
    public Answer Draft { get; init; } = new();

    /// <summary>Nothing was chosen when the card was sent: the card says so.</summary>
    public bool Gap { get; init; }

    public Answer? Answer { get; init; }

    public DateTimeOffset? AnsweredAt { get; init; }

    /// <summary>How many times an answer was sent; part of the names under which the case hears of it.</summary>
    public int Sends { get; init; }

    /// <summary>Where the answer went.</summary>
    public Outlook Went { get; init; }

    /// <summary>What help the receipt offers, of which nobody is told.</summary>
    public Offer Offer { get; init; }

    /// <summary>The person did something with it; their trend was told.</summary>
    public bool Reacted { get; init; }

    /// <summary>It lapsed as the last of several in a row: the next shift ends are not asked.</summary>
    public bool GoesQuiet { get; init; }

    /// <summary>The case that the answer opened, if any.</summary>
    public string? Case { get; init; }

    public FlowKey Key => KeyOf(Person, Id);

    /// <summary>The person's one card.</summary>
    public Slot Card => new("ask", Person);

    public bool IsOpen => Phase is CheckInPhase.Asked or CheckInPhase.Postponed || Editing;

    /// <summary>Whether a reminder, or the card that was put off, is due at that moment.</summary>
    public bool Reminds(DateTimeOffset at) => Phase is CheckInPhase.Asked or CheckInPhase.Postponed && Until <= at && at < ClosesAt;

    public override DateTimeOffset? NextAt => Phase switch
    {
        CheckInPhase.Asked or CheckInPhase.Postponed => Until is { } until && until < ClosesAt ? until : ClosesAt,
        CheckInPhase.Answered when !Closed => ClosesAt,
        _ => null,
    };

    public static FlowKey KeyOf(string person, string id) => new(Kind, person, id);

    /// <summary>The id of the check-in at the end of a shift: in order of time, one for each end.</summary>
    public static string IdOf(DateTimeOffset end) => end.UtcDateTime.ToString("yyyyMMddHHmm", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The first event of a check-in.</summary>
    public static Step<CheckIn> Begin(FlowKey key, FlowEvent e, CheckInFacts facts, DateTimeOffset at)
    {
        var shift = e switch { ShiftEnded s => s.Shift, Pulled p => p.Shift, _ => null };
        var fresh = new CheckIn
        {
            Person = key.Owner,
            Id = key.Id,
            Phase = CheckInPhase.Asked,
            Since = at,
            BegunAt = at,
            Shift = shift,
            Incident = facts.HadIncident,
            ClosesAt = facts.NextShift is { } next && next > at ? next : at + facts.Policy.EditFor,
            Until = at + facts.Policy.RemindAfter,
        };
        return e switch
        {
            ShiftEnded s when at - s.Shift.End > facts.Policy.DropAfter => (fresh with { Phase = CheckInPhase.Dropped }).Then(),
            ShiftEnded when WhyNot(facts) is { } why => (fresh with { Phase = CheckInPhase.NotAsked, Unasked = why }).Then(),
            ShiftEnded => fresh.Then(new Show(fresh.Card, Delivery.Prompt)),
            // Who asks for it needs no reminder.
            Pulled => Noticed((fresh with { Reminded = true, Until = null }).Then().Replying(new See(fresh.Card)), at),
            _ => throw new ArgumentException($"A check-in does not begin with {e.GetType().Name}.", nameof(e)),
        };
    }

    /// <summary>What happens next. Guards stand first: whose it is, whether it is still open, whether it was said before.</summary>
    public Step<CheckIn> On(FlowEvent e, CheckInFacts facts, DateTimeOffset at) => (Phase, e) switch
    {
        (_, ShiftEnded) => this.Then(),
        (_, AgreementEnded ended) => End(ended, at),
        (_, AnswersErased erased) => Erase(erased, at),
        (_, Incidents.IncidentHidden) => Hidden(facts),
        (_, PersonEvent p) when p.By != Person => this.Answering(new Say(new Notice.NotYours())),
        (_, Pulled) => Noticed(this.Answering(new See(Card)), at),

        (_, Due) => WhenDue(facts, at),
        (_, Answered a) when Answer == Told(a.Answer.InRange()) && !AgreedSince(facts) => Receipt(),
        (_, SaidAgain) => Again(at),
        _ when IsOver(at) => this.Answering(new Say(new Notice.CheckInOver())),

        (_, Answered a) => Send(Told(a.Answer.InRange()), facts, at),
        (CheckInPhase.Answered, OfferAccepted a) => Accept(a, facts, at),
        (_, OfferAccepted) => this.Answering(new See(Card)),
        (CheckInPhase.Answered, Typed) when !Editing => this.Answering(new See(Card)),
        (_, Typed { Part: null }) => this.Answering(new Say(new Notice.NotUnderstood(Draft.Open ?? Question.Help))),
        // A note is shared only after it was written: a choice made ahead would give away words that were not there yet.
        (_, Typed { Share: not null, Part.Note: null }) when Draft.Note is null => this.Answering(new Say(new Notice.NoNoteYet(IsOpen ? Draft.Open : null))),
        (_, Typed t) => Noticed(Collect(t, t.Part!, facts, at), at),
        (_, TypedSend) when Phase == CheckInPhase.Answered && !Editing => this.Answering(new See(Card)),
        (_, TypedSend) when Draft.IsEmpty => this.Answering(new Say(new Notice.NextQuestion(Question.Stress))),
        (_, TypedSend) => Send(Draft, facts, at),

        (CheckInPhase.Answered, AskLater or Skip) => this.Answering(new See(Card)),
        (CheckInPhase.Postponed, AskLater) => this.Answering(new See(Card)),
        (_, AskLater) => Redraw(this with { Phase = CheckInPhase.Postponed, Since = at, Until = at + facts.Policy.LaterAfter }),
        (CheckInPhase.Skipped, Skip s) when WholeDay || !s.WholeDay => this.Answering(new See(Card)),
        (_, Skip s) => Noticed(Redraw(this with { Phase = CheckInPhase.Skipped, Since = at, WholeDay = WholeDay || s.WholeDay, Until = null }), at),
        (CheckInPhase.Answered, Edit) when !Editing => Redraw(this with { Editing = true, Draft = Answer! }),
        (CheckInPhase.Skipped or CheckInPhase.Postponed, Edit) =>
            Redraw(this with { Phase = CheckInPhase.Asked, Since = at, Reminded = true, Until = null, WholeDay = false }),
        (_, Edit) => this.Answering(new See(Card)),
        _ => this.Then(),
    };

    /// <summary>The open card says that a hard day is passed on now, and last time it was not: sending the same again asks for it.</summary>
    private bool AgreedSince(CheckInFacts facts) => Editing && Went == Outlook.NotAgreed && facts.MayEscalate;

    private Step<CheckIn> WhenDue(CheckInFacts facts, DateTimeOffset at) => Phase switch
    {
        _ when NextAt is not { } next || next > at => this.Then(),
        CheckInPhase.Answered => (this with { Closed = true, Editing = false, Gap = false, Draft = new() }).Then(new Show(Card, Delivery.Refresh)),
        _ when at >= ClosesAt => Lapse(facts, at),
        // Withdrawing the agreement stops what is planned, and nobody is asked hours later in the night.
        _ when !facts.MayAsk || at - NextAt > facts.Policy.DropAfter => (this with { Until = null }).Then(),
        // Whoever has gone on leave meanwhile can still answer, and nothing reminds them; "later" did not come, so it was not left unanswered.
        CheckInPhase.Postponed when facts.Away => (this with { Phase = CheckInPhase.Asked, Since = at, Until = null }).Then(new Show(Card, Delivery.Refresh)),
        _ when facts.Away => (this with { Until = null }).Then(),
        // Who said "later" has seen a card. The one that comes now may be lost like the first, so it is reminded of like the first.
        CheckInPhase.Postponed => (this with { Phase = CheckInPhase.Asked, Since = at, Reminded = true, Until = at + facts.Policy.RemindAfter })
            .Then(new Show(Card, Delivery.Prompt)),
        _ => (this with { Reminded = true, Until = null }).Then(new Show(Card, Delivery.Prompt)),
    };

    private Step<CheckIn> Receipt() =>
        Editing ? Redraw(this with { Editing = false, Gap = false, Draft = new() }) : this.Answering(new See(Card));

    private Step<CheckIn> Collect(Typed typed, Answer part, CheckInFacts facts, DateTimeOffset at)
    {
        var draft = Told(Draft.With(part.InRange()));
        var next = this with
        {
            Draft = draft with { Tags = typed.NoTags ? "" : draft.Tags, ShareNote = typed.Share ?? draft.ShareNote },
            Gap = false,
            Phase = Phase is CheckInPhase.Skipped or CheckInPhase.Postponed ? CheckInPhase.Asked : Phase,
            WholeDay = false,
            // Who has begun to answer is not reminded.
            Reminded = true,
            Until = null,
            Bare = typed.Bare is var (question, sent) ? new(question, sent, at) : Bare,
        };
        Notice reply = next.Draft.Open is { } open
            ? new Notice.NextQuestion(open, NoteKept: part.Note is not null)
            : new Notice.ReadyToSend(next.Draft, facts.Policy.Of(next.Draft, facts.MayEscalate));
        return next.Then(new Show(Card, Delivery.Refresh)).Replying(new Say(reply));
    }

    /// <param name="offered">The helper was chosen by taking the receipt's offer.</param>
    private Step<CheckIn> Send(Answer answer, CheckInFacts facts, DateTimeOffset at, bool offered = false)
    {
        if (answer.IsEmpty)
            return Redraw(this with { Gap = true });
        var goes = facts.Policy.Of(answer, facts.MayEscalate);
        var asksSomebody = goes is Outlook.Buddy or Outlook.Leader or Outlook.Counsellor;
        var entry = new TrendEntry(Id, Sends + 1, Shift?.Id, at, answer.Stress, answer.Mood);
        var sent = this with
        {
            Phase = CheckInPhase.Answered,
            Since = at,
            Until = null,
            Reminded = true,
            WholeDay = false,
            Editing = false,
            Gap = false,
            Draft = new(),
            Answer = answer,
            AnsweredAt = at,
            Sends = entry.Sends,
            Went = goes,
            Offer = goes == Outlook.Nobody && Case is null ? facts.Policy.OfferAfter(facts.Trend.UpTo(entry)) : Offer.None,
            Reacted = true,
            Stopped = Stopped && !asksSomebody,
            Case = Case ?? (asksSomebody ? Escalation.IdOf(Key.Reference) : null),
        };
        var effects = new List<Effect> { new Show(Card, Delivery.Refresh), TellTrend(entry) };
        var cause = offered ? Cause.Offer : facts.Policy.IsHigh(answer) ? Cause.HardDay : Cause.ChosenHelper;
        var grewHard = cause == Cause.HardDay && !(Answer is { } before && facts.Policy.IsHigh(before));
        if (asksSomebody && Case is null)
            effects.Add(new Signal("open", Escalation.KeyOf(sent.Case!), Opening(answer, goes, cause)));
        else if (asksSomebody && (goes != Went || grewHard))
            effects.Add(new Signal(sent.Name("route"), Escalation.KeyOf(Case!), new OtherRoute(Person, RouteOf(goes), answer.Named, cause)));
        else if (!asksSomebody && Case is not null && Went is not (Outlook.Nobody or Outlook.NotAgreed))
            effects.Add(new Signal(sent.Name("lowered"), Escalation.KeyOf(Case), new AnswerLowered()));
        // Without the agreement no words go anywhere, and those that the case has leave it; agreed to again, the same words come back.
        var shared = facts.MayEscalate ? sent.Shared : null;
        if (Case is not null && ((shared ?? Shared) is not null || answer.Named != Answer?.Named))
            effects.Add(new Signal(sent.Name("note"), Escalation.KeyOf(Case), new NoteShared(shared, answer.Named)));
        return new(sent, effects, new See(Card));
    }

    /// <summary>Signals go in the order of their names: after <c>open</c>, and one change after the other.</summary>
    private string Name(string word) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"then.{Sends:D4}.{word}");

    /// <summary>The note that whoever looks in may read.</summary>
    private Words? Shared => Answer is { ShareNote: true } answer && Went != Outlook.NotAgreed && !Stopped ? answer.Note : null;

    private Opened Opening(Answer answer, Outlook goes, Cause cause) => new(
        Origin.HardDay,
        Key.Reference,
        Person,
        RouteOf(goes),
        new ShiftContext(Shift?.Post ?? "", Shift?.Start, Shift?.End, answer.Hostile, 0, 0) { Incident = Incident },
        answer.ShareNote ? answer.Note : null,
        cause,
        answer.Named);

    private static Route RouteOf(Outlook goes) => goes switch
    {
        Outlook.Buddy => Route.Buddy,
        Outlook.Counsellor => Route.Counsellor,
        _ => Route.Leader,
    };

    private static Step<CheckIn> Redraw(CheckIn next) => next.Then(new Show(next.Card, Delivery.Refresh)).Replying(new See(next.Card));
}
