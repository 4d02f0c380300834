using CheckInBot.Bot.Checks;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Storage.Move;
using CheckInBot.Bot.Tests.Rosters;
using CheckInBot.Bot.Tests.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace CheckInBot.Bot.Tests.Checks;

/// <summary>What <c>check</c> says about files and stores in other states than a new one.</summary>
public sealed class InstallationTests : IDisposable
{
    private readonly SampleOrg org = new();
    private readonly string keys = Directory.CreateTempSubdirectory("keys-").FullName;

    [Theory]
    [InlineData("2026-06-20T12:00:00Z", Found.Ok)]
    [InlineData("2026-06-25T12:00:00Z", Found.Fault)]
    public async Task Numbers_are_trusted_for_180_days(string now, Found how)
    {
        org.Replace("policy.json", "2026-08-07", "2025-12-01");
        var hotlines = Assert.Single(await Look(now), f => f.Thing == "hotlines");
        Assert.Equal(how, hotlines.How);
        if (how == Found.Fault)
            Assert.Contains("hotlines.CN.verifiedOn", hotlines.Says, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-11-23T04:00:00Z", "", "fault CN-2026 note CN-2027")]
    [InlineData("2026-11-23T04:00:00Z", "2026", "ok note CN-2027")]
    [InlineData("2026-12-31T12:00:00Z", "2026", "ok note CN-2027")]
    [InlineData("2026-12-05T04:00:00Z", "2026 2027", "ok")]
    // In Shanghai the year has begun.
    [InlineData("2026-12-31T20:00:00Z", "2026", "fault CN-2027 note CN-2028")]
    public async Task The_list_of_this_year_must_be_there_and_the_next_is_noted_until_its_year_begins(string now, string lists, string told)
    {
        Directory.CreateDirectory(Path.Combine(org.Folder, "calendars"));
        foreach (var year in lists.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            org.Write($"calendars/cn-{year}.json", $$"""{ "profile": "CN", "year": {{year}}, "source": "a test", "notice": ["none"], "work": [], "off": [] }""");
        var found = (await Look(now)).Where(f => f.Thing == "calendars")
            .Select(f => f.How == Found.Ok ? "ok" : $"{(f.How == Found.Note ? "note" : "fault")} CN-{new[] { 2026, 2027, 2028 }.Single(y => f.Says.Contains($"days of {y}", StringComparison.Ordinal))}");
        Assert.Equal(told, string.Join(' ', found));
    }

    [Fact]
    public async Task Every_fault_stands_at_its_own_thing()
    {
        Directory.CreateDirectory(Path.Combine(org.Folder, "calendars"));
        org.Write("calendars/cn-2026.json", "{");
        org.Replace("people.csv", "zh-CN", "klingon");
        org.Replace("policy.json", "\"highStress\": 5", "\"highStress\": 9");
        var found = await Look("2026-11-23T04:00:00Z");
        foreach (var thing in new[] { "roster", "policy", "calendars" })
            Assert.Contains(found, f => f.Thing == thing && f.How == Found.Fault);
        Assert.Contains(found, f => f is { Thing: "hotlines", How: Found.Later });
    }

    [Fact]
    public async Task A_lost_key_ring_is_noticed_before_anybody_finds_their_words_unreadable()
    {
        await using var test = await SqliteTestStore.Open([.. Startup.Tables]);
        Assert.Equal(Found.Ok, (await KeysOf(test.Store))[^1].How);
        var ring = DataProtectionProvider.Create(new DirectoryInfo(keys), r => r.SetApplicationName("CheckInBot"));
        await new WordsVault(test.Store.Table(WordsVault.Table), ring, TimeProvider.System).Seal("ann", "words");
        Assert.Equal((Found.Ok, true), ((await KeysOf(test.Store))[^1] is var kept ? kept.How : default, kept.Says.Contains("all 1 people", StringComparison.Ordinal)));
        foreach (var file in Directory.GetFiles(keys))
            File.Delete(file);
        var lost = (await KeysOf(test.Store))[^1];
        Assert.Equal(Found.Fault, lost.How);
        Assert.Contains("restore it from its backup", lost.Says, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(keys));
    }

    [Fact]
    public async Task A_store_whose_office_moved_away_is_at_fault_and_a_finished_copy_stays_one()
    {
        await using var test = await SqliteTestStore.Open([.. Startup.Tables]);
        var settings = new StoreSettings("Sqlite", "x.db", null, null, "", null);
        await OfficeMark.Begin(test.Store, "office", OfficeState.Copied, SampleOrg.Now, CancellationToken.None);
        Assert.Contains(await new StoreCheck(test.Store, settings, Cloud.Public).Look(CancellationToken.None), f => f is { Thing: "store.office", How: Found.Note });
        var mark = await OfficeMark.Of(test.Store, CancellationToken.None);
        Assert.Equal(OfficeState.Copied, mark!.State);
        await mark.Become(test.Store, OfficeState.Gone, SampleOrg.Now, CancellationToken.None, "elsewhere");
        Assert.Contains(await new StoreCheck(test.Store, settings, Cloud.Public).Look(CancellationToken.None), f => f is { Thing: "store.office", How: Found.Fault } && f.Says.Contains("elsewhere", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Conversations_of_another_cloud_are_counted()
    {
        await using var test = await SqliteTestStore.Open([.. Startup.Tables]);
        var references = new References(test.Store.Table(References.TableName));
        using var http = new HttpClient();
        var china = new ChannelCheck(new("11111111-2222-4333-8444-555555555555", null, "China", "hush", null), http);
        await references.Keep("ann", new("https://smba.example.cn/teams/", "a:1", "28:bot", null, null));
        Assert.Equal(Found.Ok, (await china.Addresses(test.Store, CancellationToken.None)).How);
        await references.Keep("ben", new("https://smba.trafficmanager.net/emea/", "a:2", "28:bot", null, null));
        var finding = await china.Addresses(test.Store, CancellationToken.None);
        Assert.Equal(Found.Note, finding.How);
        Assert.StartsWith("1 of 2", finding.Says, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        org.Dispose();
        Directory.Delete(keys, recursive: true);
    }

    private Task<IReadOnlyList<Finding>> Look(string now) => new OrganisationCheck(null, org.Folder, DateTimeOffset.Parse(now, null)).Look(CancellationToken.None);

    private Task<IReadOnlyList<Finding>> KeysOf(IStore store) => new KeyRingCheck(store, keys).Look(CancellationToken.None);
}
