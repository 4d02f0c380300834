using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>Help that is offered to the person alone, and taken with one press.</summary>
public sealed class OfferTests
{
    private static readonly Answer Hard = new() { Stress = 4, Mood = 3 };

    private static readonly int[] UsuallyCalm = [2, 3, 2, 2, 3, 2, 3, 2, 2, 3, 4];

    [Fact]
    public void After_three_hard_shifts_help_is_offered_and_nobody_is_told()
    {
        var evening = After([4, 4]).Sends(Hard);
        Assert.Equal((Offer.Run, Outlook.Nobody), (evening.State.Offer, evening.State.Went));
        Assert.Empty(evening.Told);
        Assert.Equal(new See(evening.State.Card), evening.Last.Reply);
    }

    [Fact]
    public void More_than_is_usual_in_two_of_three_shifts_is_offered_help() =>
        Assert.Equal(Offer.Baseline, After(UsuallyCalm).Sends(Hard).State.Offer);

    [Theory]
    [InlineData(3, null)]
    [InlineData(5, null)]
    [InlineData(4, Helper.Buddy)]
    public void There_is_no_offer_on_a_calmer_day_and_none_when_somebody_is_asked(int stress, Helper? help) =>
        Assert.Equal(Offer.None, After([4, 4]).Sends(new() { Stress = stress, Help = help }).State.Offer);

    [Fact]
    public void Without_agreement_it_is_offered_too_and_nothing_is_sent()
    {
        var evening = After([4, 4], agreed: false).Sends(Hard);
        Assert.Equal(Offer.Run, evening.State.Offer);
        Assert.Empty(evening.Hears(new OfferAccepted(Hall.Lin, Helper.Leader)).Told);
        Assert.Equal((Outlook.NotAgreed, Offer.None), (evening.State.Went, evening.State.Offer));
    }

    [Theory]
    [InlineData(Helper.Buddy, Route.Buddy)]
    [InlineData(Helper.Leader, Route.Leader)]
    [InlineData(Helper.Counsellor, Route.Counsellor)]
    public void Taking_it_asks_whom_the_person_chose(Helper helper, Route route)
    {
        var evening = After([4, 4]).Sends(Hard).Hears(new OfferAccepted(Hall.Lin, helper));
        Assert.Equal(route, Assert.IsType<Opened>(Assert.Single(evening.Told).Event).Route);
        Assert.Equal(Hard with { Help = helper }, evening.State.Answer);
        Assert.Equal(Offer.None, evening.State.Offer);
        Assert.Equal(new See(evening.State.Card), evening.Last.Reply);
    }

    [Fact]
    public void Pressed_twice_it_is_taken_once()
    {
        var evening = After([4, 4]).Sends(Hard).Hears(new OfferAccepted(Hall.Lin, Helper.Leader));
        var taken = evening.State;
        foreach (var helper in new[] { Helper.Leader, Helper.Buddy })
        {
            Assert.Same(taken, evening.Hears(new OfferAccepted(Hall.Lin, helper)).State);
            Assert.Equal(new See(taken.Card), evening.Last.Reply);
        }
        Assert.Single(evening.Told);
    }

    [Fact]
    public void Changing_the_answer_weighs_it_anew()
    {
        var evening = After([4, 4]).Sends(Hard).Edits(Hard with { Stress = 3 });
        Assert.Equal(Offer.None, evening.State.Offer);
        Assert.Equal(Offer.Run, evening.Edits(Hard).State.Offer);
        Assert.Equal(3, evening.Trend.Entries.Length);
    }

    [Fact]
    public void The_same_shift_counts_once_however_often_it_is_answered()
    {
        var evening = After([4]).Sends(Hard);
        for (var again = 0; again < 3; again++)
            evening.Edits(Hard with { Mood = again + 2 });
        Assert.Equal(Offer.None, evening.State.Offer);
    }

    [Fact]
    public void Once_somebody_looks_in_a_lowered_answer_offers_nothing_more() =>
        Assert.Equal(Offer.None, After([4, 4]).Sends(OneCheckIn.HardDay).Edits(Hard).State.Offer);

    [Fact]
    public void After_the_next_shift_began_it_is_too_late_and_it_says_so()
    {
        var evening = After([4, 4]).Sends(Hard);
        evening.Now = Hall.NextStart;
        Assert.Equal(new Say(new Notice.CheckInOver()), evening.Hears(new OfferAccepted(Hall.Lin, Helper.Leader)).Last.Reply);
        Assert.Equal(new Say(new Notice.CheckInOver()), evening.WhenDue().Hears(new OfferAccepted(Hall.Lin, Helper.Leader)).Last.Reply);
        Assert.Empty(evening.Told);
    }

    [Fact]
    public void Somebody_else_cannot_take_it()
    {
        var evening = After([4, 4]).Sends(Hard).Hears(new OfferAccepted(Hall.Wang, Helper.Leader));
        Assert.Equal(new Say(new Notice.NotYours()), evening.Last.Reply);
        Assert.Empty(evening.Told);
    }

    [Theory]
    [InlineData("领导", Helper.Leader)]
    [InlineData("leader", Helper.Leader)]
    [InlineData("help: buddy", Helper.Buddy)]
    [InlineData("帮忙 咨询师", Helper.Counsellor)]
    public void A_helper_s_name_alone_takes_it_by_typing(string words, Helper helper) =>
        Assert.Equal(new OfferAccepted(Hall.Lin, helper), TypedAnswers.ToOffer(Commands.Plain(words), Hall.Lin));

    [Theory]
    [InlineData("no")]
    [InlineData("先不用")]
    [InlineData("4")]
    [InlineData("stress 2, help leader")]
    [InlineData("the leader was here today")]
    public void Other_words_do_not(string words) => Assert.Null(TypedAnswers.ToOffer(Commands.Plain(words), Hall.Lin));

    private static OneCheckIn After(int[] stress, bool agreed = true) =>
        OneCheckIn.AtShiftEnd(OneCheckIn.Agreed with { Trend = Days.Of(stress), MayEscalate = agreed });
}
