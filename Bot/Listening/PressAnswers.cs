using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Listening;

/// <summary>What a press is answered with: a card, or a sentence.</summary>
/// <param name="IsChannels">The card is a channel's own, for everybody who reads there.</param>
public readonly record struct PressAnswer(CardMessage? Card, Notice? Notice, bool IsChannels = false);

/// <summary>Answers to a press, and where they may be read.</summary>
public sealed class PressAnswers(Turns.Turns turns, References references, Answers answers, AccessLog looks)
{
    /// <summary>Kinds of which nobody may find out by guessing numbers whether there is one: of a restricted report nobody but its handler hears anything.</summary>
    private static readonly string[] Secret = [ReviewKeys.Kind, Statement.Kind, Incident.Kind];

    /// <summary>What was committed stays so, also when its card cannot be drawn at this moment.</summary>
    public async Task<PressAnswer> Of(FlowKey key, TurnOutcome outcome, CancellationToken cancel)
    {
        if (outcome is { Reply: Say say })
            return new(null, say.Notice);
        if (outcome is not { State: { } state, Reply: { } reply } || SlotOf(reply) is not { } slot)
            return new(null, outcome.State is null && Secret.Contains(key.Kind) ? new Notice.NotYours() : new Notice.NotFound());
        try
        {
            var card = outcome.Redrawn?.Slot == slot ? await outcome.Redrawn.Card : await turns.FlowOf(key).Draw(state, slot, cancel);
            await looks.Note(state, slot, pressed: true, cancel);
            return new(card, null, TeamChannel.TeamOf(slot.Person) is not null);
        }
        catch (StoreUnavailableException)
        {
            return new(null, new Notice.SavedUnseen());
        }
    }

    /// <summary>To <c>Action.Submit</c>, which has no answer of its own: in the place of the card, or as a message; in a channel, where others read, only what is the channel's.</summary>
    public async Task<ActivityAnswer> Submitted(PressAnswer answer, Person person, Activity activity, CancellationToken cancel)
    {
        var here = Callers.ReferenceOf(activity);
        if (answer is { Card: { } card } && (answer.IsChannels || Callers.IsPersonal(activity)))
            return await answers.Redraw(here, activity.ReplyToId, card, cancel);
        var to = Callers.IsPersonal(activity) ? here : await references.Of(person.Id, cancel);
        return to is null
            ? await answers.Send(here, await answers.InChannel(person, cancel), cancel)
            : await answers.Send(to, answer.Card ?? await answers.Of(answer.Notice ?? new Notice.NotFound(), person, cancel), cancel);
    }

    private static Slot? SlotOf(Reply reply) => reply switch
    {
        See see => see.Slot,
        SeeOwn own => own.Slot,
        _ => null,
    };
}
