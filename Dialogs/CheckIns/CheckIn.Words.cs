namespace CheckInBot.Dialogs.CheckIns;

/// <summary>Words that the channel delivered once more, under another name: nothing is taken, and what is true now is said.</summary>
public sealed record SaidAgain(string By) : PersonEvent(By);

/// <summary>The bare value that was taken last, without its words.</summary>
/// <param name="Answered">The question it answered, which was open then.</param>
/// <param name="SentAt">When it was sent.</param>
/// <param name="TakenAt">When it was taken, and the next question asked.</param>
public sealed record BareWords(Question Answered, DateTimeOffset SentAt, DateTimeOffset TakenAt);

/// <summary>
/// Which words are about this check-in and which are only said again. A channel that heard no answer delivers words once more, sometimes under a
/// new id, and then "4" would answer the next question too.
/// </summary>
public sealed partial record CheckIn
{
    /// <summary>How far the channel's clock and the bot's may differ: as far as a token of the channel may.</summary>
    private static readonly TimeSpan Clocks = TimeSpan.FromMinutes(5);

    /// <summary>Who has sent the same a moment ago has not read the next question.</summary>
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    /// <summary>When it was asked, or begun by typing; null where an earlier version began it.</summary>
    public DateTimeOffset? BegunAt { get; init; }

    /// <summary>What a bare value answered last; null before the first.</summary>
    public BareWords? Bare { get; init; }

    /// <summary>Whether words sent then can be about it; yes where the channel does not say when.</summary>
    public bool WasThere(DateTimeOffset? sent) => sent is not { } at || BegunAt is not { } begun || at >= begun - Clocks;

    /// <summary>
    /// Whether a bare value was sent before the question that is open now was asked, and so cannot answer it: it was sent no later than the one that was taken
    /// last, or it is the same value, sent a moment after that one and before the next question came. Whoever knows the questions and types on, another
    /// value each, is not held up; nor is anybody's answer to a question that they have read.
    /// </summary>
    /// <param name="plain">As <see cref="Commands.Plain"/> gives it.</param>
    /// <param name="sent">When it was sent; null where the channel does not say: then it is new.</param>
    public bool IsSaidAgain(string plain, DateTimeOffset? sent)
    {
        if (Bare is not { } last || sent is not { } at)
            return false;
        var then = TypedAnswers.Bare(plain, last.Answered);
        return at <= last.SentAt
            ? (then ?? TypedAnswers.Bare(plain, Draft.Open ?? Question.Help)) is not null
            : then is not null && Draft.With(then) == Draft && at - last.SentAt <= Moment && at <= last.TakenAt;
    }

    /// <summary>Whether it can still be answered or changed by typing.</summary>
    public bool TakesWords(DateTimeOffset at) => at < ClosesAt && (IsOpen || Phase is CheckInPhase.Answered or CheckInPhase.Skipped);

    private Step<CheckIn> Again(DateTimeOffset at) => this.Answering(
        IsOver(at) ? new Say(new Notice.CheckInOver())
        : IsOpen && !Draft.IsEmpty && Draft.Open is { } open ? new Say(new Notice.NextQuestion(open))
        : new See(Card));

    private bool IsOver(DateTimeOffset at) => Closed || at >= ClosesAt || Phase is CheckInPhase.Lapsed or CheckInPhase.Withdrawn;
}
