using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Tests.Storage;
using Xunit.Abstractions;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>
/// Several processes share Azure storage, a crowd leaves in one minute, and each second one process, at random, is killed and started again, while the channel
/// fails now and then and delivers again what was taken. The emulator is never killed: it forgets what it has acknowledged. <see cref="LongForm"/> tells how to run it with a thousand people for a minute.
/// </summary>
[Collection(AloneCollection.Name)]
public sealed class CrowdTests(ITestOutputHelper output) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(12);
    /// <summary>So long before the reminders a question may come and be answered only behind its reminder.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    private readonly Azurite azurite = new();
    private readonly bool isLong = LongForm.People is not null;
    private readonly Ledger ledger = new();

    /// <summary>The long form waits for the reminders in real time, with all processes; the short one moves the clock.</summary>
    private TimeSpan Reminder => isLong ? TimeSpan.FromMinutes(5) : TimeSpan.FromMinutes(45);

    public Task InitializeAsync() => azurite.InitializeAsync();

    public Task DisposeAsync() => azurite.DisposeAsync();

    [Fact]
    public async Task While_one_of_several_processes_is_killed_each_second_nothing_of_a_crowd_is_lost()
    {
        var (people, seed) = (LongForm.People ?? 40, LongForm.Seed);
        output.WriteLine($"seed {seed}");
        var began = Stopwatch.GetTimestamp();
        var organisation = BigOrganisation.Crowd(people, Rules);
        var leaves = NextLeaving();
        await using var hall = await Hall.OpenOn(
            organisation,
            new Dictionary<string, string> { ["Storage__Provider"] = "Azure", ["Storage__ConnectionString"] = azurite.ConnectionString, ["Delivery__PerSecond"] = "40" },
            teams => AgreedOffice.Fill(azurite.ConnectionString, organisation, teams.ServiceUrl, leaves - TimeSpan.FromHours(1)));
        await hall.Join(LongForm.Processes - 1);
        hall.Teams.Faulty = new(seed, organisation.With("leader").Last());
        var clients = new Clients(hall, new Random(seed + 2));
        var crowd = new Crowd(hall, clients, ledger, seed);
        using var over = new CancellationTokenSource();
        var doing = UntilOneFails(crowd.Run(over.Token), new Reactions(hall, clients, ledger).Run(over.Token));
        await hall.ClocksTo(leaves);
        var gone = TimeProvider.System.GetUtcNow();
        if (isLong)
            hall.Teams.Faulty.LosesNoPromptFrom = gone + Reminder;
        await AgreedOffice.WakePlanners(azurite.ConnectionString);
        var killer = new KillEachSecond(hall, new Random(seed + 1));
        await Meanwhile(doing, killer.Kill(LongForm.KillsOfMany));
        var (open, justAnswered) = (hall.Teams.CutOff.Open, hall.Teams.CutOff.JustAnswered);
        var since = Stopwatch.GetTimestamp();
        if (!isLong)
            await hall.LeaveOne();
        await Meanwhile(doing, AtRest(hall, crowd, "everybody who was asked has answered", left => left.CheckIns.Count == people && !crowd.Answering.Any()));
        var rest = Stopwatch.GetElapsedTime(since);
        if (!isLong)
        {
            hall.Teams.Faulty.LosesNoPromptFrom = TimeProvider.System.GetUtcNow();
            await hall.Advance(Reminder);
        }
        var reminders = hall.Teams.Faulty.LosesNoPromptFrom;
        var answered = await Meanwhile(doing, AtRest(hall, crowd, "everybody has answered", left =>
        {
            crowd.Missed(left.CheckIns.Where(c => c.Reminded && crowd.Questions(c) < 2));
            return !crowd.Unanswered.Any();
        }));
        foreach (var asked in answered.CheckIns.Where(c => !ledger.Typed.ContainsKey(c.Key.Reference)))
            Assert.InRange(crowd.Questions(asked), 1, ledger.Silent.ContainsKey(asked.Key.Reference) || crowd.FirstAsked(asked) > reminders - Slow ? 2 : 1);
        foreach (var lost in answered.CheckIns.Where(c => crowd.FirstAsked(c) > reminders))
            ledger.Silent[lost.Key.Reference] = true;
        await over.CancelAsync();
        await doing;
        await clients.AllDelivered;
        var stale = await Aftermath.PressWhatIsStale(hall);
        var left = await AtRest(hall, crowd, "nothing waits", _ => true);
        foreach (var bot in hall.Bots)
            Assert.Equal(0, await bot.Stop());

        var aftermath = new Aftermath(hall, ledger, left, clients.WishesRepeated);
        var unheard = hall.Teams.Faulty.AsksShownUnheard;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{LongForm.Processes} processes, {people} shift ends at once, {killer.Kills} kills in {killer.Took.TotalSeconds:0} s ({killer.WhileStarting} while starting, {killer.TheLast} of the last that served), "
            + $"slowest start {killer.SlowestStart.TotalSeconds:0.0} s, at rest {rest.TotalSeconds:0} s after the last kill; {aftermath}; {open} such cards on their way when their sender was killed, "
            + $"{justAnswered} answered less than {SendsCutOff.JustNow.TotalSeconds:0} s before, {unheard} shown of which it could not know, {stale} cards of unheard sends put right by a press; "
            + $"{clients.Repeated} words and presses came again; {hall.Teams.Faulty}; {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s in all"));
        aftermath.NothingIsLost();
        Assert.InRange(aftermath.DuplicateCaseCards, 0, open + justAnswered + unheard);
        Assert.InRange(stale, 0, open + justAnswered + unheard);
    }

    /// <summary>The next end of the crowd's shifts that is some minutes ahead.</summary>
    private static DateTimeOffset NextLeaving()
    {
        var now = TimeProvider.System.GetUtcNow().ToOffset(China);
        var today = new DateTimeOffset(DateOnly.FromDateTime(now.DateTime).ToDateTime(BigOrganisation.CrowdLeaves), China);
        return today - now > TimeSpan.FromMinutes(5) ? today : today.AddDays(1);
    }

    private void Rules(JsonObject rules)
    {
        rules["checkin"]!["remindAfter"] = Reminder.ToString("c", CultureInfo.InvariantCulture);
        // Whoever does not see a card because of a kill is waited for: nobody is asked a second time for another reason.
        foreach (var urgency in new[] { "immediate", "high" })
            rules["escalation"]!["urgencies"]![urgency]!["wait"] = "03:00:00";
    }

    private static async Task UntilOneFails(params Task[] all)
    {
        await await Task.WhenAny(all);
        await Task.WhenAll(all);
    }

    /// <summary>Waits for it, unless what people do fails before.</summary>
    private static async Task Meanwhile(Task doing, Task awaited)
    {
        if (await Task.WhenAny(doing, awaited) == doing)
            await doing;
        await awaited;
    }

    private static async Task<T> Meanwhile<T>(Task doing, Task<T> awaited)
    {
        await Meanwhile(doing, (Task)awaited);
        return await awaited;
    }

    /// <summary>All records; null when the emulator, which serves one request at a time, has too much to do for that now.</summary>
    private async Task<StoredRecords?> Stored()
    {
        try
        {
            return await StoredRecords.OnAzure(azurite.ConnectionString, "");
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    /// <summary>What is stored when nothing waits any more, every case is done and every call is over.</summary>
    private async Task<StoredRecords> AtRest(Hall hall, Crowd crowd, string what, Func<StoredRecords, bool> also)
    {
        string? missing = null;
        var looks = 0;
        try
        {
            return await Eventually.Found(what, async () =>
            {
                // Some minutes free what the killed had claimed; more would bring the reminders.
                if (!isLong)
                    await hall.Advance(looks++ < 5 ? TimeSpan.FromMinutes(1) : TimeSpan.FromSeconds(1));
                else
                    await RealTime.Passes(TimeSpan.FromSeconds(20));
                missing = $"{ledger.Demanded.Count} cases by answers, {ledger.PersonNow} by a person now, {ledger.Cases.Count} known, {ledger.Cases.Values.Count(c => !c.IsOver)} of them open";
                // Reading all records is much work for the emulator: not while it is known that something is left to do.
                if (!ledger.AllCasesAreDone || await Stored() is not { } left)
                    return null;
                missing += $"; {left.CheckIns.Count} check-ins, {left.Waiting.Count} effects wait ({string.Join(", ", left.Waiting.Take(3))}), {left.Calls.Count(c => !c.IsOver)} calls open, without an answer: {string.Join("; ", left.CheckIns.Where(c => !crowd.IsDone(c.Key.Reference)).Take(5).Select(c => $"{c.Key.Reference} {c.Phase}, {(c.Reminded ? "reminded" : "not reminded")}, {crowd.Questions(c)} questions, part {crowd.PartOf(c.Person)}"))}";
                return left.Waiting.Count == 0 && left.Calls.All(c => c.IsOver) && also(left) ? left : null;
            }, isLong ? Patience : TimeSpan.FromMinutes(2));
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"{late.Message} {missing}\nThe log: {hall.Bot.Log[Math.Max(0, hall.Bot.Log.Length - 1500)..]}", late);
        }
    }
}
