using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string LetterTitle(string name, string at) => $"Everything that is kept about {name}, {at}";

    public override string LetterMeans => "This is yours. It holds all that I keep about you, and nothing of anybody else: colleagues stand here by their role, and what they wrote is left out.";

    public override string LetterRoster => "On the roster";

    public override string LetterShifts => "Your duties";

    public override string LetterLeave => "Leave";

    public override string LetterAgreed => "What you agreed to";

    public override string LetterCheckIns => "Check-ins";

    public override string LetterTrend => "Your own trend";

    public override string LetterCases => "Somebody was asked to look in on you";

    public override string LetterCalls => "You called for people (SOS)";

    public override string LetterCovers => "Cover of your post";

    public override string LetterSwaps => "Swaps";

    public override string LetterReports => "Reports you began or sent";

    public override string LetterAccounts => "Your own accounts";

    public override string LetterElsewhere => "Where others' records name you";

    public override string LetterReach => "How I reach you";

    public override string LetterNothing => "Nothing.";

    public override string YouWrote => "You wrote";

    public override string NotYourWords => "(somebody else's words)";

    public override string WordsGone => "(these words cannot be opened any more)";

    public override string LetterYou => "you";

    public override string SomebodyElse => "somebody else";

    public override string LetterPlace(string id, string mail, string account, string team, string post) => $"Id {id}, e-mail {mail}, account {account}, team {team}, post {post}";

    public override string LetterRoles(string roles, string skills, bool hasB, bool hasBuddies) =>
        $"Roles: {roles}. Skills: {(skills.Length == 0 ? "none" : skills)}.{(hasB ? " Somebody has the B-role for you." : "")}{(hasBuddies ? " You have a buddy group." : "")}";

    public override string LetterLeaveSpan(string from, string to, bool away) => $"{from} to {to}, {(away ? "as you told me" : "on the roster")}";

    public override string LetterChoice(string at, string purposes) => $"{at}: {(purposes.Length == 0 ? "nothing" : purposes)}";

    public override string LetterCheckIn(string at, CheckInPhase phase) => $"{at}: " + phase switch
    {
        CheckInPhase.Asked => "asked",
        CheckInPhase.Postponed => "put off",
        CheckInPhase.Answered => "answered",
        CheckInPhase.Skipped => "skipped",
        CheckInPhase.Lapsed => "over without an answer",
        CheckInPhase.NotAsked => "not asked",
        CheckInPhase.Dropped => "not asked, it was too late",
        _ => "ended at your wish",
    };

    public override string LetterAnswer(string answers) => $"Answers: {answers}";

    public override string LetterStress(int value) => $"stress {value} of 5";

    public override string LetterMood(int value) => $"mood {value} of 5";

    public override string LetterBreak(bool had) => had ? "a break" : "no break";

    public override string LetterCase(string number, string at, CasePhase phase, string? owner, bool? helped) =>
        $"{number}, since {at}: " + phase switch
        {
            CasePhase.Asking => "somebody is asked",
            CasePhase.Taken => $"{owner} has it",
            CasePhase.Resolved or CasePhase.Visiting => $"{owner} said that it is done",
            CasePhase.Closed => $"closed{(owner is null ? "" : $", {owner} had it")}",
            CasePhase.Unanswered => "nobody answered",
            _ => "ended at your wish",
        } + (helped is { } did ? did ? "; you said that it helped" : "; you said not yet" : "");

    public override string LetterAsked(int times) => $"\"I need a person now\": {Count(times)}";

    public override string LetterCall(string number, string at, string post, AlertPhase phase, int called) => $"{number}, {at}, {post}: {called} called, " + phase switch
    {
        AlertPhase.Confirming or AlertPhase.Unconfirmed => "not confirmed",
        AlertPhase.Calling => "calling",
        AlertPhase.Answered => "somebody goes",
        AlertPhase.Safe => "over, safe",
        AlertPhase.Mistaken => "a mistake",
        _ => "over, nobody closed it",
    };

    public override string LetterCover(string at, string post, CoverPhase phase) => $"{at}, {post}: " + phase switch
    {
        CoverPhase.Covered or CoverPhase.TimeUp => "somebody stands in",
        CoverPhase.Back => "given back",
        CoverPhase.Cancelled => "taken back",
        CoverPhase.Lapsed or CoverPhase.Unanswered => "nobody could",
        _ => "asked",
    };

    public override string LetterStandIn => "Where you stand in for somebody, or did last, is kept.";

    public override string LetterSwap(string at, bool asked, SwapPhase phase) => $"{at}, {(asked ? "you asked" : "you were asked")}: " + phase switch
    {
        SwapPhase.Asked => "waits for a colleague",
        SwapPhase.Waiting or SwapPhase.Changing => "waits for a leader",
        SwapPhase.Done or SwapPhase.Reverting => "swapped",
        SwapPhase.Undone => "taken back by a leader",
        SwapPhase.Declined => "declined",
        SwapPhase.Refused => "not approved",
        SwapPhase.Cancelled => "taken back",
        _ => "over",
    };

    public override string LetterReport(string? number, string at, IncidentPhase phase) => phase switch
    {
        IncidentPhase.Draft => $"{at}: not sent",
        IncidentPhase.Discarded => $"{at}: thrown away",
        _ => $"{number}, {at}: sent",
    };

    public override string LetterFile(string kind, long bytes, string at) => $"File: {kind}, {bytes} bytes, {at}.";

    public override string LetterFileIs(FileCopy how) => how switch
    {
        FileCopy.Inside => "It is in the other file.",
        FileCopy.Apart => "It is too large for the other file. It is offered in our chat as a file of its own; \"export my data\" offers it again.",
        FileCopy.NotHere => "I cannot send files in your organisation's Teams. Ask your administrator about it.",
        _ => "It cannot be opened any more.",
    };

    public override string LetterAccount(string number, string at, StatementPhase phase) => $"{number}, {at}: " + phase switch
    {
        StatementPhase.Frozen => "signed",
        StatementPhase.Declined => "declined",
        StatementPhase.NotNeeded => "not needed",
        _ => "not signed",
    };

    public override string LetterHowAreYou(int day, HowAreYou answer) => $"Day {day}, how you are: " + (answer == HowAreYou.AllRight ? "all right" : "not all right");

    public override string LetterPart(string kind, string number) => number.Length == 0 ? kind : $"{kind} {number}";

    public override string KindOf(string record) => record switch
    {
        "case" => "A case",
        "review" => "A review of a report",
        "sos" => "A call for people",
        "cover" => "A cover",
        "reinforce" => "A call for reinforcement",
        "incident" => "A report",
        "statement" => "An account",
        "swap" => "A swap",
        "channel" => "The team's channel",
        _ => "A record",
    };

    public override string LetterConversation(bool alone) => alone ? "The address of our chat is kept." : "The address of our chat is kept: it stands in the other file.";

    public override string LetterOutOfReach(string since) => $"My messages do not reach you since {since}.";

    public override string LetterMore => "The other file (JSON) has every detail of the same, for a program or an advisor.";
}
