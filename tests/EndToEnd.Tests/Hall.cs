using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The whole scene: the organisation, the channel that people see, and the program between them, in one process or in several.</summary>
internal sealed class Hall : IAsyncDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly IReadOnlyDictionary<string, string>? settings;
    private ImmutableArray<BotProcess> bots;
    private int delivered;

    private Hall(DemoOrganisation organisation, PretendTeams teams, IReadOnlyDictionary<string, string>? settings)
    {
        (Organisation, Teams, this.settings) = (organisation, teams, settings);
        bots = [new BotProcess(organisation.Folder, settings)];
        // One after the other, as somebody who balances loads and has not heard yet who is down.
        Channel = new Channel(() => bots[(int)((uint)Interlocked.Increment(ref delivered) % bots.Length)].Address, teams);
    }

    public DemoOrganisation Organisation { get; }

    public PretendTeams Teams { get; }

    /// <summary>The first process; its clock is the one that is moved.</summary>
    public BotProcess Bot => bots[0];

    /// <summary>All processes.</summary>
    public IReadOnlyList<BotProcess> Bots => bots;

    public Channel Channel { get; }

    /// <summary>Starts the program and installs the app for everybody of the pretended channel, where the first card comes although they have it in the local chat.</summary>
    /// <param name="language">Everybody reads this language; null leaves it as shipped.</param>
    /// <param name="everyDay">Everybody works every day.</param>
    public static Task<Hall> Open(string? language = null, IReadOnlyDictionary<string, string>? settings = null, bool everyDay = false) =>
        Open(new DemoOrganisation(language, everyDay), settings);

    /// <param name="organisation">Belongs to the hall from now on.</param>
    public static async Task<Hall> Open(DemoOrganisation organisation, IReadOnlyDictionary<string, string>? settings = null)
    {
        var hall = new Hall(organisation, await PretendTeams.Start(), settings);
        try
        {
            await hall.Bot.Start();
            await hall.LocalChatIsInstalled();
            foreach (var person in organisation.People)
                Assert.Equal(200, (await hall.Channel.Install(person)).Status);
            foreach (var person in organisation.People)
                await Eventually.Found($"{person.Id} has a first card", () => hall.Teams.Of(person.Id).Cards is [var first, ..] ? first : null);
            return hall;
        }
        catch
        {
            await hall.DisposeAsync();
            throw;
        }
    }

    /// <summary>Opens on a store in which everybody has the app and has agreed, and starts the first process.</summary>
    /// <param name="prepare">Fills the store before that.</param>
    public static async Task<Hall> OpenOn(DemoOrganisation organisation, IReadOnlyDictionary<string, string> settings, Func<PretendTeams, Task> prepare)
    {
        var hall = new Hall(organisation, await PretendTeams.Start(), settings);
        try
        {
            await prepare(hall.Teams);
            await hall.Bot.Start();
            return hall;
        }
        catch
        {
            await hall.DisposeAsync();
            throw;
        }
    }

    /// <summary>So many more processes begin to serve beside those there are. Their clocks stand where the first one's stands now.</summary>
    public async Task Join(int more)
    {
        var joining = Enumerable.Range(0, more).Select(_ => new BotProcess(Organisation.Folder, settings, Bot.Data)).ToList();
        bots = [.. bots, .. joining];
        await Task.WhenAll(joining.Select(b => b.Start()));
    }

    /// <summary>All processes but the first are stopped as an administrator stops them: from here on its clock may be moved.</summary>
    public async Task LeaveOne()
    {
        var leaving = bots.Skip(1).ToList();
        bots = [Bot];
        foreach (var bot in leaving)
        {
            Assert.Equal(0, await bot.Stop());
            await bot.DisposeAsync();
        }
    }

    /// <summary>The first card in the person's conversation that shows this button.</summary>
    public async Task<SeenCard> Card(DemoPerson person, string verb, string? with = null, string? value = null)
    {
        try
        {
            return await Eventually.Found($"{person.Id} sees {verb} {with}", () => Teams.Of(person.Id).Showing(verb, with, value));
        }
        catch (TimeoutException late)
        {
            var seen = Teams.Of(person.Id).Cards.TakeLast(6).Select(c => $"{c.Activity} drawn {c.Drawings.Count} times: {c.Newest.Text()}");
            throw new TimeoutException($"{late.Message}\nThe newest cards: {string.Join("\n", seen)}\nThe log: {Bot.Log[Math.Max(0, Bot.Log.Length - 4000)..]}", late);
        }
    }

    /// <summary>Types a command that brings a new card, and waits for it.</summary>
    public async Task<SeenCard> Ask(DemoPerson person, string command, string verb)
    {
        var before = Teams.Of(person.Id).Cards.Count;
        Assert.Equal(200, (await Channel.Type(person, command)).Status);
        return await Eventually.Found($"{person.Id} gets {verb} for a typed command", () => Teams.Of(person.Id).Cards.Skip(before).FirstOrDefault(c => c.First.Has(verb)));
    }

    public async Task Consent(DemoPerson person, string purposes)
    {
        var card = await Ask(person, "我的数据", "consent.give");
        var answer = await Channel.Press(person, card, "consent.give", ("purposes", purposes));
        Assert.NotNull(answer.Card);
    }

    /// <summary>The next ends of staff shifts with the people who leave then.</summary>
    public async Task<IReadOnlyList<(DateTimeOffset At, IReadOnlyList<DemoPerson> People)>> ShiftEnds()
    {
        var ends = await http.GetFromJsonAsync<JsonArray>(new Uri(Bot.Address, "/dev/shift-ends"));
        return [.. ends!.Select(e => (e!["at"]!.GetValue<DateTimeOffset>(), (IReadOnlyList<DemoPerson>)[.. e["people"]!.AsArray().Select(p => Organisation.Person(p!.ToString()))]))];
    }

    /// <summary>The bot's clock.</summary>
    public async Task<DateTimeOffset> Now() => (await http.GetFromJsonAsync<JsonObject>(new Uri(Bot.Address, "/dev/clock")))!["now"]!.GetValue<DateTimeOffset>();

    public Task<DateTimeOffset> ClockTo(DateTimeOffset now) => Clock(new JsonObject { ["now"] = now });

    /// <summary>Moves the clocks of all processes to just before that time, and waits until it has come.</summary>
    public async Task ClocksTo(DateTimeOffset at)
    {
        var soon = TimeSpan.FromSeconds(1);
        foreach (var bot in Bots)
            await Clock(new JsonObject { ["now"] = at - soon }, bot);
        await RealTime.Passes(soon);
    }

    /// <summary>Moves to that time; when the clock is past it, runs what is still due.</summary>
    public async Task<string> ClockToOrBeyond(DateTimeOffset at) =>
        await Moved(new JsonObject { ["now"] = at }) ? "moved" : await Moved(new JsonObject { ["advance"] = "00:00:01" }) ? "ran" : "others move it";

    /// <summary>Moves by a minute, unless somebody else moves the clock at this moment.</summary>
    public async Task<string> AMinuteOn() => await Moved(new JsonObject { ["advance"] = "00:01:00" }) ? "moved" : "others move it";

    public Task<DateTimeOffset> Advance(TimeSpan by) => Clock(new JsonObject { ["advance"] = by.ToString() });

    /// <summary>Moves the clock as often as it takes that nothing waits for its time, such as a claim of a killed process.</summary>
    public async Task Quieten()
    {
        for (var i = 0; i < 3; i++)
            await Advance(TimeSpan.FromMinutes(1));
    }

    public async ValueTask DisposeAsync()
    {
        Channel.Dispose();
        http.Dispose();
        // The first has the folder that all share.
        foreach (var bot in bots.Reverse())
            await bot.DisposeAsync();
        await Teams.DisposeAsync();
        Organisation.Dispose();
    }

    private async Task<bool> Moved(JsonObject wish)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(Bot.Address, "/dev/clock"), wish);
        Assert.True(answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.Conflict, $"{(int)answer.StatusCode}");
        return answer.IsSuccessStatusCode;
    }

    private async Task<DateTimeOffset> Clock(JsonObject wish, BotProcess? of = null)
    {
        using var answer = await http.PostAsJsonAsync(new Uri((of ?? Bot).Address, "/dev/clock"), wish);
        var body = await answer.Content.ReadFromJsonAsync<JsonObject>();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {body}");
        return body!["now"]!.GetValue<DateTimeOffset>();
    }

    /// <summary>The local chat installs itself for everybody once; whoever installs after it is the newer conversation.</summary>
    private async Task LocalChatIsInstalled()
    {
        foreach (var person in Organisation.People)
        {
            var room = new Uri(Bot.Address, $"/chat/api/conversations/{Uri.EscapeDataString("a:" + person.Id)}");
            await Eventually.Found($"the local chat is installed for {person.Id}", async () =>
                (await http.GetFromJsonAsync<JsonObject>(room))!["entries"]!.AsArray().Count > 0 ? "installed" : null);
        }
    }
}
