using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Privacy;

/// <summary>Where a person asks for their copy, or for everything to be deleted: always in their own chat, and always about themselves.</summary>
public sealed class DataDesk(CopyDelivery copies, ForgetPresses forgets, Callers callers, References references, Answers answers, PressAnswers pressAnswers, Turns.Turns turns)
{
    /// <summary>The answer to a typed word; null when it is none of these.</summary>
    /// <param name="once">The name under which the word is taken once; null where it has none.</param>
    public async Task<ActivityAnswer?> Typed(Command? command, Person person, ConversationReference? to, string? once, CancellationToken cancel) => command switch
    {
        Command.ExportData => await copies.Typed(person, to, once, cancel),
        Command.ForgetMe => await answers.Send(to, await forgets.Ask(person, cancel), cancel),
        _ => null,
    };

    /// <summary>The answer to a press; null when it is none of these.</summary>
    public async Task<PressAnswer?> Pressed(UserAction action, Person person, Activity activity, CancellationToken cancel) => action switch
    {
        ExportMyData => new(null, copies.Begin(person, Callers.PrivateOf(activity) ?? await references.Of(person.Id, cancel))),
        ForgetMe when !Callers.IsPersonal(activity) => new(null, new Notice.NotYours()),
        ForgetMe forget => await forgets.Pressed(forget, person, cancel) is { } card ? new(card, null) : await MyData(person, cancel),
        _ => null,
    };

    /// <summary>A person's answer to an offered file. What is still under way after the time that an invoke has goes on.</summary>
    public async Task<ActivityAnswer> Consented(FileConsent consent, Activity activity, TimeSpan patience, CancellationToken cancel)
    {
        if (callers.Of(activity) is not { } person)
            return ActivityAnswer.Done;
        try
        {
            await copies.Answered(consent, person, activity, cancel).WaitAsync(patience, cancel);
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
        {
            // The file comes, or a sentence says that it does not.
        }
        return ActivityAnswer.Done;
    }

    private async Task<PressAnswer> MyData(Person person, CancellationToken cancel)
    {
        var key = Contact.KeyOf(person.Id);
        return await pressAnswers.Of(key, await turns.Take(new(key, new ShowMyData(person.Id)), cancel), cancel);
    }
}
