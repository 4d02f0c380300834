using CheckInBot.Dialogs;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string ForAdministrators => $"Only administrators get this. If something about me does not work, please tell them. For what I can do, type \"{Word(Command.Help)}\".";

    public override string StatusSpoken => "How things stand, please see the card.";

    public override string StatusSummary => "How things stand";

    public override string StatusAt(Moment now) => $"How things stand {When(now)}";

    public override string NothingNeedsYou => "✓ Nothing needs you";

    public override string NeedYou(int things) => things == 1 ? "▲ 1 thing needs you" : $"▲ {things} things need you";

    public override string OverdueTitle => "Cases that wait too long";

    public override string OverdueIn(PlainText? team, int day, int week, int older)
    {
        string[] ages = [.. new[] { (day, "since today or yesterday"), (week, "for days"), (older, "for more than a week") }.Where(a => a.Item1 > 0).Select(a => $"{a.Item1} {a.Item2}")];
        return $"**{(team is { } named ? named.ToString() : "With counsellors and crisis contacts")}** · {string.Join(", ", ages)}";
    }

    public override string NoneOverdue => "None.";

    public override string AskTheirLeaders => "Nobody has taken them for more than an hour, or they are not settled after a day. Please ask there whether somebody is on it.";

    public override string ReachTitle => "People I cannot reach";

    public override string HowManyNotReached(int people) => $"{(people == 1 ? "1 person" : $"{people} people")}. {AskForTheList}";

    public override string EverybodyIsReached => "None that I know of.";

    public override string TodayTitle => "Today";

    public override string EndsToday(PlainText team, int ends, int toCome) => (ends, toCome) switch
    {
        (_, 0) => $"**{team}** · {Shifts(ends)} ended",
        (1, _) => $"**{team}** · 1 shift, still to come",
        _ => $"**{team}** · {Shifts(ends)} end, {toCome} still to come",
    };

    public override string NobodyEndsToday => "No shift ends today.";

    public override string OnTheWay(int checkIns) => checkIns == 1 ? "1 check-in is on its way." : $"{checkIns} check-ins are on their way.";

    public override string AndMoreTeams(int teams) => teams == 1 ? "And 1 more team." : $"And {teams} more teams.";

    public override string RosterStands => "Roster";

    public override string NothingImported => "From the organisation's files; nothing was imported.";

    public override string Imported(int number, Moment at) => $"Import {number}, made {When(at)}.";

    public override string ImportNotFinished(int number) => $"Import {number} is not finished. I finish it within some minutes; if not, run it again.";

    public override string VersionsTitle => "Versions";

    public override string ProgramTitle => "Program";

    public override string ShapeTitle => "Shape of the store";

    public override string RulesTitle => "Rules (policy.json)";

    public override string TermsTitle => "Terms people agree to";

    public override string RowStatus => "How I am";

    public override string RowStatusWhat => $"Type \"{Word(Command.Status)}\": today's plan, what waits too long, versions. \"{Word(Command.Unreachable)}\": whom I cannot reach, and why.";

    private static string Shifts(int shifts) => shifts == 1 ? "1 shift" : $"{shifts} shifts";
}
