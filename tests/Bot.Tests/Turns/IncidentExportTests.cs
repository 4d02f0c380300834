using System.Text;
using System.Text.Json;
using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Hosting;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>The redacted log as authorities get it.</summary>
public sealed class IncidentExportTests
{
    private static readonly IncidentReported Report = new(
        "INC-20261123-001", 1, "ann", ["ann"], ["ben"], [], "hall", "W1", LocationClass.Counter, Hall.Opening, Hall.Opening.AddHours(30), [ViolenceKind.ThreatVerbal, ViolenceKind.ObjectThrown], 4,
        Injury.Minor, Trigger.Wait, null, null, "ann/20261123",
        new(ViolenceType.T2, PerpetratorClass.Client, Weapon.CommonObject, [Circumstance.Alone], [ImmediateAction.Police], null));

    private static readonly (DateOnly From, DateOnly To) November = (new(2026, 11, 1), new(2026, 11, 30));

    [Fact]
    public async Task A_line_is_complete_and_names_nobody()
    {
        await using var hall = await Reviewed();
        var (entries, unreadable, strangers) = await Export(hall).Read(November.From, November.To, CancellationToken.None);
        Assert.Equal((0, 0), (unreadable, strangers));
        Assert.Equal(
            new LogEntry(
                "INC-20261123-001", "2026-11-23", "08:00", "2026-11-24", true, "counter", "T2", "threatVerbal; objectThrown", "commonObject", 4, "minor", "client", "wait", "alone", "police",
                "=■■■ was hit; the visitor's phone is ■■■, plate ■■■", "processIssue", "none", "ask ■■■ for a sign (2026-11-27, checked)", "", "Thank you ■■■", true, "hallLeader", "2026-11-23"),
            Assert.Single(entries));
    }

    [Fact]
    public async Task The_columns_are_stable_and_nothing_is_a_formula()
    {
        await using var hall = await Reviewed();
        var (entries, _, _) = await Export(hall).Read(November.From, November.To, CancellationToken.None);
        var bytes = IncidentExport.Csv(entries);
        var lines = Encoding.UTF8.GetString(bytes).Split("\r\n");
        Assert.Equal(
            "number,date,time,reportedOn,lateReport,location,violenceType,kinds,weapon,severity,injury,perpetrator,trigger,circumstances,immediateActions,description,finding,visitorMeasure,"
            + "correctiveActions,noActionReason,reply,repliedInTime,completedByTitle,completedOn",
            lines[0]);
        Assert.Equal((3, (byte)'n'), (lines.Length, bytes[0]));
        Assert.Contains(",\"'=■■■ was hit; the visitor's phone is ■■■, plate ■■■\",", lines[1], StringComparison.Ordinal);
        using var json = JsonDocument.Parse(IncidentExport.JsonOf(entries));
        Assert.Equal(lines[0].Split(','), json.RootElement[0].EnumerateObject().Select(p => p.Name));
    }

    [Fact]
    public async Task What_is_restricted_is_neither_written_nor_counted_and_other_days_are_left_out()
    {
        await using var hall = await Reviewed();
        await hall.Happens(ReviewKeys.Of("INC-20261123-002"), Report with { Number = "INC-20261123-002", Kinds = [ViolenceKind.SexualHarassment] });
        Assert.Single((await Export(hall).Read(November.From, November.To, CancellationToken.None)).Entries);
        Assert.Empty((await Export(hall).Read(new(2026, 11, 24), November.To, CancellationToken.None)).Entries);
    }

    [Fact]
    public async Task Numbers_stand_in_their_order_also_above_999()
    {
        await using var hall = await Reviewed();
        foreach (var number in new[] { "INC-20261123-1000", "INC-20261123-999", "INC-20261124-002", "INC-20261123-1001" })
            await hall.Happens(ReviewKeys.Of(number), Report with { Number = number });
        Assert.Equal(
            ["INC-20261123-001", "INC-20261123-999", "INC-20261123-1000", "INC-20261123-1001", "INC-20261124-002"],
            (await Export(hall).Read(November.From, November.To, CancellationToken.None)).Entries.Select(e => e.Number));
    }

