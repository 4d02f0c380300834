using System.Collections.Immutable;

namespace CheckInBot.Dialogs.People;

/// <summary>What the bot knows of a person. Each says where it is stored and on which cards it is drawn.</summary>
public enum Fact
{
    /// <summary>Stress 1-5 and mood 5-1. Stored in <c>Answer</c> of a check-in and in the person's <c>Trend</c>; drawn on the check-in card.</summary>
    Scores,

    /// <summary>The stressor tags. Stored in <c>Answer</c>; drawn on the check-in card.</summary>
    Reasons,

    /// <summary>Whether there was a break. Stored in <c>Answer</c>; drawn on the check-in card.</summary>
    Break,

    /// <summary>A note that was not shared. Stored sealed in <c>Answer</c>; drawn in the input of the check-in card.</summary>
    UnsharedNote,

    /// <summary>That a check-in was skipped, lapsed or not asked. Stored as the phase of a check-in; drawn on the check-in card.</summary>
    Unanswered,

    /// <summary>What was agreed to, and the language. Stored in <c>Contact</c>; drawn on the first card and on "my data".</summary>
    Choices,

    /// <summary>That the person wants somebody: a hard day, a chosen helper, or "person now". Stored as a case; the headline of its cards.</summary>
    WantsContact,

    /// <summary>The post. Stored in the case's <c>Context</c>; drawn under the headline.</summary>
    Post,

    /// <summary>Start and end of the shift. Stored in the case's <c>Context</c>; drawn under the headline.</summary>
    ShiftTimes,

    /// <summary>How many hostile contacts. Stored in <c>Answer</c> and in the case's <c>Context</c>; drawn under the headline.</summary>
    Hostile,

    /// <summary>Hours this week and days in a row, from the roster. Stored in the case's <c>Context</c>; drawn under the headline.</summary>
    Hours,

    /// <summary>That the answers were changed afterwards. Stored as the case's <c>Lowered</c>; drawn under the headline.</summary>
    ChangedAfterwards,

    /// <summary>A note that was shared. Stored sealed in the case's <c>Note</c>; drawn under the headline.</summary>
    SharedNote,

    /// <summary>Who has the case, or had it. Stored as the case's <c>Owner</c>; drawn in the band across the card.</summary>
    WhoHasIt,

    /// <summary>What was done. Stored as the case's <c>Done</c>; drawn on the owner's and the person's card.</summary>
    WhatWasDone,

    /// <summary>The owner's line to the person. Stored sealed in the case's <c>DoneNote</c>; drawn beside what was done.</summary>
    OwnersLine,

    /// <summary>Whether it helped. Stored as the case's <c>Helped</c>; drawn on the owner's and the person's card.</summary>
    WhetherItHelped,

    /// <summary>Earlier rounds on the same route. Stored in the case's <c>History</c>; drawn under the headline.</summary>
    EarlierRounds,

    /// <summary>Number of a case that nobody took or that is stuck, and the roles that did not answer; neither who asked nor why. Read from the case; on the administrator's card.</summary>
    SilentRoles,

    /// <summary>That the person called for people (SOS). Stored as an alert; the headline of its cards, with the post and the time.</summary>
    CalledForPeople,

    /// <summary>Who goes to them, whether it was a mistake, and whether it is safe. Stored in the alert; drawn in the band across its cards.</summary>
    WhoGoes,

    /// <summary>Number, times and how many went, of an alert that nobody closed; neither who called nor where. Read from the alert; on the administrator's card.</summary>
    UnclosedCall,

    /// <summary>That an incident was reported of the shift; never of a restricted kind. Stored in the case's <c>Context</c>; drawn under the headline.</summary>
    HadIncident,

    /// <summary>A report that was not sent, and an account that was not signed. Stored in <c>Incident</c> and <c>Statement</c>, words sealed; drawn on their writer's cards.</summary>
    IncidentDraft,

