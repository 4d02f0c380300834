using System.Collections.Frozen;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Roster;

/// <summary>The rules of an organisation (<c>policy.json</c>).</summary>
/// <param name="CrisisContacts">Ids of those asked when somebody needs a person now, in order; at least one.</param>
/// <param name="Hotlines">Phone numbers by region; the region is the profile of a team.</param>
public sealed record Policy(
    CheckInPolicy CheckIn,
    EscalationPolicy Escalation,
    IReadOnlyList<string> CrisisContacts,
    IReadOnlyDictionary<string, Hotline> Hotlines)
{
    /// <summary>Whom SOS calls, and how long it waits for them.</summary>
    public required AlertPolicy Sos { get; init; }

    /// <summary>The first letters of the file's digest, which tell whether two machines have the same one; empty where it came from no file.</summary>
    public string Mark { get; init; } = "";

    /// <summary>Local times at which a working day opens and closes.</summary>
    public (TimeOnly From, TimeOnly To) WorkingHours { get; init; } = (new(8, 30), new(17, 30));

    public ReviewPolicy Review { get; init; } = ReviewPolicy.Shipped;

    public SwapPolicy Swap { get; init; } = SwapPolicy.Shipped;

    /// <summary>What follows a report for the person.</summary>
    public IncidentPolicy Incident { get; init; } = IncidentPolicy.Shipped;

    /// <summary>How long colleagues are asked to stand in, and whom reinforcement calls.</summary>
    public CoverPolicy Cover { get; init; } = CoverPolicy.Shipped;

    /// <summary>How long what is over is kept.</summary>
    public RetentionPolicy Retention { get; init; } = RetentionPolicy.Shipped;

    /// <summary>The skills that a post needs; a post that is not named needs none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> PostSkills { get; init; } = FrozenDictionary<string, IReadOnlyList<string>>.Empty;
}

/// <summary>The files of an organisation, read and found without fault.</summary>
/// <param name="Shifts">Every shift of <c>shifts.csv</c>, repeated lines written out; each lasts at most <see cref="Roster.LongestShift"/>.</param>
public sealed record Organisation(
    IReadOnlyList<Team> Teams,
    IReadOnlyList<Person> People,
    IReadOnlyList<Shift> Shifts,
    IReadOnlyList<Leave> Leaves,
    Policy Policy)
{
    /// <summary>Set where teams, people, shifts and leave were imported: <see cref="Shifts"/> is empty then, because the rows of the store are the truth.</summary>
    public ImportedRoster? Imported { get; init; }

    /// <summary>The line of <c>shifts.csv</c> on which each of <see cref="Shifts"/> stands, in their order; empty where that is not known.</summary>
    public IReadOnlyList<int> ShiftLines { get; init; } = [];

    /// <summary>The cards that the organisation writes itself, by guide and language; every one is there.</summary>
    public IReadOnlyDictionary<(Guide Guide, Language Language), GuideText> Guides { get; init; } = FrozenDictionary<(Guide, Language), GuideText>.Empty;

    /// <summary>Who has left, as far as the organisation wrote it down.</summary>
    public IReadOnlyList<FormerPerson> Former { get; init; } = [];

    /// <summary>Working days by the profile of a team; a profile without a list works Monday to Friday.</summary>
    public IReadOnlyDictionary<string, WorkingDays> WorkingDays { get; init; } = FrozenDictionary<string, WorkingDays>.Empty;
}

/// <summary>What an import says of the shifts that stand in rows.</summary>
/// <param name="Import">Id of the import.</param>
/// <param name="Places">Who works at which post of which team in any shift, each once.</param>
/// <param name="FormerTeams">Teams that earlier imports had: conversations that began in them still have a zone and phone numbers.</param>
public sealed record ImportedRoster(string Import, IReadOnlyList<(string Person, string Team, string Post)> Places, IReadOnlyList<Team> FormerTeams);
