using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.Tests.CheckIns;

namespace CheckInBot.Dialogs.Tests.Contacts;

/// <summary>Answers are deleted when the person says so twice, all of them, and it is said only when it is true.</summary>
public sealed class ErasureTests
{
    private static readonly DateTimeOffset Now = Hall.ShiftEnd.AddHours(1);

    private static readonly Words Note = new(Hall.Lin, "sealed");

    private static readonly Contact Met = Contact.Begin(Hall.Lin).On(new Met(), ContactFacts.None, Hall.ShiftStart).State;

    [Fact]
    public void The_person_is_asked_once_and_may_keep_them()
    {
        var asked = Met.On(new EraseAnswers(Hall.Lin, null), ContactFacts.None, Now);
        Assert.True(asked.State.Erasing!.IsAsked);
        Assert.Equal(new See(Met.Data), asked.Reply);
        Assert.Null(asked.State.NextAt);
        Assert.Null(asked.State.On(new EraseAnswers(Hall.Lin, false), ContactFacts.None, Now).State.Erasing);
        Assert.Null(asked.State.On(new ShowMyData(Hall.Lin), ContactFacts.None, Now).State.Erasing);
    }

    [Fact]
    public void A_yes_that_was_not_asked_for_only_asks() =>
        Assert.True(Met.On(new EraseAnswers(Hall.Lin, true), ContactFacts.None, Now).State.Erasing!.IsAsked);

    [Fact]
    public void Nothing_is_called_deleted_before_it_is_read_again_without_answers()
    {
        var answered = Answered("1");
        var told = Confirmed.On(new Due(), new([answered]), Now);
        var signal = Assert.Single(told.Effects.OfType<Signal>());
        Assert.True(told.State.Erasing!.IsRunning);
        var again = told.State.On(new Due(), new([answered]), Now.AddSeconds(1));
        Assert.Equal([signal], again.Effects.OfType<Signal>());
        Assert.Equal(1, again.State.Erasing!.CheckIns);
        var done = again.State.On(new Due(), new([Forgets(answered)]), Now.AddSeconds(2));
        Assert.Equal(Now.AddSeconds(2), done.State.Erasing!.DoneAt);
        Assert.Null(done.State.NextAt);
        Assert.Contains(new Show(Met.Erased, Delivery.Notice), done.Effects);
    }

    [Fact]
    public void Reports_not_sent_and_accounts_not_signed_are_told_to_forget_and_what_was_handed_in_is_named()
    {
        FlowKey[] drafts = [Incident.KeyOf(Hall.Lin, "1"), Statement.KeyOf(Hall.Lin, "INC-20261123-001")];
        var yes = Met.On(new EraseAnswers(Hall.Lin, null), ContactFacts.None, Now).State
            .On(new EraseAnswers(Hall.Lin, true), ContactFacts.None with { Drafts = drafts, Handed = ["INC-20261123-001"] }, Now);
        Assert.Equal(drafts, yes.Effects.OfType<Signal>().Where(s => s.Event is DraftsErased).Select(s => s.To));
        Assert.Equal((2, "INC-20261123-001"), (yes.State.Erasing!.Drafts, Assert.Single(yes.State.Erasing.Handed!)));
    }

    [Fact]
    public void What_is_answered_after_the_yes_stays()
    {
        var later = Answered("1") with { AnsweredAt = Now.AddMinutes(1) };
        Assert.Equal(Now, Confirmed.On(new Due(), new([later]), Now).State.Erasing!.DoneAt);
    }

