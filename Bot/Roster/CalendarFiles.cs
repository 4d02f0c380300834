using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads the folder <c>calendars</c>: one file for each profile and year, each with the days of one notice.</summary>
internal sealed class CalendarFiles
{
    private const string Folder = "calendars";

    private readonly List<FileFaults> faults = [];

    public CalendarFiles(string folder)
    {
        var path = Path.Combine(folder, Folder);
        string[] files = Directory.Exists(path) ? [.. Directory.GetFiles(path, "*.json").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)] : [];
        var read = files.Select(f => new CalendarFile(folder, $"{Folder}/{f}")).ToList();
        foreach (var (i, file) in read.Index())
        {
            file.Against(read.Take(i));
            faults.Add(file.Faults);
        }
        Days = read.GroupBy(f => f.Profile, StringComparer.Ordinal).ToDictionary(
            g => g.Key,
            g => g.Aggregate(WorkingDays.Weekdays, (days, file) => days.With(file.Days)),
            StringComparer.Ordinal);
    }

    public IEnumerable<Fault> Faults => faults.SelectMany(f => f.All);

    /// <summary>The days by profile; a profile without a list is not among them.</summary>
    public IReadOnlyDictionary<string, WorkingDays> Days { get; }
}
