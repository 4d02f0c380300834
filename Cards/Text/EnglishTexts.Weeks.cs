using CheckInBot.Dialogs;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string CanSeeWeek => "See who of your team works when";

    public override string WeekOf(PlainText team) => $"The week of {team}";

    public override string TheWeek => "The week";

    public override string FromTo(Moment first, Moment last) => $"{Date(first)} to {Date(last)}";

    public override string NoDutiesInWeek => "No duties in the roster for this week.";

    public override string IfSwapped => "if swapped";

    public override string BoldIsSwapped => "Bold: swapped.";

    public override string EndsNextDay(string sign) => $"{sign} ends on the next day.";

    public override string DrawnAt(Moment at) => $"As of {Date(at)}, {at.Clock}.";

    public override string OthersWork(int count) => $"And {(count == 1 ? "1 other" : $"{count} others")}: type \"{Word(Command.Week)}\".";

    public override string WeekBefore => "Week before";

    public override string WeekAfter => "Week after";

    public override string ShowOthers => "The others";

    public override string WhichTeam => "Another team";

    public override string ShowTeam => "Show";
}
