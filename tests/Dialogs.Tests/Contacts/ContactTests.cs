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
        var met = Contact.Begin(Hall.Lin).On(new Met(), Now);
        Assert.Equal([new Show(met.State.Welcome, Delivery.Notice)], met.Effects);
        Assert.Empty(met.State.On(new Met(), Now).Effects);
    }

    [Fact]
    public void Installed_in_another_conversation_the_card_comes_there_with_what_was_chosen()
    {
        var chosen = Agreed(Purpose.CheckIn);
        var elsewhere = chosen.On(new Met(Elsewhere: true), Now);
        Assert.Equal([new Show(chosen.Welcome, Delivery.Notice)], elsewhere.Effects);
        Assert.Equal(chosen, elsewhere.State);
    }

    [Fact]
    public void Nothing_is_agreed_to_in_advance() =>
        Assert.All(Enum.GetValues<Purpose>(), p => Assert.False(Contact.Begin(Hall.Lin).On(new Met(), Now).State.Agrees(p)));

    [Fact]
    public void Each_purpose_is_agreed_to_by_itself()
    {
        var chosen = Agreed(Purpose.CheckIn);
        Assert.True(chosen.Agrees(Purpose.CheckIn));
        Assert.False(chosen.Agrees(Purpose.Escalation));
        Assert.Equal(Now, chosen.ChosenAt);
    }

    [Fact]
    public void None_for_now_is_a_choice() => Assert.Equal(Now, Contact.Begin(Hall.Lin).On(new Consent(Hall.Lin, []), Now).State.ChosenAt);

    [Fact]
    public void The_same_choice_twice_is_one_record()
    {
        var chosen = Agreed(Purpose.CheckIn, Purpose.TeamView);
        var again = chosen.On(new Consent(Hall.Lin, [Purpose.TeamView, Purpose.CheckIn]), Now.AddDays(1));
        Assert.Same(chosen, again.State);
        Assert.Equal(new See(chosen.Welcome), again.Reply);
    }

    [Fact]
    public void The_same_choice_under_new_terms_is_kept_anew()
    {
        var old = Agreed(Purpose.CheckIn) with { Terms = Contact.TermsVersion - 1 };
        Assert.Equal(Contact.TermsVersion, old.On(new Consent(Hall.Lin, [Purpose.CheckIn]), Now.AddDays(1)).State.Terms);
    }

    [Fact]
    public void Withdrawal_works_at_once()
    {
        var withdrawn = Agreed(Purpose.CheckIn, Purpose.Escalation).On(new Consent(Hall.Lin, []), Now);
        Assert.Empty(withdrawn.State.Purposes);
        Assert.Equal([new Show(withdrawn.State.Welcome, Delivery.Refresh)], withdrawn.Effects);
    }

    [Fact]
    public void A_language_is_chosen_and_every_press_is_answered()
    {
        var english = Contact.Begin(Hall.Lin).On(new SwitchLanguage(Hall.Lin, Language.English), Now);
        Assert.Equal(Language.English, english.State.Language);
        Assert.NotNull(english.Reply);
        Assert.NotNull(english.State.On(new SwitchLanguage(Hall.Lin, Language.English), Now).Reply);
        Assert.NotNull(english.State.On(new ShowMyData(Hall.Lin), Now).Reply);
    }

    [Fact]
    public void A_foreign_press_changes_nothing_and_tells_nothing()
    {
        var chosen = Agreed(Purpose.CheckIn);
        foreach (var e in new FlowEvent[] { new Consent(Hall.Wang, []), new ShowMyData(Hall.Wang), new SwitchLanguage(Hall.Wang, Language.English) })
        {
            var step = chosen.On(e, Now);
            Assert.Same(chosen, step.State);
            Assert.Empty(step.Effects);
            Assert.Equal(new Say(new Notice.NotYours()), step.Reply);
        }
    }

    private static Contact Agreed(params Purpose[] purposes) => Contact.Begin(Hall.Lin).On(new Consent(Hall.Lin, [.. purposes]), Now).State;
}
