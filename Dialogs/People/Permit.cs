using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.People;

/// <summary>Who may read which words, in one place. Whoever is not named here reads nothing.</summary>
public static class Permit
{
    /// <summary>The words of a check-in: only the writer's.</summary>
    public static IEnumerable<Words> Readable(CheckIn checkIn, string reader) =>
        reader == checkIn.Person ? Present(checkIn.Draft.Note, checkIn.Answer?.Note) : [];

    /// <summary>
    /// The words of a case. The note that the person shared: the person, and whoever the case concerns now. The owner's line to the
    /// person: both of them, and, when the case came back on the same route, whoever it concerns now.
    /// </summary>
    public static IEnumerable<Words> Readable(Escalation @case, string reader)
    {
        if (reader != @case.Subject && !@case.Concerns(reader))
            return [];
        return Present([@case.Note, @case.DoneNote, .. (reader == @case.Subject ? @case.History : @case.Past).Select(h => h.Note)]);
    }

    private static IEnumerable<Words> Present(params IEnumerable<Words?> words) => words.OfType<Words>();
}
