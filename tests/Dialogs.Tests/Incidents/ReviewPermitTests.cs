using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Dialogs.Tests.Incidents;

/// <summary>Who may do what with a review, and who sees what of it.</summary>
public sealed class ReviewPermitTests
{
    /// <summary>Everybody in some part: reporter and affected, witness, named, avoided, asked before, reviewer, asked to take it over, owner of a step, an own leader, administrator, a stranger.</summary>
    private static readonly string[] Cast = [Hall.Lin, Hall.Bao, "nora", "avery", OneReview.Tang, Hall.Chen, OneReview.Xu, Hall.Zhao, Hall.Wang, OneReview.Ada, "stranger"];

    private static readonly Words Account = new(Hall.Lin, "account"), Statement = new(Hall.Lin, "statement");

    public static TheoryData<string, string[]> Table => new()
    {
        { "take", [Hall.Chen] },
        { "decline while asked", [Hall.Chen] },
        { "decline while offered", [Hall.Chen, OneReview.Xu] },
        { "accept", [OneReview.Xu] },
        { "hand over", [Hall.Chen] },
        { "find", [Hall.Chen] },
        { "step", [Hall.Chen] },
        { "no step", [Hall.Chen] },
        { "done", [Hall.Zhao] },
        { "check", [Hall.Chen] },
        { "reply", [Hall.Chen] },
        { "close what was opened again", [] },
        { "check a step whose owner was not reached", [Hall.Chen] },
    };

    [Theory]
    [MemberData(nameof(Table))]
    public void An_action_changes_something_for_these_people_only(string action, string[] may)
    {
        foreach (var by in Cast)
        {
            var (story, e) = Scene(action, by);
            var before = story.State;
            var changed = !ReferenceEquals(before, before.On(e, story.Facts, story.At).State);
            Assert.True(changed == may.Contains(by), $"{by}: {action}");
        }
    }

    [Theory]
    [MemberData(nameof(Table))]
    public void Whatever_is_restricted_only_the_named_handler_can_act_on(string action, string[] may)
    {
        Assert.DoesNotContain(Hall.Su, may);
        foreach (var by in Cast.Append(Hall.He))
        {
            var story = OneReview.Taken(OneReview.Report with { Kinds = [ViolenceKind.SexualHarassment] });
            Assert.Equal(Hall.Su, story.State.Reviewer);
            var e = Scene(action, by).Event;
            Assert.True(ReferenceEquals(story.State, story.State.On(e, story.Facts, story.At).State), $"{by}: {action}");
        }
    }

    [Theory]
    [InlineData("asked", Hall.Su)]
    [InlineData("nobody", "")]
    [InlineData("taken", Hall.Su)]
    [InlineData("opened again", Hall.Su)]
    public void Whatever_is_restricted_shows_a_card_to_the_handler_and_nobody_else_in_every_state(string state, string sees)
    {
        var restricted = OneReview.Report with { Version = 2, Kinds = [ViolenceKind.SexualAssault], Avoid = state == "nobody" ? [Hall.Su, Hall.He] : [] };
        var story = state switch
        {
            "opened again" => OneReview.Found().Hears(new NoCorrection(Hall.Chen, OneReview.Reason)).Hears(new SendReply(Hall.Chen, OneReview.Reply)).Hears(restricted).Hears(new TakeReview(Hall.Su)),
            "taken" => OneReview.Taken(restricted),
            _ => OneReview.Asked(restricted),
        };
        foreach (var person in Cast.Concat([Hall.Su, Hall.He]))
        {
            foreach (var name in new[] { "review", "task.1", "missed", "waits" })
                Assert.Equal(person == sees && name == "review", ReviewPermit.ViewerOf(story.State, new(name, person)) != ReviewViewer.Nobody);
            var closes = !ReferenceEquals(story.State, story.State.On(new CloseAgain(person), story.Facts, story.At).State);
            Assert.Equal(state == "opened again" && person == Hall.Su, closes);
        }
    }

