using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests.Escalations;

/// <summary>When nobody answered, administrators hear that much and no more, and hear what came of it.</summary>
public sealed class UnansweredTests
{
    private static readonly Slot Adam = Escalation.UnansweredCard("adam");

    [Fact]
    public void Every_administrator_gets_a_card_with_the_roles_that_did_not_answer()
    {
        var story = OneCase.In(CasePhase.Unanswered);
        Assert.Equal(Delivery.Notice, story.To(Adam));
        Assert.Equal((Hall.ShiftEnd, story.Now), (story.State.Silence!.From, story.State.Silence.At));
        Assert.Equal([StepRole.Leader, StepRole.HallLeader], story.State.Silence.Roles.AsEnumerable());
        Assert.DoesNotContain("adam", story.State.Readers);
        Assert.Empty(Permit.Readable(story.State with { Note = new(Hall.Lin, "n") }, "adam"));
    }

    [Fact]
    public void A_case_that_is_answered_is_nothing_to_administrators()
    {
        var story = OneCase.ResolvedByWang();
        Assert.Empty(story.State.Told);
        Assert.Null(story.To(Adam));
    }

    [Fact]
    public void An_administrator_hears_nothing_of_a_case_of_their_own()
    {
        var story = OneCase.Opened();
        story.Administrators = [Hall.Lin, "adam"];
        Assert.Equal(["adam"], story.LeftAlone().State.Told.ToArray());
    }

    [Fact]
    public void Their_card_follows_when_somebody_takes_it_after_all_or_others_are_asked()
    {
        Assert.Equal(Delivery.Refresh, OneCase.In(CasePhase.Unanswered).Hears(new Take(Hall.Wang)).To(Adam));
        var again = OneCase.In(CasePhase.Unanswered).Hears(new OtherRoute(Hall.Lin, Route.Counsellor));
        Assert.Equal(Delivery.Refresh, again.To(Adam));
        Assert.Equal([StepRole.Leader, StepRole.HallLeader], again.State.Silence!.Roles.AsEnumerable());
        var turned = again.Now;
        Assert.Equal(Delivery.Notice, again.LeftAlone().To(Adam));
        Assert.Equal(turned, again.State.Silence!.From);
        Assert.Equal([StepRole.Counsellor], again.State.Silence!.Roles.AsEnumerable());
    }

    [Fact]
    public void A_counsellor_s_silence_goes_to_the_next_counsellor_and_then_to_the_person_and_to_no_leader()
    {
        var story = OneCase.Opened(Route.Counsellor);
        Assert.Equal(Delivery.Notice, story.CardOf(Hall.Su));
        Assert.Equal(Delivery.Notice, story.WhenDue().CardOf(Hall.He));
        Assert.Equal((CasePhase.Unanswered, Delivery.Notice), (story.WhenDue().State.Phase, story.To(story.State.Mine)));
        Assert.Equal([Hall.Su, Hall.He], story.State.Readers.ToArray());
        // Only the person's own word brings a leader in.
        Assert.Equal(Delivery.Notice, story.Hears(new OtherRoute(Hall.Lin, Route.Leader)).CardOf(Hall.Wang));
    }
}
