using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Bot.Roster;

/// <summary>
/// One list of working days: <c>profile</c> CN or EU, <c>year</c>, <c>work</c> and <c>off</c> as lists of days, and where they stand
/// written: <c>source</c>, <c>notice</c>.
/// </summary>
internal sealed class CalendarFile
{
    private readonly JsonSection? root;
    private readonly int year;
    private readonly IReadOnlyList<DateOnly> work = [];
    private readonly IReadOnlyList<DateOnly> off = [];

    public CalendarFile(string folder, string file)
    {
        Faults = new(file);
        if (Utf8File.Read(folder, Faults) is not { } text || JsonText.Read(text, Faults) is not { } json)
            return;
        root = new JsonSection(json, Faults);
        root.Allow("profile", "year", "source", "notice", "work", "off");
        Profile = root.Text("profile");
        if (Profile.Length > 0 && Profile is not ("CN" or "EU"))
            root.Add("profile", $"unknown profile{FileFaults.Quoted(Profile)}", "Write CN or EU.");
        year = root.Number("year", 2000, 2899);
        root.Text("source");
        root.Texts("notice");
        (work, off) = (DaysOf("work"), DaysOf("off"));
        foreach (var (i, day) in off.Index().Where(d => work.Contains(d.Item)))
            root.Add($"off[{i}]", $"{day:yyyy-MM-dd} stands among the days worked too", "Remove one of them.");
    }

    public FileFaults Faults { get; }

    public string Profile { get; } = "";

    public WorkingDays Days => new([.. work], [.. off], [year]);

    /// <summary>Two lists of one year, or one day that two lists tell differently, would leave open which is true.</summary>
    public void Against(IEnumerable<CalendarFile> earlier)
    {
        foreach (var other in earlier.Where(o => o.Profile == Profile && o.root is not null))
        {
            if (other.year == year)
                root?.Add("year", $"{other.Faults.File} has a list of {year} for {Profile} too", "Keep one of them.");
            Differing("work", work, other.off, other);
            Differing("off", off, other.work, other);
        }
    }

    private void Differing(string name, IReadOnlyList<DateOnly> days, IReadOnlyList<DateOnly> theirs, CalendarFile other)
    {
        foreach (var (i, day) in days.Index().Where(d => theirs.Contains(d.Item)))
            root?.Add($"{name}[{i}]", $"{other.Faults.File} says the opposite of {day:yyyy-MM-dd}", "Keep what the later notice says.");
    }

    private IReadOnlyList<DateOnly> DaysOf(string name)
    {
        var days = root!.Dates(name);
        foreach (var (i, day) in days.Index().Where(d => d.Item != default))
        {
            if (day.Year < year - 1 || day.Year > year + 1)
                root.Add($"{name}[{i}]", $"{day:yyyy-MM-dd} is far from {year}", "A list of a year holds days of it, and at most of the years beside it.");
            else if (days.Take(i).Contains(day))
                root.Add($"{name}[{i}]", $"{day:yyyy-MM-dd} stands there twice", "Remove one of them.");
        }
        return [.. days];
    }
}
