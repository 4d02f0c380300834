namespace CheckInBot.Dialogs.People;

/// <summary>What somebody may do because of their role, whatever any record says.</summary>
public enum Deed
{
    /// <summary>Send the lists of the roster, and import them (<c>roster.apply</c>, <c>roster.discard</c>).</summary>
    BringRosters,

    /// <summary>See whom the bot cannot reach (typed <c>unreachable</c>).</summary>
    SeeUnreachable,

    /// <summary>See how the bot stands (typed <c>status</c>).</summary>
    SeeStatus,

    /// <summary>See where and when incidents gather (typed <c>hot spots</c>).</summary>
    SeeHotSpots,
}

/// <summary>A deed and the roles that may do it.</summary>
public sealed record RolePermit(Deed Deed, IReadOnlyList<Role> Roles);

/// <summary>The table beside <see cref="PressPermits"/>, for what belongs to no record.</summary>
public static class RolePermits
{
    public static IReadOnlyList<RolePermit> Table { get; } =
    [
        new(Deed.BringRosters, [Role.Admin]),
        new(Deed.SeeUnreachable, [Role.Admin]),
        new(Deed.SeeStatus, [Role.Admin]),
        new(Deed.SeeHotSpots, [Role.Leader, Role.HallLeader]),
    ];

    public static bool May(Person person, Deed deed) => Table.Any(p => p.Deed == deed && p.Roles.Any(person.Is));
}
