using CheckInBot.Dialogs.Covers;

namespace CheckInBot.Dialogs.Tests.Covers;

/// <summary>Lin's cover: Bao is the B-role, Ding and Mei are free, Wang leads.</summary>
internal sealed class OneCover
{
    public const string Mei = "mei", Stranger = "stranger";

    public static readonly CoverPolicy Policy = new(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(2), [5, 10, 15, 30], ["he"]);

    public static readonly DateTimeOffset Start = Hall.ShiftStart.AddHours(2);

    public CoverFacts Facts { get; set; } = new(Policy, OnShift: true, "window 3", Hall.Bao, [Hall.Ding, Mei], [Hall.Wang]);

    public DateTimeOffset Now { get; private set; } = Start;

    public Cover? State { get; private set; }

    public IReadOnlyList<Effect> Effects { get; private set; } = [];

    public Reply? Reply { get; private set; }

    public static OneCover Asked(int minutes = 10) => new OneCover().Then(new CoverAsked(Hall.Lin, minutes));

    public static OneCover Taken() => Asked().Then(new CoverTaken(Hall.Bao));

    public OneCover With(Func<CoverFacts, CoverFacts> change)
    {
        Facts = change(Facts);
        return this;
    }

    public OneCover Then(FlowEvent e)
    {
        var step = State is null ? Cover.Begin(Cover.KeyAfter(Hall.Lin, null), e, Facts, Now)! : State.On(e, Facts, Now);
        (State, Effects, Reply) = (step.State, step.Effects, step.Reply);
        return this;
    }

    /// <summary>Time passes; what is due on the way happens.</summary>
    public OneCover After(double minutes)
    {
        var end = Now.AddMinutes(minutes);
        while (State!.NextAt is { } next && next <= end)
        {
            Now = next;
            Then(new Due());
        }
        Now = end;
        return this;
    }

    /// <summary>Who gets a new card by the last event, in the order of their names.</summary>
    public IEnumerable<string> Notified => Effects.OfType<Show>().Where(s => s.Delivery is Delivery.Notice or Delivery.Prompt).Select(s => s.Slot.Person).Order(StringComparer.Ordinal);

    public IEnumerable<FlowEvent> Told => Effects.OfType<Signal>().Select(s => s.Event);
}
