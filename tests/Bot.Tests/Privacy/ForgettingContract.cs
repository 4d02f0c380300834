using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Tests.Privacy;

/// <summary>Whoever has everything deleted stands nowhere any more, on either store, whatever part they had and wherever the program ended.</summary>
public abstract class ForgettingContract
{
    internal abstract Task<Hall> Begin(Func<IStore, IStore>? around = null);

    [Fact]
    public async Task Whatever_part_somebody_had_a_scan_of_the_whole_store_finds_nothing_that_tells_of_them()
    {
        await using var hall = await Begin();
        await TwoLives.Live(hall);
        var note = (await hall.State<Escalation>(TwoLives.CaseOf(TwoLives.Qiu.Id)))!.Note!;
        var left = new List<string>();
        foreach (var id in new[] { "ben", "mia", "gus", "zoe", "ada", "ann", "lee", TwoLives.Qiu.Id, TwoLives.Dong.Id })
        {
            var person = hall.Roster.Find(id)!;
            await ForgettingTests.Forget(hall, id);
            left.AddRange((await StoreScan.Find(hall, person)).Select(found => $"{id}: {found}"));
            // Whoever is gone is told, once.
            Assert.Single(hall.Channel.Posts, p => p.Person == id && p.Card.Contains("Everything about you is deleted", StringComparison.Ordinal));
            Assert.Null(await hall.Store.Table(WordsVault.Table).Get(Keys.Join(id), "words"));
        }
        Assert.True(left.Count == 0, string.Join('\n', left));
        await Assert.ThrowsAsync<WordsUnreadableException>(async () => await hall.Vault.Open(note.Owner, note.Seal));
        // What a duty keeps is there.
        var states = await hall.Turns.Rows.Scan().Select(r => r.State()).ToListAsync();
        Assert.Equal(2, states.OfType<Incident>().Count());
        Assert.Equal(2, states.OfType<Review>().Count());
        Assert.Equal(4, states.OfType<Escalation>().Count());
    }

    [Fact]
    public async Task A_deletion_that_breaks_off_again_and_again_is_finished_all_the_same_and_a_second_one_finds_nothing()
    {
        FaultyStore? store = null;
        await using var hall = await Begin(inner => store = new FaultyStore(inner));
        await TwoLives.Live(hall);
        var forgetting = ForgettingTests.Of(hall);
        await forgetting.Begin(TwoLives.Qiu.Id, default);
        await forgetting.Begin(TwoLives.Qiu.Id, default);
        var broken = 0;
        for (var (writes, finished) = (1, 0); finished == 0; writes = (writes * 3 / 2) + 1)
        {
            var left = writes;
            store!.Fails = request => ForgettingTests.IsWrite(request) && --left <= 0 ? left == 0 && broken % 2 == 0 : null;
            try
            {
                finished = await ForgettingTests.Of(hall).Once();
            }
            catch (StoreUnavailableException)
            {
                broken++;
            }
            store.Fails = null;
            await hall.Turns.Settled();
            Assert.InRange(broken, 0, 30);
        }
        Assert.True(broken >= 5, $"It broke off {broken} times.");
        Assert.Empty(await StoreScan.Find(hall, TwoLives.Qiu));
        // That one more deletion was seen is all that a second one adds.
        static IEnumerable<string> ButSeen(IEnumerable<string> told) => told.Where(t => !t.StartsWith("Forgetting done ", StringComparison.Ordinal));
        var after = ButSeen(await StoreScan.Told(hall));
        await ForgettingTests.Forget(hall, TwoLives.Qiu.Id);
        Assert.Equal(after, ButSeen(await StoreScan.Told(hall)));
        Assert.Empty(await StoreScan.Find(hall, TwoLives.Qiu));
    }
}

public sealed class SqliteForgettingTests : ForgettingContract
{
    internal override Task<Hall> Begin(Func<IStore, IStore>? around = null) => Task.FromResult(TwoLives.Begin(around));
}

[Collection(Azurite.Collection)]
public sealed class AzureForgettingTests(Azurite azurite) : ForgettingContract
{
    internal override Task<Hall> Begin(Func<IStore, IStore>? around = null) => TwoLives.BeginOn(azurite, around);
}