    /// <summary>A report that was sent. Stored in <c>Incident</c>, words sealed; drawn on the reporter's card and in the review.</summary>
    IncidentReport,

    /// <summary>An account that was signed. Stored sealed in <c>Statement</c>; drawn on its writer's card and in the review.</summary>
    SignedAccount,

    /// <summary>The answers to "how are you now?". Stored in <c>Statement</c>; drawn on the person's card.</summary>
    HowAreYou,

    /// <summary>Day, hours and post of each shift, and the swaps that wait or are done; never leave, nor why somebody has no shift. Read from the roster; drawn as the team's week and on the cards of a swap.</summary>
    Duties,
    /// <summary>The first and last day of leave that the person told. Stored in <c>OwnLeave</c> until it is over; drawn on its card and on "my data".</summary>
    LeaveDays,

    /// <summary>That the person is not there on a day, whether from the roster or from what they told; neither until when nor why. Read from both; among the reasons why a swap cannot be.</summary>
    NotThere,

    /// <summary>That the person asked for somebody at their post, and who stands in until when. Stored in <c>Cover</c>; drawn on its cards.</summary>
    PostCover,

    /// <summary>How long the person works and rests, as far as a rule of duty says something about a swap. Read from the roster; drawn on a leader's card of the swap.</summary>
    DutyHours,

    /// <summary>That the bot's messages do not reach the person, why and since when; nothing of any conversation. Stored in the table <c>Unreachable</c> until they are reached; drawn on the administrator's list.</summary>
    OutOfReach,
}

/// <summary>Who looks at a card.</summary>
public enum Viewer
{
    /// <summary>The person whom it is about.</summary>
    Person,

    /// <summary>Asked as duty leader, or has the case in that role; the same holds for the next four.</summary>
    Leader,
    HallLeader,
    Counsellor,
    Buddy,
    CrisisContact,

    /// <summary>Was asked in this round, and it is not theirs now.</summary>
    FormerlyAsked,

    /// <summary>Had the case when it was closed.</summary>
    FormerOwner,

    /// <summary>Was asked before the person chose somebody else.</summary>
    MovedOn,

    Administrator,
    Security,

    /// <summary>On duty in the same team.</summary>
    Colleague,
    Clerk,

    /// <summary>Looks for who could take a duty, is asked to take one, or decides on a swap.</summary>
    Swapping,

    /// <summary>Reviews an incident; of a restricted one it is the named handler and nobody else.</summary>
    Reviewer,

    /// <summary>Of the same team, whoever leads it or its hall, and whoever reads in the team's channel.</summary>
    Team,
}

/// <summary>Why somebody may see something.</summary>
public enum Ground
{
    /// <summary>It is the person's own.</summary>
    Own,

    /// <summary>The person agreed to the purpose <c>Escalation</c>, and the case concerns the viewer.</summary>
    Agreed,

    /// <summary>The person shared this one thing.</summary>
    Shared,

    /// <summary>The person asked for it by pressing "I need a person now".</summary>
    PersonNow,

    /// <summary>The person called for people (SOS), and the viewer was called.</summary>
    Sos,

    /// <summary>The bot has to be kept running.</summary>
    Running,

    /// <summary>The person sent a report, or signed an account.</summary>
    Reported,

    /// <summary>It is on the team's roster, which hangs on the wall.</summary>
    Roster,

    /// <summary>A duty on that day is to be swapped with them.</summary>
    Swap,

    /// <summary>Duty needs it. Like <see cref="Roster"/> it is part of no agreement.</summary>
    Duty,
}

/// <summary>A line of the table: these viewers see these facts on this ground.</summary>
public sealed record Sight(Ground Ground, ImmutableArray<Viewer> Viewers, ImmutableArray<Fact> Facts);

