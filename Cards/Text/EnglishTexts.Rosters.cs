using System.Globalization;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string RosterTitle(RosterOfferPhase phase) => phase switch
    {
        RosterOfferPhase.Faulty => "Something in the lists needs correcting",
        RosterOfferPhase.Ready => "These lists can be imported",
        RosterOfferPhase.Same => "The roster is so already",
        RosterOfferPhase.Done => "Imported",
        RosterOfferPhase.Discarded => "Not imported; the lists are deleted",
        _ => "The lists lay too long and are deleted. Please send them again",
    };

    public override string RosterNumber(int number) => string.Create(CultureInfo.InvariantCulture, $"import {number}");

    public override string RosterAnew => "The roster changed after you saw this. Here is what it would be now; please look once more.";

    public override string RosterNothingChanged(int faults) => string.Create(CultureInfo.InvariantCulture, $"{faults} {(faults == 1 ? "fault" : "faults")}. Nothing was changed.");

    public override string RosterWhere(PlainText file, int line, PlainText column, bool stored) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}{(stored ? " of the last import" : "")}{(line > 0 ? $", line {line}" : "")}{(column.ToString().Length > 0 ? $", column {column}" : "")}");

    public override string RosterFault(PlainText problem, PlainText remedy) => $"{problem}. {remedy}";

    public override string RosterSendAgain => "Correct it and send it again.";

    public override string RosterCounts(RosterListNews list) => string.Create(
        CultureInfo.InvariantCulture, $"{Kind(list.Kind)}: {list.New} new, {list.Changed} changed, {list.Gone} gone, {list.Same} the same");

    public override string RosterSpan(PlainText team, int count, string from, string to) =>
        string.Create(CultureInfo.InvariantCulture, $"{team}: {count} {(count == 1 ? "shift" : "shifts")}, {from} to {to}");

    public override string RosterJoined(IReadOnlyList<PlainText> names, int all) => $"New: {Several(names, all)}";

    public override string RosterLeft(IReadOnlyList<PlainText> names, int all) => $"No longer on the list: {Several(names, all)}";

    public override string RosterSwaps(int count) => count == 1
        ? "One shift was swapped, and the list says something else about it:"
        : string.Create(CultureInfo.InvariantCulture, $"{count} shifts were swapped, and the list says something else about them:");

    public override string RosterClash(string day, PlainText holder, PlainText planned, string listed) => $"{day}: {holder} works a shift of {planned}; {listed}";

    public override string RosterOtherTime => "the list has another time";

    public override string RosterOther(PlainText wanted) => $"the list says {wanted}";

    public override string RosterNoMore => "the list has it no more";

    public override string RosterSwapsLabel => "What about swapped shifts?";

    public override string RosterKeep => "Keep the swaps, import the rest";

    public override string RosterRevert => "Follow the list, the swaps end";

    public override string RosterWaits => "Good for 24 hours. Nothing changes before you press.";

    public override string RosterApply => "Import";

    public override string RosterDiscard => "Not now";

    public override string RosterNotYours => "Lists of people and shifts can only be imported by an administrator, so this one was not kept. To change the roster, please ask one.";

    public override string RosterNotFetched => "The list did not reach me, or it is larger than 20 MB. Please send it once more.";

    public override string RosterUnknown => "I cannot tell which list this is. Its first line must name the columns, such as id,person,team,post,start,end. Send each list once.";

    public override string RosterChoose => "First choose what becomes of the swapped shifts.";

    public override string RosterBusy => "Somebody else was changing the roster at this moment, so nothing was imported. Please press once more.";

    private static string Kind(RosterListKind kind) => kind switch
    {
        RosterListKind.Teams => "Teams",
        RosterListKind.People => "People",
        RosterListKind.Shifts => "Shifts",
        _ => "Leave",
    };

    private string Several(IReadOnlyList<PlainText> names, int all) =>
        Listed(names.Select(n => n.ToString())) + (all > names.Count ? string.Create(CultureInfo.InvariantCulture, $" and {all - names.Count} more") : "");
}
