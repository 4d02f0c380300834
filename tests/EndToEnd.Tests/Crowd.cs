using System.Collections.Concurrent;
using CheckInBot.Dialogs.CheckIns;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>Staff whose shifts all end at once: everybody plays a part when the question comes; who does not answer does so when it comes again.</summary>
internal sealed class Crowd(Hall hall, Clients clients, Ledger ledger, int seed)
{
    /// <summary>Parts by how often they are played.</summary>
    private static readonly Part[] Parts =
    [
        .. Enumerable.Repeat(Part.Calm, 20), .. Enumerable.Repeat(Part.VeryHard, 6), .. Enumerable.Repeat(Part.Typed, 3), .. Enumerable.Repeat(Part.Silent, 3),
        Part.ChoosesCounsellor, Part.ChoosesCounsellor, Part.ChoosesBuddy, Part.ChoosesBuddy, Part.Skip, Part.PersonNow, Part.Sos,
    ];

    private readonly Answering answering = new(clients, ledger, new Random(seed));
    private readonly Part[] parts = Shuffled(hall.Organisation.With("staff").Count(), seed);
    private readonly ConcurrentDictionary<string, bool> missed = new(StringComparer.Ordinal);
    private readonly DemoPerson[] staff = [.. hall.Organisation.With("staff")];

    /// <summary>Whose first question was lost leaves none: the one that comes is the reminder.</summary>
    public void Missed(IEnumerable<CheckIn> checkIns)
    {
        foreach (var checkIn in checkIns)
            missed[checkIn.Person] = true;
    }

    /// <summary>How often the card of a check-in was put before its person.</summary>
    public int Questions(CheckIn checkIn) => Questions(checkIn.Person).Count(c => CheckInOf(c) == checkIn.Key.Reference);

    /// <summary>When its first card was put before its person; the beginning of time before that.</summary>
    public DateTimeOffset FirstAsked(CheckIn checkIn) => Questions(checkIn.Person).FirstOrDefault(c => CheckInOf(c) == checkIn.Key.Reference)?.PostedAt ?? default;

    public Task Run(CancellationToken over) => Onlookers.Run(hall, React, over);

    /// <summary>Whoever has not answered, or skipped, the card of this shift.</summary>
    public IEnumerable<DemoPerson> Unanswered => staff.Where(p => !IsDone(hall.Teams.Of(p.Id).Cards.Select(CheckInOf).FirstOrDefault(r => r is not null)));

    /// <summary>Whoever has a card that they mean to answer now.</summary>
    public IEnumerable<DemoPerson> Answering => Unanswered.Where(p => Questions(p.Id) is { Count: > 0 } cards && !Leaves(p, cards));

    public static string? CheckInOf(SeenCard card) => card.First.Data("checkin.answer")?["checkIn"]?.ToString();

    private static Part[] Shuffled(int people, int seed)
    {
        var parts = Enumerable.Range(0, people).Select(i => Parts[i % Parts.Length]).ToArray();
        new Random(seed).Shuffle(parts);
        return parts;
    }

    public bool IsDone(string? checkIn) => checkIn is not null && (ledger.Answers.ContainsKey(checkIn) || ledger.Skipped.ContainsKey(checkIn));

    public string PartOf(string person) => parts[Array.FindIndex(staff, p => p.Id == person)].ToString();

    private async Task React(DemoPerson person)
    {
        if (!person.Is("staff"))
            return;
        var cards = Questions(person.Id);
        if (cards.LastOrDefault(c => c.Newest.Has("checkin.answer")) is not { } card || IsDone(CheckInOf(card)))
            return;
        if (Leaves(person, cards))
            ledger.Silent[CheckInOf(card)!] = true;
        else
            await Play(person, card, parts[Array.IndexOf(staff, person)]);
    }

    private List<SeenCard> Questions(string person) => [.. hall.Teams.Of(person).Cards.Where(c => CheckInOf(c) is not null)];

    private bool Leaves(DemoPerson person, List<SeenCard> cards) =>
        parts[Array.IndexOf(staff, person)] == Part.Silent && cards.Count == 1 && !missed.ContainsKey(person.Id);

    private async Task Play(DemoPerson person, SeenCard card, Part part)
    {
        switch (part)
        {
            case Part.Typed:
                await answering.Type(person, card);
                return;
            case Part.Skip:
                await answering.Skip(person, card);
                return;
            case Part.VeryHard:
                await answering.Send(person, card, 5, Helper.None);
                return;
            case Part.ChoosesCounsellor:
                await answering.Send(person, card, answering.Low(), Helper.Counsellor);
                return;
            case Part.ChoosesBuddy:
                await answering.Send(person, card, answering.Low(), Helper.Buddy);
                return;
            case Part.Sos:
                await clients.Type(person, "sos!");
                ledger.Calls[person.Id] = true;
                break;
        }
        await answering.Send(person, card, answering.Low(), Helper.None);
        if (part != Part.PersonNow)
            return;
        var receipt = clients.Again(person, card);
        var asked = await clients.Press(person, receipt, "help.person", Channel.Merged(receipt.Newest.Data("help.person")!, ("contact", "true")));
        Assert.NotNull(asked.Card);
        ledger.AskedForAPerson();
    }
}
