using System.Text.Json.Nodes;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>What was acknowledged, held against what is stored and what everybody saw.</summary>
/// <param name="wishesRepeated">See <see cref="Clients.WishesRepeated"/>.</param>
internal sealed class Aftermath(Hall hall, Ledger ledger, StoredRecords left, int wishesRepeated = 0)
{
    private static readonly string[] CaseVerbs = ["escalation.take", "escalation.resolve", "escalation.acceptHandOver", "escalation.handOver", "incident.sos.take", "incident.sos.safe"];

    /// <summary>Buttons with which a card of a case or a call first comes to whoever is asked.</summary>
    private static readonly string[] Asks = ["escalation.take", "escalation.acceptHandOver", "incident.sos.take"];

    private readonly ILookup<string, (string Person, SeenCard Card)> cards = hall.Organisation.People
        .SelectMany(p => hall.Teams.Of(p.Id).Cards.SelectMany(c => c.Drawings.Select(About).OfType<string>().Distinct().Select(about => (About: about, Card: (p.Id, c)))))
        .ToLookup(c => c.About, c => c.Card);

    /// <summary>How often each check-in was put before its person.</summary>
    private readonly IReadOnlyDictionary<string, int> prompts = hall.Organisation.People
        .SelectMany(p => hall.Teams.Of(p.Id).Cards.Select(c => c.First.Data("checkin.answer")?["checkIn"]?.ToString()).OfType<string>())
        .CountBy(r => r).ToDictionary(StringComparer.Ordinal);

    public override string ToString() =>
        $"{ledger.Answers.Count} answers, {left.Cases.Count} cases ({ledger.Cases.Values.Count(c => c.HandedOver)} handed over, {ledger.Cases.Values.Count(c => c.OtherWay)} by another way, "
        + $"{ledger.Cases.Values.Sum(c => c.Reopened)} reopened, {ledger.Lowered.Count} lowered, {ledger.PersonNow} a person now, {left.Cases.Count(c => c.Phase == CasePhase.Withdrawn)} withdrawn), {ledger.Calls.Count} SOS, {DuplicateCaseCards} duplicate cards of them, "
        + $"{LostPrompts} prompts lost ({LostPrompts - LostAndReminded} recovered by typing, {LostAndReminded} by the reminder), {AskedTwice.Count} prompts twice";

    /// <summary>Presses the cards that still show what is over: their sending was never heard of, so nobody could draw them anew.</summary>
    public static async Task<int> PressWhatIsStale(Hall hall)
    {
        var pressed = 0;
        var clients = new Clients(hall);
        foreach (var person in hall.Organisation.People)
        {
            foreach (var card in hall.Teams.Of(person.Id).Cards)
            {
                if (Stale(card) is not { } verb)
                    continue;
                pressed++;
                // Another one has come behind it and told what became of it.
                Assert.Contains(hall.Teams.Of(person.Id).Cards, c => c.PostedAt > card.PostedAt && Stale(c) is null);
                await clients.Press(person, card, verb);
            }
        }
        return pressed;
    }

    public void NothingIsLost()
    {
        Assert.Empty(ledger.Wrongs);
        Assert.Empty(left.Waiting);
        Assert.Empty(AskedTwice);
        foreach (var (reference, answer) in ledger.Answers)
        {
            var checkIn = Assert.Single(left.CheckIns, c => c.Key.Reference == reference);
            Assert.NotNull(checkIn.Answer);
            Assert.Equal(answer, checkIn.Answer with { Note = null, Named = null });
        }
        foreach (var reference in ledger.Skipped.Keys)
            Assert.Contains(left.CheckIns, c => c.Key.Reference == reference && c.Phase is CheckInPhase.Skipped or CheckInPhase.Lapsed);
        Assert.Equal(left.CheckIns.Count, left.CheckIns.DistinctBy(c => c.Key).Count());
        Assert.Equal(ledger.Demanded.Keys.Order(), left.Cases.Where(c => c.Origin == Origin.HardDay).Select(c => c.Key.Reference).Order());
        Assert.InRange(left.Cases.Count(c => c.Origin == Origin.PersonNow), ledger.PersonNow, ledger.PersonNow + wishesRepeated);
        foreach (var @case in left.Cases)
            IsLookedInto(@case);
        Assert.Equal(ledger.Calls.Keys.Order(), left.Calls.Select(c => c.Person).Order());
        foreach (var call in left.Calls)
            IsAnswered(call);
    }

