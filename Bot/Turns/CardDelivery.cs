using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Cards;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Turns;

/// <summary>
/// Cards over the Connector, to the conversation that is known for each reader. A person's conversation that is gone is created anew, once; whoever
/// is refused for good is listed. A team's channel that takes no new card any more is told to its record. Whatever one card may take, four calls
/// at most, none begins when the claim under which it is sent could run out before its end.
/// </summary>
public sealed class CardDelivery(References references, OutOfReach outOfReach, IConnector connector, Func<Turns> turns, TimeProvider clock, ILogger<CardDelivery> log) : ICardDelivery
{
    private static readonly (string Code, Refusal Why)[] Kinds =
    [
        ("ConversationBlockedByUser", Refusal.Blocked),
        ("BotNotInConversationRoster", Refusal.Removed),
        ("BotDisabledByAdmin", Refusal.SwitchedOff),
        ("MessageWritesBlocked", Refusal.Closed),
    ];

    /// <summary>How soon it is looked whether another process has created the conversation.</summary>
    private static readonly TimeSpan CreatedElsewhere = TimeSpan.FromSeconds(5);

    /// <summary>Nothing was shown by this call, since it was none.</summary>
    private static readonly SendResult TooLate = new(SendOutcome.NotNow, Reason: "no time is left under the claim");

    public async Task<SendResult> Post(string reader, CardMessage card, Repeat repeat, SendPriority priority, DateTimeOffset lastCall, CancellationToken cancel)
    {
        // Whoever had everything deleted has no chat and stands on no list.
        if (Pseudonym.Is(reader))
            return new(SendOutcome.Refused, Reason: "the reader had everything deleted");
        Task<SendResult> Send(ConversationReference to) => InTime(lastCall, () => connector.Send(to, Message(to, card), repeat, priority, cancel));
        var (sent, to) = await Reach(reader, Send, cancel);
        if (TeamChannel.TeamOf(reader) is { } team)
        {
            // Of a card that stood only the card may be gone; a new one that is refused finds the whole conversation closed.
            if (sent.IsClosed && to is not null)
                await turns().Take(new(TeamChannel.KeyOf(team), new ChannelLost(to.ConversationId, ChannelEnd.Refused)), cancel);
            return sent;
        }
        if (sent.Outcome is SendOutcome.Gone && to is not null)
            sent = await Anew(reader, to, sent, Send, priority, lastCall, cancel);
        await Remember(reader, sent, known: to is not null, cancel);
        return sent;
    }

    public async Task<SendResult> Update(string reader, string activity, CardMessage card, SendPriority priority, DateTimeOffset lastCall, CancellationToken cancel)
    {
        var (sent, _) = await Reach(reader, to => InTime(lastCall, () => connector.Update(to, activity, Message(to, card) with { Id = activity }, priority, cancel)), cancel);
        // Of one who is gone only the card may be: the next new one tells.
        if (sent is { Outcome: SendOutcome.Refused, IsClosed: true } && TeamChannel.TeamOf(reader) is null && !Pseudonym.Is(reader))
            await Remember(reader, sent, known: true, cancel);
        return sent;
    }

    private Task<SendResult> InTime(DateTimeOffset lastCall, Func<Task<SendResult>> call) => clock.GetUtcNow() <= lastCall ? call() : Task.FromResult(TooLate);

    private async Task<(SendResult Sent, ConversationReference? To)> Reach(string reader, Func<ConversationReference, Task<SendResult>> send, CancellationToken cancel)
    {
        ConversationReference? to;
        try
        {
            to = await references.Of(reader, cancel);
        }
        catch (StoreUnavailableException)
        {
            // Nothing was sent, and whoever asked knows it: a prompt may be sent again.
            return (new(SendOutcome.NotNow, Reason: "store"), null);
        }
        if (to is null)
            return (new(SendOutcome.Refused, Reason: "no conversation is known"), null);
        var sent = await send(to);
        if (sent.Outcome is SendOutcome.Sent)
            return (sent, to);
        // An unclear one may have been shown: where the reader is by now is for the next time.
        var newer = await Newest(reader, cancel);
        return newer is null || newer == to || sent.Outcome is SendOutcome.Unclear ? (sent, to) : (await send(newer), newer);
    }

