using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests.Contacts;

/// <summary>First contact, what a person agrees to, and their language.</summary>
public sealed class ContactTests
{
    private static readonly DateTimeOffset Now = Hall.ShiftStart;

    [Fact]
    public void The_first_meeting_brings_one_card_and_the_second_none()
    {
        var met = Contact.Begin(Hall.Lin).On(new Met(), ContactFacts.None, Now);
        Assert.Equal([new Show(met.State.Welcome, Delivery.Notice)], met.Effects);
        Assert.Empty(met.State.On(new Met(), ContactFacts.None, Now).Effects);
    }

    [Fact]
    public void Installed_in_another_conversation_the_card_comes_there_with_what_was_chosen()
    {
        var chosen = Agreed(Purpose.CheckIn);
        var elsewhere = chosen.On(new Met(Elsewhere: true), ContactFacts.None, Now);
        Assert.Equal([new Show(chosen.Welcome, Delivery.Notice)], elsewhere.Effects);
        Assert.Equal(chosen.Purposes, elsewhere.State.Purposes);
    }

    [Fact]
    public void Nothing_is_agreed_to_in_advance() =>
        Assert.All(Enum.GetValues<Purpose>(), p => Assert.False(Contact.Begin(Hall.Lin).On(new Met(), ContactFacts.None, Now).State.Agrees(p)));

    [Fact]
    public void Each_purpose_is_agreed_to_by_itself()
    {
        var chosen = Agreed(Purpose.CheckIn);
        Assert.True(chosen.Agrees(Purpose.CheckIn));
        Assert.False(chosen.Agrees(Purpose.Escalation));
        Assert.Equal(Now, chosen.ChosenAt);
    }

    [Fact]
    public void None_for_now_is_a_choice() => Assert.Equal(Now, Contact.Begin(Hall.Lin).On(new Consent(Hall.Lin, []), ContactFacts.None, Now).State.ChosenAt);

    [Fact]
    public void The_same_choice_twice_is_one_record()
    {
        var chosen = Agreed(Purpose.CheckIn, Purpose.TeamView);
        var again = chosen.On(new Consent(Hall.Lin, [Purpose.TeamView, Purpose.CheckIn]), ContactFacts.None, Now.AddDays(1));
        Assert.Same(chosen, again.State);
        Assert.Equal(new See(chosen.Welcome), again.Reply);
    }

    [Fact]
    public void The_same_choice_under_new_terms_is_kept_anew()
    {
        var old = Agreed(Purpose.CheckIn) with { Terms = Contact.TermsVersion - 1 };
        Assert.Equal(Contact.TermsVersion, old.On(new Consent(Hall.Lin, [Purpose.CheckIn]), ContactFacts.None, Now.AddDays(1)).State.Terms);
    }

    [Fact]
    public void Withdrawal_works_at_once()
    {
        var withdrawn = Agreed(Purpose.CheckIn, Purpose.Escalation).On(new Consent(Hall.Lin, []), ContactFacts.None, Now);
        Assert.Empty(withdrawn.State.Purposes);
        Assert.Equal([new Show(withdrawn.State.Welcome, Delivery.Refresh), new Show(withdrawn.State.Data, Delivery.Refresh)], withdrawn.Effects);
    }

    [Fact]
    public void A_language_is_chosen_and_every_press_is_answered()
    {
        var english = Contact.Begin(Hall.Lin).On(new SwitchLanguage(Hall.Lin, Language.English), ContactFacts.None, Now);
        Assert.Equal(Language.English, english.State.Language);
        Assert.NotNull(english.Reply);
        var again = english.State.On(new SwitchLanguage(Hall.Lin, Language.English), ContactFacts.None, Now);
        Assert.Same(english.State, again.State);
        Assert.Equal(new Say(new Notice.LanguageNow()), again.Reply);
        Assert.NotNull(english.State.On(new ShowMyData(Hall.Lin), ContactFacts.None, Now).Reply);
    }

