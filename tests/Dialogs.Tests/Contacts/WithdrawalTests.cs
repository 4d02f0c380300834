using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Tests.CheckIns;
using CheckInBot.Dialogs.Tests.Escalations;

namespace CheckInBot.Dialogs.Tests.Contacts;

/// <summary>What ends when a person takes an agreement back.</summary>
public sealed class WithdrawalTests
{
    private static readonly DateTimeOffset Now = Hall.ShiftEnd.AddMinutes(5);

    private static readonly Contact Agreed = Contact.Begin(Hall.Lin).On(new Consent(Hall.Lin, [Purpose.CheckIn, Purpose.Escalation]), ContactFacts.None, Hall.ShiftStart).State;

    [Theory]
    [InlineData(CheckInPhase.Asked)]
    [InlineData(CheckInPhase.Postponed)]
    public void An_open_check_in_ends_now_and_nothing_more_is_asked(CheckInPhase phase)
    {
        var evening = OneCheckIn.In(phase);
        evening.Hears(Told(Withdraw([Purpose.Escalation], evening.State)));
        Assert.Equal(CheckInPhase.Withdrawn, evening.State.Phase);
        Assert.Null(evening.State.NextAt);
        Assert.Equal([new Show(evening.State.Card, Delivery.Refresh)], evening.Shows);
        Assert.Equal(new Say(new Notice.CheckInOver()), evening.Sends(OneCheckIn.HardDay).Last.Reply);
    }

