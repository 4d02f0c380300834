using System.Collections.Concurrent;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Listening;

/// <summary>What every activity of a person tells beside its words: who they are, where they can be reached, and that they can be.</summary>
public sealed class Acquaintance(Callers callers, References references, OutOfReach outOfReach, Turns.Turns turns)
{
    private readonly ConcurrentDictionary<string, bool> met = new(StringComparer.Ordinal);

    /// <summary>The person is here, in their own conversation or elsewhere; whoever is new gets the first card.</summary>
    public async Task Meet(Person person, Activity activity, CancellationToken cancel)
    {
        var personal = Callers.IsPersonal(activity);
        var moved = Callers.ReferenceOf(activity) is { } reference && personal && await references.Keep(person.Id, reference, cancel);
        if (personal)
            await outOfReach.Reached(person.Id, cancel);
        // Words in another conversation bring their own answer; only an installation would leave it empty.
        var elsewhere = moved && activity.Type == "installationUpdate";
        if (met.ContainsKey(person.Id) && !elsewhere)
            return;
        await turns.Take(new(Contact.KeyOf(person.Id), new Met(elsewhere)), cancel);
        met[person.Id] = true;
    }

    /// <summary>
    /// The same of what is answered without meeting anybody, such as words in a channel: where the channel is by now holds for the person's own
    /// conversation too. It keeps nobody waiting, and never throws.
    /// </summary>
    public async Task Heard(Activity activity)
    {
        try
        {
            if (callers.Of(activity) is not { } person || Callers.ReferenceOf(activity) is not { } here)
                return;
            await references.Follow(person.Id, here);
            // Whoever has blocked the bot can still speak in a channel.
            if (Callers.IsPersonal(activity))
                await outOfReach.Reached(person.Id);
        }
        catch (StoreUnavailableException)
        {
            // The next activity tells it again.
        }
    }
}
