namespace CheckInBot.EndToEnd.Tests;

/// <summary>
/// Everybody reacts to the cards that they see: takes what is asked (some at once, racing each other, some only when nobody else does),
/// hands some of it over, accepts, resolves, and answers the return visit, the first time sometimes with "not yet".
/// </summary>
internal sealed class Reactions(Hall hall, Clients clients, Ledger ledger)
{
    /// <summary>After so long who is not quick takes a case too.</summary>
    private static readonly TimeSpan Hesitation = TimeSpan.FromSeconds(4);

    /// <summary>So long an owner waits for whom the case was offered to.</summary>
    private static readonly TimeSpan Acceptance = TimeSpan.FromSeconds(45);

    private static readonly TimeSpan UntilItIsSafe = TimeSpan.FromSeconds(12);

    public Task Run(CancellationToken over) => Onlookers.Run(hall, React, over);

    private async Task React(DemoPerson person)
    {
        foreach (var card in hall.Teams.Of(person.Id).Cards)
        {
            if (card.Newest.Reference("sos") is not null)
                await Answer(person, card);
            if (card.Newest.Reference("case") is not { } @case)
                continue;
            if (card.Newest.Has("escalation.take") && (IsQuick(person, @case) || TimeProvider.System.GetUtcNow() - card.PostedAt > Hesitation))
                Owned(person, @case, await clients.Press(person, card, "escalation.take"), accepted: false);
            else if (card.Newest.Has("escalation.acceptHandOver"))
                Owned(person, @case, await clients.Press(person, card, "escalation.acceptHandOver"), accepted: true);
            else if (card.Newest.Has("escalation.resolve"))
                await Finish(person, card, @case);
            else if (card.Newest.Data("escalation.returnVisit", "helped", "yes") is not null)
                await Judge(person, card, @case);
        }
    }

    /// <summary>Leaders go at once; who called says that it is safe once the moment to take it back is over.</summary>
    private async Task Answer(DemoPerson person, SeenCard card)
    {
        if (card.Newest.Has("incident.sos.take") && person.Is("leader"))
            await clients.Press(person, card, "incident.sos.take");
        else if (card.Newest.Has("incident.sos.safe") && ledger.Calls.ContainsKey(person.Id) && TimeProvider.System.GetUtcNow() - card.PostedAt > UntilItIsSafe)
            await clients.Press(person, card, "incident.sos.safe");
    }

    private void Owned(DemoPerson person, string @case, BotAnswer answer, bool accepted)
    {
        if (answer.Card?.Data("escalation.resolve", "case", @case) is null)
            return;
        ledger.Owns(@case, person, accepted);
        ledger.Case(@case).HandedOver |= accepted;
    }

    private async Task Finish(DemoPerson person, SeenCard card, string @case)
    {
        var story = ledger.Case(@case);
        if (Part(@case, 4) == 0 && story is { HandedOver: false } && card.Newest.Choices("to") is { Count: > 0 } receivers)
        {
            if (story.OfferedBy != person.Id && (await clients.Press(person, card, "escalation.handOver", ("to", receivers[0]))).Card is not null)
                (story.OfferedBy, story.OfferedAt) = (person.Id, TimeProvider.System.GetTimestamp());
            // Whoever cannot be asked any more is told by a sentence, and the owner goes on alone.
            if (story.OfferedBy == person.Id && TimeProvider.System.GetElapsedTime(story.OfferedAt) < Acceptance)
                return;
        }
        var answer = await clients.Press(person, card, "escalation.resolve", ("done", "talked"), ("note", "we talked"));
        if (answer.Card?.Has("escalation.resolve") == false && story.Owner == person.Id)
            story.DoneBy = person.Id;
    }

    private async Task Judge(DemoPerson person, SeenCard card, string @case)
    {
        var story = ledger.Case(@case);
        if (Part(@case, 3) == 1 && story is { Reopened: 0, OtherWay: false })
        {
            story.Reopened++;
            story.Loosen();
            await clients.Press(person, card, "escalation.returnVisit", card.Newest.Data("escalation.returnVisit", "helped", "notYet")!);
        }
        else
        {
            await clients.Press(person, card, "escalation.returnVisit", card.Newest.Data("escalation.returnVisit", "helped", "yes")!);
        }
    }

    private static bool IsQuick(DemoPerson person, string @case) => (Part(@case, 97) + person.Id[^1]) % 3 != 0;

    /// <summary>Some number below <paramref name="of"/> that is always the same for a case.</summary>
    private static int Part(string @case, int of) => @case.Sum(c => c) % of;
}
