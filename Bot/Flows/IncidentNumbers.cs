using System.Globalization;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.Flows;

/// <summary>
/// Numbers of incidents, <c>INC-yyyyMMdd-nnn</c>: one row for each day, raised by a conditional write before the report that wants the number
/// is committed. A report that is not committed after all leaves a gap; no number is ever given twice, by however many processes.
/// </summary>
/// <remarks>Partition <c>incidentNumbers</c>, key the day. It may run above 999; then the number has four digits.</remarks>
public sealed class IncidentNumbers(ITable table)
{
    private const string Partition = "incidentNumbers";
    private const string Last = "last";
    private const string Lowest = "lowest";
    private const int First = 1, End = 1000;
    private const int MostAttempts = 50;

    /// <param name="day">The local day on which it is reported.</param>
    /// <param name="restricted">Counted down from 999: a gap in the numbers of the others would tell that there was one.</param>
    /// <exception cref="StoreUnavailableException">No number was taken, or one is left out.</exception>
    public async ValueTask<string> Next(DateOnly day, bool restricted, CancellationToken cancel)
    {
        var key = day.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        for (var attempt = 0; attempt < MostAttempts; attempt++)
        {
            var row = await table.Get(Partition, key, cancel);
            var (last, lowest) = (row?.Columns.GetValueOrDefault(Last) as int? ?? First - 1, row?.Columns.GetValueOrDefault(Lowest) as int? ?? End);
            var next = restricted && lowest - 1 > last ? lowest - 1 : last + 1 < lowest ? last + 1 : Math.Max(last + 1, End);
            var columns = restricted && next == lowest - 1
                ? new Dictionary<string, object> { [Last] = last, [Lowest] = next }
                : new Dictionary<string, object> { [Last] = next, [Lowest] = lowest };
            var taken = await table.Commit(Partition, [row is null ? Change.Insert(key, columns) : Change.Replace(key, columns, row.ETag)], cancel);
            if (taken.Committed)
                return string.Create(CultureInfo.InvariantCulture, $"INC-{key}-{next:D3}");
        }
        throw new StoreUnavailableException($"The number of an incident was taken by others {MostAttempts} times in a row.");
    }
}
