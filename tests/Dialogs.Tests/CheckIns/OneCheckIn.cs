using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>One check-in of Lin, told step by step.</summary>
internal sealed class OneCheckIn
{
    public const string Id = "202611230900";

    public static readonly Answer HardDay = new() { Stress = 5, Mood = 2, Hostile = 4 };

    public static readonly Answer CalmDay = new() { Stress = 2, Mood = 4, Break = true };

    private OneCheckIn(FlowEvent first, CheckInFacts facts, DateTimeOffset at)
    {
        Facts = facts;
        Now = at;
        Trend = facts.Trend;
        Last = CheckIn.Begin(CheckIn.KeyOf(Hall.Lin, Id), first, facts, at);
        Listen();
    }

    public CheckInFacts Facts { get; set; }

    public DateTimeOffset Now { get; set; }

    public Step<CheckIn> Last { get; private set; }

    /// <summary>What cases were told.</summary>
    public List<Signal> Told { get; } = [];

    /// <summary>What the person's own trend was told.</summary>
    public List<Signal> Kept { get; } = [];

    /// <summary>The trend as it stands after that.</summary>
    public Trend Trend { get; private set; }

    public CheckIn State => Last.State;

    public IEnumerable<Show> Shows => Last.Effects.OfType<Show>();

    public static CheckInFacts Agreed => new(Hall.CheckIns, MayAsk: true, MayEscalate: true, Away: false, Settled: false, Hall.NextStart, Trend.Begin(Hall.Lin));

    public static OneCheckIn AtShiftEnd(CheckInFacts? facts = null, TimeSpan late = default) =>
        new(new ShiftEnded(Hall.Shift), facts ?? Agreed, Hall.ShiftEnd + late);

    /// <summary>The end of another shift of Lin's.</summary>
    public static OneCheckIn AtShiftEnd(CheckInFacts facts, Shift shift) => new(new ShiftEnded(shift), facts, shift.End);

    public static OneCheckIn Asked(CheckInFacts? facts = null) => new(new Pulled(Hall.Shift), facts ?? Agreed, Hall.ShiftEnd);

    public static OneCheckIn AnsweredWith(Answer answer, CheckInFacts? facts = null) => AtShiftEnd(facts).Sends(answer);

    public OneCheckIn Hears(FlowEvent e)
    {
        Last = State.On(e, Facts with { Trend = Trend }, Now);
        Listen();
        return this;
    }

    private void Listen()
    {
        foreach (var signal in Last.Effects.OfType<Signal>())
        {
            (signal.To.Kind == Trend.Kind ? Kept : Told).Add(signal);
            if (signal.To.Kind == Trend.Kind)
                Trend = Trend.After(signal.Event);
        }
    }

    public OneCheckIn Sends(Answer answer) => Hears(new Answered(Hall.Lin, answer));

    public OneCheckIn Edits(Answer answer) => Hears(new Edit(Hall.Lin)).Sends(answer);

    public OneCheckIn Types(string words) => Hears(TypedAnswers.Read(Commands.Plain(words), Hall.Lin, State.Draft.Open ?? Question.Help, Facts.Policy.Tags)!);

    public OneCheckIn After(TimeSpan time)
    {
        Now += time;
        return this;
    }

    /// <summary>Time goes on to what falls due next, or <paramref name="late"/> after that.</summary>
    public OneCheckIn WhenDue(TimeSpan late = default)
    {
        Now = State.NextAt!.Value + late;
        return Hears(new Due());
    }

    /// <summary>The check-in with its phase reached as people reach it.</summary>
    public static OneCheckIn In(CheckInPhase phase) => phase switch
    {
        CheckInPhase.Asked => AtShiftEnd(),
        CheckInPhase.Postponed => AtShiftEnd().Hears(new AskLater(Hall.Lin)),
        CheckInPhase.Answered => AnsweredWith(CalmDay),
        CheckInPhase.Skipped => AtShiftEnd().Hears(new Skip(Hall.Lin, false)),
        CheckInPhase.NotAsked => AtShiftEnd(Agreed with { MayAsk = false }),
        CheckInPhase.Dropped => AtShiftEnd(late: TimeSpan.FromHours(3)),
        CheckInPhase.Withdrawn => AtShiftEnd().Hears(new AgreementEnded(true, true)),
        _ => AtShiftEnd().WhenDue().WhenDue(),
    };
}
