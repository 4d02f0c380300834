using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Files that no report names go after a day; one that a report names never does.</summary>
public sealed class OrphanFilesTests
{
    private static readonly FlowKey Anns = Incident.KeyOf("ann", "20261123010000");

    private static readonly TimeSpan Later = OrphanFiles.Age + TimeSpan.FromHours(1);

    [Fact]
    public async Task A_file_that_no_report_names_goes_after_a_day_and_not_before()
    {
        await using var hall = await Begun();
        var orphan = await hall.Store.Files.Put(new byte[] { 1 });
        var named = await Named(hall, 2);
        Assert.Equal(0, await Orphans(hall, hall.Store.Files, TimeSpan.FromHours(23)).Once());
        Assert.Equal(1, await Orphans(hall, hall.Store.Files, Later).Once());
        Assert.Null(await hall.Store.Files.Get(orphan));
        Assert.NotNull(await hall.Store.Files.Get(named));
    }

    [Fact]
    public async Task A_report_that_names_it_between_the_two_looks_keeps_it()
    {
        await using var hall = await Begun();
        var name = await hall.Store.Files.Put(new byte[] { 1 });
        var slow = new SlowFiles(hall.Store.Files, () => hall.Happens(Anns, Adds(name)));
        Assert.Equal(0, await Orphans(hall, slow, Later).Once());
        Assert.NotNull(await hall.Store.Files.Get(name));
    }

    [Fact]
    public async Task While_a_report_cannot_be_read_nothing_goes()
    {
        await using var hall = await Begun();
        var orphan = await hall.Store.Files.Put(new byte[] { 1 });
        await hall.Store.Table(Bot.Turns.FlowRows.TableName).Commit("incident!ben", [Change.Upsert("1!s", new Dictionary<string, object> { ["flowKind"] = "incident", ["flowOwner"] = "ben", ["flowId"] = "1", ["flowVersion"] = 1, ["phase"] = "NeverHeardOf" })]);
        Assert.Equal(0, await Orphans(hall, hall.Store.Files, Later).Once());
        Assert.NotNull(await hall.Store.Files.Get(orphan));
    }

    [Fact]
    public async Task Files_of_a_draft_that_was_thrown_away_are_left_to_its_own_turn()
    {
        await using var hall = await Begun();
        var named = await Named(hall, 3);
        await hall.Happens(Anns, new DiscardReport("ann"));
        Assert.Equal(0, await Orphans(hall, hall.Store.Files, Later).Once());
        Assert.NotNull(await hall.Store.Files.Get(named));
        await hall.Pass(TimeSpan.FromSeconds(2));
        Assert.Null(await hall.Store.Files.Get(named));
    }

    [Fact]
    public async Task Whatever_comes_and_goes_while_it_is_looked_no_report_names_a_file_that_is_gone()
    {
        var random = new Random(7);
        for (var round = 0; round < 12; round++)
        {
            await using var hall = await Begun();
            // The report names some of them only while, or long after, the look is under way.
            string[] names = [.. await Task.WhenAll(Enumerable.Range(0, 8).Select(i => hall.Store.Files.Put(new[] { (byte)i, (byte)round }).AsTask()))];
            var told = names.Where(_ => random.Next(2) == 0).ToList();
            var before = random.Next(told.Count + 1);
            foreach (var name in told.Take(before))
                await hall.Happens(Anns, Adds(name));
            var slow = new SlowFiles(hall.Store.Files, async () =>
            {
                foreach (var name in told.Skip(before))
                    await hall.Happens(Anns, Adds(name));
            });
            await Task.WhenAll(Orphans(hall, slow, Later).Once(), Orphans(hall, slow, Later).Once());
            foreach (var file in (await hall.State<Incident>(Anns))!.Files)
                Assert.NotNull(await hall.Store.Files.Get(file.Name));
            Assert.Equal(told.Order(), (await hall.Store.Files.PutBefore(DateTimeOffset.UtcNow.AddDays(1)).ToListAsync()).Order());
        }
    }

    private static async Task<Hall> Begun()
    {
        var hall = new Hall();
        await hall.Open();
        await hall.Happens(Anns, new BeginReport("ann"));
        return hall;
    }

    private static async Task<string> Named(Hall hall, byte content)
    {
        var name = await hall.Store.Files.Put(new[] { content });
        await hall.Happens(Anns, Adds(name));
        return name;
    }

    private static FileAdded Adds(string name) => new("ann", new(FileKind.Photo, 1, name, Hall.Opening, name));

    private static OrphanFiles Orphans(Hall hall, IFiles files, TimeSpan later)
    {
        var clock = new ManualClock(DateTimeOffset.UtcNow + later);
        return new(files, () => hall.Turns.Rows, clock, NullLogger<OrphanFiles>.Instance);
    }

    /// <summary>Something happens when everything has been listed and nothing is known of the reports yet.</summary>
    private sealed class SlowFiles(IFiles files, Func<Task> listed) : IFiles
    {
        public ValueTask<string> Put(ReadOnlyMemory<byte> content, CancellationToken cancel = default) => files.Put(content, cancel);

        public ValueTask<byte[]?> Get(string name, CancellationToken cancel = default) => files.Get(name, cancel);

        public ValueTask Delete(string name, CancellationToken cancel = default) => files.Delete(name, cancel);

        public async IAsyncEnumerable<string> PutBefore(DateTimeOffset at, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel = default)
        {
            await foreach (var name in files.PutBefore(at, cancel).WithCancellation(cancel))
                yield return name;
            await listed();
        }
    }
}
