using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using CheckInBot.Bot.Storage.Sqlite;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;

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
    [InlineData("trend.1")]
    [InlineData("case.1")]
    [InlineData("personNow.1")]
    [InlineData("contact.1")]
    [InlineData("contact.2")]
    [InlineData("shiftEnds.1")]
    public void A_row_stored_by_an_earlier_version_reads_and_keeps_every_column(string sample)
    {
        var columns = ColumnsJson.Read(File.ReadAllText(PathOf(sample)));
        var again = sample.Split('.')[0] switch
        {
            CheckIn.Kind => Again(columns, DialogsJson.Default.CheckIn),
            Trend.Kind => Again(columns, DialogsJson.Default.Trend),
            Escalation.Kind => Again(columns, DialogsJson.Default.Escalation),
            PersonNow.Kind => Again(columns, DialogsJson.Default.PersonNow),
            Contact.Kind => Again(columns, DialogsJson.Default.Contact),
            _ => Again(columns, DialogsJson.Default.ShiftEnds),
        };
        foreach (var (name, value) in columns.Where(c => !c.Key.StartsWith("flow", StringComparison.Ordinal)))
            Assert.Equal(value, again[name]);
    }

    [Fact]
    public void A_column_that_a_later_version_added_is_passed_over_and_one_that_is_missing_is_empty()
    {
        var columns = new Dictionary<string, object>(ColumnsJson.Read(File.ReadAllText(PathOf("checkin.1")))) { ["added"] = "later" };
        columns.Remove("went");
        var read = RecordColumns.Read(columns, DialogsJson.Default.CheckIn);
        Assert.Equal(Outlook.Nobody, read.Went);
    }

    private static Dictionary<string, object> Again<T>(IReadOnlyDictionary<string, object> columns, JsonTypeInfo<T> type) =>
        RecordColumns.Write(RecordColumns.Read(columns, type), type);

    private static string PathOf(string sample, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, "Samples", $"{sample}.json");
}
