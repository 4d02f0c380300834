using System.Collections.Concurrent;
using System.Collections.Frozen;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Roster;

/// <summary>Who is who and who works when. People and rules are those of the files; shifts are rows, so that they can change.</summary>
public sealed class Roster
{
    /// <summary>A shift lasts at most this long, measured in real time; questions about a moment look no further.</summary>
    public static readonly TimeSpan LongestShift = TimeSpan.FromHours(24);

    /// <summary>How far ahead <see cref="NextShiftOf"/> looks.</summary>
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(14);

    /// <summary>How long a change by another process may take until it counts for who is working and who could be asked; of one by this process see <see cref="Forget"/>.</summary>
    public static readonly TimeSpan Remembered = TimeSpan.FromSeconds(10);

    /// <summary>How far beyond the moment asked about the rows of one look are read, so that they serve the next moments too.</summary>
    private static readonly TimeSpan Stretch = TimeSpan.FromHours(1);

    private static readonly int[] Looks = [1, 4, 14];

    private readonly ITable shifts;
    private readonly TimeProvider wall;
    private volatile Known known;
    private volatile Memory memory;

    /// <param name="shifts">The table that holds shifts and nothing else.</param>
    /// <param name="organisation">What <see cref="OrgFolder.Read(string, DateTimeOffset)"/> found without fault.</param>
    /// <param name="wall">Real time, by which <see cref="Remembered"/> ends.</param>
    public Roster(ITable shifts, Organisation organisation, TimeProvider? wall = null)
    {
        (this.shifts, this.wall, known) = (shifts, wall ?? TimeProvider.System, new(organisation));
        memory = new(this.wall.GetTimestamp());
    }

    public IReadOnlyList<Person> People => known.Organisation.People;

    public IReadOnlyList<Team> Teams => known.Organisation.Teams;

    public Policy Policy => known.Organisation.Policy;

    public Person? Find(string id) => known.ById.GetValueOrDefault(id);

    /// <summary>The person of a directory's object id, whatever its case.</summary>
    public Person? ByEntraId(string entraId) => known.ByEntraId.GetValueOrDefault(entraId);

    /// <summary>Whether some chain could ask this person about <paramref name="subject"/>: a leader of the same team, a leader of the hall, a counsellor, a buddy, a crisis contact.</summary>
    public bool CouldBeAsked(Person person, Person subject) =>
        (person.Is(Role.Leader) && person.Team == subject.Team) || person.Is(Role.HallLeader) || person.Is(Role.Counsellor)
        || AreBuddies(person, subject) || Policy.CrisisContacts.Contains(person.Id);

    /// <summary>Whether an alert of <paramref name="subject"/> could call this person: the team, whoever works in the same hall, security, hall leaders, the buddies.</summary>
    public bool CouldBeCalled(Person person, Person subject) =>
        person.Id != subject.Id
        && (person.Team == subject.Team || person.Is(Role.Security) || person.Is(Role.HallLeader) || AreBuddies(person, subject)
            || (HallOf(subject) is { Length: > 0 } hall && HallOf(person) == hall));

    /// <summary>The hall in which the person works: their own, or else their team's; empty for all halls.</summary>
    public string HallOf(Person person) => person.Hall.Length > 0 ? person.Hall : known.Teams.GetValueOrDefault(person.Team)?.Hall ?? "";

    /// <summary>Everybody of whom <see cref="CouldBeAsked"/> is true, in the order of the files.</summary>
    public IReadOnlyList<Person> WhoCouldBeAsked(Person subject) =>
        Remembering.Concerned.GetOrAdd(subject.Id, _ => [.. People.Where(p => CouldBeAsked(p, subject))]);

    /// <summary>The import that people and teams come from; null for those of the files.</summary>
    public string? Import => known.Organisation.Imported?.Import;

    /// <summary>From now on people, teams, leave and rules are these. What has begun goes on with them: whoever is gone is found no more, a team that is gone keeps its zone.</summary>
    public void TakeOver(Organisation organisation)
    {
        known = new(organisation);
        Forget();
    }

    /// <summary>What was remembered of people and shifts no longer counts: to be called by whoever changed them.</summary>
    public void Forget() => memory = new(wall.GetTimestamp());

