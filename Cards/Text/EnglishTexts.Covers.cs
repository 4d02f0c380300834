namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string CanCover => "Someone at your post for a few minutes";

    public override string NoShiftNow => "You are not on shift now, so there is no post to cover. Ask me again when you are.";

    public override string OnePostAtATime => "You have a post in hand already, or asked for a cover yourself. One at a time is enough.";

    public override string NoReinforcementFromHere => "Reinforcement is called by leaders and by whoever is on shift. You are not on shift now.";

    public override string CoverSummary => "There is news about a cover. Please see the card.";

    public override string HowLongAway => "How long do you need someone at your post?";

    public override string NoReasonNeeded => "No reason needed. Your B-role is asked first, then free colleagues.";

    public override string MinutesOf(int minutes) => $"{minutes} min";

    public override string NeverMind => "Never mind";

    public override string NobodyWasAsked => "○ Nobody was asked";

    public override string StillAsks => "If you still need someone, one tap asks.";

    public override string LookingFor(int minutes) => $"○ Looking for someone for {minutes} minutes";

    public override string AskedFirst => "Asked";

    public override string ThenColleagues(Moment until) => $"If nobody has taken it by {Time(until)}, other free colleagues are asked.";

    public override string ThenYouAreTold(Moment until) => $"If nobody has taken it by {Time(until)}, I tell you and the duty leader.";

    public override string NobodyCan => "▲ Nobody can right now";

    public override string NobodyYet => "▲ Nobody has taken it yet";

    public override string LeaderKnows(string? leaders, Moment until) =>
        $"{(leaders is null ? "No duty leader is on shift now." : $"{leaders} (duty leader) can see it.")} Whoever becomes free can still take it, until {Time(until)}.";

    public override string StandsIn(PlainText name, Moment until) => $"● {name} stands in until {Time(until)}";

    public override string GoInPeace => "Off you go. Tap when you are back.";

    public override string IAmBack => "I am back";

    public override string MoreMinutes(int minutes) => $"{minutes} more min";

    public override string MoreWasHad => "The extra time is added.";

    public override string YoursAgain => "● Time is up; your post is yours again";

    public override string ReadyToGo(PlainText name) => $"{name} is ready to go back. One tap says that you are there.";

    public override string OverTime => "▲ 5 minutes over, and not given back yet";

    public override string GivenBackToYou(Moment at) => $"● Your post is yours again · {Time(at)}";

    public override string IsTold(PlainText name) => $"{name} is told.";

    public override string HadToGo(PlainText name) => $"{name} had to go back. Please return to your post soon.";

    public override string EndedByItself => "Its time was over long ago, so I take it as given back.";

    public override string NotNeeded => "○ No cover is needed any more";

    public override string AskedAreTold => "Whoever was asked is told.";

    public override string NobodyStoodIn => "○ Nobody took it";

    public override string SorryNobody => "I am sorry, nobody could. Ask again, or speak to your duty leader.";

    public override string AskForCoverAgain => "Ask again for cover";

    public override string AsksForCover(PlainText name, int minutes) => $"{name} asks you to stand in for {minutes} minutes";

    public override string AtPost(PlainText post) => $"At {post}.";

    public override string FineIfNot => "It is fine if you cannot; others are asked.";

    public override string IStandIn => "I stand in";

    public override string ICannotNow => "I cannot now";

    public override string YouCannot => "○ You said you cannot";

    public override string ICanAfterAll => "I can after all";

    public override string NobodyFound(PlainText name) => $"Nobody has been found for {name} yet.";

    public override string YouCoverAnother => "○ You stand in at another post already";

    public override string OthersAreAsked(PlainText name) => $"Others are asked for {name}.";

    public override string YouStandIn(PlainText name, Moment until) => $"● You stand in for {name} until {Time(until)}";

    public override string UntilBack(PlainText name) => $"Until {name} is back. If you must go, give it back at any time.";

    public override string GaveBack => "Give it back";

    public override string OtherStandsIn(PlainText name) => $"○ {name} stands in";

    public override string NoNeedThanks => "You need not go. Thank you.";

    public override string TimeUpForYou => "● Time is up; you can give it back";

    public override string IsReminded(PlainText name) => $"{name} is reminded too.";

    public override string GivenBack(Moment at) => $"● Given back · {Time(at)}";

    public override string ThanksForThis => "Thank you for standing in.";

    public override string SeenStandsIn(PlainText by, PlainText name, Moment until) => $"● {by} stands in for {name} until {Time(until)}";

    public override string SeenNobody(PlainText name, int minutes) => $"▲ {name} needs someone for {minutes} minutes, and nobody has taken it";

    public override string SeenAsked(int people) => $"Colleagues asked: {people}.";

    public override string SeenLooking(PlainText name) => $"○ Looking for someone else for {name}";

    public override string SeenTimeUp(PlainText name) => $"● Time is up for the cover of {name}";

    public override string KeepsItself => "You need not do anything; this card keeps itself up to date.";
}
