using CheckInBot.Bot.Tests.Rosters;

namespace CheckInBot.Bot.Tests.Imports;

/// <summary>What an import keeps of people and teams is all that the files say of them.</summary>
public sealed class ListTextTests
{
    [Fact]
    public async Task Every_property_of_people_teams_and_leave_comes_back_from_the_store()
    {
        await using var desk = await ImportDesk.Open();
        desk.Org.Write("teams.csv", "id,name,timeZone,profile,hall\nhall,\"大厅, \"\"一\"\"\",Asia/Shanghai,CN,north\n");
        desk.Org.Write("people.csv", """
            id,name,email,entraId,language,team,post,roles,skills,bRole,buddyGroup,hall
            zhangsan,"张, 三",z@example.com,e-1,zh-CN,hall,1 号窗口,staff;leader;hallLeader;counsellor;security;clerk;admin,deposit;loan,ann,A,north
            ann,Ann Demo,,e-2,en,hall,"2 号, 窗口",staff,,zhangsan,A,
            cara,Cara Demo,,e-3,en,hall,,counsellor;hallLeader,,,,

            """);
        var before = (await desk.Imports.Read(SampleOrg.Now, default)).Organisation!;
        await desk.Write("leave.csv", desk.Org.Text("leave.csv")).Import();
        var after = (await desk.Imports.Read(SampleOrg.Now, default)).Organisation!;
        Assert.NotNull(after.Imported);
        Assert.Equivalent(before.Teams, after.Teams, strict: true);
        Assert.Equivalent(before.People, after.People, strict: true);
        Assert.Equivalent(before.Leaves, after.Leaves, strict: true);
        // A property that is empty everywhere would prove nothing.
        foreach (var property in typeof(Dialogs.People.Person).GetProperties().Where(p => p.CanWrite))
            Assert.Contains(before.People, p => property.GetValue(p) is not (null or "" or IReadOnlyList<string> { Count: 0 }));
    }

    [Fact]
    public async Task Whoever_leaves_is_remembered_by_name_for_what_is_handed_on_later()
    {
        await using var desk = await ImportDesk.Open();
        await desk.Write("people.csv", desk.Org.Text("people.csv") + "lisi,李四,,e-4,zh-CN,hall,,staff,,,\n").Import();
        await desk.Write("people.csv", desk.Org.Text("people.csv")).Import();
        await desk.Write("leave.csv", "person,from,to,kind\n").Import();
        Assert.Equal(new Bot.Roster.FormerPerson("lisi", "李四"), Assert.Single((await desk.Roster()).Former));
    }
}
