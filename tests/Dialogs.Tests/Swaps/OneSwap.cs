using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Dialogs.Tests.Swaps;

/// <summary>Lin would give a duty to Bao; Wang and Zhao lead the team, Chen the hall. The roster of the test is the two shifts.</summary>
internal sealed class OneSwap
{
    public const string Stranger = "stranger", Channel = "#north";

    public static readonly DateTimeOffset Start = Hall.ShiftStart.AddHours(1);

    public static readonly Shift Given = Hall.Shift with { Id = "s-lin", Start = Hall.ShiftStart.AddDays(3), End = Hall.ShiftEnd.AddDays(3) };

    public static readonly Shift Theirs = Hall.Shift with { Id = "s-bao", Person = Hall.Bao, Start = Hall.ShiftStart.AddDays(4), End = Hall.ShiftEnd.AddDays(4) };

    public static readonly DutyFinding Block = new(DutyRule.WeeklyRest, DutySeverity.Block, Hall.Bao, new(2026, 11, 29), DutyLaw.LabourLaw38, MeasuredDays: 7, LimitDays: 6);

    public static readonly DutyFinding Warning = new(DutyRule.DailyRest, DutySeverity.Warn, Hall.Bao, new(2026, 11, 26), DutyLaw.Advice, TimeSpan.FromHours(9), TimeSpan.FromHours(11));

    public SwapFacts Facts { get; set; } = new(SwapPolicy.Shipped, Hall.Working, Given, Theirs, [], [Hall.Wang, Hall.Zhao], [Hall.Chen], Channel) { OfTeam = true };

    public DateTimeOffset Now { get; private set; } = Start;

    public Swap? State { get; private set; }

    public IReadOnlyList<Effect> Effects { get; private set; } = [];

    public Reply? Reply { get; private set; }

    /// <summary>Lin asked Bao to swap.</summary>
    public static OneSwap Asked(string? theirShift = "s-bao", string by = Hall.Lin) => new OneSwap().Then(new AskSwap(by, Hall.Lin, Hall.Bao, theirShift));

    /// <summary>Bao agreed.</summary>
    public static OneSwap Agreed() => Asked().Then(new AcceptSwap(Hall.Bao, 1));

    /// <summary>Wang approved, and the roster was changed.</summary>
    public static OneSwap Done() => Agreed().Then(new ApproveSwap(Hall.Wang, 1, [])).RosterSays(null);

    public OneSwap Then(FlowEvent e)
    {
        var step = State is null ? e is AskSwap ask ? Swap.Begin(Swap.KeyOf(Given), ask, Facts, Now) : null : State.On(e, Facts, Now);
        if (step is not null)
            (State, Effects, Reply) = (step.State, step.Effects, step.Reply);
        return this;
    }

    /// <summary>The roster takes the change, or says why not; then the rows say so.</summary>
    public OneSwap RosterSays(Overtaking? overtaken)
    {
        var facts = Facts;
        Facts = facts with { Answer = new(overtaken) };
        Then(new Due());
        Facts = facts;
        if (overtaken is null)
            Facts = facts with { Given = Swapped(facts.Given!), InReturn = State!.InReturn is null ? facts.InReturn : Swapped(facts.InReturn!) };
        return this;
    }

    public OneSwap At(DateTimeOffset now)
    {
        Now = now;
        return this;
    }

    /// <summary>Time passes; what is due on the way happens.</summary>
    public OneSwap Until(DateTimeOffset end)
    {
        while (State!.NextAt is { } next && next <= end)
        {
            Now = next;
            Then(new Due());
        }
        Now = end;
        return this;
    }

    /// <summary>Cards that are sent anew by the last event, as <c>name@reader</c>.</summary>
    public IEnumerable<string> Notified => Effects.OfType<Show>().Where(s => s.Delivery is Delivery.Notice).Select(s => $"{s.Slot.Name}@{s.Slot.Person}").Order(StringComparer.Ordinal);

    private static Shift Swapped(Shift shift) => shift with { Person = shift.Person == Hall.Lin ? Hall.Bao : Hall.Lin };
}
