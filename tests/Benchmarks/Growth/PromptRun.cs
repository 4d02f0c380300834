using System.Diagnostics;
using System.Globalization;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.LocalChat;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.Contacts;

namespace CheckInBot.Benchmarks.Growth;

/// <summary>
/// One big shift end: everybody has agreed and can be reached before; then the published bot starts, the shifts end at a full minute of real time,
/// and the pretend Connector counts the prompts.
/// </summary>
internal sealed class PromptRun(string demo, string program, PretendConnector connector)
{
    private static readonly TimeSpan Zone = TimeSpan.FromHours(8);

    /// <param name="here">A folder of its own.</param>
    public async Task<PromptFigures> Run(PromptStore store, string here, int people, int? perSecond, int processes)
    {
        var folder = Path.Combine(here, "org");
        WriteShifts(folder, people, DateTimeOffset.UtcNow.AddDays(3));
        var began = Stopwatch.GetTimestamp();
        await Prepare(store, folder, people);
        // The start writes the new shifts, and takes about as long as the preparation at most.
        var end = NextMinute(DateTimeOffset.UtcNow + TimeSpan.FromSeconds(20) + (Stopwatch.GetElapsedTime(began) / 2));
        WriteShifts(folder, people, end);

        List<BotProcess> bots = [];
        try
        {
            for (var n = 0; n < processes; n++)
            {
                bots.Add(await BotProcess.Start(Path.Combine(program, "CheckInBot.Bot"), [], program, "/health/ready",
                [
                    ("ASPNETCORE_ENVIRONMENT", "Development"), ("Org__Folder", folder), .. store.Settings,
                    .. perSecond is { } most ? new[] { ("Delivery__PerSecond", most.ToString(CultureInfo.InvariantCulture)) } : [],
                ]));
            }
            await Task.Delay(TimeSpan.FromSeconds(6));
            if (DateTimeOffset.UtcNow >= end)
                throw new InvalidOperationException($"{people} people on {store.Name}: the bot was not ready before the shifts ended.");
            return await Measure(bots, store.Name, people, perSecond, end);
        }
        finally
        {
            foreach (var bot in bots)
                await bot.DisposeAsync();
        }
    }

    private async Task<PromptFigures> Measure(List<BotProcess> bots, string store, int people, int? perSecond, DateTimeOffset end)
    {
        var (used, held) = (bots.Sum(b => b.Used.TotalMilliseconds), bots.Max(b => b.Memory));
        var posts = connector.NotePosts();
        var stop = end + TimeSpan.FromMinutes(3) + TimeSpan.FromSeconds(people / (perSecond * 0.8 ?? 40));
        while (connector.Posts < people && DateTimeOffset.UtcNow < stop)
            await Task.Delay(100);
        var last = DateTimeOffset.UtcNow;
        foreach (var bot in bots)
            await bot.Rests(TimeSpan.FromSeconds(1));
        if (posts.Count != people)
            throw new InvalidOperationException($"{posts.Count} prompts came for {people} people on {store}.");
        var seconds = Stopwatch.GetElapsedTime(posts[0], posts[^1]).TotalSeconds;
        return new(
            store, bots.Count, perSecond, people, people / seconds, (last - end).TotalSeconds, MostInASecond(posts),
            (bots.Sum(b => b.Used.TotalMilliseconds) - used) / people, bots.Max(b => b.PeakMemory), held);
    }

    private static int MostInASecond(IReadOnlyList<long> posts)
    {
        var (most, from) = (0, 0);
        for (var to = 0; to < posts.Count; to++)
        {
            while (posts[to] - posts[from] >= Stopwatch.Frequency)
                from++;
            most = Math.Max(most, to - from + 1);
        }
        return most;
    }

    /// <summary>Everybody agrees, and is known in the pretend channel; the local chat has installed the app, so that it does not begin to when the bot starts.</summary>
    private async Task Prepare(PromptStore settings, string folder, int people)
    {
        await using var store = settings.Open();
        await using var office = new Office(folder, settings.KeyRing, store, TimeProvider.System);
        await store.Open(Startup.Tables);
        var references = office.Get<References>();
        await Parallel.ForAsync(0, people, new ParallelOptions { MaxDegreeOfParallelism = 16 }, async (person, cancel) =>
        {
            var id = LargeOrganisation.Id(person);
            await references.Keep(id, new(connector.ServiceUrl, Activities.ConversationOf(person), "28:bot", Activities.Tenant, $"29:{id}"), cancel);
            await office.Turns.Take(new(Contact.KeyOf(id), new Consent(id, [Purpose.CheckIn, Purpose.Escalation])), cancel);
        });
        await office.Turns.Settled();
        var rooms = office.Roster.People.Select(p => $"a:{p.Id}").Concat(office.Roster.Teams.Select(t => $"19:{t.Id}@thread.tacv2"));
        foreach (var some in rooms.Chunk(100))
            await store.Table(LocalChatOptions.TableName).Commit("installed", [.. some.Select(r => Change.Upsert(Keys.Join(r), new Dictionary<string, object> { ["At"] = DateTimeOffset.UtcNow }))]);
        await office.Get<Startup>().Run(CancellationToken.None);
        await office.Turns.Settled();
    }

    private void WriteShifts(string folder, int people, DateTimeOffset end) => LargeOrganisation.Write(demo, folder, people, (number, id, team, post) => string.Create(
        CultureInfo.InvariantCulture, $"{id}-a,{id},{team},{post},{end.ToOffset(Zone).AddHours(-8):yyyy-MM-ddTHH:mm},{end.ToOffset(Zone):yyyy-MM-ddTHH:mm},\n"));

    private static DateTimeOffset NextMinute(DateTimeOffset at) => new(at.UtcTicks - (at.UtcTicks % TimeSpan.TicksPerMinute) + TimeSpan.TicksPerMinute, TimeSpan.Zero);
}
