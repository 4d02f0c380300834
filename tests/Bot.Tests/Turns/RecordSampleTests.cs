using System.Collections.Immutable;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CheckInBot.Bot.Storage.Sqlite;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Audits;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;
using Route = CheckInBot.Dialogs.Escalations.Route;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>
/// One row of each kind as a version of the program stored it. A file is written once and never changed; a program that can no longer
/// read it would lose what people entrusted to it.
/// </summary>
public sealed class RecordSampleTests
{
    [Theory]
    [InlineData("checkin.1")]
    [InlineData("checkin.2")]
    [InlineData("checkin.3")]
    [InlineData("trend.1")]
    [InlineData("case.1")]
    [InlineData("case.2")]
    [InlineData("case.3")]
    [InlineData("caseload.1")]
    [InlineData("personNow.1")]
    [InlineData("contact.1")]
    [InlineData("contact.2")]
    [InlineData("shiftEnds.1")]
    [InlineData("sos.1")]
    [InlineData("sos.2")]
    [InlineData("review.1")]
    [InlineData("incident.1")]
    [InlineData("incident.2")]
    [InlineData("statement.1")]
    [InlineData("cover.1")]
    [InlineData("cover.2")]
    [InlineData("standIn.1")]
    [InlineData("reinforce.1")]
    [InlineData("channel.1")]
    [InlineData("leave.1")]
    [InlineData("swap.1")]
    [InlineData("audit.1")]
    public void A_row_stored_by_an_earlier_version_reads_and_keeps_every_column(string sample)
    {
        var columns = ColumnsJson.Read(File.ReadAllBytes(PathOf(sample)));
        var again = sample.Split('.')[0] switch
        {
            CheckIn.Kind => Again(columns, DialogsJson.Default.CheckIn),
            Trend.Kind => Again(columns, DialogsJson.Default.Trend),
            Escalation.Kind => Again(columns, DialogsJson.Default.Escalation),
            Caseload.Kind => Again(columns, DialogsJson.Default.Caseload),
            PersonNow.Kind => Again(columns, DialogsJson.Default.PersonNow),
            Alert.Kind => Again(columns, DialogsJson.Default.Alert),
            ReviewKeys.Kind => Again(columns, DialogsJson.Default.Review),
            Contact.Kind => Again(columns, DialogsJson.Default.Contact),
            Incident.Kind => Again(columns, DialogsJson.Default.Incident),
            Cover.Kind => Again(columns, DialogsJson.Default.Cover),
            StandIn.Kind => Again(columns, DialogsJson.Default.StandIn),
            Reinforcement.Kind => Again(columns, DialogsJson.Default.Reinforcement),
            Statement.Kind => Again(columns, DialogsJson.Default.Statement),
            OwnLeave.Kind => Again(columns, DialogsJson.Default.OwnLeave),
            TeamChannel.Kind => Again(columns, DialogsJson.Default.TeamChannel),
            Swap.Kind => Again(columns, DialogsJson.Default.Swap),
            Audit.Kind => Again(columns, DialogsJson.Default.Audit),
            _ => Again(columns, DialogsJson.Default.ShiftEnds),
        };
        foreach (var (name, value) in columns.Where(c => !c.Key.StartsWith("flow", StringComparison.Ordinal)))
            AssertSame(value, again[name]);
    }

    [Fact]
    public async Task Every_kind_of_record_that_the_program_keeps_has_a_sample_and_each_sample_is_read_here()
    {
        await using var bot = new WholeBot(Hall.Organisation(null), Hall.Opening);
        var samples = Directory.GetFiles(Path.GetDirectoryName(PathOf("x"))!, "*.json").Select(f => Path.GetFileNameWithoutExtension(f)!).Order(StringComparer.Ordinal).ToList();
        Assert.Empty(bot.Get<IReadOnlyDictionary<string, IFlow>>().Keys.Except(samples.Select(s => s.Split('.')[0])));
        var read = typeof(RecordSampleTests).GetMethod(nameof(A_row_stored_by_an_earlier_version_reads_and_keeps_every_column))!.GetCustomAttributes<InlineDataAttribute>().Select(d => (string)d.GetData(null!).Single()[0]);
        Assert.Equal(samples, read.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_case_stored_with_a_wait_in_each_step_goes_on_with_these_waits()
    {
        var read = RecordColumns.Read(ColumnsJson.Read(File.ReadAllBytes(PathOf("case.1"))), DialogsJson.Default.Escalation);
        var policy = new EscalationPolicy(
            ImmutableSortedDictionary<Route, ImmutableArray<ChainStep>>.Empty, ImmutableSortedDictionary<Urgency, Pace>.Empty, ImmutableSortedDictionary<Cause, Urgency>.Empty,
            3, TimeSpan.FromHours(4), TimeSpan.FromMinutes(10), TimeSpan.FromDays(1), TimeSpan.FromDays(3));
        var facts = new EscalationFacts(policy, [new("mia", [Role.HallLeader], true, false, true, false, null)], default, null);
        var next = read.On(new Due(), facts, read.NextAt!.Value).State;
        Assert.Equal((CasePhase.Asking, 1, read.NextAt.Value.AddMinutes(15)), (next.Phase, next.Step, next.NextAt!.Value));
        Assert.Equal(CasePhase.Unanswered, next.On(new Due(), facts, next.NextAt.Value).State.Phase);
    }

    [Fact]
    public void A_column_that_a_later_version_added_is_passed_over_and_one_that_is_missing_is_empty()
    {
        var columns = new Dictionary<string, object>(ColumnsJson.Read(File.ReadAllBytes(PathOf("checkin.1")))) { ["added"] = "later" };
        columns.Remove("went");
        var read = RecordColumns.Read(columns, DialogsJson.Default.CheckIn);
        Assert.Equal(Outlook.Nobody, read.Went);
    }

    private static Dictionary<string, object> Again<T>(IReadOnlyDictionary<string, object> columns, JsonTypeInfo<T> type) =>
        RecordColumns.Write(RecordColumns.Read(columns, type), type);

    /// <summary>What is nested is the same when it means the same, however a character is escaped.</summary>
    private static void AssertSame(object stored, object again)
    {
        if (stored is string { Length: > 0 } nested && (nested[0] is '[' or '{'))
            Assert.True(JsonNode.DeepEquals(JsonNode.Parse(nested), JsonNode.Parse((string)again)), $"{nested} became {again}");
        else
            Assert.Equal(stored, again);
    }

    private static string PathOf(string sample, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Samples", $"{sample}.json");
}
