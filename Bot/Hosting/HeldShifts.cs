using System.Globalization;
using CheckInBot.Bot.Roster;

namespace CheckInBot.Bot.Hosting;

/// <summary>
/// Tells the operator at each start which lines of <c>shifts.csv</c> are not followed because the shift was swapped: to whom it goes was agreed for the
/// time it had, so neither the swap is taken back nor the time changed unasked. The id of a shift may name who works it, and is not told.
/// </summary>
public sealed class HeldShifts(ILogger<HeldShifts> log)
{
    private const int Most = 20;

    public void Tell(IReadOnlyList<HeldShift> held)
    {
        foreach (var shift in held.Take(Most))
        {
            log.LogWarning(
                "{File} line {Line}: the duty of {Day} was swapped and stays as it was then, so its changed time, post or person is not taken. Let a leader take the swap back and start again, or import the files, which asks what to keep",
                RosterLists.Shifts, shift.Line, shift.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        }
        if (held.Count > Most)
            log.LogWarning("{Count} more swapped duties are not as {File} says", held.Count - Most, RosterLists.Shifts);
    }
}