    [Fact]
    public void Each_part_sees_what_it_needs_and_no_more()
    {
        var story = Full();
        void Opens(Slot slot, params Words[] words) => Assert.Equal(words.ToHashSet(), ReviewPermit.Readable(story.State, slot).ToHashSet());
        Opens(Review.CardOf(Hall.Chen), Account, Statement, OneReview.Causes, OneReview.Action, OneReview.Reply);
        Opens(Review.CardOf(OneReview.Xu));
        Opens(Review.TaskOf(story.State.Corrections[0]), OneReview.Action);
        Opens(Review.MissedCard(OneReview.Ada));
        foreach (var person in Cast.Except([Hall.Chen]))
        {
            foreach (var name in new[] { "review", "task.1", "missed", "other" })
            {
                var slot = new Slot(name, person);
                var seen = ReviewPermit.Seen(story.State, slot);
                Assert.Equal(("", 0, 0, 0), (seen.Incident.Reporter, seen.Incident.Affected.Length, seen.Incident.Witnesses.Length, seen.Incident.Avoid.Length));
                Assert.Null(seen.Incident.Details);
                Assert.Equal(ReviewPermit.ViewerOf(story.State, slot) == ReviewViewer.Owner ? 1 : 0, seen.Corrections.Length);
                Assert.Equal(person == OneReview.Xu && name == "review" ? "window 3" : "", seen.Incident.Post);
            }
        }
    }

    [Fact]
    public void Of_what_is_restricted_nobody_but_the_handler_hears_anything()
    {
        var story = OneReview.Begun(OneReview.Report with { Kinds = [ViolenceKind.VerbalAbuse, ViolenceKind.SexualAssault], Severity = 5 });
        var shown = new List<Slot>(story.Step.Effects.OfType<Show>().Select(s => s.Slot));
        for (var i = 0; i < 30; i++)
            shown.AddRange(story.WhenDue().Step.Effects.OfType<Show>().Select(s => s.Slot));
        Assert.Equal([Review.CardOf(Hall.Su)], shown.Distinct());
        story.Hears(new TakeReview(Hall.Su)).Hears(new RecordFinding(Hall.Su, Finding.Unprovoked, OneReview.Causes, null, null))
            .Hears(new AddCorrection(Hall.Su, OneReview.Action, OneReview.Xu, story.Today, false));
        Assert.Equal(Hall.Su, Assert.Single(story.State.Corrections).Owner);
        Assert.DoesNotContain(story.Step.Effects.OfType<Show>(), s => s.Slot.Person != Hall.Su);
        story.Hears(new CheckCorrection(Hall.Su, 1, true)).Hears(new SendReply(Hall.Su, OneReview.Reply));
        Assert.Equal(ReviewPhase.Closed, story.State.Phase);
    }

    [Fact]
    public void The_first_uninvolved_handler_has_it_and_the_next_only_when_that_one_cannot()
    {
        var restricted = OneReview.Report with { Kinds = [ViolenceKind.SexualHarassment] };
        Assert.Equal(Hall.He, OneReview.Asked(restricted with { Avoid = [Hall.Su] }).State.AskedNow!.Person);
        Assert.Equal(Hall.He, OneReview.Asked(restricted).Hears(new DeclineReview(Hall.Su)).State.AskedNow!.Person);
        Assert.Null(OneReview.Asked(restricted with { Avoid = [Hall.Su, Hall.He] }).State.AskedNow);
    }

    [Fact]
    public void What_turns_out_to_be_restricted_leaves_everybody_else_at_once_and_stays_so()
    {
        var story = Full(offered: false).Hears(OneReview.Report with { Version = 9, Kinds = [ViolenceKind.SexualHarassment] });
        Assert.Equal(Hall.Su, story.State.AskedNow!.Person);
        foreach (var slot in new[] { Review.CardOf(Hall.Chen), Review.TaskOf(story.State.Corrections[0]), Review.MissedCard(OneReview.Ada) })
        {
            Assert.Contains(story.Step.Effects.OfType<Show>(), s => s.Slot == slot && s.Delivery is Delivery.Withdraw or Delivery.Refresh);
            Assert.Equal(ReviewViewer.Nobody, ReviewPermit.ViewerOf(story.State, slot));
            Assert.Empty(ReviewPermit.Readable(story.State, slot));
        }
        Assert.Equal(new Say(new Notice.NotYours()), story.Hears(new CorrectionDone(Hall.Zhao, 1)).Step.Reply);
        Assert.True(story.Hears(OneReview.Report with { Version = 10 }).State.Restricted);
        Assert.Equal(Hall.Su, story.State.AskedNow!.Person);
    }

