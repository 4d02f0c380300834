namespace CheckInBot.Dialogs.People;

/// <summary>What somebody does in the hall; written in <c>people.csv</c> as the lower-camel word.</summary>
public enum Role
{
    Staff,
    Leader,
    HallLeader,
    Counsellor,
    Security,
    Clerk,
    Admin,
}

/// <summary>The language in which somebody reads, whatever the language of the sender.</summary>
public enum Language
{
    /// <summary>zh-CN.</summary>
    Chinese,

    /// <summary>en.</summary>
    English,
}

/// <summary>A person of the roster (a line of <c>people.csv</c>).</summary>
/// <param name="Id">Stable id of the roster.</param>
/// <param name="Name">Display name as colleagues write it.</param>
/// <param name="EntraId">Object id in the directory; equals <c>from.aadObjectId</c> of what the person sends.</param>
/// <param name="Language">Language of the roster until the person chooses another.</param>
/// <param name="Team">Id of the team.</param>
/// <param name="Post">Usual post, such as a window; may be empty.</param>
/// <param name="BRole">Id of the colleague who stands in (AB角), or empty.</param>
/// <param name="BuddyGroup">Name of the group of mutual care (互联互保), or empty.</param>
public sealed record Person(
    string Id,
    string Name,
    string Email,
    string EntraId,
    Language Language,
    string Team,
    string Post,
    IReadOnlyList<Role> Roles,
    IReadOnlyList<string> Skills,
    string BRole,
    string BuddyGroup)
{
    private static readonly Role[] Titles = [Role.HallLeader, Role.Leader, Role.Counsellor, Role.Admin, Role.Security, Role.Clerk];

    /// <summary>Hall in which the person works, in the place of the team's; empty where the team's holds.</summary>
    public string Hall { get; init; } = "";

    public bool Is(Role role) => Roles.Contains(role);

    /// <summary>The role by which others know somebody who may have several.</summary>
    public Role Title => Titles.FirstOrDefault(Roles.Contains, Role.Staff);
}

/// <summary>A team (a line of <c>teams.csv</c>).</summary>
/// <param name="TimeZone">IANA id, such as <c>Asia/Shanghai</c>.</param>
/// <param name="Profile">Labour rules: CN or EU.</param>
/// <param name="Hall">Hall in which the team works; empty for one that works in all of them.</param>
public sealed record Team(string Id, string Name, string TimeZone, string Profile, string Hall = "");
