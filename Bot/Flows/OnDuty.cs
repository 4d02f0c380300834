using CheckInBot.Bot.Listening;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Flows;

/// <summary>Reads from the roster who could be asked about a person at this moment.</summary>
public sealed class OnDuty(Roster.Roster roster, Caseloads caseloads, Absences absences, OutOfReach outOfReach)
{
    /// <summary>The person, or somebody of no team in the place of one who has left the roster: what was begun with them still ends.</summary>
    public Person Known(string id) => roster.Find(id) ?? new(id, id, "", "", Language.Chinese, "", "", [], [], "", "");

    /// <summary>
    /// As <see cref="CandidatesFor"/>, of those only whom these steps could ask, with the number of cases that each owns. Whom the channel takes no
    /// message for is passed over at once, unless nobody else is there: then it is tried all the same.
    /// </summary>
    public async ValueTask<IReadOnlyList<Candidate>> AskableFor(Person subject, IEnumerable<ChainStep> steps, DateTimeOffset at, CancellationToken cancel)
    {
        var roles = steps.Select(s => s.Role).Distinct().ToList();
        var candidates = await Candidates(roster.WhoCouldBeAsked(subject), subject, at, c => roles.Any(c.Fits), cancel);
        var fitting = candidates.Where(c => roles.Any(c.Fits)).ToList();
        var passedOver = await outOfReach.ToPassOver(cancel);
        var reached = fitting.Where(c => !passedOver.Contains(c.Person)).ToList();
        return await caseloads.Counted(reached.Count > 0 ? reached : fitting, cancel);
    }

    /// <summary>Everybody whom some step of a chain could ask; how many cases each owns is not looked up.</summary>
    public ValueTask<IReadOnlyList<Candidate>> CandidatesFor(Person subject, DateTimeOffset at, CancellationToken cancel) =>
        Candidates(roster.WhoCouldBeAsked(subject), subject, at, _ => true, cancel);

    /// <summary>Everybody whom an alert of the person could call.</summary>
    public ValueTask<IReadOnlyList<Candidate>> CallableFor(Person subject, DateTimeOffset at, CancellationToken cancel) =>
        Candidates([.. roster.People.Where(p => roster.CouldBeCalled(p, subject))], subject, at, AlertPolicy.Calls, cancel);

    /// <param name="could">Who could be asked at this moment: of nobody else it is read whether they are away.</param>
    private async ValueTask<IReadOnlyList<Candidate>> Candidates(IReadOnlyList<Person> people, Person subject, DateTimeOffset at, Func<Candidate, bool> could, CancellationToken cancel)
    {
        var crisis = roster.Policy.CrisisContacts;
        var working = new HashSet<string>(StringComparer.Ordinal);
        foreach (var team in people.Select(p => p.Team).Append(subject.Team).Distinct(StringComparer.Ordinal))
            working.UnionWith(await roster.Working(team, at));
        var hall = roster.HallOf(subject);
        var candidates = people.Select(p => Of(p, roster.HallOf(p))).ToList();
        var away = await absences.Of(candidates.Where(could).Select(c => c.Person), at, cancel);
        return [.. candidates.Select(c => away.Contains(c.Person) ? c with { Away = true } : c)];

        Candidate Of(Person p, string its) => new(
            p.Id,
            p.Roles,
            working.Contains(p.Id),
            Away: false,
            SameTeam: p.Team == subject.Team,
            Buddy: Roster.Roster.AreBuddies(p, subject),
            CrisisRank: Rank(crisis, p.Id))
        {
            SameHall = hall.Length > 0 && its == hall,
            OtherHall = hall.Length > 0 && its.Length > 0 && its != hall,
        };
    }

    /// <summary>The shift the person is in, or else the one that ended last within <paramref name="back"/>.</summary>
    public async ValueTask<Shift?> ShiftOf(Person person, DateTimeOffset at, TimeSpan back)
    {
        var shifts = await roster.Around(person.Team, at - back, at.AddTicks(1));
        return shifts.Where(s => s.Person == person.Id).MaxBy(s => s.Start);
    }

    /// <summary>Hours of the local week so far, and days in a row with a shift; none for somebody who has left the roster.</summary>
    public async ValueTask<(int HoursThisWeek, int DaysInARow)> HoursOf(Person person, DateTimeOffset at)
    {
        if (roster.Find(person.Id) is null)
            return default;
        var zone = roster.ZoneOf(person.Team);
        var shifts = (await roster.Around(person.Team, at.AddDays(-15), at)).Where(s => s.Person == person.Id).ToList();
        return (Hours.ThisWeek(shifts, at, zone), Hours.DaysInARow(shifts, at, zone));
    }

    private static int? Rank(IReadOnlyList<string> crisis, string person)
    {
        for (var i = 0; i < crisis.Count; i++)
        {
            if (crisis[i] == person)
                return i;
        }
        return null;
    }
}