    [Fact]
    public void What_turns_out_to_be_restricted_after_the_close_leaves_the_reviewer_and_a_handler_looks_at_it_again()
    {
        var story = OneReview.Found().Hears(new NoCorrection(Hall.Chen, OneReview.Reason)).Hears(new SendReply(Hall.Chen, OneReview.Reply));
        Assert.Equal(ReviewViewer.Reviewer, ReviewPermit.ViewerOf(story.State, Review.CardOf(Hall.Chen)));
        story.Hears(OneReview.Report with { Version = 2, Kinds = [ViolenceKind.SexualHarassment] });
        Assert.Equal((ReviewPhase.Asking, Hall.Su, ReviewViewer.Nobody), (story.State.Phase, story.State.AskedNow!.Person, ReviewPermit.ViewerOf(story.State, Review.CardOf(Hall.Chen))));
        Assert.Contains(new Show(Review.CardOf(Hall.Chen), Delivery.Withdraw), story.Step.Effects);
        Assert.True(Assert.Single(story.Signals<ReviewAssigned>()) is { Again: true, Reviewer: null });
        Assert.Equal((OneReview.Reply, OneReview.Reason, Finding.ProcessIssue), (story.State.Reply, story.State.NoneBecause, story.State.Finding!.Value));

        Assert.Equal((ReviewPhase.Acting, OneReview.Reply), (story.Hears(new TakeReview(Hall.Su)).State.Phase, story.State.Reply));
        Assert.InRange((story.WhenDue().At - OneReview.Friday).TotalDays, 6, 8);
        Assert.Equal([Review.CardOf(Hall.Su)], story.Notices);
        Assert.Equal(ReviewPhase.Acting, story.Hears(new CloseAgain(Hall.Chen)).State.Phase);
        Assert.Equal((ReviewPhase.Closed, null), (story.Hears(new CloseAgain(Hall.Su)).State.Phase, story.State.ReopenedAt));
        Assert.False(Assert.Single(story.Signals<ReviewAssigned>()).Again);
        Assert.Equal(ReviewPhase.Closed, story.Hears(OneReview.Report with { Version = 3, Kinds = [ViolenceKind.SexualAssault] }).State.Phase);
    }

    [Fact]
    public void One_more_step_of_what_was_opened_again_closes_it_as_soon_as_it_is_done()
    {
        var facts = OneReview.FactsNow() with { Policy = OneReview.Policy with { Handlers = [Hall.Chen] } };
        var story = OneReview.Taken(facts: facts).Hears(new RecordFinding(Hall.Chen, Finding.Unprovoked, OneReview.Causes, null, null))
            .Hears(new NoCorrection(Hall.Chen, OneReview.Reason)).Hears(new SendReply(Hall.Chen, OneReview.Reply))
            .Hears(OneReview.Report with { Version = 2, Kinds = [ViolenceKind.SexualHarassment] });
        story.Hears(new TakeReview(Hall.Chen)).Hears(new AddCorrection(Hall.Chen, OneReview.Action, null, story.Today, false));
        Assert.Equal(ReviewPhase.Acting, story.Hears(new CloseAgain(Hall.Chen)).State.Phase);
        Assert.Equal(ReviewPhase.Closed, story.Hears(new CheckCorrection(Hall.Chen, 1, true)).State.Phase);
    }

    [Fact]
    public void An_owner_who_is_named_or_to_be_avoided_later_reads_the_step_no_longer_and_the_reviewer_sees_to_it()
    {
        foreach (var (avoid, named) in new[] { (new[] { Hall.Zhao }, Array.Empty<string>()), ([], [Hall.Zhao]) })
        {
            var story = Stepped();
            story.Facts = OneReview.FactsNow(null, named);
            story.Hears(OneReview.Report with { Version = 2, Severity = 4, Avoid = [.. avoid] });
            var task = Review.TaskOf(story.State.Corrections[0]);
            Assert.Equal(ReviewViewer.Nobody, ReviewPermit.ViewerOf(story.State, task));
            Assert.Empty(ReviewPermit.Readable(story.State, task));
            Assert.Contains(new Show(task, Delivery.Refresh), story.Step.Effects);
            Assert.Equal([Review.CardOf(Hall.Chen)], story.Notices);
            Assert.Equal(new Say(new Notice.NotYours()), story.Hears(new CorrectionDone(Hall.Zhao, 1)).Step.Reply);
            Assert.DoesNotContain(story.Until(r => r.Corrections[0].Late).Notices, n => n.Person == Hall.Zhao);
            Assert.True(story.Hears(new CheckCorrection(Hall.Chen, 1, true)).State.Corrections[0].IsChecked);
        }
    }