    /// <summary>Everybody who was asked saw it, it has the owner who was told so, nobody sees it otherwise than it is, and it goes on.</summary>
    private void IsLookedInto(Escalation @case)
    {
        var (reference, story) = (@case.Key.Reference, ledger.Cases[@case.Key.Reference]);
        Assert.True(Saw(@case.Subject, reference) || WasTold(@case), $"{@case.Subject} never saw {reference}");
        foreach (var asked in @case.Asked)
            Assert.True(Saw(asked.Person, @case) || CameTooLate(@case, asked) || hall.Teams.Faulty?.IsClosed(asked.Person) == true, $"{asked.Person} was asked and never saw {reference}");
        Assert.DoesNotContain(cards[reference], c => About(c.Card.Newest) == reference && Stale(c.Card) is not null);
        if (@case.Phase == CasePhase.Withdrawn)
        {
            Assert.True(story.Withdrawn, $"{reference} was ended, and {@case.Subject} had taken nothing back");
            return;
        }
        // An owner who goes on alone before the offer could be sent makes it pointless.
        foreach (var offered in @case.Offers)
            Assert.True(Saw(offered, @case) || @case.Owner != offered, $"{offered} was offered {reference} and never saw it");
        Assert.Equal(story.Owner, @case.Owner);
        Assert.Equal(story.DoneBy, @case.Owner);
        Assert.Equal(story.Reopened, @case.History.Count(h => h.Route == @case.Route));
        Assert.True(@case.Phase is CasePhase.Resolved or CasePhase.Visiting or CasePhase.Closed, $"{reference} is {@case.Phase}");
        Assert.True(@case.IsOver || @case.NextAt is not null, $"{reference} is {@case.Phase} and waits for nothing");
        if (story.OtherWay)
            Assert.Equal(Route.Counsellor, @case.Route);
        if (ledger.Lowered.ContainsKey(@case.Source))
            Assert.True(@case.Lowered, $"{reference} does not know that the answer was lowered");
    }

    /// <summary>Who called is safe, whoever goes saw it, and no card asks anybody any more.</summary>
    private void IsAnswered(Alert call)
    {
        Assert.Equal(AlertPhase.Safe, call.Phase);
        Assert.NotEmpty(call.Going);
        foreach (var person in call.Going.Select(g => g.Person).Append(call.Person))
            Assert.True(Saw(person, call.Key.Reference), $"{person} never saw {call.Key.Reference}");
        Assert.DoesNotContain(cards[call.Key.Reference], c => Stale(c.Card) is not null);
    }

    /// <summary>A card that could be sent only when somebody else had taken the case names it, and holds no button of it.</summary>
    private bool Saw(string person, Escalation @case) =>
        Saw(person, @case.Key.Reference) || hall.Teams.Of(person).Cards.Any(c => c.Drawings.Any(d => d.Text().Contains(@case.Number, StringComparison.Ordinal)));

    private bool Saw(string person, string reference) => cards[reference].Any(c => c.Person == person);

    /// <summary>A card on which the person can do nothing more bears no reference; it names who looked in.</summary>
    private bool WasTold(Escalation @case) =>
        hall.Organisation.People.FirstOrDefault(p => p.Id == @case.Owner) is { } owner
        && hall.Teams.Of(@case.Subject).Cards.Any(c => c.Newest.Text().Contains(owner.Name, StringComparison.Ordinal));

    private static string? About(JsonNode card) => card.Reference("case") ?? card.Reference("sos");

    /// <summary>A card that became pointless before it could be sent is never begun: somebody else took the case in the meantime, or it was ended.</summary>
    private static bool CameTooLate(Escalation @case, Asked asked) =>
        @case.Owner != asked.Person && (@case.Phase == CasePhase.Withdrawn ? @case.Since : @case.TakenAt) is { } then
        && then >= asked.At && then - asked.At < TimeSpan.FromMinutes(2);

    /// <summary>A button of a case on a card, while every case is over.</summary>
    private static string? Stale(SeenCard card) => CaseVerbs.FirstOrDefault(card.Newest.Has);

    private List<string> AskedTwice => [.. prompts.Where(p => p.Value > Wanted(p.Key)).Select(p => $"{p.Key} {p.Value} times")];

    /// <summary>Who does not answer is reminded once, who puts it off is asked once more and reminded of that, who types gets the card each time.</summary>
    private int Wanted(string checkIn) =>
        ledger.Pulled.ContainsKey(checkIn) || ledger.Typed.ContainsKey(checkIn) || checkIn.EndsWith('p') ? int.MaxValue
        : ledger.PutOff.ContainsKey(checkIn) ? 3
        : ledger.Silent.ContainsKey(checkIn) || !(ledger.Answers.ContainsKey(checkIn) || ledger.Skipped.ContainsKey(checkIn)) ? 2
        : 1;

    /// <summary>Check-ins of shift ends that were answered and of which only one card ever came, and that one late.</summary>
    private int LostPrompts => ledger.Pulled.Keys.Count(r => !ledger.PutOff.ContainsKey(r) && prompts.GetValueOrDefault(r) == 1) + LostAndReminded;

    private int LostAndReminded => ledger.Silent.Keys.Count(r => !ledger.Pulled.ContainsKey(r) && prompts.GetValueOrDefault(r) == 1);

    /// <summary>Cards that asked somebody for the same thing once more, though it had not come back.</summary>
    public int DuplicateCaseCards
    {
        get
        {
            var posted = hall.Organisation.People.SelectMany(p => hall.Teams.Of(p.Id).Cards
                .Select(c => (p.Id, Ask: Asks.FirstOrDefault(c.First.Has), About: About(c.First))).Where(c => c.Ask is not null)).ToList();
            return posted.Count - posted.Distinct().Count() - ledger.Cases.Values.Sum(c => c.Reopened);
        }
    }
}
