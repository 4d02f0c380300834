using System.Globalization;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.Duty;

namespace CheckInBot.Month.Tests;

/// <summary>The people of the town: they install the bot, react to what they see, and say things unasked.</summary>
internal sealed class Actors
{
    /// <summary>How often somebody comes back to one card.</summary>
    private const int MostReturns = 6;

    /// <summary>How much anybody does within two hours.</summary>
    private const int MostInTwoHours = 14;

    private readonly Dictionary<string, List<DateTimeOffset>> busy = new(StringComparer.Ordinal);
    private readonly PriorityQueue<Func<Task>, (DateTimeOffset At, string Name)> plans = new();
    private readonly MonthForm form;
    private readonly Town town;
    private readonly MonthBot bot;
    private readonly PretendTeams teams;
    private readonly Figures figures;
    private readonly ManualClock clock;
    private readonly Lot lot;
    private readonly Inbound inbound;
    private readonly Dictionary<string, Townsman> people;

    public Actors(MonthForm form, Town town, MonthBot bot, PretendTeams teams, Records records, Figures figures, ManualClock clock)
    {
        (this.form, this.town, this.bot, this.teams, this.figures, this.clock) = (form, town, bot, teams, figures, clock);
        lot = new(form.Seed);
        people = town.People.ToDictionary(p => p.Id);
        inbound = new(form, bot, records, figures, clock, (wait, what) => plans.Enqueue(what, (clock.GetUtcNow() + wait, "later")));
    }

    public DateTimeOffset? Next => plans.TryPeek(out _, out var first) ? first.At : null;

    public Task Act() => plans.Dequeue()();

    /// <summary>Everybody installs the bot within the first hours, but for a few who do so later; then each has a few things to say each week.</summary>
    public void Plan()
    {
        foreach (var person in town.People)
        {
            var random = lot.About($"plan {person.Id}");
            var late = random.Next(20) == 0 ? TimeSpan.FromDays(random.Next(Math.Max(1, form.Days / 2))) : TimeSpan.Zero;
            var installed = form.Begin + late + TimeSpan.FromSeconds(random.Next(7200));
            plans.Enqueue(() => inbound.Install(person), (installed, person.Id));
            for (var day = installed.AddHours(3); day < form.End; day = day.AddDays(1))
            {
                if (person == town.LeadersOf(person.Team).First() && (day - installed).Days % 5 == 0)
                    plans.Enqueue(() => inbound.Mention(person, "bind"), (day, $"{person.Id} binds"));
                for (var n = random.Next(10) switch { 0 => 2, < 4 => 1, _ => 0 }; n > 0; n--)
                    plans.Enqueue(() => Say(person), (day.AddMinutes(random.Next(24 * 60)).AddSeconds(random.Next(60)), $"{person.Id} says"));
            }
        }
    }

    /// <summary>Whoever sees a new card may do something about it after a while.</summary>
    public void See(IReadOnlyList<SeenCard> fresh)
    {
        foreach (var card in fresh)
            PlanToReturn(card, 0);
    }

    private void PlanToReturn(SeenCard card, int times)
    {
        var about = $"{card.Person} {card.At.UtcTicks} {Lot.Name(card.First.ToJsonString())} {times}";
        var random = lot.About(about);
        if (times < MostReturns && card.Acts.Count > 0 && Habits.Delay(card, times > 0, random) is { } delay)
            plans.Enqueue(() => React(card, random, times), (clock.GetUtcNow() + delay, about));
    }

    private async Task React(SeenCard card, Random random, int times)
    {
        // Nobody presses all day: whoever did something a moment ago is busy, and the more the longer.
        var now = clock.GetUtcNow();
        var who = WhoLooksAt(card, random);
        var lately = busy.TryGetValue(who.Id, out var since) ? since : busy[who.Id] = [];
        lately.RemoveAll(at => at < now - TimeSpan.FromHours(2));
        if (random.Next(MostInTwoHours) < lately.Count)
            return;
        var view = PretendTeams.IsChannel(card.Person) ? await inbound.View(who, card) : card.Newest;
        if (Habits.Choose(view, random) is not { } act)
            return;
        lately.Add(now);
        var data = Habits.Filled(view, act, random);
        var partner = !form.Calm && random.Next(3) == 0 ? Partner(card, act) : null;
        // Now and then somebody presses what stood there before.
        if (random.Next(15) == 0 && Habits.Choose(card.First, random) is { } stale)
            (act, data) = (stale, Habits.Filled(card.First, stale, random));
        figures.Count($"press {act.Verb}");
        // A command that a hurried thumb says twice is answered twice.
        if (act.Verb is "checkin.later" or "checkin.edit" or "command")
            teams.Of(who.Id).Wanted.AddRange([now, now]);
        if (partner is var (theirs, other) && other.Verb == act.Verb)
        {
            figures.Count("two at once");
            var theirData = Habits.Filled(theirs.Newest, other, random);
            await Task.WhenAll(
                Task.Run(() => inbound.Press(who, card, act.Verb, data, teams, null)),
                Task.Run(() => inbound.Press(WhoLooksAt(theirs, random, not: who), theirs, other.Verb, theirData, teams, null)));
        }
        else
        {
            await inbound.Press(who, card, act.Verb, data, teams, random);
        }
        PlanToReturn(card, times + 1);
    }

    /// <summary>Whose card it is; in a channel mostly somebody who may decide there, else anybody of the team.</summary>
    private Townsman WhoLooksAt(SeenCard card, Random random, Townsman? not = null)
    {
        if (TeamChannel.TeamOf(card.Person) is not { } team)
            return people[card.Person];
        Townsman[] some = [.. (random.Next(3) > 0 ? town.LeadersOf(team) : town.People.Where(p => p.Team == team)).Where(p => p != not)];
        return some.Length > 0 ? some[random.Next(some.Length)] : town.People.First(p => p.Team == team);
    }

    /// <summary>Somebody else who sees the same button of the same thing at this moment.</summary>
    private (SeenCard Card, CardAct Act)? Partner(SeenCard card, CardAct act)
    {
        if (act.About == act.Verb)
            return null;
        if (PretendTeams.IsChannel(card.Person))
            return (card, act);
        foreach (var (person, chat) in teams.All.Where(c => c.Person != card.Person && c.Conversation.References.Contains(act.About)))
        {
            foreach (var theirs in chat.Cards.AsEnumerable().Reverse().Take(8))
            {
                if (theirs.Acts.FirstOrDefault(a => a.Verb == act.Verb && a.About == act.About) is { } same)
                    return (theirs, same);
            }
        }
        return null;
    }

    private Task Say(Townsman person)
    {
        var random = lot.About(string.Create(CultureInfo.InvariantCulture, $"say {person.Id} {clock.GetUtcNow().UtcTicks}"));
        var words = Habits.Saying(random, LocalTime.DayOf(clock.GetUtcNow(), bot.Roster.ZoneOf(person.Team)));
        figures.Count($"says {(words.StartsWith("on leave", StringComparison.Ordinal) ? "on leave until" : words)}");
        // Words under another id are words said again.
        teams.Of(person.Id).Wanted.AddRange([clock.GetUtcNow(), clock.GetUtcNow()]);
        return inbound.Type(person, words, random);
    }
}
