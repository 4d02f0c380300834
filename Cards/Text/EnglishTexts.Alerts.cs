using CheckInBot.Dialogs.Alerts;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string Callee(Callee callee) => callee switch
    {
        Dialogs.Alerts.Callee.DutyLeader => "Duty leader",
        Dialogs.Alerts.Callee.Security => "Security",
        Dialogs.Alerts.Callee.Buddies => "Buddies",
        Dialogs.Alerts.Callee.HallLeader => "Hall leader",
        Dialogs.Alerts.Callee.Leaders => "Other leaders",
        _ => "Colleagues on duty",
    };

    public override string ConfirmHeading => "Call people to you now?";

    public override string ConfirmSpoken(string police) => $"Call people to you now? In danger call {police} first.";

    public override string WhereAreYou => "Where are you";

    public override string WillCall(string whom) => $"\"{CallThem}\" calls: {whom.ToLowerInvariant()}. They see your name and where you are.";

    public override string ViolenceFirst(string police) => $"A weapon, or someone hits: call **{police}** first. I am not an alarm system.";

    public override string LeaveIt => "Tapped by mistake? Leave it; nobody is called.";

    public override string CallThem => "Call them";

    public override string NobodyWasCalled => "○ Nobody was called";

    public override string NotConfirmed => $"You did not tap \"{CallThem}\", so nobody was told. One tap below still calls.";

    public override string AlertFollows => "There is news about a call for people. Please see the card.";

    public override string OpenSpoken(string police) => $"People are called to you. In danger call {police} yourself.";

    public override string CalledTo(PlainText post) => $"People are called to {post}";

    public override string CalledToYou => "People are called to you";

    public override string OnTheWay(PlainText name, string since) => $"● {name} is going · {since}";

    public override string GoingSince(string since) => $"● on the way {since}";

    public override string CalledOf(PlainText? name, int reached, int outOfReach)
    {
        var called = reached == 0 ? null : name is { } one ? $"○ called {one}" : $"○ called {reached}";
        var not = outOfReach == 0 ? null : $"{outOfReach} cannot be reached";
        return string.Join(", ", new[] { called, not }.OfType<string>());
    }

    public override string NobodyAnswers(bool reached) => reached ? "▲ All are called; nobody has answered yet" : "▲ There is nobody I can reach now";

    public override string DoNotWait(string police) => $"Do not wait for me. Leave if you can, shout for people near you, call **{police}**.";

    public override string StepBack => "**Step back, do not argue.** Leave if you can; keep something between you.";

    public override string NoAlarmSystem(string police) => $"I am not an alarm system. In danger, call **{police}** yourself.";

    public override string HelpIsCalled => "People are called.";

    public override string NobodyInReach => "There is nobody I can reach now.";

    public override string AskedPrivately => "I asked in our own chat; one tap there calls people.";

    public override string SeenByCalled => "They see only your name and where you are.";

    public override string ThenOthers(TimeSpan wait, bool more) => more ? $"No answer in {Seconds(wait)}: I call others." : $"No answer in {Seconds(wait)}: I tell you.";

    public override string AreYouSafe => "Are you safe now? If so, tap it, and everyone knows.";

    public override string IAmSafe => "I am safe";

    public override string ItWasAMistake => "A mistake, cancel";

    public override string CallAgain => "Call again";

    public override string YouAreSafe(Moment at) => $"✓ You are safe · {Time(at)}";

    public override string SafeSays(PlainText name, Moment at) => $"✓ {name} says it is safe · {Time(at)}";

    public override string CalledAreTold => "Those who were called know that they need not come.";

    public override string IfNotSafe => "If you still need people, type \"sos!\" again.";

    public override string TakenBack(Moment at) => $"✓ Cancelled · {Time(at)}";

    public override string CalledAreToldOfMistake => "Those who were called know that it was a mistake. No harm done.";

    public override string LapsedAlert(Moment at) => $"○ This call has ended · {Time(at)}";

    public override string LapsedAlertLine(bool told) =>
        $"A long time passed and nobody said it was safe. {(told ? "The administrator hears that there was such a call, not that it was yours." : "Nobody else is told of it.")}";

    public override string NeededSpoken(PlainText? post, string police) =>
        $"Someone is needed {(post is { } where ? $"at {where} " : "")}now. Look at once. A weapon, or someone hits: call {police}.";

    public override string BandNeeded => "▲ Someone is needed now";

    public override string NoPost(PlainText name) => $"{name} · place not known, go and look";

    public override string GoThere => "① Go there, stand beside your colleague";

    public override string PutSpaceBetween => "② Put space between them, keep your voice low";

    public override string Violence(string police) => $"A weapon, or someone hits: call **{police}**";

    public override string CalledNext(TimeSpan wait, bool more) => more ? $"No answer in {Seconds(wait)}: I call others." : "Everyone I can call is called.";

    public override string DoesNotCall(string police) => $"I am not an alarm system; I do not call {police} for you.";

    public override string IAmGoing => "I am going";

    public override string IAmGoingToo => "I am going too";

    public override string GoIfClose => "If you are close, go too; others look after their windows.";

    public override string YouGo(string since) => $"● You are going · {since}";

    public override string OthersGo(string names) => $"Going too: {names}.";

    public override string ItIsSafe => "It is safe";

    public override string IsItSafe => "Is it safe there? If so, tap it, and everyone knows.";

    public override string BandSafe(Moment at) => $"✓ Safe · {Time(at)}";

    public override string NoNeedToGo(PlainText who) => $"{who} says it is safe. You need not go. Thank you.";

    public override string BandMistake(Moment at) => $"✓ It was a mistake · {Time(at)}";

    public override string WasAMistake(PlainText who) => $"{who} tapped by mistake. You need not go. Thank you.";

    public override string NoLongerCalled => "○ You need not go this time. Thank you.";

    public override string BandLapsed(Moment at) => $"○ Ended · {Time(at)}";

    public override string NobodyClosed(PlainText who) => $"A long time passed and nobody said it was safe. When you meet {who}, ask.";

    public override string UnclosedSpoken => "A call for people was never closed. Please see the card.";

    public override string BandUnclosed => "○ A call for people was never closed";

    public override string UnclosedLine(Moment from, Moment until, int going) =>
        $"People were called {When(from)}; by {Time(until)} nobody had said it was safe. {(going == 0 ? "Nobody had answered." : going == 1 ? "One person went." : $"{going} people went.")}";

    public override string AskTheLeader => "Please ask the duty leader whether everyone is well, and why nobody tapped the card.";

    public override string NotWhoNorWhere => "Who called, and where, is not on this card.";

    public override string CardBelow => "It is on the new card below.";

    public override string CanSos => "Call people to you at once; 10 s to take it back";

    public override string CanCalm => "How to calm an upset visitor";

    public override string CanBreathe => "Breathe for a minute";

    private static string Seconds(TimeSpan span) => span.TotalSeconds < 120 ? $"{span.TotalSeconds:0} seconds" : $"{span.TotalMinutes:0} minutes";
}
