using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>How long something is kept is said as this organisation's policy has it.</summary>
public sealed class KeptLongerTests
{
    [Fact]
    public async Task Whoever_deletes_their_answers_reads_how_long_their_organisation_keeps_what_they_reported()
    {
        var hall = Hall.Organisation(null);
        await using var bot = new WholeBot(hall with { Policy = hall.Policy with { Retention = hall.Policy.Retention with { Incidents = 3653 } } }, Hall.Opening);
        await bot.Open();
        var key = Incident.KeyOf("ann", "20261123010000");
        var report = new Incident { Reporter = "ann", Id = key.Id, Team = "hall", Number = "INC-20261123-001", Phase = IncidentPhase.Reported, BegunAt = Hall.Opening };
        await bot.Get<IStore>().Table(FlowRows.TableName).Commit(FlowRows.PartitionOf(key), [Change.Insert(FlowRows.StateKey(key), bot.Turns.Rows.StateColumns(key, report, 1))]);
        await bot.Press("ann", new() { ["do"] = "consent.give", ["purposes"] = "checkin", ["terms"] = "99" });
        await bot.Turns.Take(new(Contact.KeyOf("ann"), new EraseAnswers("ann", null)));
        await bot.Turns.Take(new(Contact.KeyOf("ann"), new EraseAnswers("ann", true)));
        await bot.Turns.Settled();
        bot.Time.Advance(TimeSpan.FromMinutes(1));
        await bot.Turns.Take(new(Contact.KeyOf("ann"), new Dialogs.Due()));
        await bot.Turns.Settled();
        Assert.Contains(bot.Channel.Sent.Select(s => s.Body).Concat(bot.Channel.Updated.Select(u => u.Body)), b => b.Contains("INC-20261123-001. Such records are kept for 10 years", StringComparison.Ordinal));
    }
}
