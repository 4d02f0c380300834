using System.Text;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>A person's copy: all of theirs, and nothing of anybody else, on either store.</summary>
public abstract class ExportContract
{
    internal abstract Task<Hall> Begin();

    [Fact]
    public async Task A_copy_holds_every_word_of_the_person_and_no_mark_of_anybody_else()
    {
        await using var hall = await Begin();
        await TwoLives.Live(hall);
        await hall.Pass(TimeSpan.FromHours(3));
        foreach (var number in new[] { "INC-20261123-001", "INC-20261123-002" })
            await hall.Happens(ReviewKeys.Of(number), new TakeReview((await hall.State<Review>(ReviewKeys.Of(number)))!.AskedNow!.Person));
        foreach (var (person, mark, other, others) in new[] { (TwoLives.Qiu, TwoLives.QiusMark, TwoLives.Dong, TwoLives.DongsMark), (TwoLives.Dong, TwoLives.DongsMark, TwoLives.Qiu, TwoLives.QiusMark) })
        {
            var made = await Of(hall).Make(person, default);
            var text = Encoding.UTF8.GetString(made.Text);
            var json = Encoding.UTF8.GetString(made.Json);
            foreach (var copy in new[] { text, json })
            {
                foreach (var words in Enumerable.Range(2, 6).Select(i => $"{mark}{i}"))
                    Assert.Contains(words, copy, StringComparison.Ordinal);
                Assert.DoesNotContain(others, copy, StringComparison.Ordinal);
                Assert.DoesNotContain(TwoLives.OthersMark, copy, StringComparison.Ordinal);
                Assert.DoesNotContain(other.Id, copy, StringComparison.Ordinal);
                Assert.DoesNotContain(other.Email, copy, StringComparison.Ordinal);
                // Colleagues may stand there by name where they had a case or looked, and by nothing else.
                foreach (var colleague in hall.Roster.People.Where(p => p.Id != person.Id))
                {
                    foreach (var tell in new[] { colleague.Email, colleague.EntraId, $"29:{colleague.Id}", $"conversation-{colleague.Id}" })
                        Assert.DoesNotContain(tell, copy, StringComparison.Ordinal);
                }
                Assert.Contains((await hall.State<Escalation>(TwoLives.CaseOf(person.Id)))!.Number, copy, StringComparison.Ordinal);
                Assert.Contains(person.Email, copy, StringComparison.Ordinal);
            }
            Assert.Contains("stress 5 of 5", text, StringComparison.Ordinal);
            Assert.Contains($"conversation-{person.Id}", json, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_copy_names_each_kind_of_record_with_what_stands_in_it_and_who_looked()
    {
        await using var hall = await Begin();
        await TwoLives.Live(hall);
        var json = JsonNode.Parse((await Of(hall).Make(TwoLives.Qiu, default)).Json)!;
        var kinds = json["records"]!.AsArray().Select(r => (string)r!["kind"]!).ToHashSet();
        Assert.Superset(new HashSet<string> { "contact", "checkin", "trend", "case", "personNow", "sos", "cover", "swap", "incident", "statement", "leave" }, kinds);
        Assert.Contains("review", json["partOfOthersRecords"]!.AsArray().Select(r => (string)r!["kind"]!));
        Assert.NotEmpty(json["looks"]!.AsArray());
        Assert.NotEmpty(json["shifts"]!.AsArray());
        Assert.Equal("/9j/AQID", (string?)json["files"]![0]!["base64"]);
        Assert.NotNull(json["outOfReach"]);
    }

    internal static PersonExport Of(Hall hall, bool takesFiles = true, int most = ReportFiles.MostBytes) => new(
        new(hall.Turns.Rows), hall.Roster, hall.Readers, hall.Vault, FilesOf(hall, most), new References(hall.Store.Table(References.TableName)), hall.OutOfReach, hall.Looks, hall.Store.Table("Roster"), takesFiles, hall.Clock);

    internal static ReportFiles FilesOf(Hall hall, int most = ReportFiles.MostBytes) => new(new IncidentFiles(() => hall.Turns.Rows, hall.Vault, hall.Store.Files), () => hall.Turns.Rows, most);
}

public sealed class SqliteExportTests : ExportContract
{
    internal override Task<Hall> Begin() => Task.FromResult(TwoLives.Begin());
}

[Collection(Azurite.Collection)]
public sealed class AzureExportTests(Azurite azurite) : ExportContract
{
    internal override Task<Hall> Begin() => TwoLives.BeginOn(azurite);
}
