using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>
/// A hall in which every name, address and written word is a mark. The program runs inside the test's process; its store is read again and
/// again while it works.
/// </summary>
internal sealed class MarkedHall : IAsyncDisposable
{
    private readonly DemoOrganisation organisation = new("en");
    private readonly string folder = Directory.CreateTempSubdirectory("checkinbot-marked-").FullName;
    private readonly HttpClient http = new() { Timeout = TimeSpan.FromMinutes(3) };
    private readonly ConcurrentDictionary<(string Where, string What), byte> stored = new();
    private readonly CancellationTokenSource over = new();
    private Task reading = Task.CompletedTask;
    private InProcessBot? bot;

    private MarkedHall()
    {
        var lines = File.ReadAllLines(organisation.PeopleFile);
        for (var i = 1; i < lines.Length; i++)
            lines[i] = string.Join(',', lines[i].Split(',').Select((cell, column) => column switch { 1 => NameMark(i - 1), 2 => $"qzwxvmail{i:00}@example.com", _ => cell }));
        File.WriteAllLines(organisation.PeopleFile, lines);
        People = [.. organisation.People.Select((p, i) => p with { Name = NameMark(i) })];
    }

    public Ears Ears { get; } = new();

    public IReadOnlyList<DemoPerson> People { get; }

    public PretendTeams Teams { get; private set; } = null!;

    public Channel Channel { get; private set; } = null!;

    /// <summary>What was answered to each person's own acts.</summary>
    public ConcurrentQueue<(string Person, string Body)> Answers { get; } = new();

    /// <summary>All texts that ever stood in the store, except the transcripts of the local chat, which is there in Development only.</summary>
    public IEnumerable<(string Where, string What)> Stored => stored.Keys;

    public static async Task<MarkedHall> Open()
    {
        var hall = new MarkedHall();
        hall.Teams = await PretendTeams.Start();
        hall.bot = await InProcessBot.Start(hall.organisation.Folder, hall.DatabaseFile, hall.Ears);
        hall.Channel = new Channel(() => hall.bot.Address, hall.Teams);
        hall.reading = Task.Run(() => hall.ReadTheStore(hall.over.Token));
        foreach (var person in hall.People)
        {
            var room = new Uri(hall.bot.Address, $"/chat/api/conversations/{Uri.EscapeDataString("a:" + person.Id)}");
            await Eventually.Found("the local chat is installed", async () =>
                (await hall.http.GetFromJsonAsync<JsonObject>(room))!["entries"]!.AsArray().Count > 0 ? "installed" : null);
            await hall.Delivers(person, hall.Channel.By(person, "installationUpdate", new() { ["action"] = "add" }));
        }
        return hall;
    }

    public DemoPerson Person(string id) => People.Single(p => p.Id == id);

    public IEnumerable<DemoPerson> With(params string[] roles) => People.Where(p => p.Roles.Any(roles.Contains));

    public async Task<BotAnswer> Delivers(DemoPerson person, JsonNode activity)
    {
        var answer = await Channel.Deliver(activity);
        Answers.Enqueue((person.Id, answer.Body));
        return answer;
    }

    public Task<BotAnswer> Types(DemoPerson person, string text) => Delivers(person, Channel.Typed(person, text));

    /// <summary>Sends a file of that name, as Teams does.</summary>
    public Task<BotAnswer> Sends(DemoPerson person, string name, string address)
    {
        var message = Channel.Typed(person, "");
        message["attachments"] = new JsonArray(
            new JsonObject { ["contentType"] = "text/html", ["content"] = $"<p>{name}</p>" },
            new JsonObject
            {
                ["contentType"] = "application/vnd.microsoft.teams.file.download.info",
                ["name"] = name,
                ["contentUrl"] = $"https://contoso.sharepoint.com/personal/{name}",
                ["content"] = new JsonObject { ["downloadUrl"] = address, ["uniqueId"] = name, ["fileType"] = name },
            });
        return Delivers(person, message);
    }

    public Task<SeenCard> Card(DemoPerson person, string verb, string? with = null, string? value = null) =>
        Eventually.Found($"{person.Id} sees {verb}", () => Teams.Of(person.Id).Showing(verb, with, value));

    /// <summary>Presses the newest card that has this button.</summary>
    public async Task<BotAnswer> Presses(DemoPerson person, string verb, params (string Id, string Value)[] inputs)
    {
        var card = await Card(person, verb);
        return await Delivers(person, Channel.Pressed(person, card.Activity, verb, Channel.Merged(card.Newest.Data(verb)!, inputs)));
    }

    /// <summary>The first shift end that lies at least this far ahead, at whatever time of day the test runs.</summary>
    public async Task<(DateTimeOffset At, IReadOnlyList<DemoPerson> People)> NextShiftEnd(TimeSpan ahead = default)
    {
        var now = (await http.GetFromJsonAsync<JsonObject>(new Uri(bot!.Address, "/dev/clock")))!["now"]!.GetValue<DateTimeOffset>();
        var ends = await http.GetFromJsonAsync<JsonArray>(new Uri(bot!.Address, "/dev/shift-ends"));
        var next = ends!.First(e => e!["at"]!.GetValue<DateTimeOffset>() >= now + ahead)!;
        var at = next["at"]!.GetValue<DateTimeOffset>();
        Today = DateOnly.FromDateTime(at.ToOffset(TimeSpan.FromHours(8)).DateTime);
        return (at, [.. next["people"]!.AsArray().Select(p => Person(p!.ToString()))]);
    }

    /// <summary>The hall's day at the next shift end.</summary>
    public DateOnly Today { get; private set; }

    public Task Passes(TimeSpan by) => Clock(new JsonObject { ["advance"] = by.ToString() });

    public Task Reaches(DateTimeOffset at) => Clock(new JsonObject { ["now"] = at });

    /// <summary>While this is held nothing can be written.</summary>
    public SqliteConnection LockedStore()
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Pooling = false }.ToString());
        connection.Open();
        using var begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        begin.ExecuteNonQuery();
        return connection;
    }

    /// <summary>The program ends, and the store is read a last time.</summary>
    public async Task Ends()
    {
        var ending = bot!;
        bot = null;
        await ending.DisposeAsync();
        await over.CancelAsync();
        await reading;
        ReadOnce();
    }

    public async ValueTask DisposeAsync()
    {
        if (bot is not null)
            await Ends();
        over.Dispose();
        Channel.Dispose();
        http.Dispose();
        await Teams.DisposeAsync();
        Ears.Dispose();
        organisation.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private string DatabaseFile => Path.Combine(folder, "hall.db");

    private static string NameMark(int i) => $"Qzwxvnm{i:00}";

    private async Task Clock(JsonObject wish)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(bot!.Address, "/dev/clock"), wish);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
    }

    private async Task ReadTheStore(CancellationToken cancel)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!cancel.IsCancellationRequested)
        {
            ReadOnce();
            await timer.WaitForNextTickAsync(cancel).AsTask().ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private void ReadOnce()
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = DatabaseFile, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ToString());
        connection.Open();
        using var read = connection.CreateCommand();
        read.CommandText = """
            SELECT 'table ' || tbl, part || ' ' || key || ' ' || columns FROM rows WHERE tbl <> 'LocalChat'
            UNION ALL SELECT 'queue', body FROM messages UNION ALL SELECT 'counter', name FROM counters
            """;
        using var rows = read.ExecuteReader();
        while (rows.Read())
            stored.TryAdd((rows.GetString(0), rows.GetString(1)), 0);
    }
}
