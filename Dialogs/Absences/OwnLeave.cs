using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Absences;

/// <summary>Where leave that somebody told the bot stands.</summary>
public enum OwnLeavePhase
{
    /// <summary>None is kept.</summary>
    None,

    /// <summary>The person is asked until when.</summary>
    Asked,

    /// <summary>Two days are kept.</summary>
    Set,
}

/// <summary>
/// That a person is away, as they told the bot: two days and no reason. It is no request for leave and changes no roster; only nobody asks them
/// for anything in that time. When it is over the days go.
/// </summary>
public sealed record OwnLeave : FlowState
{
    public const string Kind = "leave";

    /// <summary>How far ahead the last day may be.</summary>
    public const int MostDaysAhead = 365;

    public required string Person { get; init; }

    public OwnLeavePhase Phase { get; init; }

    /// <summary>The first day; null unless <see cref="OwnLeavePhase.Set"/>.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day; null unless <see cref="OwnLeavePhase.Set"/>.</summary>
    public DateOnly? To { get; init; }

    /// <summary>The first instant behind the last day.</summary>
    public DateTimeOffset? EndsAt { get; init; }

    public FlowKey Key => KeyOf(Person);

    /// <summary>The person's one card.</summary>
    public Slot Card => new("leave", Person);

    /// <summary>The absence as everybody who asks somebody reads it; null when there is none.</summary>
    public Leave? Leave => Phase == OwnLeavePhase.Set && From is { } from && To is { } to ? new(Person, from, to, "own") : null;

    public override DateTimeOffset? NextAt => EndsAt;

    public static FlowKey KeyOf(string person) => new(Kind, person, "leave");

    public static OwnLeave Begin(string person) => new() { Person = person };

    /// <summary>Why these days are not taken; null when they are.</summary>
    public static LeaveGap? GapOf(DateOnly from, DateOnly to, DateOnly today) =>
        from < today || to < today ? LeaveGap.Past
        : to < from ? LeaveGap.Reversed
        : to.DayNumber - today.DayNumber > MostDaysAhead ? LeaveGap.TooFar
        : null;

    /// <summary>What happens next. Guards stand first: whose it is, whether the days can be taken.</summary>
    public Step<OwnLeave> On(FlowEvent e, OwnLeaveFacts facts, DateTimeOffset at)
    {
        switch (e)
        {
            case Due when EndsAt <= at:
                return Gone();
            case PersonEvent p when p.By != Person:
                return this.Answering(new Say(new Notice.NotYours()));
            case AskLeave when Phase != OwnLeavePhase.None:
                return this.Answering(new See(Card));
            case AskLeave:
                return Drawn(this with { Phase = OwnLeavePhase.Asked });
            case LeaveUnclear unclear:
                return this.Answering(new Say(new Notice.LeaveNotTaken(unclear.Gap)));
            case SayLeave { To: null }:
                return this.Answering(new Say(new Notice.ChooseLastDay()));
            case SayLeave { To: { } to } said:
                return Set(said.From, to, facts.Zone, at);
            case EndLeave when Phase == OwnLeavePhase.Set:
                return Gone().Replying(new See(Card));
            case EndLeave:
                return this.Answering(new Say(new Notice.NoLeave()));
            default:
                return this.Then();
        }
    }

    private Step<OwnLeave> Set(DateOnly? first, DateOnly to, TimeZoneInfo zone, DateTimeOffset at)
    {
        var today = LocalTime.DayOf(at, zone);
        var from = first ?? today;
        if (GapOf(from, to, today) is { } gap)
            return this.Answering(new Say(new Notice.LeaveNotTaken(gap)));
        var set = this with { Phase = OwnLeavePhase.Set, From = from, To = to, EndsAt = LocalTime.ToInstant(to.AddDays(1).ToDateTime(TimeOnly.MinValue), zone) };
        return set == this ? this.Answering(new See(Card)) : Drawn(set);
    }

    private Step<OwnLeave> Gone() => (this with { Phase = OwnLeavePhase.None, From = null, To = null, EndsAt = null }).Then(new Show(Card, Delivery.Refresh));

    private static Step<OwnLeave> Drawn(OwnLeave next) => next.Then(new Show(next.Card, Delivery.Refresh)).Replying(new See(next.Card));
}
