using System.Text;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Sqlite;
using static CheckInBot.Bot.Tests.Storage.TestRows;

namespace CheckInBot.Bot.Tests.Storage;

/// <summary>What the offices that move hold.</summary>
internal static class MovedRows
{
    /// <summary>How many rows of one table <see cref="Everything"/> makes.</summary>
    public static long People => 900 + 80 + 6 + 6 + TableContract.OddKeys.Count;

    public static async Task AFew(SqliteStore store)
    {
        await store.Table(Table).Put("p", Change.Upsert("a", Number(1)), Change.Upsert("b", Columns(("Words", "今天很累"))));
        await store.Table(Other).Put("q", Change.Upsert("c", Number(3)));
        await store.Queue.Send("wake", TimeSpan.FromHours(1));
        await store.Files.Put("photo"u8.ToArray());
    }

    public static async Task Everything(SqliteStore store)
    {
        var people = store.Table(Table);
        for (var start = 0; start < 900; start += 100)
            await people.Put("many", [.. Enumerable.Range(start, 100).Select(n => Change.Upsert($"{n:D5}", Number(n)))]);
        for (var n = 0; n < 80; n++)
            await people.Put(Keys.Join($"person {n} 😀"), Change.Upsert("k", Number(n)));
        for (var n = 0; n < 6; n++)
            await people.Put("large", Change.Upsert($"{n}", Columns([.. Enumerable.Range(0, 31).Select(c => ($"C{c}", (object)new string('长', 32 * 1024 / 3)))])));
        await people.Put(
            "odd",
            [
                .. ((IEnumerable<object[]>)TableContract.OddKeys).Select(row => Change.Upsert(Keys.Join([.. row.Cast<string>()]), Number(0))),
                Change.Upsert(new string('k', StoreLimits.KeyCharacters), Columns(("Long", new string('长', StoreLimits.StringCharacters)), ("Bytes", new byte[StoreLimits.BinaryBytes]))),
                Change.Upsert("bare", Columns()),
                Change.Upsert("wide", Columns([.. Enumerable.Range(0, StoreLimits.Columns).Select(n => ($"C{n}", (object)n))])),
                Change.Upsert("lookalikes", Columns(("A", "12"), ("B", 12L), ("C", 12), ("D", 12d), ("E", true), ("F", "true"), ("G", "2026-03-01T08:00:00Z"), ("H", DateTimeOffset.UnixEpoch), ("I", ""), ("J", double.NaN))),
                Change.Upsert("more", Number(0)), Change.Upsert("and-more", Number(0)),
            ]);
        await store.Table(Other).Put("p", Change.Upsert("k", Number(1)));
        foreach (var body in new[] { "one", "two", new string('长', StoreLimits.BodyCharacters) })
            await store.Queue.Send(body, TimeSpan.Zero);
        await store.Files.Put("one"u8.ToArray());
        await store.Files.Put(Encoding.UTF8.GetBytes(new string('x', 3_000_000)));
    }
}
