using System.Globalization;
using System.Security.Cryptography;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Imports;

/// <summary>Lists that an administrator sent and nobody has decided on.</summary>
/// <param name="Id">Under which they lie.</param>
/// <param name="Files">Names of the sealed files in the store of files, by the name of each list.</param>
/// <param name="Shown">What the card told of them, in short.</param>
/// <param name="Ended">The number of the import that came of them; 0 when they were thrown away or were so already; null while they wait.</param>
public sealed record SentRoster(string Id, DateTimeOffset At, IReadOnlyDictionary<string, string> Files, string Shown, int? Ended);

/// <summary>
/// Keeps lists that were sent until they are imported, thrown away, or a day old: each file sealed with the sender's key, in the store of files, where what no
/// report names is deleted after a day; a row of the sender names them, and goes at the same age.
/// </summary>
public sealed class SentRosters(ITable table, IFiles files, WordsVault vault)
{
    /// <summary>As long as the files lie: <see cref="Flows.OrphanFiles.Age"/>.</summary>
    public static readonly TimeSpan Kept = Flows.OrphanFiles.Age;

    private const string Partition = "sent";

    /// <summary>Seals and keeps them.</summary>
    /// <exception cref="StoreUnavailableException">Nothing names what was kept: the same may be sent again.</exception>
    /// <exception cref="WordsUnreadableException">The sender's key cannot be used.</exception>
    public async Task<SentRoster> Keep(Person by, IReadOnlyDictionary<string, byte[]> lists, DateTimeOffset at, CancellationToken cancel)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (list, bytes) in lists)
            names[list] = await files.Put(await vault.Seal(by.Id, bytes), cancel);
        var sent = new SentRoster(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), at, names, "", null);
        await Write(by, sent, cancel);
        return sent;
    }

    /// <summary>Null where this person sent nothing of that id, or long ago.</summary>
    public async Task<SentRoster?> Find(Person by, string id, CancellationToken cancel)
    {
        if (id.Length is 0 or > 32 || !id.All(char.IsAsciiHexDigitLower) || await table.Get(Partition, KeyOf(by, id), cancel) is not { } row)
            return null;
        var names = ((string)row.Columns["files"]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(f => f.Split('=')).ToDictionary(f => f[0], f => f[1], StringComparer.Ordinal);
        return new(id, (DateTimeOffset)row.Columns["at"], names, (string)row.Columns["shown"], row.Columns.GetValueOrDefault("ended") as int?);
    }

    public async Task Write(Person by, SentRoster sent, CancellationToken cancel)
    {
        var columns = new Dictionary<string, object>
        {
            ["at"] = sent.At.ToUniversalTime(),
            ["files"] = string.Join(' ', sent.Files.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Key}={f.Value}"))),
            ["shown"] = sent.Shown,
        };
        if (sent.Ended is { } number)
            columns["ended"] = number;
        await table.Commit(Partition, [Change.Upsert(KeyOf(by, sent.Id), columns)], cancel);
    }

    /// <summary>The lists; null when one of them is gone.</summary>
    public async Task<IReadOnlyDictionary<string, byte[]>?> Open(Person by, SentRoster sent, CancellationToken cancel)
    {
        var lists = new Dictionary<string, byte[]>(StringComparer.Ordinal);
        foreach (var (list, name) in sent.Files)
        {
            if (await files.Get(name, cancel) is not { } content)
                return null;
            lists[list] = await vault.Open(by.Id, content);
        }
        return lists;
    }

    /// <summary>Notes how it ended, and deletes the files.</summary>
    public async Task End(Person by, SentRoster sent, int number, CancellationToken cancel)
    {
        await Write(by, sent with { Ended = number }, cancel);
        foreach (var name in sent.Files.Values)
            await files.Delete(name, cancel);
    }

    /// <summary>Takes away what a person sent: they have everything about them deleted. The files can be opened by nobody from then on, and go at their age.</summary>
    /// <param name="table">Where imports stand.</param>
    public static Task<int> Forget(ITable table, string person, CancellationToken cancel) => Remove(table, Keys.Join(person) + "!", Keys.Join(person) + Keys.AfterSeparator, _ => true, cancel);

    /// <summary>Takes away what was sent so long ago that its files are gone; how many.</summary>
    /// <param name="table">Where imports stand.</param>
    public static Task<int> RemoveOld(ITable table, DateTimeOffset at, CancellationToken cancel) => Remove(table, "", "~", row => (DateTimeOffset)row.Columns["at"] + Kept < at, cancel);

    private static async Task<int> Remove(ITable table, string from, string to, Func<Row, bool> goes, CancellationToken cancel)
    {
        var old = (await table.Range(Partition, from, to, cancel: cancel)).Where(goes).ToList();
        // Each by itself: another process may take one away at the same time.
        foreach (var row in old)
            await table.Commit(Partition, [Change.Delete(row.Key, "*")], cancel);
        return old.Count;
    }

    private static string KeyOf(Person by, string id) => Keys.Join(by.Id, id);
}
