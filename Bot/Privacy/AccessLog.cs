using System.Collections.Concurrent;
using System.Globalization;
using CheckInBot.Bot.Storage;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Privacy;

/// <summary>
/// Who looked at what of a person. A reading is the first time that something of them is shown to a reader, and each time the reader opens it by a press;
/// cards that are redrawn, and presses within the same minute, are no further ones. Rows are only ever added; they go by age (<see cref="RetentionPass"/>).
/// </summary>
/// <remarks>Partition: the person whose it is. Written before the card leaves, so that nothing is read that is not there.</remarks>
public sealed class AccessLog(ITable table, TimeProvider clock)
{
    public const string TableName = "Looks";

    /// <summary>Who reads where a command of the program was run.</summary>
    public const string Operator = "";

    /// <summary>How many first readings are remembered, so that a card that is drawn again costs no write.</summary>
    private const int Remembered = 20_000;

    /// <summary>Presses so shortly after a reading are part of it.</summary>
    private static readonly TimeSpan Together = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, DateTimeOffset> known = new(StringComparer.Ordinal);

    /// <summary>The card is about to be shown to its reader.</summary>
    /// <param name="pressed">The reader opened it.</param>
    public async ValueTask Note(FlowState state, Slot slot, bool pressed, CancellationToken cancel)
    {
        foreach (var look in Looks.At(state, slot))
            await Note(look, slot.Person, pressed, cancel);
    }

    /// <summary>Something was read that is no card of a record: each time is one reading.</summary>
    public ValueTask Note(Look look, string reader, CancellationToken cancel) => Note(look, reader, pressed: true, cancel);

    /// <summary>Every reading of what is this person's, oldest first.</summary>
    public async ValueTask<IReadOnlyList<LookedAt>> Of(string person, CancellationToken cancel) =>
        [.. (await table.Range(Keys.Join(person), "", "~", cancel: cancel)).Select(Read).OrderBy(l => l.At)];

    private async ValueTask Note(Look look, string reader, bool pressed, CancellationToken cancel)
    {
        var at = clock.GetUtcNow();
        // What is looked at on several grounds, or comes to it later, is told for each.
        var item = Keys.Join(look.Key, look.Item, reader, look.Ground.ToString(), look.Facts[0].ToString());
        var remembered = $"{look.Person}!{item}";
        if (known.TryGetValue(remembered, out var last))
        {
            if (!pressed || at - last < Together)
                return;
        }
        else if (await Insert("first!" + item, look, reader, at, cancel) || !pressed)
        {
            Remember(remembered, at);
            return;
        }
        await Insert(Keys.Join("press", at.UtcDateTime.ToString("yyyyMMddHHmm", CultureInfo.InvariantCulture)) + "!" + item, look, reader, at, cancel);
        Remember(remembered, at);
    }

    private void Remember(string item, DateTimeOffset at)
    {
        if (known.Count >= Remembered)
            known.Clear();
        known[item] = at;
    }

    private async ValueTask<bool> Insert(string key, Look look, string reader, DateTimeOffset at, CancellationToken cancel)
    {
        var columns = new Dictionary<string, object>(StringComparer.Ordinal)
        {
            ["at"] = at,
            ["reader"] = reader,
            ["item"] = look.Item,
            ["viewer"] = look.Viewer.ToString(),
            ["ground"] = look.Ground.ToString(),
            ["facts"] = string.Join(',', look.Facts),
        };
        return (await table.Commit(Keys.Join(look.Person), [Change.Insert(key, columns)], cancel)).Committed;
    }

    private static LookedAt Read(Row row) => new(
        (DateTimeOffset)row.Columns["at"],
        (string)row.Columns["reader"],
        (string)row.Columns["item"],
        Word<Viewer>(row, "viewer"),
        Word<Ground>(row, "ground"),
        [.. ((string)row.Columns["facts"]).Split(',').Select(f => Enum.TryParse<Dialogs.People.Fact>(f, out var fact) ? fact : (Dialogs.People.Fact?)null).OfType<Dialogs.People.Fact>()]);

    private static T Word<T>(Row row, string column) where T : struct, Enum => Enum.TryParse<T>((string)row.Columns[column], out var word) ? word : default;
}
