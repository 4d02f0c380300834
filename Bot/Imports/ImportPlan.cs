using CheckInBot.Bot.Roster;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Imports;

/// <summary>What becomes of shifts that somebody works by a swap, where the file says something else about them.</summary>
public enum SwappedShifts
{
    /// <summary>Nobody has decided yet: nothing is imported while there are any.</summary>
    Ask,

    /// <summary>The swap holds; what the file says about the shift is passed over.</summary>
    Keep,

    /// <summary>The file holds; the swap is taken back.</summary>
    Revert,
}

/// <summary>How one list would change: numbers of lines.</summary>
public sealed record ListChange(string File, int New, int Changed, int Gone, int Same)
{
    public bool Any => New + Changed + Gone > 0;
}

/// <summary>The shifts of a file by team.</summary>
/// <param name="From">Local day on which the first one starts.</param>
/// <param name="To">Local day on which the last one starts.</param>
public sealed record ShiftSpan(string Team, int Count, DateOnly From, DateOnly To);

/// <summary>A shift that somebody works by a swap, about which the file says something else.</summary>
/// <param name="Now">The shift as it is worked.</param>
/// <param name="Planned">Whose it was before the swap.</param>
/// <param name="Wanted">What the file says; null where it has the shift no more.</param>
public sealed record SwapConflict(Shift Now, string Planned, Shift? Wanted);

/// <summary>What an import would do. Nothing of it is written yet.</summary>
/// <param name="Faults">Why it cannot be; the rest is of use only where there is none.</param>
public sealed record ImportPlan(IReadOnlyList<Fault> Faults)
{
    /// <summary>The lists that are imported, in the order in which they refer to each other.</summary>
    public IReadOnlyList<ListChange> Lists { get; init; } = [];

    /// <summary>Ids of people who are new.</summary>
    public IReadOnlyList<string> Joined { get; init; } = [];

    /// <summary>Ids of people who are on the list no more.</summary>
    public IReadOnlyList<string> Left { get; init; } = [];

    /// <summary>Names of people who are new, by id.</summary>
    public IReadOnlyDictionary<string, string> NewNames { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of teams as they will be, by id.</summary>
    public IReadOnlyDictionary<string, string> TeamNames { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ShiftSpan> Spans { get; init; } = [];

    public IReadOnlyList<SwapConflict> Conflicts { get; init; } = [];

    public SwappedShifts Swapped { get; init; }

    /// <summary>SHA-256 of the files, in hexadecimal.</summary>
    public string Digest { get; init; } = "";

    /// <summary>The store would be the truth for the first time, so that it is imported also where no line differs.</summary>
    public bool IsFirst { get; init; }

    /// <summary>The number of the import that this takes back; null where it takes none back.</summary>
    public int? Undoes { get; init; }

    /// <summary>Somebody must say first what becomes of swapped shifts.</summary>
    public bool NeedsChoice => Conflicts.Count > 0 && Swapped == SwappedShifts.Ask;

    /// <summary>How many shifts would be written.</summary>
    public int ShiftsToWrite => Edits.Count;

    /// <summary>False where everything is so already.</summary>
    public bool ChangesAnything => IsFirst || Undoes is not null || Edits.Count > 0 || Lists.Any(l => l.Any);

    /// <summary>The new lists as text; null where they come from the organisation's folder again.</summary>
    internal ImportedLists? Texts { get; init; }

    internal ShiftEdits Edits { get; init; } = ShiftEdits.None;

    /// <summary>The mark of each team's shifts when the plan was made: another one means that somebody changed them since.</summary>
    internal IReadOnlyDictionary<string, string> Marks { get; init; } = new Dictionary<string, string>();
}

/// <summary>The lists of an import, each as CSV with its heading.</summary>
/// <param name="Places">Columns <c>person,team,post</c>: see <see cref="ImportedRoster.Places"/>.</param>
/// <param name="FormerTeams">As <c>teams.csv</c>: teams that are no more.</param>
/// <param name="FormerPeople">As <c>former.csv</c>: people who are on the list no more.</param>
internal sealed record ImportedLists(string Teams, string People, string Leave, string Places, string FormerTeams, string FormerPeople)
{
    public IEnumerable<(string Name, string Text)> All =>
        [(RosterLists.Teams, Teams), (RosterLists.People, People), (RosterLists.Leave, Leave), (nameof(Places), Places), (nameof(FormerTeams), FormerTeams), (nameof(FormerPeople), FormerPeople)];

    /// <summary>The three lists from here, shifts from nowhere.</summary>
    public RosterLists AsLists(bool exact = false)
    {
        var lists = new RosterLists { HasShifts = false, Exact = exact };
        foreach (var (name, text) in All.Take(3))
            lists.TakeText(name, text);
        lists.TakeText(RosterLists.Shifts, "");
        return lists;
    }
}
