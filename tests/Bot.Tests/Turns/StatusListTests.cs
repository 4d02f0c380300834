using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Rosters;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>An administrator reads in numbers how everything stands, and of nobody who or why.</summary>
public sealed class StatusListTests : IDisposable
{
    private readonly SampleOrg org = new();

    public void Dispose() => org.Dispose();

    private StatusLists Of(Hall hall) => new(hall.Roster, hall.Readers, hall.OutOfReach, hall.Parked, new RosterImports(hall.Store, org.Folder), () => hall.Turns.Rows, hall.Clock);

    private static async Task<Hall> Open()
    {
        var hall = new Hall();
        await hall.Open();
        await hall.Inner.Open([RosterImports.TableName]);
        return hall;
    }

    [Fact]
    public async Task Shifts_of_whoever_is_asked_that_end_today_are_counted_and_how_many_are_still_to_come()
    {
        await using var hall = await Open();
        Assert.Equal([new TeamEnds("Hall", 1, 1)], (await Of(hall).Look(default)).Today);
        await hall.Pass(TimeSpan.FromHours(9.1));
        Assert.Equal([new TeamEnds("Hall", 1, 0)], (await Of(hall).Look(default)).Today);
    }

    [Fact]
    public async Task A_case_that_nobody_takes_for_an_hour_is_counted_by_team_and_one_that_is_taken_is_not()
    {
        await using var hall = await Open();
        await hall.Pass(TimeSpan.FromHours(9.1));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 5 }));
        Assert.Empty((await Of(hall).Look(default)).Overdue);
        // Nothing steps it: the program of this test sleeps.
        hall.Time.Advance(TimeSpan.FromMinutes(70));
        Assert.Equal([new OverdueCases("Hall", 1, 0, 0)], (await Of(hall).Look(default)).Overdue);
        hall.Time.Advance(TimeSpan.FromDays(2));
        Assert.Equal([new OverdueCases("Hall", 0, 1, 0)], (await Of(hall).Look(default)).Overdue);
        await hall.Happens(Hall.AnnsCase, new Take("lee"));
        Assert.Empty((await Of(hall).Look(default)).Overdue);
    }

    [Fact]
    public async Task Of_a_case_at_the_counsellors_not_even_the_team_is_said()
    {
        await using var hall = await Open();
        await hall.Pass(TimeSpan.FromHours(9.1));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 2, Help = Helper.Counsellor }));
        hall.Time.Advance(TimeSpan.FromDays(3));
        Assert.Equal([null], (await Of(hall).Look(default)).Overdue.Select(o => o.Team));
    }

    [Fact]
    public async Task What_is_parked_out_of_reach_and_not_imported_to_its_end_is_on_it()
    {
        await using var hall = await Open();
        for (var tries = 0; tries < ParkedRecords.MostTries; tries++)
            await hall.Parked.Failed(new(Hall.AnnsCase, 1), "InvalidOperationException", default);
        await hall.OutOfReach.Refused("lee", Refusal.Blocked);
        await hall.OutOfReach.Refused("long gone", Refusal.Blocked);
        var view = await Of(hall).Look(default);
        Assert.Equal((1, 1, null, StoreShape.Current), (view.Found.Parked, view.Unreachable, view.Import, view.Shape));
        var card = System.Text.Json.JsonSerializer.Serialize((await Of(hall).For("ada", default)).Card, SchemaJson.Default.AdaptiveCard);
        Assert.DoesNotMatch(@"\b(ann|ben|lee)\b", card);
    }
}
