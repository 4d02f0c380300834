using System.Globalization;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs.Duty;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>
/// The parts of a week as a picture: a row for each person, beside the name a narrow column for each day, in it the hours, begin above end.
/// </summary>
/// <remarks>Columns as those of <see cref="HotSpotCards"/>, not a table: a client keeps some 8 pixels on each side of a table's cells, and on a phone seven days would have no room left for their hours.</remarks>
internal static class WeekPicture
{
    /// <summary>Behind an end that falls on the next day.</summary>
    public const string NextDay = "⁺";

    /// <summary>Behind the day of drawing. It is named below, since somebody may look a day later.</summary>
    private const string DrawnOn = "▾";

    /// <summary>For "17:00" in small letters, on every client.</summary>
    private const int DayWidth = 35;

    /// <summary>The seven days above the rows.</summary>
    public static ColumnSet Head(DateOnly monday, CardContext c) => new(
    [
        new("stretch", []),
        .. Enumerable.Range(0, TeamWeek.Length).Select(i => Day(c.Day(monday.AddDays(i)), c)),
    ])
    { Spacing = Spacing.Small };

    /// <summary>A row: its label, and what stands in each of the seven days. Blank days beside each other share a column.</summary>
    public static ColumnSet Row(IReadOnlyList<CardElement> label, IReadOnlyList<IReadOnlyList<TextBlock>> days, bool line = true)
    {
        List<Column> columns = [new("stretch", label)];
        var blank = 0;
        foreach (var day in days)
        {
            if (day.Count == 0)
            {
                blank++;
                continue;
            }
            if (blank > 0)
                columns.Add(Cell(blank));
            blank = 0;
            columns.Add(Cell(1, [.. day]));
        }
        if (blank > 0)
            columns.Add(Cell(blank));
        return new(columns) { Spacing = Spacing.Small, Separator = line ? true : null };
    }

    /// <summary>A person's name and where they work that week.</summary>
    public static IReadOnlyList<CardElement> Who(PersonWeek week, CardContext c, TextWeight? weight = null, TextColor? color = null) =>
    [
        Small(c.Named(week.Person).ToString()) with { Weight = weight, Color = color },
        .. week.Posts.Any() ? [Small(c.Texts.Names(week.Posts.Select(PlainText.Name))) with { IsSubtle = true, Spacing = Spacing.None }] : Array.Empty<CardElement>(),
    ];

    /// <summary>The hours of a day's shifts, as they stand in its column.</summary>
    /// <param name="bold">Which of them have changed hands.</param>
    public static IReadOnlyList<TextBlock> Hours(IEnumerable<Shift> shifts, CardContext c, Func<Shift, bool>? bold = null, TextColor? color = null) =>
        [.. shifts.Select(s => bold?.Invoke(s) == true ? Bold(Clocks(s, c)) : Small(Clocks(s, c)) with { Color = color })];

    public static TextBlock Bold(string text) => Small(text) with { Weight = TextWeight.Bolder, Color = TextColor.Good };

    /// <summary>Below the picture: when it was drawn, and what its signs mean.</summary>
    public static TextBlock Below(IEnumerable<TeamWeek> weeks, CardContext c, string? more = null)
    {
        var (now, all) = (c.Said(c.Now), weeks.ToList());
        var drawn = all.Any(w => now.Day >= w.Monday && now.Day < w.Monday.AddDays(TeamWeek.Length)) ? $"{DrawnOn} {c.Texts.DrawnAt(now)}" : c.Texts.DrawnAt(now);
        var overnight = all.SelectMany(w => w.People).SelectMany(p => p.Days).SelectMany(d => d).Any(s => EndsNextDay(s, c));
        return Quiet(c.Texts.Sentences(new[] { drawn, overnight ? c.Texts.EndsNextDay(NextDay) : null, more }.OfType<string>()));
    }

    private static Column Day(Moment day, CardContext c)
    {
        TextColor? color = day.FromToday == 0 ? TextColor.Accent : null;
        return Cell(
            1,
            Small(c.Texts.WeekDay(day.Day.DayOfWeek)) with { Weight = TextWeight.Bolder, Color = color },
            Small(day.FromToday == 0 ? $"{Number(day.Day.Day)} {DrawnOn}" : Number(day.Day.Day)) with { Weight = TextWeight.Bolder, Color = color, Spacing = Spacing.None });
    }

    /// <summary>Begin and end, which stand in two lines where there is no room for both.</summary>
    private static string Clocks(Shift shift, CardContext c)
    {
        var (start, end) = (c.Moment(shift.Start), c.Moment(shift.End));
        var day = end.Day.DayNumber - start.Day.DayNumber;
        return $"{Short(start.Clock)} {(day == 1 && end.Clock == "00:00" ? "24:00" : day > 0 ? Short(end.Clock) + NextDay : Short(end.Clock))}";
    }

    private static bool EndsNextDay(Shift shift, CardContext c) => Clocks(shift, c).EndsWith(NextDay, StringComparison.Ordinal);

    /// <summary>Without a leading zero: the columns are narrow.</summary>
    private static string Short(string clock) => clock[0] == '0' ? clock[1..] : clock;

    private static Column Cell(int days, params IReadOnlyList<CardElement> items) => new($"{Number(days * DayWidth)}px", items) { Spacing = Spacing.None };

    private static TextBlock Small(string text) => new(text) { Size = TextSize.Small };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
