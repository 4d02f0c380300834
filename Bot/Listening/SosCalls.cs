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
        if (await InTime(Call(words, person, activity, activity.Id is { } id ? $"m.{id}" : null, cancel)))
            return ActivityAnswer.Done;
        await answers.Send(Callers.ReferenceOf(activity), answers.NobodyCalled(person), cancel);
        return new(StatusCodes.Status503ServiceUnavailable, null);
    }

    /// <summary>The button of any card: the confirming card comes below, so that the pressed one keeps what was filled in.</summary>
    public async Task<PressAnswer> Pressed(Person person, Activity activity, CancellationToken cancel)
    {
        if (await InTime(Call(new(false, null), person, activity, null, cancel)))
            return new(null, new Notice.CardBelow());
        var numbers = answers.NobodyCalled(person);
        return await answers.Shown(Callers.PrivateOf(activity), numbers, cancel) ? new(null, new Notice.NumbersBelow()) : new(numbers, null);
    }

    private static async Task<bool> InTime(Task call)
    {
        try
        {
            await call.WaitAsync(Patience);
            return true;
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
        {
            return false;
        }
    }

    private async Task Call(SosWords words, Person person, Activity activity, string? once, CancellationToken cancel)
    {
        // The first words of somebody new may be these.
        if (Callers.IsPersonal(activity) && Callers.ReferenceOf(activity) is { } reference)
            await references.Keep(person.Id, reference, cancel);
        var named = await NamedIn(words.More, person);
        PersonEvent e = words.AtOnce ? new AlertRaised(person.Id, named) : new AlertAsked(person.Id, null, named);
        while (true)
        {
            var outcome = await turns.Take(new(await KeyFor(person, once, cancel), e, Once: once, Typed: true), cancel);
            // An alert that ended a moment ago takes no call: the next one does.
            if (outcome.Repeated || outcome.State is not Alert { IsOver: true })
                return;
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