    [Fact]
    public void A_change_that_is_open_ends_and_what_was_sent_before_stays()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.CalmDay).Hears(new Edit(Hall.Lin));
        evening.Hears(Told(Withdraw([Purpose.Escalation], evening.State)));
        Assert.False(evening.State.IsOpen);
        Assert.Equal(OneCheckIn.CalmDay, evening.State.Answer);
        Assert.Null(evening.State.NextAt);
    }

    [Fact]
    public void A_check_in_that_is_over_hears_nothing() =>
        Assert.Empty(Withdraw([], OneCheckIn.In(CheckInPhase.Lapsed).State).OfType<Signal>());

    [Fact]
    public void Keeping_an_agreement_ends_nothing_of_it()
    {
        var asked = OneCheckIn.AtShiftEnd().State;
        Assert.Empty(Withdraw([Purpose.CheckIn], asked).OfType<Signal>());
        var told = OneCheckIn.AnsweredWith(OneCheckIn.HardDay).State;
        Assert.Empty(Withdraw([Purpose.Escalation], told).OfType<Signal>());
    }

    [Fact]
    public void Taken_back_under_older_terms_it_ends_as_well() =>
        Assert.Single(Effects(Agreed with { Terms = 1 }, [], OneCheckIn.AtShiftEnd().State).OfType<Signal>());

    [Fact]
    public void A_case_of_a_check_in_hears_of_it_behind_what_opened_it()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay);
        evening.Hears(Told(Withdraw([Purpose.CheckIn], evening.State)));
        Assert.Equal(["open", "then.0001.withdrawn.0002"], evening.Told.Select(s => s.Name).Order(StringComparer.Ordinal));
        Assert.All(evening.Told, s => Assert.Equal(Escalation.KeyOf(evening.State.Case!), s.To));
        Assert.Empty(evening.Hears(new AgreementEnded(true, true)).Last.Effects);
    }

    [Fact]
    public void Taken_back_once_more_it_reaches_a_case_that_was_gone_on_with()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay).Hears(new AgreementEnded(false, true, 2)).Hears(new AgreementEnded(false, true, 2));
        Assert.Single(evening.Told, s => s.Event is ConsentWithdrawn);
        evening.Hears(new AgreementEnded(false, true, 4));
        Assert.Equal(2, evening.Told.Where(s => s.Event is ConsentWithdrawn).Select(s => s.Name).Distinct().Count());
    }

    [Fact]
    public void Without_the_agreement_no_note_is_passed_on_and_a_closed_case_keeps_none()
    {
        var note = new Words(Hall.Lin, "sealed");
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay with { Note = note, ShareNote = true }).Hears(new AgreementEnded(false, true, 2));
        evening.Facts = OneCheckIn.Agreed with { MayEscalate = false };
        evening.Edits(OneCheckIn.CalmDay with { Note = note, ShareNote = true });
        Assert.DoesNotContain(evening.Told, s => s.Event is NoteShared { Note: not null });

        var story = OneCase.Opened(note: note).Hears(new Take(Hall.Wang)).Hears(new Resolve(Hall.Wang, Done.Talked, null)).Hears(new ReturnVisit(Hall.Lin, true));
        Assert.Null(story.Hears(new ConsentWithdrawn()).State.Note);
        Assert.Equal(CasePhase.Closed, story.State.Phase);
    }

    [Fact]
    public void Nobody_is_asked_again_in_a_case_that_was_taken_back()
    {
        var story = OneCase.In(CasePhase.Withdrawn);
        var before = story.State;
        Assert.Same(before, story.Hears(new AskedAgain()).State);
    }

    [Fact]
    public void Who_agrees_again_and_sends_again_is_looked_in_on_again()
    {
        var evening = OneCheckIn.AnsweredWith(OneCheckIn.HardDay).Hears(new AgreementEnded(false, true)).Edits(OneCheckIn.HardDay);
        Assert.Equal(new OtherRoute(Hall.Lin, Route.Leader, null, Cause.HardDay), evening.Told[^1].Event);
        Assert.False(evening.State.Stopped);
        var story = OneCase.TakenByWang().Hears(new ConsentWithdrawn()).Hears(evening.Told[^1].Event);
        Assert.Equal(CasePhase.Asking, story.State.Phase);
    }

    [Theory]
    [InlineData(CasePhase.Asking)]
    [InlineData(CasePhase.Taken)]
    [InlineData(CasePhase.Resolved)]
    [InlineData(CasePhase.Visiting)]
    [InlineData(CasePhase.Unanswered)]
    public void A_case_stops_wherever_it_is_and_nobody_reads_on(CasePhase phase)
    {
        var story = OneCase.In(phase).Hears(new ConsentWithdrawn());
        Assert.Equal(CasePhase.Withdrawn, story.State.Phase);
        Assert.Null(story.State.NextAt);
        Assert.DoesNotContain(story.Shows, s => s.Delivery is Delivery.Notice && s.Slot.Person == Hall.Lin);
        Assert.All(Hall.Names, reader => Assert.False(story.State.Concerns(reader)));
        Assert.NotNull(story.CardOf(Hall.Wang));
        Assert.Equal(Delivery.Refresh, story.To(story.State.Mine));
        Assert.Equal(phase == CasePhase.Taken ? Delivery.Notice : Delivery.Withdraw, story.CardOf(Hall.Wang));
        Assert.Equal(new See(Escalation.CardOf(Hall.Wang)), story.Hears(new Take(Hall.Wang)).Last.Reply);
        Assert.Equal(CasePhase.Withdrawn, story.State.Phase);
    }

    [Fact]
    public void What_was_asked_for_by_person_now_goes_on()
    {
        var story = OneCase.Opened(Route.CrisisContact);
        var before = story.State;
        Assert.Same(before, story.Hears(new ConsentWithdrawn()).State);
    }

    [Fact]
    public void One_step_fits_into_a_batch_however_many_check_ins_there_are()
    {
        var many = Enumerable.Range(0, Contact.Most).Select(i => OneCheckIn.AtShiftEnd().State with { Id = $"{i:D12}" }).ToArray();
        Assert.InRange(Withdraw([], many).Count, Contact.Most, 90);
    }

    private static IReadOnlyList<Effect> Withdraw(Purpose[] kept, params CheckIn[] checkIns) => Effects(Agreed, kept, checkIns);

    private static IReadOnlyList<Effect> Effects(Contact contact, Purpose[] kept, params CheckIn[] checkIns) =>
        contact.On(new Consent(Hall.Lin, [.. kept]), new ContactFacts(checkIns), Now).Effects;

    private static FlowEvent Told(IReadOnlyList<Effect> effects) => Assert.Single(effects.OfType<Signal>()).Event;
}
