using CheckInBot.Dialogs.Alerts;

namespace CheckInBot.Dialogs.Tests.Alerts;

/// <summary>Who may do what with an alert: a table of role and action.</summary>
public sealed class AlertPermitTests
{
    private enum May
    {
        /// <summary>It changes the alert.</summary>
        Do,

        /// <summary>They see what is true now.</summary>
        See,

        /// <summary>Nothing about it is told.</summary>
        Nothing,
    }

    private static readonly string[] Actions = ["ask", "raise", "confirm", "again", "cancel", "take", "safe"];

    /// <summary>While people are called and the guard goes, five seconds after the call.</summary>
    private static readonly (string Who, May[] May)[] Table =
    [
        (Hall.Lin, [May.See, May.See, May.See, May.Do, May.Do, May.See, May.Do]),
        (OneAlert.Guard, [May.Nothing, May.Nothing, May.Nothing, May.Nothing, May.Nothing, May.See, May.Do]),
        (Hall.Wang, [May.Nothing, May.Nothing, May.Nothing, May.Nothing, May.Nothing, May.Do, May.See]),
        (Hall.Bao, [May.Nothing, May.Nothing, May.Nothing, May.Nothing, May.Nothing, May.Do, May.See]),
        (Hall.Chen, [May.Nothing, May.Nothing, May.Nothing, May.Nothing, May.Nothing, May.Nothing, May.Nothing]),
        (OneAlert.Admin, [May.Nothing, May.Nothing, May.Nothing, May.Nothing, May.Nothing, May.Nothing, May.Nothing]),
        (OneAlert.Stranger, [May.Nothing, May.Nothing, May.Nothing, May.Nothing, May.Nothing, May.Nothing, May.Nothing]),
    ];

    [Fact]
    public void Each_may_do_what_the_table_says_and_nothing_else()
    {
        foreach (var (who, may) in Table)
        {
            foreach (var (i, action) in Actions.Index())
            {
                var alert = OneAlert.Raised().Then(new AlertTaken(OneAlert.Guard)).After(5);
                var before = alert.State;
                alert.Then(Event(action, who));
                var does = !ReferenceEquals(before, alert.State) ? May.Do : alert.Reply is See ? May.See : May.Nothing;
                Assert.True(does == may[i], $"{who} {action}: {does}");
                Assert.Equal(may[i] == May.Nothing, alert.Reply == new Say(new Notice.NotYours()));
            }
        }
    }

    [Fact]
    public void While_a_tap_is_waited_for_nobody_else_sees_or_does_anything()
    {
        foreach (var who in new[] { Hall.Wang, Hall.Bao, OneAlert.Guard, OneAlert.Stranger })
        {
            foreach (var action in Actions)
            {
                var alert = new OneAlert().Then(new AlertAsked(Hall.Lin, null));
                var before = alert.State;
                Assert.Same(before, alert.Then(Event(action, who)).State);
                Assert.Equal(new Say(new Notice.NotYours()), alert.Reply);
            }
        }
    }

    [Fact]
    public void Once_the_tap_did_not_come_only_the_persons_own_late_tap_does_anything()
    {
        foreach (var who in new[] { Hall.Lin, Hall.Wang, Hall.Bao, OneAlert.Guard, OneAlert.Stranger })
        {
            foreach (var action in Actions)
            {
                var alert = new OneAlert().Then(new AlertAsked(Hall.Lin, null)).After(60);
                var before = alert.State;
                Assert.Equal((who, action) == (Hall.Lin, "confirm"), !ReferenceEquals(before, alert.Then(Event(action, who)).State));
            }
        }
    }

    [Fact]
    public void Nobody_begins_an_alert_in_anothers_name()
    {
        foreach (var action in Actions)
            Assert.Null(Alert.Begin(Alert.KeyAfter(Hall.Lin, null), Event(action, Hall.Wang), new OneAlert().Facts, OneAlert.Start));
        foreach (var action in Actions.Except(["ask", "raise"]))
            Assert.Null(Alert.Begin(Alert.KeyAfter(Hall.Lin, null), Event(action, Hall.Lin), new OneAlert().Facts, OneAlert.Start));
    }

    private static FlowEvent Event(string action, string by) => action switch
    {
        "ask" => new AlertAsked(by, null),
        "raise" => new AlertRaised(by, null),
        "confirm" => new AlertConfirmed(by, null),
        "again" => new AlertConfirmed(by, null, Again: 1),
        "cancel" => new AlertCancelled(by),
        "take" => new AlertTaken(by),
        _ => new AlertSafe(by),
    };
}
