namespace CheckInBot.Dialogs.People;

public static partial class Permit
{
    /// <summary>Who may bring a new roster from chat.</summary>
    public static bool BringsRosters(Person person) => person.Is(Role.Admin);
}
