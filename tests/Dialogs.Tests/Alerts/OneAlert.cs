using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests.Alerts;

/// <summary>Lin's alert, the hall around it, and what has been said so far.</summary>
internal sealed class OneAlert
{
    public const string Guard = "guard", Neighbour = "neighbour", Stranger = "stranger", Admin = "admin";

    public static readonly AlertPolicy Policy = new(
        TimeSpan.FromSeconds(60),
        TimeSpan.FromSeconds(10),
        [
            new([Callee.DutyLeader, Callee.Security, Callee.Buddies], TimeSpan.FromSeconds(30)),
            new([Callee.HallLeader, Callee.Leaders], TimeSpan.FromSeconds(30)),
            new([Callee.OnDuty], TimeSpan.FromSeconds(30)),
        ],
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(4));

    /// <summary>Everybody but Lin: leader, buddies, hall leader, counsellors, a guard at the door, somebody at the next window.</summary>
    public static IReadOnlyList<Candidate> Everybody =>
        [.. Hall.Everybody, Hall.Somebody(Guard, Role.Security) with { SameTeam = false, OnDuty = false }, Hall.Somebody(Neighbour, Role.Staff)];

    public static readonly DateTimeOffset Start = Hall.ShiftStart.AddHours(2);

    public AlertFacts Facts { get; set; } = new(Policy, Everybody, "window 3", ["window 3", "window 4", "hall"]) { Administrators = [Admin] };

    public DateTimeOffset Now { get; private set; } = Start;

    public Alert? State { get; private set; }

    public IReadOnlyList<Effect> Effects { get; private set; } = [];

    public Reply? Reply { get; private set; }

    public static OneAlert Raised() => new OneAlert().Then(new AlertRaised(Hall.Lin, null));

    public OneAlert Then(FlowEvent e)
    {
        var step = State is null ? Alert.Begin(Alert.KeyAfter(Hall.Lin, null), e, Facts, Now)! : State.On(e, Facts, Now);
        (State, Effects, Reply) = (step.State, step.Effects, step.Reply);
        return this;
    }

    /// <summary>Time passes; what is due on the way happens.</summary>
    public OneAlert After(double seconds)
    {
        var end = Now.AddSeconds(seconds);
        while (State!.NextAt is { } next && next <= end)
        {
            Now = next;
            Then(new Due());
        }
        Now = end;
        return this;
    }

    /// <summary>Who gets a new card by the last event, in the order of their names.</summary>
    public IEnumerable<string> Notified => Effects.OfType<Show>().Where(s => s is { Delivery: Delivery.Notice, Slot.Name: "call" }).Select(s => s.Slot.Person).Order(StringComparer.Ordinal);

    public IEnumerable<string> Called => State!.CalledNow.Select(c => c.Person).Order(StringComparer.Ordinal);
}