    /// <summary>Null also where the store is away: what became of the sending is known already, and must not be forgotten for that.</summary>
    private async Task<ConversationReference?> Newest(string reader, CancellationToken cancel)
    {
        try
        {
            return await references.Again(reader, cancel);
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    /// <summary>Creates the person's conversation in the place of the one that is gone, and posts there.</summary>
    private async Task<SendResult> Anew(string person, ConversationReference gone, SendResult sent, Func<ConversationReference, Task<SendResult>> send, SendPriority priority, DateTimeOffset lastCall, CancellationToken cancel)
    {
        // What was begun and could not be asked for would be left to the others only after a minute.
        if (gone.UserId is not null && clock.GetUtcNow() > lastCall)
            return TooLate;
        var turn = gone.UserId is null ? CreationTurn.Never : await references.BeginCreation(person, gone, cancel);
        if (turn is CreationTurn.Elsewhere)
            return new(SendOutcome.NotNow, RetryAfter: CreatedElsewhere, Reason: "the conversation is being created");
        if (turn is CreationTurn.Never)
            return sent;
        var created = await InTime(lastCall, () => connector.Create(gone, priority, cancel));
        var made = created is { Outcome: SendOutcome.Sent, ActivityId: { Length: > 0 } id } ? gone with { ConversationId = id } : null;
        log.LogInformation("A conversation that was gone was created anew: {Reason}", created.Reason ?? created.Outcome.ToString());
        // Asked for and refused is an answer too: it is not asked again until the person speaks.
        var final = created.Outcome is SendOutcome.Gone or SendOutcome.Refused || (created.Outcome is SendOutcome.Sent && made is null);
        await references.EndCreation(person, gone, made ?? (final ? gone : null), cancel);
        return made is not null ? await send(made)
            : final ? created with { Outcome = created.Status == StatusCodes.Status403Forbidden ? SendOutcome.Refused : SendOutcome.Gone }
            // Nothing was shown: whatever became of the creation, the card may be sent again.
            : created with { Outcome = SendOutcome.NotNow };
    }

    /// <summary>Who is out of reach, and who no more. A store that is away changes nothing about what was sent.</summary>
    private async Task Remember(string person, SendResult sent, bool known, CancellationToken cancel)
    {
        try
        {
            if (sent.Outcome is SendOutcome.Sent)
                await outOfReach.Reached(person, cancel);
            else if (!known && sent.Outcome is SendOutcome.Refused)
                await outOfReach.Refused(person, Refusal.NotInstalled, cancel);
            else if (sent.IsClosed)
                await outOfReach.Refused(person, Why(sent), cancel);
        }
        catch (StoreUnavailableException)
        {
            log.LogWarning("Who cannot be reached is noted with the next card: the store does not answer");
        }
    }

    /// <summary>The kinds that Teams knows ("Status codes from bot conversational APIs"), as code or as part of a wider one; each is permanent.</summary>
    private static Refusal Why(SendResult sent) =>
        sent.Outcome is SendOutcome.Gone ? Refusal.Gone
        : Kinds.FirstOrDefault(k => sent.Reason?.Split(' ').Contains(k.Code) == true, (Code: "", Why: Refusal.Other)).Why;

    /// <summary>A card as a message; its notification shows the neutral summary only.</summary>
    public static OutgoingActivity Message(ConversationReference to, CardMessage card) => new()
    {
        From = new(to.BotId, null, null),
        Summary = card.Summary,
        Attachments = [Attachment.Card(card.Json)],
    };
}
