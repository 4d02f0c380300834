using System.Diagnostics;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.EndToEnd.Tests;

namespace CheckInBot.Month.Tests;

/// <summary>A month of the town from its first to its last event: time leaps from one to the next, and after each what must hold is looked at.</summary>
internal sealed class MonthRun(MonthForm form)
{
    /// <summary>How late a record may be before it counts as forgotten: an outage, and then the lease of a message more than once.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMinutes(8);

    private readonly ManualClock clock = new(form.Begin);

    public Figures Figures { get; } = new();

    /// <summary>What each person sees at the end: every card with its buttons and words, in the order of their coming.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Story { get; private set; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <param name="open">Opens a store on this clock.</param>
    /// <param name="ownQueue">Whether the store's queue runs on this clock.</param>
    public async Task<MonthRun> Live(Func<TimeProvider, IStore> open, bool ownQueue)
    {
        var began = Stopwatch.GetTimestamp();
        using var town = new Town(form);
        await using var store = new WatchedStore(open(clock), ownQueue ? null : new QueueOnClock(clock), new StoreFaults(new(form.Seed), form, Figures, clock), clock);
        var faults = new Faults(new(form.Seed), form.Calm);
        using var teams = new PretendTeams(faults, Figures, clock);
        using var ears = new Ears(Figures, clock);
        await using var bot = new MonthBot(town.Folder, store, clock, teams, ears, form.Calm ? null : 40);
        var records = new Records(bot.Get<IReadOnlyDictionary<string, IFlow>>(), clock);
        using var rules = new Rules(form, bot, store, teams, faults, records, Figures, clock);
        store.Committed = records.Note;
        await bot.Open();
        var actors = new Actors(form, town, bot, teams, records, Figures, clock);
        actors.Plan();

        var nextDay = form.Begin;
        DateTimeOffset? import = form.Calm ? null : form.Begin.AddDays(form.Days / 2).AddHours(12);
        while (true)
        {
            DateTimeOffset?[] moments = [store.NextLook, actors.Next, nextDay, import];
            var next = moments.Min() ?? form.End;
            if (next >= form.End)
                break;
            if (next > clock.GetUtcNow())
                clock.Advance(next - clock.GetUtcNow());
            store.LookedUpTo(clock.GetUtcNow());
            await bot.Settle();
            if (import <= clock.GetUtcNow())
            {
                await Import(town, bot);
                rules.RosterChanged();
                import = null;
            }
            while (actors.Next <= clock.GetUtcNow())
            {
                await actors.Act();
                await bot.Settle();
                Figures.Count("acts");
            }
            if (records.FirstDue is var (at, key) && at < clock.GetUtcNow() - Late)
                Figures.Violated("nothing that is due is forgotten", $"{key} was due {at:MM-dd HH:mm:ss}; in the queue: {store.Messages(key[(key.IndexOf('/', StringComparison.Ordinal) + 1)..])}", clock.GetUtcNow());
            await rules.AfterAnEvent();
            actors.See(teams.TakeFresh());
            if (clock.GetUtcNow() >= nextDay)
            {
                await rules.EachDay();
                nextDay += TimeSpan.FromDays(1);
            }
        }
        await rules.EachDay();
        Story = teams.All.ToDictionary(c => c.Person, c => (IReadOnlyList<string>)[.. c.Conversation.Cards.Select(Told).Order(StringComparer.Ordinal)]);
        Figures.Count("seconds", (int)Stopwatch.GetElapsedTime(began).TotalSeconds);
        return this;
    }

    /// <summary>Another process imports a new plan, and this one notices it.</summary>
    private async Task Import(Town town, MonthBot bot)
    {
        var now = clock.GetUtcNow();
        var imports = bot.Get<RosterImports>();
        var plan = await imports.Plan(town.NewPlan(form, DateOnly.FromDateTime(now.UtcDateTime).AddDays(2)), SwappedShifts.Keep, now, CancellationToken.None);
        Assert.Empty(plan.Faults);
        Assert.NotNull((await imports.Make(plan, "admin", now, null, CancellationToken.None)).Record);
        await bot.Get<RosterWatch>().Look(CancellationToken.None);
        await bot.Settle();
        Figures.Count("imports");
    }

    private static string Told(SeenCard card) => $"{card.At:MM-dd HH:mm:ss} {card.Newest.Text()} [{CardActs.Signature(card.Newest)}]";
}