    [Fact]
    public async Task Who_has_left_is_not_named_and_who_is_in_no_list_is_counted()
    {
        await using var hall = await Reviewed();
        var key = ReviewKeys.Of("INC-20261123-003");
        var words = await hall.Sealing.Of("ann", new("old joe and 欧阳小明 saw it, 小欧阳 too, 小明 not"));
        await hall.Happens(key, Report with { Number = "INC-20261123-003", Witnesses = ["joe", "sue", "oy"], Details = Report.Details! with { Description = words } });
        var read = await Export(hall).Read(November.From, November.To, CancellationToken.None);
        Assert.Equal((3, "old ■■■ and 欧阳小明 saw it, 小欧阳 too, 小明 not"), (read.Strangers, read.Entries[1].Description));

        var roster = new Bot.Roster.Roster(hall.Store.Table("Roster"), Hall.Organisation(null) with { Former = [new("joe", "Joe Old"), new("sue", "Sue Old"), new("oy", "欧阳小明")] });
        read = await new IncidentExport(() => hall.Turns.Rows, hall.Vault, roster, hall.Looks).Read(November.From, November.To, CancellationToken.None);
        Assert.Equal((0, "■■■ ■■■ and ■■■ saw it, ■■■ too, ■■■ not"), (read.Strangers, read.Entries[1].Description));
    }

    [Fact]
    public async Task Words_that_can_no_longer_be_read_say_so()
    {
        await using var hall = await Reviewed();
        await hall.Vault.Destroy("ann");
        var entry = Assert.Single((await Export(hall).Read(November.From, November.To, CancellationToken.None)).Entries);
        Assert.Equal((IncidentLog.Unreadable, "Thank you ■■■"), (entry.Description, entry.Reply));
    }

    [Theory]
    [InlineData("export incidents --from 2026-11-01 --to 2026-11-30 --out log.csv", 0)]
    [InlineData("export incidents --from 2026-11-30 --to 2026-11-01 --out log.csv", 1)]
    [InlineData("export incidents --from soon --to 2026-11-01 --out log.json", 1)]
    [InlineData("export incidents --from 2026-11-01 --to 2026-11-30 --out log.txt", 1)]
    [InlineData("export incidents", 3)]
    [InlineData("export people --from 2026-11-01 --to 2026-11-30 --out log.csv", 1)]
    public void Every_reason_why_a_command_is_none_is_told(string words, int faults)
    {
        var args = words.Split(' ');
        Assert.True(ExportCommand.IsMeant(args));
        var (command, told) = ExportCommand.Read(args);
        Assert.Equal((faults, faults == 0), (told.Count, command is not null));
    }

    private static IncidentExport Export(Hall hall) => new(() => hall.Turns.Rows, hall.Vault, hall.Roster, hall.Looks);

    private static async Task<Hall> Reviewed()
    {
        var hall = new Hall();
        await hall.Open();
        var key = ReviewKeys.Of(Report.Number);
        var account = await hall.Sealing.Of("ann", new("=Ben was hit; the visitor's phone is 13800138000, plate 京A12345"));
        await hall.Happens(key, Report with { Details = Report.Details! with { Description = account } });
        await hall.Happens(key, new TakeReview("mia"));
        await hall.Happens(key, new RecordFinding("mia", Finding.ProcessIssue, account, null, null));
        await hall.Happens(key, new AddCorrection("mia", await hall.Sealing.Of("mia", new("ask Lee for a sign")), "lee", new(2026, 11, 27), false));
        await hall.Happens(key, new CorrectionDone("lee", 1));
        await hall.Happens(key, new CheckCorrection("mia", 1, true));
        await hall.Happens(key, new SendReply("mia", await hall.Sealing.Of("mia", new("Thank you Ann"))));
        return hall;
    }
}