    [Fact]
    public void Any_number_of_check_ins_is_deleted_in_chunks_and_counted_once() => Walks.Each(60, (random, story) =>
    {
        var all = Enumerable.Range(0, random.Next(0, 130)).Select(i => random.Once(3) ? OneCheckIn.AtShiftEnd().State with { Id = $"{i:D12}" } : Answered($"{i:D12}")).ToDictionary(c => c.Id);
        var answers = all.Values.Count(c => c.HasAnswers);
        var (state, at) = (Confirmed, Now);
        for (var n = 0; state.NextAt is not null; n++)
        {
            Assert.True(n < 400, "it never ends");
            at = state.NextAt.Value > at ? state.NextAt.Value : at;
            var rest = all.Values.Where(c => string.CompareOrdinal(c.Id, state.Erasing!.Cursor) > 0).OrderBy(c => c.Id, StringComparer.Ordinal).ToList();
            var step = state.On(new Due(), new([.. rest.Take(Contact.Most)], rest.Count > Contact.Most), at);
            Assert.InRange(step.Effects.Count, 0, 90);
            state = step.State;
            // A power cut loses no signal, but it may come late.
            foreach (var signal in step.Effects.OfType<Signal>().Where(_ => !random.Once(4)))
                all[signal.To.Id] = Forgets(all[signal.To.Id]);
        }
        Assert.All(all.Values, c => Assert.False(c.HasAnswers));
        Assert.Equal(answers, state.Erasing!.CheckIns);
    });

    [Fact]
    public void A_check_in_forgets_its_words_and_keeps_when_it_was()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay with { Note = Note, ShareNote = true, Tags = "queue" }).Hears(new Edit(Hall.Lin));
        var before = evening.State;
        evening.Hears(new AnswersErased());
        Assert.False(evening.State.HasAnswers);
        Assert.Equal((before.Phase, before.Since, before.AnsweredAt, before.Shift), (evening.State.Phase, evening.State.Since, evening.State.AnsweredAt, evening.State.Shift));
        Assert.Equal(evening.Now, evening.State.ErasedAt);
        Assert.Null(evening.State.NextAt);
        Assert.Equal(new AnswersForgotten(), evening.Told[^1].Event);
        Assert.Equal(new Say(new Notice.CheckInOver()), evening.Sends(OneCheckIn.HardDay).Last.Reply);
        Assert.Empty(evening.Hears(new AnswersErased()).Last.Effects);
    }

    [Fact]
    public void A_draft_is_deleted_too_and_its_card_asks_no_more()
    {
        var evening = OneCheckIn.AtShiftEnd().Types("4").Hears(new AnswersErased());
        Assert.False(evening.State.HasAnswers || evening.State.IsOpen);
        Assert.Null(evening.State.NextAt);
    }

    [Fact]
    public void A_draft_goes_also_when_its_check_in_lapses_behind_the_yes()
    {
        var lapsed = OneCheckIn.AtShiftEnd().Types("4").WhenDue().State;
        Assert.True(lapsed is { Phase: CheckInPhase.Lapsed, HasAnswers: true } && lapsed.Since > Now);
        Assert.Single(Confirmed.On(new Due(), new([lapsed]), lapsed.Since).Effects.OfType<Signal>());
    }

    [Fact]
    public void What_was_sent_behind_the_yes_stays_when_the_deletion_comes_late()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.CalmDay);
        var before = evening.State;
        Assert.Same(before, evening.Hears(new AnswersErased(before.AnsweredAt!.Value.AddSeconds(-1))).State);
        Assert.False(evening.Hears(new AnswersErased(before.AnsweredAt)).State.HasAnswers);
    }

    [Fact]
    public void Cases_that_others_act_on_are_named_by_number()
    {
        var answered = Answered("1");
        Assert.Equal([Escalation.NumberOf(answered.Case!)], Confirmed.On(new Due(), new([answered]), Now).State.Erasing!.Cases);
    }

    private static Contact Confirmed =>
        Met.On(new EraseAnswers(Hall.Lin, null), ContactFacts.None, Now).State.On(new EraseAnswers(Hall.Lin, true), ContactFacts.None, Now).State;

    private static CheckIn Answered(string id) => OneCheckIn.AnsweredWith(OneCheckIn.HardDay with { Note = Note }).State with { Id = id };

    private static CheckIn Forgets(CheckIn c) => c.On(new AnswersErased(), OneCheckIn.Agreed, Now).State;
}
