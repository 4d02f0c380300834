namespace CheckInBot.Dialogs.Rosters;

/// <summary>What can be wrong with a list of the roster, or with what an import would make of it. What each says, and what to do about it, stands in the texts; the values of each in their order.</summary>
public enum ListFault
{
    // The file.

    /// <summary>The file is missing. The folder.</summary>
    FileMissing,

    /// <summary>The file cannot be opened.</summary>
    FileClosed,

    /// <summary>None of the lists is in the folder. Their names.</summary>
    NoLists,

    /// <summary>The bytes are no text, or UTF-16 without its mark.</summary>
    NoText,

    /// <summary>It begins as UTF-16 and is broken.</summary>
    BrokenUtf16,

    /// <summary>UTF-16 where only UTF-8 is read.</summary>
    Utf16,

    /// <summary>Not UTF-8 where only UTF-8 is read.</summary>
    NotUtf8,

    /// <summary>Neither UTF-8 nor GB18030.</summary>
    UnknownEncoding,

    /// <summary>Perhaps GB18030, but the heading does not tell. The columns.</summary>
    UncertainEncoding,

    /// <summary>Western letters of an encoding that is not told.</summary>
    WesternLetters,

    /// <summary>Nothing stands in it. The columns.</summary>
    Empty,

    /// <summary>Semicolons instead of commas.</summary>
    Semicolons,

    /// <summary>A column is missing. The columns.</summary>
    ColumnMissing,

    /// <summary>A column stands there twice.</summary>
    ColumnTwice,

    /// <summary>Quotation marks where none may stand.</summary>
    Quotes,

    /// <summary>Other than one cell a column. How many cells; how many columns.</summary>
    Cells,

    /// <summary>So many faults that the rest was not read.</summary>
    TooMany,

    // Ids.

    /// <summary>An id is empty or has other characters.</summary>
    NoId,

    /// <summary>The id of a team twice. The id; the first line.</summary>
    TeamTwice,

    /// <summary>The id of a person twice. The id; the first line.</summary>
    PersonTwice,

    /// <summary>The id of a shift twice. The id; the first line.</summary>
    ShiftTwice,

    /// <summary>The person is not known. What was written.</summary>
    UnknownPerson,

    /// <summary>The team is not known. What was written.</summary>
    UnknownTeam,

    // Teams.

    /// <summary>There is no team.</summary>
    NoTeam,

    /// <summary>The name of a team is empty.</summary>
    TeamNameEmpty,

    /// <summary>The profile is not known. What was written.</summary>
    UnknownProfile,

    /// <summary>A hall has other characters than an id.</summary>
    NoHallId,

    /// <summary>A hall is written in two ways. This one; the first; its line.</summary>
    HallTwoWays,

    /// <summary>The time zone is not known. What was written; what to write, or nothing.</summary>
    UnknownZone,

    // People.

    /// <summary>There is nobody.</summary>
    Nobody,

    /// <summary>The name of a person is empty.</summary>
    NameEmpty,

    /// <summary>An address without @.</summary>
    NoAddress,

    /// <summary>The object id is empty.</summary>
    ObjectIdEmpty,

    /// <summary>The object id twice. The first line.</summary>
    ObjectIdTwice,

    /// <summary>The language is not known. What was written.</summary>
    UnknownLanguage,

    /// <summary>The hall is not known. What was written.</summary>
    UnknownHall,

    /// <summary>No role. The words of all roles.</summary>
    NoRole,

    /// <summary>The role is not known. The words of all roles; what was written.</summary>
    UnknownRole,

    /// <summary>Somebody stands in for themselves.</summary>
    OwnStandIn,

    /// <summary>Who stands in is not known. What was written.</summary>
    UnknownStandIn,

    // Times.

    /// <summary>No date-time. What was written.</summary>
    NoTime,

    /// <summary>No date. What was written.</summary>
    NoDate,

    /// <summary>No clock shows that time at that offset. The zone; the time; the offset.</summary>
    WrongOffset,

    /// <summary>A time that is left out when clocks go forward. The zone; the time; the first one after it.</summary>
    TimeSkipped,

    /// <summary>A time that comes twice when clocks go back. The zone; the time; how to write the first; the second.</summary>
    TimeTwice,

    // Shifts and leave.

    /// <summary>The days of a repeated line are none.</summary>
    NoDays,

    /// <summary>The shifts of a repeated line would share an id.</summary>
    SharedId,

    /// <summary>A repeated line with a fixed date.</summary>
    FixedDate,

    /// <summary>A post of more characters than fit. How many fit.</summary>
    LongPost,

    /// <summary>The end is not after the start.</summary>
    EndsBeforeStart,

    /// <summary>More than 24 hours.</summary>
    LongShift,

    /// <summary>Two shifts of one person overlap. The one; the other; its line.</summary>
    Overlap,

    /// <summary>A shift overlaps another that stays on the roster. The one; the other.</summary>
    OverlapsStaying,

    /// <summary>The id is that of a shift that is over. The id; the day on which it ended.</summary>
    IdOfThePast,

    /// <summary>Somebody is on the list no more and still works a shift. The person; the shift.</summary>
    GoneWithShift,

    /// <summary>A team is on the list no more and still has a shift. The team; the shift.</summary>
    TeamGoneWithShift,

    /// <summary>The kind of leave is empty.</summary>
    NoKind,

    /// <summary>The last day is before the first.</summary>
    LastDayFirst,

    // The rules of the organisation, judged by the lists.

    /// <summary>A crisis contact is not on the roster. Who.</summary>
    UnknownContact,

    /// <summary>Somebody whom the rules name is not on the roster. Who.</summary>
    UnknownNamed,

    /// <summary>No phone numbers for the profile of a team. The profile.</summary>
    NoNumbers,

    /// <summary>A post that nobody and no shift has.</summary>
    UnknownPost,

    /// <summary>A skill that nobody has. What was written.</summary>
    UnknownSkill,

    // Taking back.

    /// <summary>Nothing was ever imported.</summary>
    NothingImported,

    /// <summary>The last import took one back. Its number.</summary>
    TakenBack,

    /// <summary>Shifts were changed after the import. Their ids.</summary>
    ChangedSince,
}
