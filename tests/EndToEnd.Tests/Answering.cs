using System.Text.Json.Nodes;
using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>The acts with which somebody of the staff answers a check-in's card; what was acknowledged is written down.</summary>
internal sealed class Answering(Clients clients, Ledger ledger, Random random)
{
    private readonly Lock guard = new();

    /// <summary>Fills in the card and sends it. The answer shows the receipt; else its time is over.</summary>
    public async Task<BotAnswer> Send(DemoPerson person, SeenCard card, int stress, Helper help)
    {
        var reference = card.First.Reference("checkIn")!;
        var said = new Answer { Stress = stress, Mood = Next(2, 6), Hostile = Next(0, 3), Break = Next(0, 2) == 0, Help = help, ShareNote = Next(0, 2) == 0 };
        var (words, data) = ($"words {Next(0, 1000)}", (JsonObject)card.Newest.Data("checkin.answer")!.DeepClone());
        var answer = await clients.Press(person, card, "checkin.answer", Channel.Merged(
            data,
            ("stress", $"{said.Stress}"), ("mood", $"{said.Mood}"), ("hostile", $"{said.Hostile}"), ("break", said.Break == true ? "true" : "false"),
            ("help", help.ToString().ToLowerInvariant()), ("note", words), ("shareNote", said.ShareNote ? "true" : "false")));
        if (answer.Card?.Has("checkin.edit") != true)
            return answer;
        ledger.Answers[reference] = said;
        if (stress == 5 || help != Helper.None)
            ledger.Demanded[Ledger.CaseOf(reference)] = reference;
        return answer;
    }

    public async Task Type(DemoPerson person, SeenCard card)
    {
        var reference = card.First.Reference("checkIn")!;
        ledger.Typed[reference] = true;
        await clients.Type(person, "stress 3, mood 4, hostile 1, break yes, help none");
        await clients.Type(person, "send");
        ledger.Answers[reference] = new() { Stress = 3, Mood = 4, Hostile = 1, Break = true, Help = Helper.None };
    }

    public async Task Skip(DemoPerson person, SeenCard card)
    {
        var answer = await clients.Press(person, card, "checkin.skip");
        if (answer.Card is not null)
            ledger.Skipped[card.First.Reference("checkIn")!] = true;
    }

    /// <summary>Stress of a day that goes to nobody.</summary>
    public int Low() => Next(1, 4);

    private int Next(int from, int to)
    {
        lock (guard)
            return random.Next(from, to);
    }
}
