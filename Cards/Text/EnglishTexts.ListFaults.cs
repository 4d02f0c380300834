using Fault = CheckInBot.Dialogs.Rosters.ListFault;

namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    private const string SaveAsUtf8 = "Save it again as \"CSV UTF-8 (comma delimited)\" in a spreadsheet, or with the encoding UTF-8 in an editor.";
    private const string WriteAnId = "Write 1 to 64 ASCII letters, digits, -, _ or a full stop, and never change it later.";
    private const string MoveOne = "Move, shorten or remove one of them.";

    public override (string Problem, string Remedy) ListFault(Fault fault, IReadOnlyList<string> values) => fault switch
    {
        Fault.FileMissing => ("the file is missing", $"Put it into {values[0]}, or name another folder in the setting Org:Folder."),
        Fault.FileClosed => ("the file cannot be opened", "Let the account that runs the bot read it, and close it in other programs."),
        Fault.NoLists => ($"the folder holds none of {values[0]}", "Name the folder in which the lists lie."),
        Fault.NoText => ("the file is no text, or UTF-16 without its mark", SaveAsUtf8),
        Fault.BrokenUtf16 => ("the text begins as UTF-16 but is broken", SaveAsUtf8),
        Fault.Utf16 => ("the text is UTF-16, not UTF-8", SaveAsUtf8),
        Fault.NotUtf8 => ("the text is not UTF-8 (spreadsheets on a Chinese Windows save GBK unless told otherwise)", SaveAsUtf8),
        Fault.UnknownEncoding => ("the text is neither UTF-8 nor GB18030 (GBK)", SaveAsUtf8),
        Fault.UncertainEncoding => ("the text is not UTF-8, and without its heading it is not certain what it is", $"Write a heading with {values[0]}. {SaveAsUtf8}"),
        Fault.WesternLetters => ("the text is not UTF-8, and looks like Western letters with accents in an encoding that is not told", SaveAsUtf8),
        Fault.Empty => ("the file is empty", $"Begin with a heading of {values[0]}."),
        Fault.Semicolons => ("the cells are separated by semicolons", "Save the file with commas between the cells."),
        Fault.ColumnMissing => ("the column is missing", $"Write a heading with {values[0]}."),
        Fault.ColumnTwice => ("the column stands there twice", "Remove one of them."),
        Fault.Quotes => ("quotation marks stand where none may, or one is never closed", "Put quotation marks around the whole cell and double those inside it."),
        Fault.Cells => ($"the line has {values[0]} cells, the heading {values[1]}", "Write one cell a column; quote a cell that holds a comma."),
        Fault.TooMany => ("there are more faults than are told, and the rest of the file was not read", "Correct these first."),
        Fault.NoId => ("the id is empty or has characters that an id may not have", WriteAnId),
        Fault.TeamTwice => (Twice(values), "Give each team an id of its own."),
        Fault.PersonTwice => (Twice(values), "Give each person an id of their own."),
        Fault.ShiftTwice => (Twice(values), "Give each shift an id of its own."),
        Fault.UnknownPerson => ($"unknown person{Quoted(values[0])}", "Write an id of people.csv, or add the person there."),
        Fault.UnknownTeam => ($"unknown team{Quoted(values[0])}", "Write an id of teams.csv, or add the team there."),
        Fault.NoTeam => ("there is no team", "Add a line for each team."),
        Fault.TeamNameEmpty => ("the name is empty", "Write the name that people read on cards."),
        Fault.UnknownProfile => ($"unknown profile{Quoted(values[0])}", "Write CN or EU."),
        Fault.NoHallId => ("the hall has characters that an id may not have", WriteAnId),
        Fault.HallTwoWays => ($"the hall {values[0]} is written {values[1]} on line {values[2]}", "Write one hall alike on all lines."),
        Fault.UnknownZone => ($"unknown time zone{Quoted(values[0])}", values[1].Length > 0 ? $"Write {values[1]}." : "Write an IANA name such as Asia/Shanghai."),
        Fault.Nobody => ("there is nobody", "Add a line for each person."),
        Fault.NameEmpty => ("the name is empty", "Write the name as colleagues write it."),
        Fault.NoAddress => ("the address has no @", "Correct it, or leave it empty."),
        Fault.ObjectIdEmpty => ("the object id is empty, so nobody could be recognised by it", "Copy the object id from the directory."),
        Fault.ObjectIdTwice => ($"the object id stands on line {values[0]} too", "Each account is one person: correct one of the lines."),
        Fault.UnknownLanguage => ($"unknown language{Quoted(values[0])}", "Write zh-CN or en."),
        Fault.UnknownHall => ($"unknown hall{Quoted(values[0])}", "Write a hall of teams.csv, or leave it empty for that of the team."),
        Fault.NoRole => ("no role is given", WriteRoles(values)),
        Fault.UnknownRole => ($"unknown role{Quoted(values[1])}", WriteRoles(values)),
        Fault.OwnStandIn => ("nobody can stand in for themselves", "Write the id of a colleague, or leave it empty."),
        Fault.UnknownStandIn => ($"unknown person{Quoted(values[0])}", "Write an id of people.csv, or leave it empty."),
        Fault.NoTime => ($"{Quoted(values[0])} is no date-time".TrimStart(), "Write a local date-time such as 2026-11-23T08:30 (or D+0T08:30, counted from the day of loading)."),
        Fault.NoDate => ($"{Quoted(values[0])} is no date".TrimStart(), "Write a date such as 2026-11-23 (or D+2, counted from the day of loading)."),
        Fault.WrongOffset => ($"in {values[0]} no clock shows {values[1]} at the offset {values[2]}", "Leave the offset out, or write the one that holds then."),
        Fault.TimeSkipped => ($"{values[1]} does not exist in {values[0]}: the clocks are put forward", $"Write {values[2]}, the first time after it, or an earlier one."),
        Fault.TimeTwice => ($"{values[1]} exists twice in {values[0]}: the clocks are put back", $"Write {values[2]} for the first or {values[3]} for the second."),
        Fault.NoDays => ("these are no days", "Write D-7..D+14, with weekdays where only some count: D-7..D+14 mon tue fri."),
        Fault.SharedId => ("the line repeats, so its shifts would share one id", "Write {date} into the id: it becomes the day of each shift."),
        Fault.FixedDate => ("the line repeats, but its times name a fixed date", "Write start and end as D+0T08:30, or leave days empty."),
        Fault.LongPost => ($"the post has more than {values[0]} characters", "Write a shorter one."),
        Fault.EndsBeforeStart => ("the end is not after the start", "Correct the times; a shift over midnight ends on the next date."),
        Fault.LongShift => ("the shift lasts longer than 24 hours", "Write it as several shifts."),
        Fault.Overlap => ($"shift {values[0]} overlaps shift {values[1]} of the same person on line {values[2]}", MoveOne),
        Fault.OverlapsStaying => ($"shift {values[0]} overlaps shift {values[1]} of the same person, which stays on the roster", MoveOne),
        Fault.IdOfThePast => ($"the id {values[0]} is that of a shift that ended on {values[1]}", "Give each shift an id of its own, also over the months."),
        Fault.GoneWithShift => ($"{values[0]} is on the list no more, but works shift {values[1]}, which stays", KeepTheLine),
        Fault.TeamGoneWithShift => ($"team {values[0]} is on the list no more, but shift {values[1]}, which stays, is worked in it", KeepTheLine),
        Fault.NoKind => ("the kind of leave is empty", "Write a word such as annual, sick or training."),
        Fault.LastDayFirst => ("the last day is before the first", "Correct the days; a single day stands in both columns."),
        Fault.UnknownContact => ($"the crisis contact{Quoted(values[0])} is not on the roster", "Write an id of people.csv."),
        Fault.UnknownNamed => ($"the person{Quoted(values[0])} is not on the roster", "Write an id of people.csv."),
        Fault.NoNumbers => ($"a team has the profile {values[0]}, but no phone numbers stand here for it", "Add emergency, support, verifiedOn and source."),
        Fault.UnknownPost => ("nobody and no shift has this post", "Write a post as it stands in people.csv or shifts.csv."),
        Fault.UnknownSkill => ($"nobody has the skill{Quoted(values[0])}", "Write a skill as it stands in people.csv."),
        Fault.NothingImported => ("nothing was ever imported", "There is nothing to take back."),
        Fault.TakenBack => ($"the last import was itself the taking back of import {values[0]}", "Import the files that you want instead."),
        Fault.ChangedSince => ($"these shifts were changed after the import: {values[0]}", "Take those changes back first, or import the files that you want instead."),
        _ => throw new ArgumentOutOfRangeException(nameof(fault)),
    };

    private const string KeepTheLine = "Keep the line, or import a shifts.csv in which somebody else works the shift.";

    private static string Twice(IReadOnlyList<string> values) => $"the id {values[0]} stands on line {values[1]} too";

    private static string WriteRoles(IReadOnlyList<string> values) => $"Write one or more of {values[0]}, joined by semicolons.";

    private static string Quoted(string written) => written.Length > 0 ? " " + written : "";
}
