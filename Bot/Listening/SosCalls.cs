using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Listening;

/// <summary>
/// Words and presses that call for people. They need no agreement, no shift and no other conversation; whatever hangs, phone numbers come
/// within seconds.
/// </summary>
public sealed class SosCalls(Turns.Turns turns, References references, Sealing sealing, Roster.Roster roster, Answers answers)
{
    /// <summary>How long somebody who calls waits for a card before the phone numbers come; the work goes on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    /// <summary>Typed words. 503 when it is not known whether they were taken, so that the channel delivers them again; they are taken once.</summary>
    public async Task<ActivityAnswer> Typed(SosWords words, Person person, Activity activity, CancellationToken cancel)
    {
        if (await InTime(Call(words, person, activity, Callers.OnceOf(activity.Id), null, cancel)) is not null)
            return ActivityAnswer.Done;
        await answers.Send(Callers.ReferenceOf(activity), answers.NobodyCalled(person), cancel);
        return new(StatusCodes.Status503ServiceUnavailable, null);
    }

    /// <summary>
    /// Words typed where many read. It is known who wrote them, so they are a call: its card comes in the person's own chat, and here one
    /// line. Of a stranger, or somebody whom the bot has never met, they cannot be one: phone numbers, as for any other words.
    /// </summary>
    public async Task<ActivityAnswer> InChannel(SosWords words, Person? person, Activity activity, CancellationToken cancel)
    {
        var to = Callers.ReferenceOf(activity);
        if (person is null)
            return await answers.Send(to, await answers.InChannel(null, cancel), cancel);
        if (await InTime(CallFromChannel()) is not var (_, alert))
        {
            await answers.Send(to, answers.NobodyCalled(person, manyRead: true), cancel);
            return new(StatusCodes.Status503ServiceUnavailable, null);
        }
        return await answers.Send(to, alert is null ? await answers.InChannel(person, cancel) : await answers.InChannel(alert, person, cancel), cancel);

        async Task<(bool, Alert?)> CallFromChannel() =>
            await references.Of(person.Id, cancel) is null ? (true, null) : await Call(words, person, activity, Callers.OnceOf(activity.Id), null, cancel);
    }

    /// <summary>The button of any card calls at once; the card with the way back comes below, so that the pressed one keeps what was filled in.</summary>
    public async Task<PressAnswer> Pressed(Person person, Activity activity, CancellationToken cancel)
    {
        return await InTime(Call(new(true, null), person, activity, null, null, cancel)) is not null
            ? new(null, new Notice.CardBelow())
            : await NumbersFor(person, activity, cancel);
    }

    /// <summary>
    /// The tap that calls, or calls again. It always calls: where its own alert lapsed and another came after it, in that one, or in a new one; also where somebody
    /// else had closed the alert a moment before the person called again.
    /// </summary>
    /// <param name="take">Takes the press as any other, in the alert to which its card belongs.</param>
    public async Task<PressAnswer> Confirmed(ConfirmSos tap, Person person, Activity activity, Func<Task<PressAnswer>> take, CancellationToken cancel)
    {
        return await InTime(Confirm()) ?? await NumbersFor(person, activity, cancel);

        async Task<PressAnswer> Confirm()
        {
            if (!await IsOvertaken(tap, person, cancel))
                return await take();
            await Call(new(true, null), person, activity, null, tap.Post.Text, cancel);
            return new(null, new Notice.CardBelow());
        }
    }

    private async Task<bool> IsOvertaken(ConfirmSos tap, Person person, CancellationToken cancel)
    {
        if (FlowKey.Parse(Alert.Kind, tap.Sos) is not { } key || key.Owner != person.Id || !Presses.IsOurs(key))
            return false;
        var (latest, _) = await turns.Rows.ReadSome(Alert.Kind, person.Id, "", 1, cancel);
        return (await turns.Rows.Read(key, cancel)).State is Alert { IsOver: true } over
            && (over.Phase == AlertPhase.Unconfirmed ? latest.Count > 0 && latest[0].Key != key : over.NeverTook(tap.Again.Number));
    }

    private async Task<PressAnswer> NumbersFor(Person person, Activity activity, CancellationToken cancel)
    {
        var numbers = answers.NobodyCalled(person);
        return await answers.Shown(Callers.PrivateOf(activity), numbers, cancel) ? new(null, new Notice.NumbersBelow()) : new(numbers, null);
    }

    /// <summary>Null when the store failed, or has not answered yet.</summary>
    private static async Task<T?> InTime<T>(Task<T> call) where T : struct
    {
        try
        {
            return await call.WaitAsync(Patience);
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
        {
            return null;
        }
    }

    /// <summary>The alert as the call left it.</summary>
    private async Task<(bool, Alert?)> Call(SosWords words, Person person, Activity activity, string? once, string? post, CancellationToken cancel)
    {
        // The first words of somebody new may be these.
        if (Callers.IsPersonal(activity) && Callers.ReferenceOf(activity) is { } reference)
            await references.Keep(person.Id, reference, cancel);
        var named = await NamedIn(words.More, person);
        PersonEvent e = words.AtOnce ? new AlertRaised(person.Id, named, post) : new AlertAsked(person.Id, post, named);
        while (true)
        {
            var outcome = await turns.Take(new(await KeyFor(person, once, cancel), e, Once: once, Typed: true), cancel);
            // An alert that ended a moment ago takes no call: the next one does.
            if (outcome.Repeated || outcome.State is not Alert { IsOver: true })
                return (true, outcome.State as Alert);
        }
    }

    /// <summary>The person's open alert, or that which took these words before; else a new one.</summary>
    private async Task<FlowKey> KeyFor(Person person, string? once, CancellationToken cancel)
    {
        var (records, _) = await turns.Rows.ReadSome(Alert.Kind, person.Id, "", 4, cancel);
        if (once is not null && records.FirstOrDefault(r => r.Seen.Contains(FlowRows.SeenKey(r.Key, once))) is { } taken)
            return taken.Key;
        return records.Count > 0 && records[0].State is Alert { IsOver: false } ? records[0].Key : Alert.KeyAfter(person.Id, records.Count > 0 ? records[0].Key : null);
    }

    private async Task<Words?> NamedIn(Written? more, Person person)
    {
        try
        {
            return await sealing.NamedIn(person.Id, more, roster.CouldBeCalled);
        }
        catch (WordsUnreadableException)
        {
            // Help is called for all the same.
            return null;
        }
    }
}
