using System.Globalization;
using CheckInBot.Bot.Tests.Storage;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The command <c>move</c> as an administrator runs it, in the middle of a day.</summary>
[Collection(Azurite.Collection)]
public sealed class MoveTests(Azurite azurite)
{
    private const string Note = "qzx the queue was long";
    private const int Shifts = 2000;

    [Fact]
    public async Task An_office_that_moved_in_the_middle_of_a_day_goes_on_where_it_was()
    {
        await using var hall = await Hall.Open(new DemoOrganisation("en", everyDay: true, change: ManyShifts));
        var bot = hall.Bot;
        var (end, people) = (await hall.ShiftEnds()).First(e => e.People.Count >= 3);
        var (answered, open, silent) = (people[0], people[1], people[2]);
        foreach (var person in people.Take(3))
            await hall.Consent(person, "checkin,escalation");
        await hall.ClockTo(end.AddSeconds(1));
        var first = await hall.Card(answered, "checkin.answer");
        Assert.NotNull((await hall.Channel.Press(answered, first, "checkin.answer", ("stress", "2"), ("mood", "3"), ("note", Note))).Card);
        var card = await hall.Card(open, "checkin.answer");
        await hall.Card(silent, "checkin.answer");
        bot.Set("Storage__ConnectionString", azurite.ConnectionString);
        bot.Set("Storage__Prefix", "moved");

        await using (var second = new BotProcess(hall.Organisation.Folder, new Dictionary<string, string> { ["Storage__ConnectionString"] = azurite.ConnectionString, ["Storage__Prefix"] = "moved" }, bot.Data))
        {
            Assert.Equal(1, await second.RunToItsEnd("move", "--to", "azure"));
            Assert.Contains("already open in another process", second.StandardError, StringComparison.Ordinal);
        }
        Assert.Equal(0, await bot.Stop());
        await bot.RunUntil("10 %", "move", "--to", "azure");
        await bot.Kill();
        Assert.DoesNotContain("Everything was read back", bot.Log, StringComparison.Ordinal);
        bot.Set("Storage__Provider", "Azure");
        Assert.Equal(1, await bot.RunToItsEnd());
        Assert.Contains("is not finished", bot.StandardError, StringComparison.Ordinal);
        Assert.Equal(0, await bot.RunToItsEnd("move", "--to", "azure"));
        Assert.Contains("Everything was read back and is the same", bot.Log, StringComparison.Ordinal);
        bot.Set("Storage__Provider", "Sqlite");
        Assert.Equal(1, await bot.RunToItsEnd());
        Assert.Contains("move --undo", bot.StandardError, StringComparison.Ordinal);

        bot.Set("Storage__Provider", "Azure");
        await bot.Start();
        Assert.True((await hall.Channel.Press(open, card, "checkin.answer", ("stress", "2"), ("mood", "3"))).Card?.Has("checkin.edit"));
        var receipt = hall.Teams.Of(answered.Id).Showing("checkin.edit")!;
        Assert.Contains(Note, (await hall.Channel.Press(answered, receipt, "checkin.edit")).Card!.ToJsonString(Channel.Wire), StringComparison.Ordinal);
        await hall.Advance(TimeSpan.FromMinutes(95));
        await Eventually.True("the reminder comes", () => hall.Teams.Of(silent.Id).PostedWith("checkin.answer") == 2);
        await hall.Quieten();
        Assert.Equal([1, 1, 2], people.Take(3).Select(p => hall.Teams.Of(p.Id).PostedWith("checkin.answer")));
        Assert.Equal(0, await bot.Stop());
        Assert.Equal(1, await bot.RunToItsEnd("move", "--to", "azure"));
        Assert.Contains("The office lives on", bot.StandardError, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Storage:ConnectionString", "", "move", "--to", "azure")]
    [InlineData("AccountKey", "AccountName=office", "move", "--to", "azure")]
    [InlineData("there is no SQLite store", "UseDevelopmentStorage=true", "move", "--to", "azure")]
    [InlineData("to azure only", "UseDevelopmentStorage=true", "move", "--to", "paper")]
    [InlineData("move --undo [--abandon]", "UseDevelopmentStorage=true", "move")]
    public async Task What_a_move_lacks_is_said_in_a_sentence(string told, string connection, params string[] command)
    {
        using var organisation = new DemoOrganisation();
        await using var bot = new BotProcess(organisation.Folder, new Dictionary<string, string> { ["Storage__ConnectionString"] = connection });
        if (!told.StartsWith("there", StringComparison.Ordinal))
            await File.WriteAllTextAsync(bot.DatabaseFile, "");

        Assert.Equal(1, await bot.RunToItsEnd(command));

        Assert.Contains(told, bot.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bot.Log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_ring_that_opens_nobodys_words_stops_the_move()
    {
        await using var hall = await Hall.Open("en");
        var person = hall.Organisation.With("staff").First();
        await hall.Consent(person, "checkin,escalation");
        var card = await hall.Ask(person, "check in", "checkin.answer");
        Assert.NotNull((await hall.Channel.Press(person, card, "checkin.answer", ("stress", "2"), ("mood", "3"), ("note", Note))).Card);
        Assert.Equal(0, await hall.Bot.Stop());
        hall.Bot.Set("Storage__ConnectionString", azurite.ConnectionString);
        hall.Bot.Set("Storage__Prefix", "ringless");
        hall.Bot.Set("Storage__Keys", Path.Combine(hall.Bot.Data, "elsewhere"));

        Assert.Equal(1, await hall.Bot.RunToItsEnd("move", "--to", "azure"));

        Assert.Contains("Storage:Keys", hall.Bot.StandardError, StringComparison.Ordinal);
        Assert.Contains("elsewhere", hall.Bot.StandardError, StringComparison.Ordinal);
    }

    private static void ManyShifts(string folder)
    {
        var day = new DateOnly(2030, 1, 1);
        string On(int i, int hour) => $"{day.AddDays(i).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}T{hour:D2}:00";
        File.AppendAllLines(Path.Combine(folder, "shifts.csv"), Enumerable.Range(0, Shifts).Select(i => $"x{i},zhangsan,hall,1,{On(i, 8)},{On(i, 16)},"));
    }
}
