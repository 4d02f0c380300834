using CheckInBot.Bot.Flows;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Rosters;

/// <summary>Who works in which hall, and whom an alert could call there.</summary>
public sealed class HallTests : IDisposable
{
    private readonly SampleOrg org = new();

    public void Dispose() => org.Dispose();

    [Fact]
    public async Task Those_of_the_callers_hall_are_told_from_those_of_another_and_who_has_none_is_of_all()
    {
        org.Write("teams.csv", """
            id,name,timeZone,profile,hall
            hall,窗口大厅,Asia/Shanghai,CN,main
            desk,咨询台,Asia/Shanghai,CN,main
            yard,院子,Asia/Shanghai,CN,yard
            support,综合组,Asia/Shanghai,CN,

            """);
        org.Write("people.csv", """
            id,name,email,entraId,language,team,post,roles,skills,bRole,buddyGroup,hall
            zhangsan,张三,,e-1,zh-CN,hall,1 号窗口,staff,,,,
            ann,Ann Demo,,e-2,en,desk,,staff,,,,
            dingmou,丁某,,e-4,zh-CN,support,,security,,,,
            faraway,Far Demo,,e-5,en,support,,security,,,,yard
            ben,Ben Demo,,e-6,en,hall,,leader,,,,yard
            cara,Cara Demo,,e-3,en,support,,counsellor,,,,
            eva,Eva Demo,,e-7,en,yard,,staff,,,,

            """);
        org.Replace("shifts.csv", "s2,ann,hall", "s2,ann,desk");
        var (organisation, faults) = org.Read();
        Assert.Empty(faults);
        var table = new TableInMemory();
        var roster = new Roster.Roster(table, organisation!);
        await roster.Load(default);
        var called = await new OnDuty(roster, new Caseloads(table), new Absences(roster, table), new(table, TimeProvider.System)).CallableFor(roster.Find("zhangsan")!, new(2026, 11, 23, 5, 0, 0, TimeSpan.Zero), default);
        Assert.Equal(
            [("ann", true, false, true), ("dingmou", false, false, false), ("faraway", false, true, false), ("ben", false, true, false)],
            called.Select(c => (c.Person, c.SameHall, c.OtherHall, c.OnDuty)));

        // Where the roster says of nobody in which hall they are, everybody is called as before.
        Assert.All(await new OnDuty(roster, new Caseloads(table), new Absences(roster, table), new(table, TimeProvider.System)).CallableFor(roster.Find("cara")!, default, default), c => Assert.False(c.OtherHall));
    }
}
