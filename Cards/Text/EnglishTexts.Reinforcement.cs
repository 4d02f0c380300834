namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string CanReinforce => "Too many waiting: call the back office";

    public override string ReinforcementSummary => "There is news about reinforcement. Please see the card.";

    public override string ReinforcementCalled(Moment at) => $"○ Reinforcement was called · {Time(at)}";

    public override string TheyCome(string names) => $"● Coming: {names}";

    public override string NobodyComesYet => "▲ Nobody has said that they come";

    public override string NobodyToCall => "▲ There is nobody in the back office to call now";

    public override string PhoneIsFaster => "A phone call, or going there, is faster now.";

    public override string ComesSince(Moment at) => $"● coming {Time(at)}";

    public override string WentBack(Moment at) => $"○ went back {Time(at)}";

    public override string CalledNotYet => "○ no answer yet";

    public override string NotReached => "○ cannot be reached";

    public override string EnoughNow => "That is enough";

    public override string EndsAt(Moment at) => $"Ends {When(at)} if nobody ends it before.";

    public override string ReinforcementOver(Moment at) => $"○ Reinforcement is over · {Time(at)}";

    public override string EndedByName(PlainText name) => $"{name} said that it is enough. Thanks to all who came.";

    public override string TimeIsOver => "Its time is over. If you still need people, call again.";

    public override string NeededInFront(PlainText name, PlainText team) => $"{name} asks for your help at {team}";

    public override string ComeIfYouCan => "They have more people waiting than they can serve. Come if you can; several may.";

    public override string IAmComing => "I am coming";

    public override string YouCome(Moment at) => $"● You are coming · {Time(at)}";

    public override string IGoBack => "I am going back";

    public override string YouWentBack(Moment at) => $"○ You went back · {Time(at)}";

    public override string ThankYouForComing => "Thank you for helping.";
}
