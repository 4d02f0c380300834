using System.Net;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Protocol;
using CheckInBot.Bot.Tests.Rosters;
using CheckInBot.Bot.Tests.Turns;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs.CheckIns;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Hosting;

/// <summary>Whoever watches over the bot reads what does not work, and nothing about anybody.</summary>
public sealed class ReadinessTests : IAsyncLifetime, IDisposable
{
    private readonly SampleOrg org = new();
    private readonly SkippingTime wall = new();
    private FaultyStore store = null!;
    private Hall hall = null!;
    private RosterWatch watch = null!;
    private QueuePump pump = null!;

    public async Task InitializeAsync()
    {
        hall = new Hall(inner => store = new(inner));
        await hall.Open();
        await hall.Inner.Open([RosterImports.TableName]);
        watch = new(new RosterImports(store, org.Folder), hall.Roster, hall.Turns, hall.Clock, NullLogger<RosterWatch>.Instance);
        pump = hall.Pump(wall);
    }

    public async Task DisposeAsync() => await hall.DisposeAsync();

    public void Dispose()
    {
        pump.Dispose();
        watch.Dispose();
        org.Dispose();
    }

    /// <summary>What it says beside that its hall has no list of working days.</summary>
    private async Task<string> Look(IConnectorCredential? credential = null, WordsVault? vault = null)
    {
        using var readiness = new Readiness(
            store, pump, hall.Roster, new RosterImports(store, org.Folder), watch, vault ?? hall.Vault, credential, hall.Parked, hall.Auditor, wall, NullLogger<Readiness>.Instance);
        var ready = await readiness.Look(default);
        Assert.DoesNotMatch(@"\b(ann|ben|lee|mia|gus|zoe|ada|hall)\b", ready.Line);
        const string noList = ", a list of working days is missing";
        // Without a store nothing but that can be said.
        Assert.True(ready.Line.EndsWith(noList, StringComparison.Ordinal) || ready.Broken.Contains("storage does not answer"));
        return ready.Line.Replace(noList, "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_all_its_parts_it_is_ready()
    {
        await hall.Vault.Seal("ann", "words");
        Assert.Equal("ready", await Look(new Credential("a token")));
    }

    [Fact]
    public async Task Without_its_store_it_says_so()
    {
        store.Fails = request => request == "System.Get" ? false : null;
        Assert.Equal("not ready: storage does not answer", await Look());
    }

    [Fact]
    public async Task When_nobody_listens_to_the_queue_it_says_so()
    {
        wall.Advance(Readiness.Unheard);
        Assert.Equal("not ready: wake-up messages are not received", await Look());
    }

    [Fact]
    public async Task With_a_foreign_key_ring_it_says_so()
    {
        await hall.Vault.Seal("ann", "words");
        var foreign = new WordsVault(hall.Store.Table(WordsVault.Table), new EphemeralDataProtectionProvider(NullLoggerFactory.Instance), wall);
        Assert.Equal("not ready: the key ring opens nobody's key", await Look(vault: foreign));
    }

    [Fact]
    public async Task One_key_that_was_lost_among_others_is_no_foreign_key_ring()
    {
        var foreign = new WordsVault(hall.Store.Table(WordsVault.Table), new EphemeralDataProtectionProvider(NullLoggerFactory.Instance), wall);
        await foreign.Seal("ann", "words");
        await hall.Vault.Seal("ben", "words");
        Assert.Equal("ready", await Look());
    }

    [Fact]
    public async Task Without_a_token_for_the_channel_it_says_so_and_not_why() =>
        Assert.Equal("not ready: no token for the channel", await Look(new Credential(null)));

    [Fact]
    public async Task With_a_roster_that_does_not_fit_it_says_so()
    {
        using var other = new SampleOrg();
        other.Write("people.csv", other.Text("people.csv") + "lisi,李四,,e-4,zh-CN,hall,,staff,,,\n");
        var imports = new RosterImports(store, org.Folder);
        await imports.Make(await imports.Plan(other.Folder, SwappedShifts.Ask, Hall.Opening, default), "root", Hall.Opening, null, default);
        org.Delete("policy.json");
        await watch.Look(default);
        Assert.Equal("not ready: an imported roster does not fit the organisation's folder of this machine", await Look());
    }

    [Fact]
    public async Task It_counts_what_is_parked_and_serves()
    {
        for (var tries = 0; tries < ParkedRecords.MostTries; tries++)
            await hall.Parked.Failed(new(Hall.AnnsCase, 1), "InvalidOperationException", default);
        Assert.Equal("ready, 1 parked", await Look());
        await hall.Parked.Foreign("none of ours", default);
        await hall.Parked.Foreign("none of ours", default);
        Assert.Equal("ready, 1 parked, foreign messages in the queue: 1", await Look());
    }

    [Fact]
    public async Task It_counts_what_is_late_and_serves()
    {
        await hall.Pass(TimeSpan.FromHours(9.1));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 5 }));
        hall.Time.Advance(TimeSpan.FromHours(1));
        await hall.Auditor.Once();
        Assert.Matches(@"^ready, [1-9]\d* late$", await Look());
    }

    [Fact]
    public async Task It_tells_of_an_import_that_is_not_finished_and_serves()
    {
        store.Fails = request => request == "Roster.Commit" ? false : null;
        using var other = new SampleOrg();
        other.Write("shifts.csv", "id,person,team,post,start,end\nd1,ann,hall,,2026-12-01T08:00,2026-12-01T16:00\n");
        var imports = new RosterImports(store, org.Folder);
        var plan = await imports.Plan(other.Folder, SwappedShifts.Ask, Hall.Opening, default);
        await Assert.ThrowsAsync<StoreUnavailableException>(() => imports.Make(plan, "root", Hall.Opening, null, default));
        Assert.Equal("ready, an import is not finished", await Look());
    }

    [Fact]
    public async Task Many_who_ask_at_once_cost_one_look()
    {
        using var readiness = new Readiness(
            store, pump, hall.Roster, new RosterImports(store, org.Folder), watch, hall.Vault, null, hall.Parked, hall.Auditor, wall, NullLogger<Readiness>.Instance);
        var before = store.Requests.GetValueOrDefault("System.Get");
        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => readiness.Look(default)));
        Assert.Equal(before + 1, store.Requests["System.Get"]);
        wall.Advance(TimeSpan.FromSeconds(2));
        await readiness.Look(default);
        Assert.Equal(before + 2, store.Requests["System.Get"]);
    }

    [Fact]
    public async Task Whoever_watches_by_its_addresses_reads_the_same_and_it_lives_without_its_store()
    {
        using var readiness = new Readiness(
            store, pump, hall.Roster, new RosterImports(store, org.Folder), watch, hall.Vault, null, hall.Parked, hall.Auditor, wall, NullLogger<Readiness>.Instance);
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRoutingCore();
        await using var app = builder.Build();
        app.MapHealth(readiness);
        await app.StartAsync();
        using var http = new HttpClient { BaseAddress = new(app.Urls.Single()) };
        async Task<(HttpStatusCode, string)> Ask(string what)
        {
            using var answer = await http.GetAsync(new Uri($"/health/{what}", UriKind.Relative));
            return (answer.StatusCode, (await answer.Content.ReadAsStringAsync()).Split(',')[0]);
        }
        Assert.Equal((HttpStatusCode.OK, "ready"), await Ask("ready"));
        store.Fails = _ => false;
        wall.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "not ready: storage does not answer"), await Ask("ready"));
        Assert.Equal((HttpStatusCode.OK, "live"), await Ask("live"));
    }

    private sealed class Credential(string? token) : IConnectorCredential
    {
        public ValueTask<string> Token(CancellationToken cancel) => token is null ? throw new InvalidOperationException("ann") : ValueTask.FromResult(token);
    }
}
