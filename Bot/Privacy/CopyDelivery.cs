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
/// Gives a person their copy through the channel, in their own chat: two files are offered, and one more for each photo or file that is too large for these; each that they take is put into their own drive.
/// Where the channel takes no files the copy comes as messages. No address opens it but the one that the channel gave for this person.
/// </summary>
/// <param name="takesFiles">See <see cref="Cloud.TakesFiles"/>.</param>
public sealed class CopyDelivery(ReadyCopies copies, ReportFiles reportFiles, FileUpload upload, IConnector connector, Answers answers, bool takesFiles, TimeProvider clock, ILogger<CopyDelivery> log) : IHostedService
{
    /// <summary>How many addresses are remembered to which a file went, and words with which somebody asked, so that none is answered twice.</summary>
    private const int Remembered = 1000;

    /// <summary>A long copy is more messages than the channel takes of one conversation in half a minute.</summary>
    private const int MostTries = 10;

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5), LongestPause = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, bool> taken = new(StringComparer.Ordinal), heard = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Task> underWay = new(StringComparer.Ordinal);

    /// <summary>Somebody typed that they want their copy: it is said that it comes, and it comes by itself.</summary>
    /// <param name="once">The name under which these words are taken once; null where they have none.</param>
    public async Task<ActivityAnswer> Typed(Person person, ConversationReference? to, string? once, CancellationToken cancel)
    {
        var words = $"{person.Id} {once}";
        if (once is not null && !First(heard, words))
            return ActivityAnswer.Done;
        ActivityAnswer? said = null;
        try
        {
            said = await answers.Send(to, await answers.Of(new Notice.CopyComing(takesFiles), person, cancel), cancel);
        }
        finally
        {
            // The channel delivers what was not answered again.
            if (said != ActivityAnswer.Done)
                heard.TryRemove(words, out _);
        }
        if (said == ActivityAnswer.Done)
            Begin(person, to);
        return said;
    }

    /// <summary>Begins to put the copy together and to offer it, unless that is under way; what fails then is said to the person.</summary>
    /// <param name="to">Their own chat; null where none is known.</param>
    /// <returns>What is said at once.</returns>
    public Notice Begin(Person person, ConversationReference? to)
    {
        if (to is null)
            return new Notice.CopyFailed();
        var given = new TaskCompletionSource();
        if (underWay.TryAdd(person.Id, given.Task))
        {
            _ = Task.Run(async () =>
            {
                try
                {
                    await Give(person, to);
                }
                finally
                {
                    underWay.TryRemove(person.Id, out _);
                    given.SetResult();
                }
            });
        }
        return new Notice.CopyComing(takesFiles);
    }

    /// <summary>Waits for everything that was begun.</summary>
    public Task Settled() => Task.WhenAll(underWay.Values);

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>What was promised comes before the program ends, as far as the host waits.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        try
        {
            await Settled().WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException)
        {
            log.LogWarning("A copy was not given in time: its person has to ask again");
        }
    }

    /// <summary>The person takes a file, or does not want it. Whose it is comes from who answered, never from the offer.</summary>
    public async Task Answered(FileConsent consent, Person person, Activity activity, CancellationToken cancel)
    {
        var to = Callers.PrivateOf(activity);
        if (to is null || !consent.Accepted || !(KindOf(consent.File) is not null || FileNames.Is(consent.File)))
            return;
        // Pressed or delivered twice: the first one is under way or has brought it, and such an address takes a file once.
        if (consent.Upload is { } address && !First(taken, address.AbsoluteUri))
            return;
        if (await Put(consent, person, cancel) is not { } texts)
        {
            if (consent.Upload is { } failed)
                taken.TryRemove(failed.AbsoluteUri, out _);
            await Failed(person, to);
            return;
        }
        var given = FileConsent.Given(consent.Name ?? $"checkinbot-{Today()}", consent.Place);
        await connector.Send(to, new() { Summary = texts.CopySummary, Attachments = [given] }, Repeat.AlsoUnclear, SendPriority.Answer, cancel);
    }

    private static bool First(ConcurrentDictionary<string, bool> remembered, string what)
    {
        if (remembered.Count >= Remembered)
            remembered.Clear();
        return remembered.TryAdd(what, true);
    }

    private static CopyKind? KindOf(string file) => Enum.GetValues<CopyKind>().Where(k => k.ToString() == file).Select(k => (CopyKind?)k).FirstOrDefault();

    /// <summary>The texts of the person's language, once the file lies there; null where it does not.</summary>
    private async Task<Texts?> Put(FileConsent consent, Person person, CancellationToken cancel)
    {
        try
        {
            var texts = await answers.TextsOf(person, cancel);
            var content = KindOf(consent.File) is { } kind ? (await copies.Of(person, ReadyCopies.Kept)).Of(kind) : await reportFiles.Open(person.Id, consent.File, cancel);
            return consent.Upload is { } address && content is not null && await upload.Put(address, content, cancel) ? texts : null;
        }
        catch (StoreUnavailableException)
        {
            return null;
        }
    }

    private async Task Give(Person person, ConversationReference to)
    {
        try
        {
            var copy = await copies.Of(person, ReadyCopies.Again);
            var texts = await answers.TextsOf(person, CancellationToken.None);
            foreach (var message in takesFiles ? CopyMessages.Offers(copy, Today(), texts) : CopyMessages.Pieces(copy, texts))
            {
                if (await Sent(to, message))
                    continue;
                await Failed(person, to);
                return;
            }
        }
        catch (Exception e)
        {
            log.LogWarning("A copy could not be made, and its person is told: {Fault}", e.GetType().Name);
            await Failed(person, to);
        }
    }

    private async Task<bool> Sent(ConversationReference to, OutgoingActivity message)
    {
        for (var tries = 1; ; tries++)
        {
            var sent = await connector.Send(to, message, Repeat.AlsoUnclear, SendPriority.Answer);
            if (sent.Outcome != SendOutcome.NotNow || tries == MostTries)
                return sent.Outcome == SendOutcome.Sent;
            await Task.Delay(sent.RetryAfter is { } wait && wait < LongestPause ? wait : Pause, TimeProvider.System);
        }
    }

    private async Task Failed(Person person, ConversationReference to) => await answers.Send(to, answers.OfFromMemory(new Notice.CopyFailed(), person), CancellationToken.None);

    private string Today() => clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
