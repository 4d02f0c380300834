namespace CheckInBot.Dialogs.People;

public static partial class Permit
{
    /// <summary>Who sees who of a team works when: everybody of the team, and leaders of its hall.</summary>
    /// <param name="hall">The hall in which the reader works; empty for all halls.</param>
    public static bool SeesWeek(Person reader, string hall, Team team) =>
        Visibility.Sees(Fact.Duties, Viewer.Team, Ground.Roster)
        && (reader.Team == team.Id || LeadsHallOf(reader, hall, team));

    /// <summary>Who leads the hall in which the team works: sees its week, and decides on its swaps beside its own leaders.</summary>
    /// <param name="hall">The hall in which the person works; empty for all halls, as is that of a team without one.</param>
    public static bool LeadsHallOf(Person person, string hall, Team team) =>
        person.Is(Role.HallLeader) && (hall.Length == 0 || team.Hall.Length == 0 || hall == team.Hall);
}
