namespace CheckInBot.Dialogs.CheckIns;

/// <summary>Why a check-in was not asked at a shift's end. Only for the record: nobody is shown it.</summary>
public enum Unasked
{
    /// <summary>The person has not agreed to be asked.</summary>
    NoAgreement,

    /// <summary>On leave, sick or otherwise off that day.</summary>
    Away,

    /// <summary>"Not today" was said, or this shift's check-in was answered before its end.</summary>
    Settled,

    /// <summary>The last ones were left unanswered.</summary>
    Quiet,
}

/// <summary>Help that a receipt offers, of which nobody is told.</summary>
public enum Offer
{
    None,

    /// <summary>Several hard shifts in a row; see <see cref="RunRule"/>.</summary>
    Run,

    /// <summary>More stress than is usual for the person; see <see cref="BaselineRule"/>.</summary>
    Baseline,
}

/// <summary>What a check-in tells the person's own trend, and what it learns from it.</summary>
public sealed partial record CheckIn
{
    /// <summary>Whether the trend is among the facts that this event needs.</summary>
    public bool NeedsTrend(FlowEvent e, DateTimeOffset at) =>
        e is Answered or TypedSend || (e is Due && !Reacted && at >= ClosesAt);

    private FlowKey TrendKey => Trend.KeyOf(Person);

    private static Unasked? WhyNot(CheckInFacts facts) =>
        !facts.MayAsk ? CheckIns.Unasked.NoAgreement
        : facts.Away ? CheckIns.Unasked.Away
        : facts.Settled ? CheckIns.Unasked.Settled
        : facts.Policy.IsQuiet(facts.Trend) ? CheckIns.Unasked.Quiet
        : null;

    /// <summary>The same step with the trend told, once for each check-in, that the person did something with it.</summary>
    private static Step<CheckIn> Noticed(Step<CheckIn> step, DateTimeOffset at) => step.State.Reacted
        ? step
        : step with
        {
            State = step.State with { Reacted = true },
            Effects = [.. step.Effects, new Signal("trend.reacted", step.State.TrendKey, new PersonReacted(at))],
        };

    private Signal TellTrend(TrendEntry entry) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"trend.{entry.Sends:D4}.answer"), TrendKey, new AnswerKept(entry));

    private Step<CheckIn> Lapse(CheckInFacts facts, DateTimeOffset at)
    {
        var lapsed = this with { Phase = CheckInPhase.Lapsed, Since = at, Until = null };
        var show = new Show(Card, Delivery.Refresh);
        // Whoever said "later" has seen it.
        var seen = Reminded || Phase == CheckInPhase.Postponed;
        if (Reacted || Shift is null || !seen)
            return lapsed.Then(show);
        var left = new LeftUnanswered(Shift.End);
        return (lapsed with { GoesQuiet = facts.MayAsk && facts.Policy.IsQuiet(facts.Trend.After(left)) })
            .Then(show, new Signal("trend.unanswered", TrendKey, left));
    }

    /// <summary>The present answer is sent with this helper; pressed again, or once somebody is asked, the card shows what is true.</summary>
    private Step<CheckIn> Accept(OfferAccepted accepted, CheckInFacts facts, DateTimeOffset at)
    {
        var asked = Went is Outlook.Buddy or Outlook.Leader or Outlook.Counsellor;
        var wanted = Answer! with { Help = accepted.To };
        return asked || accepted.To is null or Helper.None || (wanted == Answer && Went == facts.Policy.Of(wanted, facts.MayEscalate))
            ? this.Answering(new See(Card))
            : Send(wanted, facts, at, offered: true);
    }
}