    [Fact]
    public void A_step_that_does_not_reach_its_owner_is_told_to_the_reviewer()
    {
        var story = Stepped().Hears(new StepUnreachable("task.1", Hall.Zhao));
        Assert.Equal([Review.CardOf(Hall.Chen)], story.Notices);
        Assert.Equal(StepOut.Unreached, story.State.Corrections[0].Out);
        Assert.True(OneReview.Begun().Hears(new StepUnreachable("task.1", Hall.Zhao)).Step.Effects is []);
        Assert.True(Stepped().Hears(new StepUnreachable("task.1", Hall.Zhao)).Hears(new CheckCorrection(Hall.Chen, 1, true)).State.Corrections[0].IsChecked);
        Assert.True(story.Hears(new CorrectionDone(Hall.Zhao, 1)).State.Corrections[0] is { Out: null, DoneAt: not null });
    }

    private static OneReview Stepped()
    {
        var story = OneReview.Found();
        return story.Hears(new AddCorrection(Hall.Chen, OneReview.Action, Hall.Zhao, story.Today.AddDays(2), false));
    }

    /// <summary>Reviewed by Chen, offered to Xu, with a step of Zhao's, late with its reply, which has come now.</summary>
    private static OneReview Full(bool offered = true)
    {
        var report = OneReview.Report with { Details = new(ViolenceType.T2, null, Weapon.None, [], [], Account, Statement), Avoid = ["avery"] };
        var story = OneReview.Taken(report, OneReview.FactsNow(null, "nora"));
        story.Hears(new RecordFinding(Hall.Chen, Finding.ProcessIssue, OneReview.Causes, null, null))
            .Hears(new AddCorrection(Hall.Chen, OneReview.Action, Hall.Zhao, story.Today.AddDays(90), false))
            .Until(r => r.MissedAt is not null)
            .Hears(new SendReply(Hall.Chen, OneReview.Reply));
        return offered ? story.Hears(new HandOverReview(Hall.Chen, OneReview.Xu)) : story;
    }

    private static (OneReview Story, FlowEvent Event) Scene(string action, string by)
    {
        var report = OneReview.Report with { Avoid = ["avery"] };
        var facts = OneReview.FactsNow(null, "nora");
        var asked = OneReview.Asked(report, facts);
        if (action is "take" or "decline while asked")
            return (asked, action == "take" ? new TakeReview(by) : new DeclineReview(by));
        var taken = OneReview.Taken(report, facts);
        if (action is "find" or "decline while offered" or "accept")
        {
            taken.Hears(new HandOverReview(Hall.Chen, OneReview.Xu));
            return (taken, action switch
            {
                "find" => new RecordFinding(by, Finding.Unprovoked, OneReview.Causes, null, null),
                "accept" => new AcceptReview(by),
                _ => new DeclineReview(by),
            });
        }
        taken.Hears(new RecordFinding(Hall.Chen, Finding.Unprovoked, OneReview.Causes, null, null));
        if (action is "done" or "check" or "check a step whose owner was not reached")
            taken.Hears(new AddCorrection(Hall.Chen, OneReview.Action, Hall.Zhao, taken.Today, false));
        if (action == "check a step whose owner was not reached")
            taken.Hears(new StepUnreachable("task.1", Hall.Zhao));
        if (action == "check")
            taken.Hears(new CorrectionDone(Hall.Zhao, 1));
        return (taken, action switch
        {
            "hand over" => new HandOverReview(by, OneReview.Tang),
            "step" => new AddCorrection(by, OneReview.Action, OneReview.Xu, taken.Today, false),
            "no step" => new NoCorrection(by, OneReview.Reason),
            "done" => new CorrectionDone(by, 1),
            "check" or "check a step whose owner was not reached" => new CheckCorrection(by, 1, true),
            "close what was opened again" => new CloseAgain(by),
            _ => new SendReply(by, OneReview.Reply),
        });
    }
}
