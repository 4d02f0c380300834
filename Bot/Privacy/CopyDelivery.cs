using System.Globalization;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Privacy;

/// <summary>
/// Gives a person their copy through the channel: two files are offered in their own chat, and each that they take is made at that moment and put into their own drive. Nothing of it is kept
/// here, and no address opens it but the one that the channel gave for this person.
/// </summary>
public sealed class CopyDelivery(PersonExport export, FileUpload upload, IConnector connector, Answers answers, TimeProvider clock)
{
    /// <summary>Offers both files; they follow the answer to whatever was pressed or typed.</summary>
    public async Task<ActivityAnswer> Offer(Person person, ConversationReference? to, CancellationToken cancel)
    {
        if (to is null)
            return ActivityAnswer.Done;
        var texts = await answers.TextsOf(person, cancel);
        foreach (var kind in Enum.GetValues<CopyKind>())
        {
            var bytes = (await export.Make(person, kind, cancel)).LongLength;
            var offer = FileConsent.Offer(NameOf(kind), texts.CopyOf(kind == CopyKind.Text), bytes, kind.ToString());
            var sent = await connector.Send(to, new() { From = new(to.BotId, null, null), Summary = texts.CopySummary, Attachments = [offer] }, Repeat.AlsoUnclear, SendPriority.Answer, cancel);
            if (sent.Outcome is SendOutcome.NotNow or SendOutcome.Unclear)
                return new(StatusCodes.Status503ServiceUnavailable, null);
        }
        return ActivityAnswer.Done;
    }

    /// <summary>The person takes a file, or does not want it. Whose it is comes from who answered, never from the offer.</summary>
    public async Task Answered(FileConsent consent, Person person, Activity activity, CancellationToken cancel)
    {
        var to = Callers.PrivateOf(activity);
        if (to is null || !consent.Accepted || !Enum.TryParse<CopyKind>(consent.File, out var kind))
            return;
        if (consent.Upload is not { } address || !await upload.Put(address, await export.Make(person, kind, cancel), cancel))
        {
            await answers.Send(to, await answers.Of(new Notice.CopyFailed(), person, cancel), cancel);
            return;
        }
        var given = FileConsent.Given(consent.Name ?? NameOf(kind), consent.Place);
        await connector.Send(to, new() { From = new(to.BotId, null, null), Summary = (await answers.TextsOf(person, cancel)).CopySummary, Attachments = [given] }, Repeat.AlsoUnclear, SendPriority.Answer, cancel);
    }

    private string NameOf(CopyKind kind) =>
        $"checkinbot-{clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{(kind == CopyKind.Text ? "txt" : "json")}";
}
