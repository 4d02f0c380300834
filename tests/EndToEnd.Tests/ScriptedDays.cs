namespace CheckInBot.EndToEnd.Tests;

/// <summary>What somebody of the staff does at the end of a shift.</summary>
internal enum Part
{
    Calm,
    Typed,
    VeryHard,
    VeryHardThenLower,
    ChoosesCounsellor,
    ChoosesBuddy,
    WantsSomebodyElse,
    Later,
    Skip,
    Silent,
    PersonNow,
    Withdraws,

    /// <summary>Only of a crowd: whoever is hurried on from day to day could not say in time that it is safe.</summary>
    Sos,
}

/// <summary>Shift ends, one after the other, day after day: who leaves plays a part, everybody else reacts, and the clock goes on when all is done.</summary>
/// <param name="promptsAreDue">Told when a shift end comes near, and when its prompts are out.</param>
internal sealed class ScriptedDays(Hall hall, Random random, Action<bool> promptsAreDue)
{
    private static readonly Part[] All = [.. Enum.GetValues<Part>().Where(p => p != Part.Sos), Part.VeryHard, Part.VeryHard, Part.WantsSomebodyElse, Part.Calm];

    private static readonly TimeSpan TwoHours = TimeSpan.FromHours(2);

    private readonly Clients clients = new(hall);
    private readonly TestClock clock = new(hall);
    private readonly Queue<Part> parts = new();
    private readonly List<Task> waiting = [];
    private readonly Dictionary<DemoPerson, int> withdrawn = [];

    public Ledger Ledger { get; } = new();

    public int ShiftEnds { get; private set; }

    public Task EverybodyAgrees() => Parallel.ForEachAsync(
        hall.Organisation.With("staff"), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (p, _) => await hall.Consent(p, "checkin,escalation"));

    /// <summary>Works through shift ends until the killer is done, then brings everything to its end.</summary>
    public async Task WorkUntil(Task killer)
    {
        using var over = new CancellationTokenSource();
        var reactions = new Reactions(hall, clients, Ledger).Run(over.Token);
        var acts = new ShiftEndActs(hall, clients, clock, Ledger, random);
        while (!killer.IsCompleted)
        {
            var end = OneEnd(acts);
            // Who cannot go on says so at once, and not whoever waits for them.
            if (await Task.WhenAny(end, reactions, killer) is { IsFaulted: true } fault)
                await fault;
            await end;
        }
        await killer;
        await Evening();
        // A day on, whoever was looked in on is asked whether it helped.
        for (var hours = 0; hours < 26; hours += 2)
            await hall.Advance(TimeSpan.FromHours(2));
        await clock.Hasten("every return visit is answered", () => hall.Organisation.With("staff").All(p => hall.Teams.Of(p.Id).Showing("escalation.returnVisit", "helped", "yes") is null));
        await EveryCaseIsDone();
        await over.CancelAsync();
        await reactions;
    }

    private async Task OneEnd(ShiftEndActs acts)
    {
        var (at, people) = await clock.NextEnd();
        if (at - clock.Now > TwoHours && ShiftEnds > 0)
            await Evening();
        promptsAreDue(true);
        await clock.Reach(at);
        promptsAreDue(false);
        ShiftEnds++;
        var now = new List<Task>();
        foreach (var person in people)
        {
            if (withdrawn.Remove(person, out var prompts))
            {
                Assert.Equal(prompts, hall.Teams.Of(person.Id).PostedWith("checkin.answer"));
                now.Add(acts.Agree(person));
                continue;
            }
            var part = Next();
            if (part is Part.Silent or Part.Later)
                waiting.Add(part == Part.Silent ? acts.Silent(person, at) : acts.Later(person, at));
            else
                now.Add(acts.Play(person, part));
        }
        await Task.WhenAll(now);
        foreach (var person in acts.Withdrawn())
            withdrawn[person] = hall.Teams.Of(person.Id).PostedWith("checkin.answer");
        await EveryCaseIsDone();
    }

    private async Task EveryCaseIsDone()
    {
        try
        {
            await clock.Hasten("every case is done", () => Ledger.AllCasesAreDone);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message}\n{await Undone.Tell(hall, Ledger)}", late);
        }
    }

    /// <summary>After the day's last shift end, whoever waits for a card gets it, or types.</summary>
    private async Task Evening()
    {
        await clock.Reach(clock.Now + TwoHours);
        await Task.WhenAll(waiting);
        waiting.Clear();
    }

    /// <summary>Every part comes in turn, in an order that the seed decides.</summary>
    private Part Next()
    {
        if (parts.Count == 0)
        {
            var all = All.ToArray();
            random.Shuffle(all);
            foreach (var part in all)
                parts.Enqueue(part);
        }
        return parts.Dequeue();
    }
}
