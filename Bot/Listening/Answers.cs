using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Listening;

/// <summary>Answers that need no record: help, numbers, and sentences to who just acted. They go straight to where the activity came from.</summary>
public sealed class Answers(Readers readers, Roster.Roster roster, PersonNowFlow personNow, Func<FlowRows> rows, IConnector connector)
{
    /// <summary>A press is answered within 5 s; drawing the answer needs a part of that.</summary>
    private static readonly TimeSpan PressPatience = TimeSpan.FromSeconds(2);

    /// <summary>How long phone numbers wait for who else could be asked.</summary>
    private static readonly TimeSpan NumbersPatience = TimeSpan.FromSeconds(1);

    /// <summary>200 when the channel took it; else 503, so that the channel delivers the activity again.</summary>
    public async Task<ActivityAnswer> Send(ConversationReference? to, CardMessage card, CancellationToken cancel)
    {
        if (to is null)
            return ActivityAnswer.Done;
        var sent = await connector.Send(to, CardDelivery.Message(to, card), Repeat.AlsoUnclear, SendPriority.Answer, cancel);
        return sent.Outcome is SendOutcome.NotNow or SendOutcome.Unclear
            ? new(StatusCodes.Status503ServiceUnavailable, null)
            : ActivityAnswer.Done;
    }

    /// <summary>Whether the channel took the card in the time that a press may take; if not, the answer to the press must carry it.</summary>
    public async Task<bool> Shown(ConversationReference? to, CardMessage card, CancellationToken cancel)
    {
        if (to is null)
            return false;
        using var soon = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        soon.CancelAfter(PressPatience);
        try
        {
            return (await connector.Send(to, CardDelivery.Message(to, card), Repeat.AlsoUnclear, SendPriority.Answer, soon.Token)).Outcome == SendOutcome.Sent;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>Draws the answer in the place of the pressed card; as a new one where that is gone.</summary>
    public async Task<ActivityAnswer> Redraw(ConversationReference? to, string? activity, CardMessage card, CancellationToken cancel)
    {
        if (to is null || activity is null)
            return await Send(to, card, cancel);
        var drawn = await connector.Update(to, activity, CardDelivery.Message(to, card) with { Id = activity }, SendPriority.Answer, cancel);
        return drawn.Outcome == SendOutcome.Sent ? ActivityAnswer.Done : await Send(to, card, cancel);
    }

    public async ValueTask<CardMessage> Of(Notice notice, Person person, CancellationToken cancel) =>
        NoticeCards.Of(notice, await readers.For(person.Id, [], cancel));

    /// <summary>The person's language.</summary>
    public async ValueTask<Texts> TextsOf(Person person, CancellationToken cancel) => (await readers.For(person.Id, [], cancel)).Texts;

    public async ValueTask<string> Text(Notice notice, Person person, CancellationToken cancel) =>
        NoticeCards.Text(notice, await readers.For(person.Id, [], cancel));

    /// <summary>The same without asking the store, which has just failed.</summary>
    public string TextFromMemory(Notice notice, Person person) => NoticeCards.Text(notice, readers.FromMemory(person.Id));

    public async ValueTask<CardMessage> Commands(Person person, CancellationToken cancel) =>
        HelpCards.Commands(await readers.For(person.Id, [], cancel), Leads(person));

    public async ValueTask<CardMessage> NotUnderstood(Person person, CancellationToken cancel) =>
        HelpCards.NotUnderstood(await readers.For(person.Id, [], cancel), Leads(person));

    public async ValueTask<CardMessage> Languages(Person person, CancellationToken cancel) => HelpCards.Languages(await readers.For(person.Id, [], cancel));

    public async ValueTask<CardMessage> InChannel(Person? person, CancellationToken cancel) =>
        HelpCards.InChannel(await readers.For(person?.Id ?? "", [], cancel));

    public async ValueTask<CardMessage> Stranger(CancellationToken cancel) => HelpCards.Stranger(await readers.For("", [], cancel));

    /// <summary>Phone numbers first, whatever else works or hangs.</summary>
    public async ValueTask<CardMessage> Numbers(Person person, CancellationToken cancel)
    {
        try
        {
            return await Task.Run(() => NumbersAndContact(person, cancel), cancel).WaitAsync(NumbersPatience, cancel);
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
        {
            return PersonNowCards.Numbers(PersonNow.Begin(person.Id), new(null), readers.FromMemory(person.Id));
        }
    }

    /// <summary>Somebody called for people, and it is not known whether anybody was called: the phone is what helps now.</summary>
    /// <param name="manyRead">Said in a channel or a group.</param>
    public CardMessage NobodyCalled(Person person, bool manyRead = false) => HelpCards.NobodyCalled(readers.FromMemory(person.Id), manyRead);

    /// <summary>That the person's words in a channel or a group were heard.</summary>
    public async ValueTask<CardMessage> InChannel(Alert alert, Person person, CancellationToken cancel) =>
        AlertCards.InChannel(alert, await readers.For(person.Id, [], cancel));

    /// <summary>A sentence to who just acted, without asking the store, which has just failed.</summary>
    public CardMessage OfFromMemory(Notice notice, Person person) => NoticeCards.Of(notice, readers.FromMemory(person.Id));

    /// <summary>What the organisation wrote for this moment; it asks no store.</summary>
    public CardMessage Guide(Guide guide, Person person)
    {
        var context = readers.FromMemory(person.Id);
        return GuideCards.Of(guide, roster.GuideOf(guide, context.Texts == Texts.English ? Language.English : Language.Chinese), context);
    }

    private async Task<CardMessage> NumbersAndContact(Person person, CancellationToken cancel)
    {
        var record = await rows().Read(PersonNow.KeyOf(person.Id), cancel);
        return await personNow.Numbers(record.State as PersonNow ?? PersonNow.Begin(person.Id), cancel);
    }

    private static bool Leads(Person person) => person.Is(Role.Leader) || person.Is(Role.HallLeader);
}
