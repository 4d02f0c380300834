using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.Escalations;

/// <summary>Nobody is asked to look into what a note says about them, and nobody is told why not.</summary>
public sealed class NamedInNoteTests
{
    private static readonly Words Names = new(Hall.Lin, "sealed ids");

    [Fact]
    public void A_leader_whom_the_note_names_is_not_asked()
    {
        var story = OneCase.Opened(named: [Hall.Wang]);
        Assert.Equal([Hall.Chen], story.State.Readers.ToArray());
        Assert.Equal([Names], story.State.Named.ToArray());
        Assert.Equal([Hall.Chen, Hall.Zhao], story.LeftAlone().State.Readers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void When_everybody_of_the_chain_is_named_the_person_hears_at_once_that_nobody_could()
    {
        var story = OneCase.Opened(named: [Hall.Wang, Hall.Zhao, Hall.Chen]);
        Assert.Equal(CasePhase.Unanswered, story.State.Phase);
        Assert.Equal(Delivery.Notice, story.To(story.State.Mine));
        Assert.Empty(story.State.Readers);
    }

    [Fact]
    public void On_another_route_they_are_not_asked_either() =>
        Assert.Equal(Delivery.Notice, OneCase.Opened(named: [Hall.Su]).Hears(new OtherRoute(Hall.Lin, Route.Counsellor)).CardOf(Hall.He));

    [Fact]
    public void Nobody_can_hand_it_to_them()
    {
        var story = OneCase.Opened(named: [Hall.Chen]).Hears(new Take(Hall.Wang));
        Assert.Equal(new Say(new Notice.ChooseSomebody()), story.Hears(new HandOver(Hall.Wang, Hall.Chen)).Last.Reply);
        Assert.Equal(Hall.Zhao, story.Hears(new HandOver(Hall.Wang, Hall.Zhao)).State.OfferedTo);
    }

    [Fact]
    public void Who_is_named_only_while_they_are_asked_is_asked_no_longer()
    {
        var story = OneCase.Opened();
        story.Named = [Hall.Wang];
        story.Hears(new NoteShared(null, Names));
        Assert.Equal((Delivery.Withdraw, Delivery.Notice), (story.CardOf(Hall.Wang), story.CardOf(Hall.Chen)));
        Assert.False(story.State.Concerns(Hall.Wang));
        var before = story.State;
        Assert.Same(before, story.Hears(new Take(Hall.Wang)).State);
    }

    [Fact]
    public void Who_is_named_after_they_took_it_has_it_no_longer()
    {
        var story = OneCase.TakenByWang();
        story.Named = [Hall.Wang];
        story.Hears(new NoteShared(null, Names));
        Assert.Equal((CasePhase.Asking, Delivery.Withdraw, Delivery.Notice), (story.State.Phase, story.CardOf(Hall.Wang), story.CardOf(Hall.Chen)));
        Assert.False(story.State.Concerns(Hall.Wang));
    }

    [Fact]
    public void An_offer_to_them_is_taken_back()
    {
        var story = OneCase.TakenByWang().Hears(new HandOver(Hall.Wang, Hall.Chen));
        story.Named = [Hall.Chen];
        Assert.Null(story.Hears(new NoteShared(null, Names)).State.OfferedTo);
        Assert.Equal(new See(Escalation.CardOf(Hall.Chen)), story.Hears(new AcceptHandOver(Hall.Chen)).Last.Reply);
        Assert.Equal(Hall.Wang, story.State.Owner);
    }

    [Fact]
    public void A_former_owner_who_is_named_is_not_asked_again_when_it_did_not_help()
    {
        var story = OneCase.ResolvedByWang();
        story.Named = [Hall.Wang];
        Assert.Equal(Delivery.Notice, story.Hears(new NoteShared(null, Names)).Hears(new ReturnVisit(Hall.Lin, false)).CardOf(Hall.Chen));
    }

    [Fact]
    public void A_note_that_names_nobody_new_changes_nothing()
    {
        var story = OneCase.Opened(named: [Hall.Wang]);
        var before = story.State;
        Assert.Same(before, story.Hears(new NoteShared(null, Names)).State);
        Assert.Equal(2, story.Hears(new NoteShared(null, new Words(Hall.Lin, "others"))).State.Named.Length);
    }

    [Fact]
    public void Deleted_answers_take_the_note_at_once_and_the_names_when_the_case_is_closed()
    {
        var story = OneCase.Opened(note: new Words(Hall.Lin, "n"), named: [Hall.Chen]).Hears(new AnswersForgotten());
        Assert.Null(story.State.Note);
        Assert.NotEmpty(story.State.Named);
        Assert.Equal(Hall.Zhao, Assert.Single(story.WhenDue().State.AskedNow).Person);

        story.Hears(new Take(Hall.Zhao)).Hears(new Resolve(Hall.Zhao, Done.Talked, null)).Hears(new ReturnVisit(Hall.Lin, true));
        Assert.Equal((CasePhase.Closed, true, false), (story.State.Phase, story.State.Named.IsEmpty, story.State.Forgets));
    }

    [Fact]
    public void Deleted_answers_take_the_names_of_a_closed_case_at_once()
    {
        var story = OneCase.Opened(named: [Hall.Chen]).Hears(new Take(Hall.Wang)).Hears(new Resolve(Hall.Wang, Done.Talked, null)).Hears(new ReturnVisit(Hall.Lin, true));
        Assert.True(story.Hears(new AnswersForgotten()).State.Named.IsEmpty);
        var done = story.State;
        Assert.Same(done, story.Hears(new AnswersForgotten()).State);
    }
}
