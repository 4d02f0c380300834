using System.Text.Json.Nodes;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.Month.Tests;

/// <summary>A small town told step by step: somebody does something, time goes on, everything else is as in a month.</summary>
internal sealed class OneDay : IAsyncDisposable
{
    private readonly ManualClock clock;
    private readonly WatchedStore store;
    private readonly Town town;
    private int sent;

    private OneDay(MonthForm form)
    {
        clock = new(form.Begin);
        town = new(form);
        var figures = new Figures();
        Faults = new(new(form.Seed), calm: true);
        Teams = new(Faults, figures, clock);
        store = new(new StoreInMemory(), new QueueOnClock(clock), new StoreFaults(new(form.Seed), form, figures, clock), clock);
        Bot = new(town.Folder, store, clock, Teams, new Ears(figures, clock), null);
        Records = new(Bot.Get<IReadOnlyDictionary<string, IFlow>>(), clock);
        store.Committed = Records.Note;
    }

    public MonthBot Bot { get; }

    public PretendTeams Teams { get; }

    public Faults Faults { get; }

    public Records Records { get; }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Everybody has the bot and agreed to everything.</summary>
    public static async Task<OneDay> Begin()
    {
        var day = new OneDay(new(1, 6, new(2026, 10, 12), 5, Calm: true));
        await day.Bot.Open();
        foreach (var person in day.town.People)
        {
            await day.Deliver(day.By(person, "installationUpdate", new() { ["action"] = "add" }));
            // A counsellor has no shift end at which to be asked.
            if (day.Teams.Of(person.Id).Cards[^1].Acts.Any(a => a.Verb == "consent.give"))
                await day.Press(person, "consent.give", ("purposes", "checkin,escalation"));
        }
        return day;
    }

    /// <summary>Time goes on, from one thing that falls due to the next.</summary>
    public async Task Until(DateTimeOffset at)
    {
        while (store.NextLook is { } next && next <= at)
            await To(next > Now ? next : Now);
        await To(at);
    }

    /// <summary>Somebody is asked at the end of a shift, and nobody has answered.</summary>
    public async Task<(Townsman Person, CheckIn CheckIn)> UntilAsked(Townsman? who = null)
    {
        for (var limit = Now.AddDays(3); Now < limit; await Until(Now.AddMinutes(10)))
        {
            if (Records.All<CheckIn>().Select(c => c.State).FirstOrDefault(c => c.Phase == CheckInPhase.Asked && c.Since > Now.AddMinutes(-11) && (who is null || c.Person == who.Id)) is { } asked)
                return (town.People.Single(p => p.Id == asked.Person), asked);
        }
        throw new InvalidOperationException("Nobody was asked.");
    }

    public CheckIn Of(CheckIn checkIn) => Records.Of<CheckIn>(checkIn.Key)!;

    public JsonObject Words(Townsman person, string words) => By(person, "message", new() { ["text"] = words });

    public static JsonObject UnderAnotherId(JsonObject activity)
    {
        var other = (JsonObject)activity.DeepClone();
        other["id"] = $"{activity["id"]}-again";
        return other;
    }

    public async Task Deliver(JsonObject activity)
    {
        Assert.Equal(200, (await Bot.Deliver(activity)).Status);
        await Bot.Settle();
    }

    /// <summary>Presses the newest button of this verb that the person sees.</summary>
    public async Task<JsonObject> Press(Townsman person, string verb, params (string Id, string Value)[] inputs)
    {
        var (card, act) = Teams.Of(person.Id).Cards.AsEnumerable().Reverse().SelectMany(c => c.Acts.Select(a => (c, a))).First(p => p.a.Verb == verb && inputs.All(i => p.a.Data[i.Id] is null || (string)p.a.Data[i.Id]! == i.Value));
        var data = (JsonObject)act.Data.DeepClone();
        foreach (var (id, value) in inputs)
            data[id] = value;
        var press = By(person, "invoke", new()
        {
            ["name"] = "adaptiveCard/action",
            ["replyToId"] = card.Activity,
            ["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data }, ["trigger"] = "manual" },
        });
        await Deliver(press);
        return press;
    }

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        Teams.Dispose();
        await store.DisposeAsync();
        town.Dispose();
    }

    private async Task To(DateTimeOffset at)
    {
        if (at > Now)
            clock.Advance(at - Now);
        store.LookedUpTo(Now);
        await Bot.Settle();
    }

    private JsonObject By(Townsman person, string type, JsonObject more) => Inbound.Activity(person, type, $"day-{++sent}", Now, more);
}
