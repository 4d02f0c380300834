namespace CheckInBot.Bot.Tests.Turns;

public sealed class OnDutyTests
{
    [Fact]
    public async Task Somebody_who_has_left_the_roster_has_worked_no_hours()
    {
        await using var hall = new Hall();
        await hall.Open();
        Assert.Equal((0, 0), await hall.OnDuty.HoursOf(hall.OnDuty.Known("gone"), Hall.Opening));
    }
}
