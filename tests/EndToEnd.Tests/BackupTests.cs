using CheckInBot.Bot.Tests.Storage;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The commands <c>backup</c> and <c>restore</c> as an operator runs them, in the middle of a day.</summary>
[Collection(Azurite.Collection)]
public sealed class BackupTests(Azurite azurite)
{
    private const string Note = "qzx the queue was long";

    [Fact]
    public async Task An_office_that_is_backed_up_while_it_works_goes_on_elsewhere_from_there()
    {
        await using var hall = await Hall.Open("en");
        var bot = hall.Bot;
        var (end, people) = (await hall.ShiftEnds()).First(e => e.People.Count >= 2);
        var (answered, open) = (people[0], people[1]);
        foreach (var person in people.Take(2))
            await hall.Consent(person, "checkin,escalation");
        await hall.ClockTo(end.AddSeconds(1));
        var first = await hall.Card(answered, "checkin.answer");
        Assert.NotNull((await hall.Channel.Press(answered, first, "checkin.answer", ("stress", "2"), ("mood", "3"), ("note", Note))).Card);
        var card = await hall.Card(open, "checkin.answer");
        await hall.Quieten();
        var file = Path.Combine(bot.Data, "office.backup");

        await using (var beside = new BotProcess(hall.Organisation.Folder, null, bot.Data))
            Assert.Equal(0, await beside.RunToItsEnd("backup", file));
        Assert.False(bot.HasEnded);
        Assert.DoesNotContain(Note, await File.ReadAllTextAsync(file), StringComparison.Ordinal);

        Assert.Equal(0, await bot.Stop());
        bot.Set("Storage__Provider", "Azure");
        bot.Set("Storage__ConnectionString", azurite.ConnectionString);
        bot.Set("Storage__Prefix", "restored");
        bot.Set("Storage__Keys", Path.Combine(bot.Data, "keys"));
        Assert.Equal(0, await bot.RunToItsEnd("restore", file));
        Assert.Contains("Everything was read back", bot.Log, StringComparison.Ordinal);
        Assert.Equal(1, await bot.RunToItsEnd("restore", file));
        Assert.Contains("holds an office since", bot.StandardError, StringComparison.Ordinal);

        await bot.Start();
        Assert.True((await hall.Channel.Press(open, card, "checkin.answer", ("stress", "2"), ("mood", "3"))).Card?.Has("checkin.edit"));
        var receipt = hall.Teams.Of(answered.Id).Showing("checkin.edit")!;
        Assert.Contains(Note, (await hall.Channel.Press(answered, receipt, "checkin.edit")).Card!.ToJsonString(Channel.Wire), StringComparison.Ordinal);
        await hall.Quieten();
    }

    [Fact]
    public async Task What_it_lacks_is_said_in_a_sentence()
    {
        using var organisation = new DemoOrganisation();
        await using var bot = new BotProcess(organisation.Folder);

        Assert.Equal(1, await bot.RunToItsEnd("backup", Path.Combine(bot.Data, "office.backup")));

        Assert.Contains("there is no SQLite store", bot.StandardError, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", bot.Log, StringComparison.Ordinal);
    }
}
