using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string Hello(PlainText name) => $"Hello {name}. I am CheckInBot";

    public override string WhatIDo =>
        "I am a program, not a person and not an alarm. I ask how your shift was; when you want someone, I ask them for you and tell you what came of it.";

    public override string WhoSeesWhat => "Who sees what";

    public override string RowPay => "Appraisal, pay";

    public override string RowPaySeen => "Never part of it.";

    public override string RowKept => "What is kept";

    public override string RowKeptWhat => "Your choices, answers, who was asked, leave until it is over. Notes are encrypted.";

    public override string PurposesLabel => "What may I do? None is fine too";

    public override string PurposeChoice(Purpose purpose) => purpose switch
    {
        Purpose.CheckIn => "Ask me at the end of a shift",
        Purpose.Escalation => "On a hard day, ask someone to look in on me",
        Purpose.TeamView => "Later: count my answers in team figures",
        _ => "Later: let a counsellor see what I share",
    };

    public override string ChoiceIsFree =>
        "Choosing nothing changes nothing for you. To see or change this, type \"my data\" at any time.";

    public override string KeepChoice => "Keep my choice";

    public override string NoneForNow => "None for now";

    public override string NoneAnyMore => "Turn all off";

    public override string YourChoice => "Your choice";

    public override string ChosenAt(Moment at) => $"Made {When(at)}; you can change it at any time.";

    public override string AsksAtShiftEnd => "✓ I ask you at the end of a shift.";

    public override string AsksNothing => "○ I do not ask at the end of a shift. When you feel like it, type \"check in\".";

    public override string PassesOn => "✓ On a hard day I ask someone to look in on you.";

    public override string PassesNothingOn => "○ Whatever you answer, I tell nobody.";

    public override string WelcomeSpoken => "Hello, I am CheckInBot, a program. Please choose what I may do; none is fine too.";

    public override string WelcomeSummary => "Hello, I am CheckInBot";

    public override string ThanksForSaying => "Thank you for saying so. You can reach a person now";

    public override string NobodyReadsThis => "I am a program; nobody reads this live.";

    public override string CrisisContact => "Crisis contact, can be asked to get in touch";

    public override string StayWithYou => "If someone you trust is near, ask them to stay.";

    public override string ContactReceives(PlainText contact, PlainText you) =>
        $"The button sends {contact} \"{WantsToTalk(you)}\" and, while you are on shift, your post. No leader is told. Your job is not affected.";

    public override string AskContact(PlainText contact) => $"Ask {contact} to contact me";

    public override string ContactAsked(Moment at) => $"● The crisis contact was asked {When(at)}";

    public override string ContactAskedLine =>
        "Another card says whether it is taken and who is next. You can call the numbers above while you wait.";

    public override string PersonSummary => "You can reach a person now";

    public override string CanDo => "What I can do for you";

    public override string CanDoInstead => "I did not understand. I can do this:";

    public override string StillAPerson(string emergency, string support) =>
        $"To talk to a person: call\u00a0{support}, or tap \"{PersonNow}\" at the bottom. Life in danger: call\u00a0{emergency}.";

    public override string MovedOn => "This has moved to another card.";

    public override string CanCheckIn => "Say how your day is; tap or type";

    public override string CanPerson => "Phone numbers at once, or someone to contact you";

    public override string CanMyData => "See your data and your choices";

    public override string CanLanguage => "Switch to Chinese (中文)";

    public override string WhichLanguage => "Which language should I speak?";

    public override string OlderCardsStay => "Tap one, or type its name. Older cards stay as they are until they have news.";

    public override string OwnName => "English";

    public override Language Other => Language.Chinese;

    public override string TypeOrTap => "Tap a button, or type these words.";

    public override string Word(Command command) => command switch
    {
        Command.CheckIn => "check in",
        Command.Person => "person",
        Command.MyData => "my data",
        Command.ExportData => "export my data",
        Command.ForgetMe => "delete my data",
        Command.Language => "language",
        Command.Sos => "sos",
        Command.Calm => "calm",
        Command.Breathe => "breathe",
        Command.Bind => "bind",
        Command.HotSpots => "hot spots",
        Command.Unreachable => "unreachable",
        Command.Status => "status",
        Command.Cover => "cover",
        Command.TenMinutes => "ten minutes",
        Command.Reinforce => "reinforce",
        Command.Report => "report",
        Command.Swap => "swap",
        Command.Week => "week",
        Command.NextWeek => "next week",
        Command.Leave => "on leave",
        Command.BackFromLeave => "back from leave",
        _ => "help",
    };

    public override string Button(Command command) => command switch
    {
        Command.CheckIn => "Check in",
        Command.Person => "Person",
        Command.MyData => "My data",
        Command.ExportData => "Export my data",
        Command.ForgetMe => "Delete my data",
        Command.Language => "Language",
        Command.Report => "Report",
        Command.Sos => "SOS",
        Command.Calm => "Calm",
        Command.Breathe => "Breathe",
        Command.Bind => "Bind",
        Command.HotSpots => "Hot spots",
        Command.Unreachable => "Unreachable",
        Command.Status => "Status",
        Command.Cover => "Cover",
        Command.TenMinutes => "Ten minutes",
        Command.Reinforce => "Call reinforcement",
        Command.Swap => "Swap",
        Command.Week => "Week",
        Command.NextWeek => "Next week",
        Command.Leave => "On leave",
        Command.BackFromLeave => "End my leave",
        _ => "Help",
    };

    public override string CallFirst => "Call first; it is the fastest";

    public override string IfInDanger => "**If you are in danger** Leave if you can, and call out to people near you.";

    public override string IfYouWantToTalk => $"**If you want to talk** Tap \"{PersonNow}\" below, to see whom I can ask to contact you.";

    public override string PerhapsNobodyCalled => "Something is wrong with me, and I do not know whether anyone was called. Do not wait for me.";

    public override string NotHere => "Many read here. Please write to me privately";

    public override string NotHereLine => "Open a chat with me and type \"help\". There it is only you and me.";

    public override string NotListed => "Hello, I do not know you yet";

    public override string NotListedLine =>
        "You are not on the roster. Please ask your administrator to add you. If you need someone now, call these numbers.";

    public override string NoLeaderIsTold(PlainText contact) =>
        $"The button tells {contact} your name, that you would like to talk now and, while you are on shift, your post. No leader is told. Your job is not affected.";
}
