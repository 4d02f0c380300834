using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.LocalChat;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Protocol;

/// <summary>The bot sends to nobody for whom no token vouched, also when a row names them.</summary>
public sealed class VouchedAddressesTests
{
    private const string Teams = "https://smba.example.test/teams/";
    private readonly TableInMemory _table = new();
    private readonly EphemeralDataProtectionProvider _keyRing = new(NullLoggerFactory.Instance);

    private VouchedAddresses Process(IDataProtectionProvider? keyRing = null) => new(_table, keyRing ?? _keyRing);

    [Fact]
    public async Task An_address_that_nobody_vouched_for_is_not_known() => Assert.False(await Process().Knows(Teams));

    [Theory]
    [InlineData("https://smba.example.test/teams")]
    [InlineData("https://SMBA.example.test/teams/")]
    [InlineData("https://smba.example.test:443/teams/")]
    public async Task What_one_process_heard_another_knows_after_a_restart(string same)
    {
        await Process().Heard(Teams);
        Assert.True(await Process().Knows(same));
    }

    [Theory]
    [InlineData("https://smba.example.test/other/")]
    [InlineData("https://smba.example.test:8443/teams/")]
    [InlineData("https://evil.example.test/teams/")]
    [InlineData("https://smba.example.test.evil.example/teams/")]
    [InlineData("http://smba.example.test/teams/")]
    [InlineData("https://me@smba.example.test/teams/")]
    [InlineData("teams")]
    public async Task A_neighbour_of_a_known_address_is_not_known(string other)
    {
        var services = Process();
        await services.Heard(Teams);
        Assert.False(await services.Knows(other));
    }

    [Fact]
    public async Task A_row_that_somebody_wrote_into_the_store_proves_nothing()
    {
        await Process(new EphemeralDataProtectionProvider(NullLoggerFactory.Instance)).Heard(Teams);
        Assert.False(await Process().Knows(Teams));
    }

    [Fact]
    public async Task The_proof_of_one_address_is_none_for_another()
    {
        await Process().Heard("https://evil.example.test/");
        await Process().Heard(Teams);
        var rows = await _table.Range("services", "", "~");
        var proof = rows.Single(r => ((string)r.Columns["address"]).Contains("smba", StringComparison.Ordinal)).Columns["proof"];
        var other = rows.Single(r => ((string)r.Columns["address"]).Contains("evil", StringComparison.Ordinal));
        await _table.Commit("services", [Change.Upsert(other.Key, new Dictionary<string, object> { ["address"] = other.Columns["address"], ["proof"] = proof })]);
        Assert.False(await Process().Knows("https://evil.example.test/"));
        Assert.True(await Process().Knows(Teams));
    }

    [Fact]
    public async Task While_the_store_is_away_this_process_still_knows_what_it_heard()
    {
        var services = new VouchedAddresses(new Away(), _keyRing);
        await services.Heard(Teams);
        Assert.True(await services.Knows(Teams));
        await Assert.ThrowsAsync<StoreUnavailableException>(async () => await services.Knows("https://other.example.test/"));
    }

    private sealed class Away : ITable
    {
        public ValueTask<Row?> Get(string partition, string key, CancellationToken cancel = default) => throw new StoreUnavailableException("away");

        public ValueTask<IReadOnlyList<Row>> Range(string partition, string from, string to, int limit = int.MaxValue, CancellationToken cancel = default) => throw new StoreUnavailableException("away");

        public IAsyncEnumerable<Row> Scan(CancellationToken cancel = default) => throw new StoreUnavailableException("away");

        public ValueTask<CommitResult> Commit(string partition, IReadOnlyList<Change> changes, CancellationToken cancel = default) => throw new StoreUnavailableException("away");
    }
}
