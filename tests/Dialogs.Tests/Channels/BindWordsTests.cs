using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests.Channels;

/// <summary>Who may make a channel a team's, and of which team.</summary>
public sealed class BindWordsTests
{
    private static readonly Team North = new("north", "北大厅", "Asia/Shanghai", "CN"), South = new("south", "South Hall", "Europe/Berlin", "EU"), Office = new("office", "Office", "Asia/Shanghai", "CN");

    private static readonly Team[] Teams = [North, South, Office];

    [Theory]
    [InlineData("bind", null)]
    [InlineData("绑定", null)]
    [InlineData("<at>CheckInBot</at> Bind.", null)]
    [InlineData("<at>签到</at> 绑定。", null)]
    [InlineData("/bind", null)]
    [InlineData("ｂｉｎｄ  South  Hall", "south hall")]
    [InlineData("绑定北大厅", "北大厅")]
    [InlineData("绑定 北大厅", "北大厅")]
    public void The_words_are_read_in_any_case_width_and_mention_with_a_team_behind_them(string words, string? team) =>
        Assert.Equal(new BindWords(team), BindWords.Parse(words));

    [Theory]
    [InlineData("binding")]
    [InlineData("please bind")]
    [InlineData("help")]
    [InlineData("")]
    [InlineData(null)]
    public void Other_words_bind_nothing(string? words) => Assert.Null(BindWords.Parse(words));

    [Fact]
    public void A_leader_binds_for_the_own_team_and_no_other()
    {
        var leader = Somebody("south", Role.Leader);
        Assert.Equal(("south", null), Choose(leader));
        Assert.Equal(("south", null), Choose(leader, "south hall"));
        Assert.Equal((null, new Notice.OnlyLeadersBind()), Choose(leader, "北大厅"));
        Assert.Equal(["South Hall"], Assert.IsType<Notice.WhichTeamToBind>(Choose(leader, "nonsense").Instead).Teams.AsEnumerable());
    }

    [Theory]
    [InlineData(Role.Staff)]
    [InlineData(Role.Clerk)]
    [InlineData(Role.Security)]
    [InlineData(Role.Counsellor)]
    [InlineData(Role.Admin)]
    public void Nobody_else_binds(Role role) => Assert.Equal((null, new Notice.OnlyLeadersBind()), Choose(Somebody("north", role), "north"));

    [Fact]
    public void A_hall_leader_binds_for_the_team_that_is_named_else_for_that_of_the_channels_name_else_for_the_own_one()
    {
        var hallLeader = Somebody("north", Role.HallLeader);
        Assert.Equal(("south", null), Choose(hallLeader, "south"));
        Assert.Equal(("office", null), Choose(hallLeader, here: ["General", "office"]));
        Assert.Equal(("north", null), Choose(hallLeader));
    }

    [Fact]
    public void A_hall_leader_of_an_office_means_the_only_team_with_counter_staff_or_is_asked_which()
    {
        var hallLeader = Somebody("office", Role.HallLeader);
        Assert.Equal(("south", null), Choose(hallLeader, staffed: ["south"]));
        Assert.Equal(["北大厅", "South Hall"], Assert.IsType<Notice.WhichTeamToBind>(Choose(hallLeader).Instead).Teams.AsEnumerable());
        Assert.Equal(3, Assert.IsType<Notice.WhichTeamToBind>(Choose(hallLeader, staffed: []).Instead).Teams.Length);
    }

    private static (string? Team, Notice? Instead) Choose(Person by, string? team = null, string[]? staffed = null, string[]? here = null) =>
        new BindWords(team).Choose(by, Teams, t => (staffed ?? ["north", "south"]).Contains(t.Id), here ?? []);

    private static Person Somebody(string team, Role role) => new("p", "P", "", "e", Language.English, team, "", [role], [], "", "");
}