    [Fact]
    public void A_foreign_press_changes_nothing_and_tells_nothing()
    {
        var chosen = Agreed(Purpose.CheckIn);
        foreach (var e in new FlowEvent[] { new Consent(Hall.Wang, []), new ShowMyData(Hall.Wang), new SwitchLanguage(Hall.Wang, Language.English), new EraseAnswers(Hall.Wang, true) })
        {
            var step = chosen.On(e, ContactFacts.None, Now);
            Assert.Same(chosen, step.State);
            Assert.Empty(step.Effects);
            Assert.Equal(new Say(new Notice.NotYours()), step.Reply);
        }
    }

    [Fact]
    public void Every_choice_is_kept_and_none_is_changed()
    {
        var first = Agreed(Purpose.CheckIn);
        var second = first.On(new Consent(Hall.Lin, [Purpose.CheckIn, Purpose.Escalation]), ContactFacts.None, Now.AddDays(1)).State;
        var third = second.On(new Consent(Hall.Lin, [Purpose.CheckIn]), ContactFacts.None, Now.AddDays(2)).State;
        Assert.Equal([Now, Now.AddDays(1), Now.AddDays(2)], third.AllChoices.Select(c => c.At));
        Assert.Same(second.AllChoices[0], third.AllChoices[0]);
        Assert.Equal(Now, third.AgreesSince(Purpose.CheckIn));
        Assert.Null(third.AgreesSince(Purpose.Escalation));
        Assert.True(third.Withdrew);
        Assert.False(second.Withdrew);
    }

    [Fact]
    public void An_agreement_to_older_terms_does_not_count_and_is_asked_for_anew_once()
    {
        var old = Older;
        Assert.False(old.Agrees(Purpose.CheckIn));
        foreach (var start in new FlowEvent[] { new TermsCame(), new Met() })
        {
            var told = old.On(start, ContactFacts.None, Now);
            Assert.Equal([new Show(old.Welcome, Delivery.Notice)], told.Effects);
            Assert.Empty(told.State.On(new TermsCame(), ContactFacts.None, Now).Effects);
            Assert.Empty(told.State.On(new Met(), ContactFacts.None, Now).Effects);
        }
        var again = old.On(new Consent(Hall.Lin, [Purpose.CheckIn]), ContactFacts.None, Now.AddDays(1)).State;
        Assert.True(again.Agrees(Purpose.CheckIn));
        Assert.Equal([1, Contact.TermsVersion], again.AllChoices.Select(c => c.Terms));
        Assert.Equal(Now.AddDays(1), again.AgreesSince(Purpose.CheckIn));
    }

    [Fact]
    public void Who_agreed_to_nothing_is_not_asked_again_by_a_new_card() =>
        Assert.Equal([new Show(Older.Welcome, Delivery.Refresh)], (Older with { Purposes = [] }).On(new TermsCame(), ContactFacts.None, Now).Effects);

    [Fact]
    public void What_was_pressed_on_a_card_with_older_sentences_is_not_taken_for_an_agreement_to_the_new_ones()
    {
        var met = Contact.Begin(Hall.Lin).On(new Met(), ContactFacts.None, Now).State;
        var pressed = met.On(new Consent(Hall.Lin, [Purpose.CheckIn], Terms: 1), ContactFacts.None, Now);
        Assert.Same(met, pressed.State);
        Assert.Equal(new See(met.Welcome), pressed.Reply);
    }

    [Fact]
    public void Taking_back_is_heard_from_any_card()
    {
        var chosen = Agreed(Purpose.CheckIn, Purpose.Escalation);
        Assert.False(chosen.On(new Consent(Hall.Lin, [Purpose.CheckIn], Terms: 0), ContactFacts.None, Now).State.Agrees(Purpose.Escalation));
        Assert.Empty(chosen.On(new Consent(Hall.Lin, [], Terms: 0), ContactFacts.None, Now).State.Purposes);
    }

    private static Contact Older => Agreed(Purpose.CheckIn, Purpose.Escalation) with { Terms = 1, GreetedFor = 1, Choices = null };

    private static Contact Agreed(params Purpose[] purposes) => Contact.Begin(Hall.Lin).On(new Consent(Hall.Lin, [.. purposes]), ContactFacts.None, Now).State;
}
