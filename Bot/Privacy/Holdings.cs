using System.Buffers;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Audits;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Privacy;

/// <summary>A record in which a person stands.</summary>
/// <param name="IsOwn">It is about them, or one of two whom it is about; else it is somebody else's in which they have a part.</param>
public sealed record Held(FlowKey Key, int Version, FlowState State, bool IsOwn);

/// <summary>Finds every record in which a person stands, whatever its kind: export and deletion go by it, so that what the one shows the other finds.</summary>
public sealed class Holdings(FlowRows rows)
{
    private static readonly char[] Between = ['/', '!', ',', ':', ' ', '#'];

    private static readonly SearchValues<char> AnyBetween = SearchValues.Create(Between);

    /// <summary>Kinds whose owner is no person: a case, a team, a number, the bot.</summary>
    private static readonly string[] OfNoPerson = [Escalation.Kind, ReviewKeys.Kind, Swap.Kind, TeamChannel.Kind, ShiftEnds.Kind, Reinforcement.Kind, Audit.Kind];

    /// <summary>Every record in which the person stands; one pass over all records.</summary>
    public async IAsyncEnumerable<Held> Of(string person)
    {
        await foreach (var scanned in rows.Scan())
        {
            if (scanned.State() is { } state && Names(scanned.Key, state, person))
                yield return new(scanned.Key, scanned.Version, state, IsOwn(scanned.Key, state, person));
        }
    }

    /// <summary>Whether the person stands in a text: as their id, or as a part of a reference or a list.</summary>
    public static bool Names(string text, string person) =>
        text.Length >= person.Length && text.Contains(person, StringComparison.Ordinal) && PartsOf(text).Contains(person, StringComparer.Ordinal);

    /// <summary>Whether the person stands in a row: in its key, escaped or not, or in a text of it.</summary>
    public static bool Stands(Row row, string person) =>
        row.Key.Split('!').Select(Keys.Plain).Any(part => Names(part, person) || part.Split('.').Any(p => Names(p, person))) || row.Columns.Values.Any(v => v is string text && (Names(text, person) || text.Contains($"\"{person}\"", StringComparison.Ordinal)));

    /// <summary>What stands between the signs that part a reference or a list: ids among it.</summary>
    public static string[] PartsOf(string text) => text.Split(Between);

    /// <summary>The text with that person's id in it replaced.</summary>
    public static string Replace(string text, string person, string by) =>
        text == person ? by : !Names(text, person) ? text : string.Concat(Parts(text).Select(part => part == person ? by : part));

    private static bool Names(FlowKey key, FlowState state, string person)
    {
        var found = key.Owner == person;
        new RecordTree
        {
            Text = text =>
            {
                found |= Names(text, person);
                return text;
            },
            Words = (_, words) =>
            {
                found |= words.Owner == person;
                return null;
            },
        }.Walk(state);
        return found;
    }

    private static bool IsOwn(FlowKey key, FlowState state, string person) => state switch
    {
        Escalation c => c.Subject == person,
        Swap s => s.IsParty(person),
        _ => key.Owner == person && !OfNoPerson.Contains(key.Kind),
    };

    /// <summary>A text cut at what stands between ids, with that kept.</summary>
    private static IEnumerable<string> Parts(string text)
    {
        var from = 0;
        for (var next = text.AsSpan().IndexOfAny(AnyBetween); next >= 0; next = text.AsSpan(from).IndexOfAny(AnyBetween))
        {
            var at = from + next;
            yield return text[from..at];
            yield return text[at..(at + 1)];
            from = at + 1;
        }
        yield return text[from..];
    }
}
