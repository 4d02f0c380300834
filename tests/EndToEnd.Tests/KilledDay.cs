using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>Shift ends, one after the other: everybody answers at once, every other day is a hard one, and leaders take and resolve.</summary>
internal sealed class KilledDay(Hall hall, Random random)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan BetweenPresses = TimeSpan.FromMilliseconds(30);

    private readonly Lock guard = new();
    private int presses;

    /// <summary>Acknowledged answers: the stress by the check-in's reference.</summary>
    public ConcurrentDictionary<string, int> Sent { get; } = new(StringComparer.Ordinal);

    /// <summary>Acknowledged takes: the owner by the case's reference.</summary>
    public ConcurrentDictionary<string, string> Taken { get; } = new(StringComparer.Ordinal);

    public ConcurrentBag<string> Resolved { get; } = [];

    /// <summary>Check-ins whose person asked for the card, since the prompt did not come.</summary>
    public ConcurrentBag<string> Pulled { get; } = [];

    public TimeSpan SlowestRecovery { get; private set; }

    public async Task EverybodyAgrees()
    {
        foreach (var person in hall.Organisation.With("staff"))
            await hall.Consent(person, "checkin,escalation");
    }

    public async Task KillAndRestart(int kills)
    {
        for (var i = 0; i < kills; i++)
        {
            var moment = Stopwatch.GetTimestamp();
            var wait = TimeSpan.FromMilliseconds(Next(5, 900));
            await Eventually.True("the moment has come", () => Stopwatch.GetElapsedTime(moment) >= wait);
            Assert.False(hall.Bot.HasEnded, $"The program ended by itself:\n{hall.Bot.Log}");
            await hall.Bot.Kill();
            var dead = Stopwatch.GetTimestamp();
            await hall.Bot.Start();
            var took = Stopwatch.GetElapsedTime(dead);
            SlowestRecovery = took > SlowestRecovery ? took : SlowestRecovery;
        }
    }

    /// <summary>Works through shift ends until the killer is done, and that shift end to its end.</summary>
    public async Task WorkUntil(Task killer)
    {
        do
        {
            var (at, people) = (await Repeat(async () => await hall.ShiftEnds()))[0];
            await Reach(at);
            var leaders = hall.Organisation.People.Where(p => p.Is("leader") || p.Is("hallLeader")).ToList();
            using var over = new CancellationTokenSource();
            var leading = leaders.Select(l => Lead(l, over.Token)).ToList();
            await Task.WhenAll(people.Select((p, i) => Answer(p, i % 2 == 0 ? 5 : 2)));
            await Hasten("every case of this shift is resolved", () => Sent.Count(s => s.Value == 5) <= Resolved.Distinct().Count());
            await over.CancelAsync();
            await Task.WhenAll(leading);
        }
        while (!killer.IsCompleted);
    }

    /// <summary>The prompt comes, or is lost with the process; then the person types. A card whose time is over is told so and left.</summary>
    private async Task Answer(DemoPerson person, int stress)
    {
        var over = new HashSet<string>(StringComparer.Ordinal);
        while (true)
        {
            var card = await CardToAnswer(person, over);
            var reference = card.First.Reference("checkIn")!;
            var data = Channel.Merged(card.First.Data("checkin.answer")!, ("stress", $"{stress}"), ("mood", "3"));
            var answer = await UntilTaken(hall.Channel.Pressed(person, card.Activity, "checkin.answer", data, Id()));
            Assert.True(answer.Card is not null || answer.Sentence is { Length: > 0 }, answer.Body);
            if (answer.Card?.Has("checkin.edit") == true)
            {
                Sent[reference] = stress;
                return;
            }
            Assert.True(over.Add(reference), answer.Body);
        }
    }

    private async Task<SeenCard> CardToAnswer(DemoPerson person, HashSet<string> over)
    {
        SeenCard? Open() => hall.Teams.Of(person.Id).Cards.LastOrDefault(c =>
            c.First.Data("checkin.answer")?["checkIn"]?.ToString() is { } r && !Sent.ContainsKey(r) && !over.Contains(r) && c.Newest.Has("checkin.answer"));
        try
        {
            return await Eventually.Found("a prompt", Open, TimeSpan.FromSeconds(1));
        }
        catch (TimeoutException)
        {
            await UntilTaken(hall.Channel.Typed(person, "签到", Id()));
            await Hasten("the card that was asked for", () => Open() is not null);
            var card = Open()!;
            Pulled.Add(card.First.Reference("checkIn")!);
            return card;
        }
    }

    /// <summary>
    /// Waits; if it takes long, moves the clock by a minute, as often as needed: what a killed process had claimed is free only after
    /// the claim's 45 seconds.
    /// </summary>
    private async Task Hasten(string what, Func<bool> look)
    {
        for (var i = 0; i < 30; i++)
        {
            try
            {
                await Eventually.True(what, look, TimeSpan.FromSeconds(1));
                return;
            }
            catch (TimeoutException)
            {
                await Repeat(async () => await hall.AMinuteOn());
            }
        }
        await Eventually.True(what, look);
    }

    /// <summary>Takes whatever is asked, and resolves it: an owner who stays silent for hours would lose the case.</summary>
    private async Task Lead(DemoPerson leader, CancellationToken over)
    {
        var pressed = new HashSet<string>(StringComparer.Ordinal);
        while (!over.IsCancellationRequested)
        {
            if (hall.Teams.Of(leader.Id).Cards.FirstOrDefault(c => c.Newest.Has("escalation.take") && !pressed.Contains(c.Activity)) is { } card)
            {
                await Take(leader, card);
                pressed.Add(card.Activity);
            }
            await Eventually.True("a moment passed", Passed(BetweenPresses));
        }
    }

    private async Task Take(DemoPerson leader, SeenCard card)
    {
        var reference = card.Newest.Data("escalation.take")!["case"]!.ToString();
        var answer = await UntilTaken(hall.Channel.Pressed(leader, card.Activity, "escalation.take", card.Newest.Data("escalation.take"), Id()));
        if (answer.Card?.Data("escalation.resolve") is not { } resolve)
            return;
        Taken[reference] = leader.Id;
        answer = await UntilTaken(hall.Channel.Pressed(leader, card.Activity, "escalation.resolve", Channel.Merged(resolve, ("done", "talked")), Id()));
        if (answer.Card?.Has("escalation.resolve") == false)
            Resolved.Add(reference);
    }

    /// <summary>Moves the clock; a move that a kill cut short is finished by a small one, which runs what is still due.</summary>
    private async Task Reach(DateTimeOffset at)
    {
        await Repeat(async () =>
        {
            return await hall.ClockToOrBeyond(at);
        });
    }

    private Task<BotAnswer> UntilTaken(JsonObject activity) => Eventually.Found(
        "the activity is taken", async () => await hall.Channel.Deliver(activity) is { Taken: true } answer ? answer : null, Patience);

    private static Task<T> Repeat<T>(Func<ValueTask<T>> work) where T : class => Eventually.Found("the program answers", async () =>
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException or IOException)
        {
            return null;
        }
    }, Patience);

    private static Func<bool> Passed(TimeSpan time)
    {
        var since = Stopwatch.GetTimestamp();
        return () => Stopwatch.GetElapsedTime(since) >= time;
    }

    private string Id() => $"killed-{Interlocked.Increment(ref presses)}";

    private int Next(int from, int to)
    {
        lock (guard)
            return random.Next(from, to);
    }
}
