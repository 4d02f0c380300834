using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.People;
using static CheckInBot.Dialogs.Tests.Alerts.OneAlert;

namespace CheckInBot.Dialogs.Tests.Alerts;

/// <summary>Where the roster knows halls, those of the person's hall are called, and the others only rather than nobody.</summary>
public sealed class HallsTests
{
    private const string FarGuard = "farGuard", FarChief = "farChief", NextDoor = "nextDoor";

    /// <summary>As the hall is everywhere, and a guard and a hall leader of another hall, and somebody on duty of another team in this one.</summary>
    private static OneAlert Here()
    {
        var alert = new OneAlert();
        alert.Facts = alert.Facts with
        {
            Candidates =
            [
                .. Everybody.Select(c => c with { SameHall = c.SameTeam }),
                Hall.Somebody(FarGuard, Role.Security) with { SameTeam = false, OtherHall = true },
                Hall.Somebody(FarChief, Role.HallLeader) with { SameTeam = false, OtherHall = true },
                Hall.Somebody(NextDoor, Role.Staff) with { SameTeam = false, SameHall = true },
            ],
        };
        return alert;
    }

    [Fact]
    public void Security_and_hall_leaders_of_another_hall_are_not_called_while_there_is_anybody_here()
    {
        var alert = Here().Then(new AlertRaised(Hall.Lin, null));
        Assert.Equal([Hall.Bao, Hall.Ding, Guard, Hall.Wang], alert.Notified);
        Assert.Equal([Hall.Chen, Hall.Zhao], alert.After(30).Notified);
    }

    [Fact]
    public void After_sixty_seconds_everybody_on_duty_in_the_hall_is_called_of_whatever_team() =>
        Assert.Equal([Neighbour, NextDoor], Here().Then(new AlertRaised(Hall.Lin, null)).After(60).Notified);

    [Fact]
    public void When_nobody_of_the_hall_answered_the_others_are_called_and_only_then_it_is_silent()
    {
        var alert = Here().Then(new AlertRaised(Hall.Lin, null)).After(60);
        Assert.True(alert.State!.More);
        Assert.Equal([FarChief, FarGuard], alert.After(30).Notified);
        Assert.Equal((null, false), (alert.State.SilentSince, alert.State.More));
        Assert.NotNull(alert.After(30).State!.SilentSince);
    }

    [Fact]
    public void When_nobody_of_the_hall_is_left_the_others_are_called_at_once()
    {
        var alert = Here();
        alert.Facts = alert.Facts with { Candidates = [.. alert.Facts.Candidates.Where(c => c.OtherHall)] };
        Assert.Equal([FarChief, FarGuard], alert.Then(new AlertRaised(Hall.Lin, null)).Notified);
    }

    [Fact]
    public void When_all_of_the_hall_are_out_of_reach_the_others_are_called_at_once()
    {
        var alert = Here();
        alert.Facts = alert.Facts with { Candidates = [.. alert.Facts.Candidates.Where(c => c.OtherHall || c.Person == Guard)] };
        Assert.Equal([Guard], alert.Then(new AlertRaised(Hall.Lin, null)).Notified);
        Assert.Equal([FarChief, FarGuard], alert.Then(new AlertUnreachable(Guard)).Notified);
    }

    [Fact]
    public void A_buddy_is_called_wherever_they_work()
    {
        var alert = Here();
        alert.Facts = alert.Facts with { Candidates = [.. alert.Facts.Candidates.Select(c => c.Person == Hall.Bao ? c with { SameHall = false, OtherHall = true } : c)] };
        Assert.Contains(Hall.Bao, alert.Then(new AlertRaised(Hall.Lin, null)).Notified);
    }

    [Fact]
    public void Who_is_named_is_not_called_from_another_hall_either()
    {
        var alert = Here();
        alert.Facts = alert.Facts with { Named = new HashSet<string> { FarGuard } };
        alert.Then(new AlertRaised(Hall.Lin, new Words(Hall.Lin, "seal"))).After(300);
        Assert.DoesNotContain(FarGuard, alert.State!.Called.Select(c => c.Person));
        Assert.Contains(FarChief, alert.Called);
    }
}
