using System.Globalization;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Two colleagues take one cover at two processes, and both have read it as free before either is stored.</summary>
public abstract class CoverRaceContract
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly Person Cid = new("cid", "cid", "cid@example.com", "entra-cid", Language.English, "hall", "W2", [Role.Staff], [], "", "");

    /// <summary><c>CHECKINBOT_RACES</c>: how many; else a short form.</summary>
    private int Races => int.TryParse(Environment.GetEnvironmentVariable("CHECKINBOT_RACES"), NumberStyles.None, CultureInfo.InvariantCulture, out var races) ? races : ShortForm;

    protected abstract int ShortForm { get; }

    protected abstract Task<ITestStore> OpenStore(params string[] tables);

    [Fact]
    public async Task Exactly_one_has_it_and_the_other_is_told_who()
    {
        await using var opened = await OpenStore();
        var gate = new Gate();
        await using var one = Process(opened, gate);
        await using var other = Process(opened, gate);
        await one.Open();
        one.Time.Advance(TimeSpan.FromHours(1));
        other.Time.Advance(TimeSpan.FromHours(1));
        FlowKey? before = null;
        for (var n = 0; n < Races; n++)
        {
            var key = Cover.KeyAfter("cid", before);
            before = key;
            await one.Turns.Take(new(key, new CoverAsked("cid", 10), Typed: true));
            await one.Turns.Settled();
            Assert.Equal(["ann", "ben"], (await one.State<Cover>(key))!.Asked.Select(a => a.Person));
            gate.Closed();
            var outcomes = await Task.WhenAll(
                Task.Run(() => one.Turns.Take(new(key, new CoverTaken("ann")))),
                Task.Run(() => other.Turns.Take(new(key, new CoverTaken("ben")))));
            Assert.True(gate.Met, "both were read before either was stored");
            await one.Turns.Settled();
            await other.Turns.Settled();
            var cover = (await one.State<Cover>(key))!;
            var (winner, loser) = cover.By == "ann" ? ("ann", "ben") : ("ben", "ann");
            Assert.Equal((CoverPhase.Covered, winner, 1), (cover.Phase, cover.By, cover.Takes));
            Assert.Equal(new See(Cover.CardOf(loser)), outcomes[loser == "ann" ? 0 : 1].Reply);
            Assert.Contains($"{winner} stands in", PretendChannel.TextOf(await one.Turns.FlowOf(key).Draw(cover, Cover.CardOf(loser), default)), StringComparison.Ordinal);
            Assert.Equal(key.Reference, (await one.State<StandIn>(StandIn.KeyOf(winner)))!.Now!.Cover);
            Assert.Null((await one.State<StandIn>(StandIn.KeyOf(loser)))?.Now);
            await one.Happens(key, new CoverGivenBack("cid"));
        }
    }

    private static Hall Process(ITestStore opened, Gate gate)
    {
        Shift Of(string person, string post) => new($"x-{person}", person, "hall", post, Hall.Opening, Hall.Opening.AddHours(12));
        return new(_ => new FaultyStore(opened.Store) { Before = gate.Pass }, also: Cid, more: [Of("cid", "W2"), Of("ben", "W3")]);
    }

    /// <summary>Lets the first two commits through only together.</summary>
    private sealed class Gate
    {
        private int arrived = 2;
        private TaskCompletionSource open = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool Met => open.Task.IsCompletedSuccessfully;

        public void Closed() => (open, arrived) = (new(TaskCreationOptions.RunContinuationsAsynchronously), 0);

        public async Task Pass(string request)
        {
            if (request != "Commit" || Interlocked.Increment(ref arrived) > 2)
                return;
            if (Volatile.Read(ref arrived) >= 2)
                open.TrySetResult();
            await open.Task.WaitAsync(Patience);
        }
    }
}

public sealed class SqliteCoverRaceTests : CoverRaceContract
{
    protected override int ShortForm => 20;

    protected override async Task<ITestStore> OpenStore(params string[] tables) => await SqliteTestStore.Open(tables);
}

[Collection(Azurite.Collection)]
public sealed class AzureCoverRaceTests(Azurite azurite) : CoverRaceContract
{
    protected override int ShortForm => 5;

    protected override async Task<ITestStore> OpenStore(params string[] tables) => await AzureTestStore.Open(azurite, tables);
}
