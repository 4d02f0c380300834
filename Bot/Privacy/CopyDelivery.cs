using System.Collections.Concurrent;
using System.Globalization;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Privacy;

/// <summary>
/// Gives a person their copy through the channel: two files are offered in their own chat, and each that they take is made at that moment and put into their own drive. Nothing of it is kept
/// here, and no address opens it but the one that the channel gave for this person.
/// </summary>
public sealed class CopyDelivery(PersonExport export, FileUpload upload, IConnector connector, Answers answers, TimeProvider clock)
{
    /// <summary>How many addresses are remembered to which a file went, so that none is answered twice.</summary>
    private const int Remembered = 1000;

    private readonly ConcurrentDictionary<string, bool> taken = new(StringComparer.Ordinal);

    /// <summary>Offers both files; they follow the answer to whatever was pressed or typed.</summary>
    public async Task<ActivityAnswer> Offer(Person person, ConversationReference? to, CancellationToken cancel)
    {
        if (to is null)
            return ActivityAnswer.Done;
        var texts = await answers.TextsOf(person, cancel);
        foreach (var (kind, bytes) in (await export.Sizes(person, cancel)).OrderBy(s => s.Key))
        {
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
        if (to is null || !consent.Accepted || !Enum.GetNames<CopyKind>().Contains(consent.File) || !Enum.TryParse<CopyKind>(consent.File, out var kind))
            return;
        // Pressed or delivered twice: the first one is under way or has brought it, and such an address takes a file once.
        if (consent.Upload is { } address && !Begins(address))
            return;
        if (await Put(consent, person, kind, cancel) is not { } texts)
        {
            if (consent.Upload is { } failed)
                taken.TryRemove(failed.AbsoluteUri, out _);
            await answers.Send(to, answers.OfFromMemory(new Notice.CopyFailed(), person), cancel);
            return;
        }
        var given = FileConsent.Given(consent.Name ?? NameOf(kind), consent.Place);
        await connector.Send(to, new() { From = new(to.BotId, null, null), Summary = texts.CopySummary, Attachments = [given] }, Repeat.AlsoUnclear, SendPriority.Answer, cancel);
    }

    private bool Begins(Uri address)
    {
        if (taken.Count >= Remembered)
            taken.Clear();
        return taken.TryAdd(address.AbsoluteUri, true);
    }

    /// <summary>The texts of the person's language, once the file lies there; null where it does not.</summary>
    private async Task<Texts?> Put(FileConsent consent, Person person, CopyKind kind, CancellationToken cancel)
    {
        try
        {
            var texts = await answers.TextsOf(person, cancel);
            return consent.Upload is { } address && await upload.Put(address, await export.Make(person, kind, cancel), cancel) ? texts : null;
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    private string NameOf(CopyKind kind) =>
        $"checkinbot-{clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.{(kind == CopyKind.Text ? "txt" : "json")}";
}
