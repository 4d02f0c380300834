using System.Globalization;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Dialogs.Tests.Duty;

/// <summary>A small roster on which somebody gives a shift to somebody else. Ann and Ben share a post as A and B; Cem and Dan do at another.</summary>
internal sealed class Plan(string profile = "CN", string zone = "Asia/Shanghai")
{
    public const string Desk = "desk", Till = "till";

    public static readonly DateTimeOffset LongBefore = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(zone);

    public List<Shift> Shifts { get; } = [];

    public List<Leave> Leaves { get; } = [];

    public List<Person> People { get; } = [Person("ann", Desk, "ben"), Person("ben", "", "ann"), Person("cem", Till, "dan"), Person("dan", "", "cem"), Person("eva", "", "")];

    public Dictionary<string, IReadOnlyList<string>> PostSkills { get; } = [];

    public DutyFacts Facts => new(Shifts, People, Leaves, Zone, profile, PostSkills, WorkingDays.Weekdays);

    public static Person Person(string id, string post, string bRole, params string[] skills) =>
        new(id, id, "", id, Language.English, "hall", post, [Role.Staff], skills, bRole, "");

    /// <param name="from">Local, as <c>2026-11-23 08:00</c>.</param>
    /// <param name="to">Local time of the same day, or of the next when it is not later.</param>
    public Shift Add(string person, string from, string to, string post = "office")
    {
        var start = DateTime.ParseExact(from, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var time = TimeOnly.ParseExact(to, "HH:mm", CultureInfo.InvariantCulture);
        var end = start.Date + time.ToTimeSpan() + (time > TimeOnly.FromDateTime(start) ? TimeSpan.Zero : TimeSpan.FromDays(1));
        var shift = new Shift($"s{Shifts.Count}", person, "hall", post, LocalTime.ToInstant(start, Zone), LocalTime.ToInstant(end, Zone));
        Shifts.Add(shift);
        return shift;
    }

    /// <summary>The same hours on each of so many days in a row.</summary>
    public void Add(string person, DateOnly first, int days, string from, string to)
    {
        for (var i = 0; i < days; i++)
            Add(person, $"{first.AddDays(i):yyyy-MM-dd} {from}", to);
    }

    public void Away(string person, DateOnly from, DateOnly to) => Leaves.Add(new(person, from, to, "sick"));

    public DutyFinding[] Give(Shift given, string to, Shift? inReturn = null, DateTimeOffset? at = null) =>
        [.. DutyRules.Check(new(given, to, inReturn), Facts, at ?? LongBefore)];

    /// <summary>Findings of one rule only.</summary>
    public DutyFinding[] Of(DutyRule rule, Shift given, string to, Shift? inReturn = null) => [.. Give(given, to, inReturn).Where(f => f.Rule == rule)];
}
