using CheckInBot.Bot.Flows;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Privacy;

/// <summary>The question whether everything is to be deleted, and its answer. It is asked once, on a card of its own; nothing is kept before the yes.</summary>
public sealed class ForgetPresses(Forgetting forgetting, ReadyCopies copies, Readers readers, Roster.Roster roster)
{
    /// <summary>Typed, or pressed on "my data".</summary>
    public async Task<CardMessage> Ask(Person person, CancellationToken cancel)
    {
        var context = await readers.For(person.Id, [], cancel);
        return await forgetting.IsUnderWay(person.Id, cancel) ? ForgetCards.Begun(context) : ForgetCards.Ask(roster.Policy.Retention, context);
    }

    /// <summary>The card after the press; null for a no: then "my data" stands there again.</summary>
    public async Task<CardMessage?> Pressed(ForgetMe press, Person person, CancellationToken cancel)
    {
        if (press.Confirm.Text == "no" && !await forgetting.IsUnderWay(person.Id, cancel))
            return null;
        if (press.Confirm.Text != "yes")
            return await Ask(person, cancel);
        await forgetting.Begin(person.Id, cancel);
        copies.Forget(person.Id);
        // What the press is answered with comes first; the rest follows, also after a restart.
        _ = Task.Run(() => forgetting.Soon(), CancellationToken.None);
        return ForgetCards.Begun(await readers.For(person.Id, [], cancel));
    }
}