    /// <summary>Whether both are of one group of mutual care (互联互保).</summary>
    public static bool AreBuddies(Person person, Person other) =>
        other.BuddyGroup.Length > 0 && person.BuddyGroup == other.BuddyGroup && person.Id != other.Id;

    /// <summary>The posts of a team, as people and shifts of the files have them.</summary>
    public IReadOnlyList<string> PostsOf(string team) => known.PostsOf.TryGetValue(team, out var posts) ? posts : [];

    /// <summary>Whether the files know such a post.</summary>
    public bool IsPost(string post) => known.PostsOf.Values.Any(posts => posts.Contains(post));

    /// <summary>The other teams in which the files let somebody of the team work, or somebody who stands in for one of them.</summary>
    public IReadOnlyList<string> TeamsBeside(string team)
    {
        var now = known;
        return [.. now.Organisation.People.Where(p => p.Team == team)
            .SelectMany(p => p.BRole.Length > 0 ? now.WorksIn[p.Id].Concat(now.WorksIn[p.BRole]) : now.WorksIn[p.Id])
            .Where(t => t != team).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The team's name; its id where it is not of this organisation.</summary>
    public string NameOf(string team) => known.Teams.TryGetValue(team, out var named) ? named.Name : team;

    public Team TeamOf(Person person) => known.Teams[person.Team];

    /// <exception cref="KeyNotFoundException">The team is not of this organisation.</exception>
    public TimeZoneInfo ZoneOf(string team) => known.Zones[team];

    /// <summary>When the team works; null for a team that is not of this organisation.</summary>
    public WorkingHours? WorkingHoursOf(string team) => known is var now && now.Teams.TryGetValue(team, out var named)
        ? new(now.Zones[team], Policy.WorkingHours.From, Policy.WorkingHours.To, now.Organisation.WorkingDays.GetValueOrDefault(named.Profile) ?? WorkingDays.Weekdays)
        : null;

    /// <summary>Profiles of teams with a year that has no list of working days, among the days from that moment's local day to <paramref name="ahead"/> days later.</summary>
    public IEnumerable<(string Profile, int Year)> YearsWithoutList(DateTimeOffset at, int ahead) => Teams
        .SelectMany(team => WorkingHoursOf(team.Id) is { } hours && LocalTime.DayOf(at, hours.Zone) is var today
            ? Enumerable.Range(0, ahead + 1).Select(today.AddDays).Where(hours.Days.IsProvisional).Select(day => (team.Profile, day.Year))
            : [])
        .Distinct();

    /// <summary>The phone numbers of the team's region.</summary>
    /// <exception cref="KeyNotFoundException">The team is not of this organisation.</exception>
    public Hotline HotlineOf(string team) => Policy.Hotlines[known.Teams[team].Profile];

    /// <summary>What the organisation wrote for this moment.</summary>
    public GuideText GuideOf(Guide guide, Language language) => known.Organisation.Guides[(guide, language)];

    /// <summary>Who has left, as far as the organisation wrote it down.</summary>
    public IReadOnlyList<FormerPerson> Former => known.Organisation.Former;

    /// <summary>The leave that the lists have of that person, in whole local days of their team. Whether somebody is away is answered by <see cref="Flows.Absences"/>.</summary>
    public IReadOnlyList<Leave> ListedLeaveOf(string person) => [.. known.Leaves[person]];

    /// <summary>
    /// Writes the organisation's shifts as rows, unless they were imported and so are rows already. Loading the same again reads one row for each team and writes nothing; a shift
    /// whose time changed takes the place of its old row; rows that the organisation does not name stay. Several processes may load at the same time.
    /// </summary>
    /// <returns>Swapped shifts of which the files say something else: they stay as they were swapped.</returns>
    /// <exception cref="StoreUnavailableException">The store failed, or others kept changing the same rows.</exception>
    public async Task<IReadOnlyList<HeldShift>> Load(CancellationToken cancel)
    {
        IReadOnlyList<HeldShift> held = [];
        if (known.Organisation is { Imported: null } files)
        {
            var load = new ShiftLoad(shifts, files, wall.GetUtcNow());
            await load.Run(cancel);
            held = load.Held;
        }
        Forget();
        return held;
    }

    /// <summary>Shifts of the team behind a cursor that ended at or before <paramref name="upTo"/>, in the order of their ends.</summary>
    /// <param name="afterCursor">The cursor of the last shift seen, or <see cref="CursorBefore"/>; empty for the very beginning.</param>
    /// <param name="limit">At most so many; one read whatever the limit.</param>
    public async ValueTask<IReadOnlyList<(Shift Shift, string Cursor)>> Ending(string team, string afterCursor, DateTimeOffset upTo, int limit)
    {
        var rows = await Range(team, ShiftRow.Behind(afterCursor), ShiftRow.After(upTo), limit);
        return [.. rows.Select(r => (ShiftRow.Read(team, r), r.Key))];
    }

    /// <summary>The cursor behind every shift that ended before that moment and before all that end at it or later.</summary>
    public static string CursorBefore(DateTimeOffset at) => ShiftRow.From(at);

    /// <summary>When the team's next shift ends, strictly after that moment; null when none is planned.</summary>
    public async ValueTask<DateTimeOffset?> NextEnd(string team, DateTimeOffset after)
    {
        var rows = await Range(team, ShiftRow.After(after), ShiftRow.Last, 1);
        return rows.Count > 0 ? ShiftRow.Read(team, rows[0]).End : null;
    }

    /// <summary>Shifts of the team that end after <paramref name="from"/> and start before <paramref name="to"/>, in the order of their ends.</summary>
    /// <remarks>Reads only ends up to <see cref="LongestShift"/> after <paramref name="to"/>.</remarks>
    public async ValueTask<IReadOnlyList<Shift>> Around(string team, DateTimeOffset from, DateTimeOffset to)
    {
        var rows = await Range(team, ShiftRow.After(from), ShiftRow.From(to + LongestShift), int.MaxValue);
        return [.. rows.Select(r => ShiftRow.Read(team, r)).Where(s => s.Start < to)];
    }

    /// <summary>The shifts person by person, in the order in which the files list the people; of each in the order given.</summary>
    public IReadOnlyList<Shift> InOrder(IEnumerable<Shift> shifts) => known is var now ? [.. shifts.OrderBy(s => now.Listed.GetValueOrDefault(s.Person, int.MaxValue))] : [];

    /// <summary>Ids of those of the team who are in a shift at that moment, as the rows said at most <see cref="Remembered"/> ago.</summary>
    /// <remarks>Asked for every card that names who is next: the rows of a whole team are too many to be read each time.</remarks>
    public async ValueTask<IEnumerable<string>> Working(string team, DateTimeOffset at)
    {
        // Who reads while somebody forgets writes into what is forgotten.
        var remembered = Remembering;
        if (!remembered.Looks.TryGetValue(team, out var look) || at < look.From || at >= look.From + Stretch)
            remembered.Looks[team] = look = new(at, await Around(team, at, at + Stretch));
        return look.Shifts.Where(s => s.Start <= at && at < s.End).Select(s => s.Person);
    }

    /// <summary>Whether a shift of the person begins when another one ends, or so soon after it. Who begins in a team is read once for all who leave then, and remembered for <see cref="Remembered"/>.</summary>
    public async ValueTask<bool> GoesOn(Person person, DateTimeOffset end, TimeSpan within)
    {
        foreach (var team in known.WorksIn[person.Id])
        {
            var remembered = Remembering;
            if (!remembered.Beginners.TryGetValue((team, end, within), out var beginners))
                remembered.Beginners[(team, end, within)] = beginners = (await Around(team, end, (end + within).AddTicks(1))).Where(s => s.Start >= end).Select(s => s.Person).ToHashSet(StringComparer.Ordinal);
            if (beginners.Contains(person.Id))
                return true;
        }
        return false;
    }

    /// <summary>Start of the person's next shift, at or after that moment and within <see cref="Ahead"/>; else null.</summary>
    /// <remarks>Looks one day ahead first, then further, in each team in which the files let the person work.</remarks>
    public async ValueTask<DateTimeOffset?> NextShiftOf(Person person, DateTimeOffset after)
    {
        DateTimeOffset? next = null;
        foreach (var team in known.WorksIn[person.Id])
        {
            if (await NextStart(team, person.Id, after) is { } start && (next is null || start < next))
                next = start;
        }
        return next;
    }

    private async ValueTask<DateTimeOffset?> NextStart(string team, string person, DateTimeOffset after)
    {
        var from = after;
        foreach (var days in Looks)
        {
            var to = after.AddDays(days);
            // A person's shifts do not overlap, so the first to end is the first to start.
            var rows = await Range(team, ShiftRow.After(from), ShiftRow.After(to + LongestShift), int.MaxValue);
            var first = rows.Select(r => ShiftRow.Read(team, r)).FirstOrDefault(s => s.Person == person && s.Start >= after);
            if (first is not null)
                return first.Start <= after + Ahead ? first.Start : null;
            from = to + LongestShift;
        }
        return null;
    }

    /// <summary>What is remembered now: all of it ends together, after <see cref="Remembered"/> or with <see cref="Forget"/>.</summary>
    private Memory Remembering
    {
        get
        {
            if (wall.GetElapsedTime(memory.Began) >= Remembered)
                Forget();
            return memory;
        }
    }

    /// <summary>An organisation, with what is looked up in it again and again.</summary>
    private sealed class Known(Organisation organisation)
    {
        private readonly IReadOnlyList<(string Person, string Team, string Post)> places = organisation.Imported?.Places ?? [.. organisation.Shifts.Select(s => (s.Person, s.Team, s.Post))];

        public Organisation Organisation => organisation;

        public FrozenDictionary<string, Person> ById { get; } = organisation.People.ToFrozenDictionary(p => p.Id, StringComparer.Ordinal);

        public FrozenDictionary<string, Person> ByEntraId { get; } = organisation.People.ToFrozenDictionary(p => p.EntraId, StringComparer.OrdinalIgnoreCase);

        public FrozenDictionary<string, Team> Teams { get; } = All(organisation).ToFrozenDictionary(t => t.Id, StringComparer.Ordinal);

        public FrozenDictionary<string, TimeZoneInfo> Zones { get; } = All(organisation).ToFrozenDictionary(t => t.Id, t => TimeZoneInfo.FindSystemTimeZoneById(t.TimeZone), StringComparer.Ordinal);

        public ILookup<string, Leave> Leaves { get; } = organisation.Leaves.ToLookup(l => l.Person, StringComparer.Ordinal);

        public FrozenDictionary<string, IReadOnlyList<string>> PostsOf => field ??= organisation.People.Select(p => (p.Team, p.Post)).Concat(places.Select(p => (p.Team, p.Post)))
            .Where(p => p.Post.Length > 0)
            .GroupBy(p => p.Team, p => p.Post, StringComparer.Ordinal)
            .ToFrozenDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Distinct(StringComparer.Ordinal)], StringComparer.Ordinal);

        /// <summary>Which place a person has in the list of people.</summary>
        public FrozenDictionary<string, int> Listed => field ??= organisation.People.Select((p, place) => (p.Id, place)).ToFrozenDictionary(p => p.Id, p => p.place, StringComparer.Ordinal);

        public ILookup<string, string> WorksIn => field ??= organisation.People.Select(p => (Person: p.Id, p.Team))
            .Concat(places.Select(p => (p.Person, p.Team)))
            .Distinct()
            .ToLookup(w => w.Person, w => w.Team, StringComparer.Ordinal);

        private static IEnumerable<Team> All(Organisation organisation) => organisation.Teams.Concat(organisation.Imported?.FormerTeams ?? []);
    }

    private sealed class Memory(long began)
    {
        public long Began => began;

        public ConcurrentDictionary<string, Look> Looks { get; } = new(StringComparer.Ordinal);

        public ConcurrentDictionary<(string Team, DateTimeOffset From, TimeSpan Within), HashSet<string>> Beginners { get; } = new();

        /// <summary>By the id of whom it is about.</summary>
        public ConcurrentDictionary<string, IReadOnlyList<Person>> Concerned { get; } = new(StringComparer.Ordinal);
    }

    /// <summary>The shifts of a team that touch the <see cref="Stretch"/> from a moment on.</summary>
    private sealed record Look(DateTimeOffset From, IReadOnlyList<Shift> Shifts);

    private async ValueTask<IReadOnlyList<Row>> Range(string team, string from, string to, int limit) =>
        string.CompareOrdinal(from, to) < 0 && limit > 0 ? await shifts.Range(ShiftRow.Partition(team), from, to, limit) : [];
}
