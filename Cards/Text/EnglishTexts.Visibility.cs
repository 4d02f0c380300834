using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string Word(Fact fact) => fact switch
    {
        Fact.Scores => "stress, mood",
        Fact.Reasons => "reasons",
        Fact.Break => "break",
        Fact.UnsharedNote => "unshared notes",
        Fact.Unanswered => "unanswered check-ins",
        Fact.Choices => "choices",
        Fact.WantsContact => "the request",
        Fact.Post => "post",
        Fact.ShiftTimes => "shift",
        Fact.Hostile => "hostile visitors",
        Fact.Hours => "hours",
        Fact.ChangedAfterwards => "if answers changed",
        Fact.SharedNote => "a note",
        Fact.HadIncident => "if something was reported",
        Fact.IncidentDraft => "unsent reports and accounts",
        Fact.IncidentReport => "the report",
        Fact.SignedAccount => "signed accounts",
        Fact.HowAreYou => "how you are afterwards",
        Fact.Duties => "when and where you work, and your swaps",
        Fact.LeaveDays => "the days of your leave",
        Fact.NotThere => "that you are not there",
        Fact.SilentRoles => "case number and roles",
        Fact.CalledForPeople => "that you call",
        Fact.UnclosedCall => "times of a call that nobody closed",
        Fact.PostCover => "that you ask for cover, who stands in",
        Fact.DutyHours => "hours and rest when you swap",
        Fact.OutOfReach => "that my messages do not reach you, why, since when",
        _ => "the outcome",
    };

    public override string Name(Fact fact) => fact switch
    {
        Fact.Scores => "Stress and mood",
        Fact.Reasons => "Reasons",
        Fact.Break => "Whether there was a break",
        Fact.UnsharedNote => "A note that was not shared",
        Fact.Unanswered => "That a check-in was not answered",
        Fact.Choices => "What was agreed to, and the language",
        Fact.WantsContact => "That the person wants someone",
        Fact.Post => "Post",
        Fact.ShiftTimes => "Start and end of the shift",
        Fact.Hostile => "How many hostile visitors",
        Fact.Hours => "Hours this week, days in a row",
        Fact.ChangedAfterwards => "That answers were changed afterwards",
        Fact.SharedNote => "A note that was shared",
        Fact.WhoHasIt => "Who has it, or had it",
        Fact.WhatWasDone => "What was done",
        Fact.OwnersLine => "The line to the person",
        Fact.WhetherItHelped => "Whether it helped",
        Fact.HadIncident => "That an incident was reported of the shift",
        Fact.IncidentDraft => "A report not sent, an account not signed",
        Fact.IncidentReport => "A report that was sent",
        Fact.SignedAccount => "A signed account",
        Fact.Duties => "Day, hours and post of each duty, and swaps",
        Fact.HowAreYou => "Answers to \"are you all right now?\"",
        Fact.LeaveDays => "First and last day of leave, as the person told it",
        Fact.NotThere => "That the person is not there on a day",
        Fact.EarlierRounds => "Earlier rounds on the same way",
        Fact.CalledForPeople => "That the person calls for people",
        Fact.WhoGoes => "Who goes, whether it was a mistake, whether it is safe",
        Fact.UnclosedCall => "Number, times and how many went, of a call that nobody closed",
        Fact.PostCover => "That the person asks for cover, and who stands in until when",
        Fact.DutyHours => "Hours and rest of the two who swap, as far as a rule of duty says something",
        Fact.OutOfReach => "That the bot's messages do not reach the person, why and since when",
        _ => "Case number and roles that did not answer",
    };

    public override string Name(Viewer viewer) => viewer switch
    {
        Viewer.Person => "Only you",
        Viewer.Leader => "Duty leader",
        Viewer.HallLeader => "Hall leader",
        Viewer.Counsellor => "Counsellor",
        Viewer.Buddy => "Buddy",
        Viewer.CrisisContact => "Crisis contact",
        Viewer.FormerlyAsked => "Was asked, and it is not theirs now",
        Viewer.FormerOwner => "Had it when it was closed",
        Viewer.MovedOn => "Was asked before the person chose someone else",
        Viewer.Administrator => "Administrator",
        Viewer.Swapping => "Who swaps a duty or decides on it, and the team's channel",
        Viewer.Reviewer => "Who reviews a report",
        Viewer.Team => "Your team, its leaders, its channel",
        Viewer.Security => "Security",
        Viewer.Colleague => "Colleague on duty",
        _ => "Clerk",
    };

    public override string Name(Ground ground) => ground switch
    {
        Ground.Own => "it is their own",
        Ground.Agreed => "the person agreed that someone is asked to look in",
        Ground.Reported => "the person reported it, or signed it",
        Ground.Roster => "it is on the team's roster",
        Ground.Swap => "a duty on that day is to be swapped with them",
        Ground.Shared => "the person shared this one thing",
        Ground.PersonNow => "the person asked for it: \"I need a person now\"",
        Ground.Sos => "the person called for people (SOS), and they were called",
        Ground.Duty => "duty needs it; it is part of no agreement",
        _ => "to keep the bot running",
    };

    public override string WhoLooksIn => "Who looks in";

    public override string SeenOn(Ground ground, string list) => ground switch
    {
        Ground.Own => Sentence(list),
        Ground.Agreed => $"If you agree: {list}.",
        Ground.Reported => $"What you send or sign: {list}. Sexual kinds: one named handler.",
        Ground.Roster => $"From the roster: {list}. Never why you are off.",
        Ground.Swap => $"Of the day of the duty: {list}. Not until when, not why.",
        Ground.Shared => $"If you share it: {list}.",
        Ground.Sos => $"If you send \"sos\": {list}.",
        Ground.Duty => $"Duty needs it: {list}.",
        _ => $"When nobody answers or it is stuck: {list}. Not who, not why.",
    };

    public override string WhomYouCall => "Whom you call";

    public override string SeesNothing => "Nothing of this.";

    public override string SeenOnPersonNow(PlainText? contact, string list) => contact is { } who
        ? $"Tap \"I need a person now\": numbers first. If you wish, {who} sees: {list}. No leader is told."
        : "Tap \"I need a person now\": numbers at once. No leader is told.";

    public override string Listed(IEnumerable<string> items) => string.Join(", ", items);

    private static string Sentence(string list) => $"{char.ToUpperInvariant(list[0])}{list[1..]}.";
}
