using System.Globalization;
using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>Lin's working days before <see cref="Hall.ShiftEnd"/>, as the trend keeps them.</summary>
internal static class Days
{
    /// <summary>A trend with one answered shift a day, the last one yesterday.</summary>
    public static Trend Of(params IReadOnlyList<int> stress) => Answers(stress).Aggregate(Trend.Begin(Hall.Lin), (t, entry) => t.After(new AnswerKept(entry)));

    /// <summary>The same as a rule sees them.</summary>
    public static IReadOnlyList<TrendEntry> Answers(params IReadOnlyList<int> stress) => [.. stress.Select((s, i) => On(i - stress.Count, s))];

    /// <summary>The answer of one day, counted from today.</summary>
    public static TrendEntry On(int day, int? stress, int sends = 1)
    {
        var end = Hall.ShiftEnd.AddDays(day);
        return new(CheckIn.IdOf(end), sends, end.ToString("'s'MMdd", CultureInfo.InvariantCulture), end.AddMinutes(sends), stress, 3);
    }
}
