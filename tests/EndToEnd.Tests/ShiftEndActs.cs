using System.Collections.Concurrent;
using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The parts that staff play at a shift's end, and what of them was acknowledged.</summary>
internal sealed class ShiftEndActs(Hall hall, Clients clients, TestClock clock, Ledger ledger, Random random)
{
    private static readonly TimeSpan UntilThePrompt = TimeSpan.FromSeconds(1.5);

    /// <summary>When a reminder, or a card that was put off, must have come unless it was lost.</summary>
    private static readonly TimeSpan ReminderIsOver = TimeSpan.FromMinutes(95);

    private static readonly TimeSpan LaterIsOver = TimeSpan.FromMinutes(55);

    private readonly Answering answering = new(clients, ledger, random);
    private readonly ConcurrentQueue<DemoPerson> withdrawn = [];
    private readonly ConcurrentDictionary<string, bool> over = new(StringComparer.Ordinal);

    /// <summary>Who has withdrawn since the last look.</summary>
    public IEnumerable<DemoPerson> Withdrawn()
    {
        while (withdrawn.TryDequeue(out var person))
            yield return person;
    }

    public Task Play(DemoPerson person, Part part) => part switch
    {
        Part.Typed => ByTyping(person),
        Part.VeryHard => Send(person, stress: 5),
        Part.VeryHardThenLower => Lower(person),
        Part.ChoosesCounsellor => Send(person, answering.Low(), Helper.Counsellor),
        Part.ChoosesBuddy => Send(person, answering.Low(), Helper.Buddy),
        Part.WantsSomebodyElse => OtherWay(person),
        Part.Skip => Skip(person),
        Part.PersonNow => PersonNow(person),
        Part.Withdraws => Withdraw(person),
        Part.Calm => Send(person, answering.Low()),
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    public async Task Agree(DemoPerson person)
    {
        await clients.Type(person, "my data");
        await clock.Hasten("the choice of purposes", () => hall.Teams.Of(person.Id).Showing("consent.give") is not null);
        var answer = await clients.Press(person, hall.Teams.Of(person.Id).Showing("consent.give")!, "consent.give", ("purposes", "checkin,escalation"));
        Assert.NotNull(answer.Card);
    }

    /// <summary>Leaves the prompt, and answers when the reminder is there; types when not even that came.</summary>
    public async Task Silent(DemoPerson person, DateTimeOffset end)
    {
        var reference = CheckIn.KeyOf(person.Id, CheckIn.IdOf(end)).Reference;
        ledger.Silent[reference] = true;
        await ComesAgain(person, reference, end + ReminderIsOver);
        await Send(person, answering.Low());
    }

    /// <summary>Puts it off, and answers when it comes again.</summary>
    public async Task Later(DemoPerson person, DateTimeOffset end)
    {
        var card = await Prompt(person);
        var reference = card.First.Reference("checkIn")!;
        ledger.PutOff[reference] = true;
        await clients.Press(person, card, "checkin.later");
        await ComesAgain(person, reference, end + LaterIsOver);
        await Send(person, answering.Low());
    }

    private async Task ComesAgain(DemoPerson person, string reference, DateTimeOffset until)
    {
        int Cards() => hall.Teams.Of(person.Id).Cards.Count(c => c.First.Data("checkin.answer", "checkIn", reference) is not null);
        await Eventually.True("it comes again, or its time is over", () => Cards() > 1 || clock.Now >= until, TimeSpan.FromMinutes(30));
    }

    private async Task<BotAnswer> Send(DemoPerson person, int stress, Helper help = Helper.None) => (await SendCard(person, stress, help)).Answer;

    /// <summary>The prompt comes, or is lost with the process; then the person types. A card whose time is over is told so and left.</summary>
    private async Task<(SeenCard Card, BotAnswer Answer)> SendCard(DemoPerson person, int stress, Helper help)
    {
        while (true)
        {
            var card = await Prompt(person);
            var answer = await answering.Send(person, card, stress, help);
            if (answer.Card?.Has("checkin.edit") == true)
                return (card, answer);
            Assert.True(answer.Sentence is { Length: > 0 }, answer.Body);
            over[card.Activity] = true;
        }
    }

    private async Task ByTyping(DemoPerson person) => await answering.Type(person, await Prompt(person));

    private async Task Lower(DemoPerson person)
    {
        var (card, _) = await SendCard(person, 5, Helper.None);
        var reference = card.First.Reference("checkIn")!;
        await clock.Hasten("the receipt", () => clients.Again(person, card).Newest.Has("checkin.edit"));
        var open = await clients.Press(person, clients.Again(person, card), "checkin.edit");
        if (open.Card?.Has("checkin.answer") != true)
            return;
        await clock.Hasten("the open card", () => clients.Again(person, card).Newest.Has("checkin.answer"));
        if ((await answering.Send(person, clients.Again(person, card), 2, Helper.None)).Card?.Has("checkin.edit") == true)
            ledger.Lowered[reference] = true;
    }

    private async Task OtherWay(DemoPerson person)
    {
        var (card, _) = await SendCard(person, 5, Helper.None);
        var @case = Ledger.CaseOf(card.First.Reference("checkIn")!);
        SeenCard? Mine() => hall.Teams.Of(person.Id).Cards.LastOrDefault(c =>
            c.Newest.Reference("case") == @case && c.Newest.Data("escalation.otherRoute", "to", "counsellor") is not null);
        await clock.Hasten("the person's card of the case", () => Mine() is not null);
        var mine = Mine()!;
        ledger.Case(@case).OtherWay = true;
        ledger.Case(@case).Loosen();
        var answer = await clients.Press(person, mine, "escalation.otherRoute", mine.Newest.Data("escalation.otherRoute", "to", "counsellor")!);
        Assert.True(answer.Card is not null, answer.Body);
    }

    private async Task Skip(DemoPerson person) => await answering.Skip(person, await Prompt(person));

    private async Task PersonNow(DemoPerson person)
    {
        var before = hall.Teams.Of(person.Id).Cards.Count;
        await clients.Type(person, "找人");
        SeenCard? Numbers() => hall.Teams.Of(person.Id).Cards.Skip(before).LastOrDefault(c => c.Newest.Data("help.person", "contact", "true") is not null);
        await clock.Hasten("the numbers", () => Numbers() is not null);
        var numbers = Numbers()!;
        Assert.Contains("12356", numbers.Newest.Text(), StringComparison.Ordinal);
        var answer = await clients.Press(person, numbers, "help.person", numbers.Newest.Data("help.person", "contact", "true")!);
        Assert.NotNull(answer.Card);
        ledger.AskedForAPerson();
        await Send(person, answering.Low());
    }

    private async Task Withdraw(DemoPerson person)
    {
        await Send(person, answering.Low());
        await clients.Type(person, "我的数据");
        await clock.Hasten("the choice of purposes", () => hall.Teams.Of(person.Id).Showing("consent.withdraw") is not null);
        ledger.Withdraws(person);
        var answer = await clients.Press(person, hall.Teams.Of(person.Id).Showing("consent.withdraw")!, "consent.withdraw");
        Assert.NotNull(answer.Card);
        withdrawn.Enqueue(person);
    }

    private async Task<SeenCard> Prompt(DemoPerson person)
    {
        SeenCard? Open() => hall.Teams.Of(person.Id).Cards.LastOrDefault(c =>
            c.First.Data("checkin.answer")?["checkIn"]?.ToString() is { } r && !ledger.Answers.ContainsKey(r) && !ledger.Skipped.ContainsKey(r)
            && !over.ContainsKey(c.Activity) && c.Newest.Has("checkin.answer"));
        try
        {
            return await Eventually.Found("a prompt", Open, UntilThePrompt);
        }
        catch (TimeoutException)
        {
            await clients.Type(person, "签到");
            await clock.Hasten("the card that was asked for", () => Open() is not null);
            var card = Open()!;
            ledger.Pulled[card.First.Reference("checkIn")!] = true;
            return card;
        }
    }
}