/// <summary>
/// Who sees what: the one table. Permits, the first card, "my data" and <c>docs/privacy.md</c> all follow it. Whatever is not here is seen
/// by nobody. A change of what a line means to a person needs new <see cref="Contacts.Contact.TermsVersion"/>, but for <see cref="Ground.Roster"/>, <see cref="Ground.Swap"/> and
/// <see cref="Ground.Duty"/>, to which nobody agrees: who works when is not asked of anybody.
/// </summary>
public static class Visibility
{
    private static readonly ImmutableArray<Viewer> WhoLooksIn = [Viewer.Leader, Viewer.HallLeader, Viewer.Counsellor, Viewer.Buddy, Viewer.CrisisContact];

    /// <summary>Lines of the same viewers stand together.</summary>
    public static ImmutableArray<Sight> Table { get; } =
    [
        new(Ground.Own, [Viewer.Person], [.. Enum.GetValues<Fact>().Where(f => f is not (Fact.SilentRoles or Fact.UnclosedCall or Fact.OutOfReach))]),
        new(Ground.Agreed, WhoLooksIn,
        [
            Fact.WantsContact, Fact.Post, Fact.ShiftTimes, Fact.Hostile, Fact.Hours, Fact.ChangedAfterwards,
            Fact.WhoHasIt, Fact.WhatWasDone, Fact.OwnersLine, Fact.WhetherItHelped, Fact.EarlierRounds, Fact.HadIncident,
        ]),
        new(Ground.Shared, WhoLooksIn, [Fact.SharedNote]),
        new(Ground.PersonNow, [Viewer.CrisisContact],
            [Fact.WantsContact, Fact.Post, Fact.WhoHasIt, Fact.WhatWasDone, Fact.OwnersLine, Fact.WhetherItHelped, Fact.EarlierRounds]),
        new(Ground.Agreed, [Viewer.FormerlyAsked], [Fact.WantsContact, Fact.WhoHasIt]),
        new(Ground.PersonNow, [Viewer.FormerlyAsked], [Fact.WantsContact, Fact.WhoHasIt]),
        new(Ground.Agreed, [Viewer.FormerOwner], [Fact.WantsContact, Fact.WhoHasIt, Fact.WhetherItHelped]),
        new(Ground.PersonNow, [Viewer.FormerOwner], [Fact.WantsContact, Fact.WhoHasIt, Fact.WhetherItHelped]),
        new(Ground.Sos, [Viewer.Leader, Viewer.HallLeader, Viewer.Buddy, Viewer.Security, Viewer.Colleague], [Fact.CalledForPeople, Fact.Post, Fact.WhoGoes]),
        new(Ground.Swap, [Viewer.Swapping], [Fact.NotThere]),
        new(Ground.Reported, [Viewer.Reviewer], [Fact.IncidentReport, Fact.SignedAccount]),
        new(Ground.Roster, [Viewer.Team], [Fact.Duties]),
        new(Ground.Duty, [Viewer.Leader, Viewer.HallLeader, Viewer.Colleague], [Fact.PostCover]),
        new(Ground.Duty, [Viewer.Leader, Viewer.HallLeader], [Fact.DutyHours]),
        new(Ground.Duty, [Viewer.Administrator], [Fact.OutOfReach]),
        new(Ground.Running, [Viewer.Administrator], [Fact.SilentRoles, Fact.UnclosedCall]),
        new(Ground.Running, [Viewer.Clerk, Viewer.MovedOn], []),
    ];

    /// <summary>Whether a line of the table says so.</summary>
    public static bool Sees(Fact fact, Viewer viewer, params ReadOnlySpan<Ground> grounds)
    {
        foreach (var sight in Table)
        {
            if (grounds.Contains(sight.Ground) && sight.Viewers.Contains(viewer) && sight.Facts.Contains(fact))
                return true;
        }
        return false;
    }

    /// <summary>On which grounds somebody other than the person sees it.</summary>
    public static IEnumerable<Sight> OfOthers(Fact fact) => Table.Where(s => s.Ground != Ground.Own && s.Facts.Contains(fact));
}
