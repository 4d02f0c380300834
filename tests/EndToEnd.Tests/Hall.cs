using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The whole scene: the organisation, the channel that people see, and the program between them.</summary>
internal sealed class Hall : IAsyncDisposable
{
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromSeconds(60) };

    private Hall(DemoOrganisation organisation, PretendTeams teams, BotProcess bot)
    {
        (Organisation, Teams, Bot) = (organisation, teams, bot);
        Channel = new Channel(() => bot.Address, teams);
    }

    public DemoOrganisation Organisation { get; }

    public PretendTeams Teams { get; }

    public BotProcess Bot { get; }

    public Channel Channel { get; }

    /// <summary>Starts the program and installs the app for everybody of the pretended channel, where the first card comes although they have it in the local chat.</summary>
    /// <param name="language">Everybody reads this language; null leaves it as shipped.</param>
    /// <param name="everyDay">Everybody works every day.</param>
    public static Task<Hall> Open(string? language = null, IReadOnlyDictionary<string, string>? settings = null, bool everyDay = false) =>
        Open(new DemoOrganisation(language, everyDay), settings);

    /// <param name="organisation">Belongs to the hall from now on.</param>
    public static async Task<Hall> Open(DemoOrganisation organisation, IReadOnlyDictionary<string, string>? settings = null)
    {
        var hall = new Hall(organisation, await PretendTeams.Start(), new BotProcess(organisation.Folder, settings));
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
        await Bot.DisposeAsync();
        await Teams.DisposeAsync();
        Organisation.Dispose();
    }

    private async Task<bool> Moved(JsonObject wish)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(Bot.Address, "/dev/clock"), wish);
        Assert.True(answer.IsSuccessStatusCode || answer.StatusCode == HttpStatusCode.Conflict, $"{(int)answer.StatusCode}");
        return answer.IsSuccessStatusCode;
    }

    private async Task<DateTimeOffset> Clock(JsonObject wish)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(Bot.Address, "/dev/clock"), wish);
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
