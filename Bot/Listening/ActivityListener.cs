using System.Text.Json;
using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Scheduling;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Listening;

/// <summary>Everything that a person does arrives here: the bot is installed, words are typed, a button is pressed.</summary>
public sealed class ActivityListener(
    Callers callers,
    References references,
    Acquaintance acquaintance,
    Turns.Turns turns,
    Presses presses,
    TypedWords typedWords,
    CoverWords coverWords,
    Answers answers,
    PressAnswers pressAnswers,
    InChannels inChannels,
    SosCalls sosCalls,
    SentFiles sentFiles,
    RosterFiles rosterFiles,
    OnDuty onDuty,
    Readers readers,
    HotSpotPictures hotSpots,
    AdministratorCards administrators,
    SwapDesk swapDesk,
    WeekPictures weeks,
    DataDesk data,
    ForeignPresses foreign,
    BotClock clock) : IActivityHandler
{
    /// <summary>A press is answered within 5 s, whatever the store does; the work goes on.</summary>
    private static readonly TimeSpan PressPatience = TimeSpan.FromSeconds(4);

    /// <summary>The channel delivers words again when it hears nothing for 15 s: it is told so before, and the work goes on.</summary>
    private static readonly TimeSpan WordsPatience = TimeSpan.FromSeconds(13);

    public async Task<ActivityAnswer> Handle(Activity activity, CancellationToken cancel)
    {
        // A channel that hangs up does not take back what the person did.
        cancel = CancellationToken.None;
        var personal = Callers.IsPersonal(activity);
        if (!personal)
            _ = acquaintance.Heard(activity);
        switch (activity.Type)
        {
            case "installationUpdate" when personal && activity.Action?.StartsWith("add", StringComparison.OrdinalIgnoreCase) == true:
                if (callers.Of(activity) is { } newcomer)
                    await acquaintance.Meet(newcomer, activity, cancel);
                return ActivityAnswer.Done;
            case "installationUpdate" or "conversationUpdate" when !personal:
                await inChannels.Left(activity, cancel);
                return ActivityAnswer.Done;
            case "invoke" when activity.Name == "adaptiveCard/action":
                return await Invoked(activity, cancel);
            case "invoke" when FileConsent.Of(activity) is { } consent:
                return await data.Consented(consent, activity, PressPatience, cancel);
            case "invoke":
                return new(StatusCodes.Status501NotImplemented, null);
            case "message" when activity.Value is { ValueKind: JsonValueKind.Object } sent:
                return await InTime(Submitted(activity, sent, cancel));
            case "message" when !personal && SosWords.Parse(activity.Text) is { } call:
                return await InTime(sosCalls.InChannel(call, callers.Of(activity), activity, cancel));
            case "message" when !personal:
                return await InTime(inChannels.Typed(activity, cancel));
            case "message":
                return await InTime(Typed(activity, cancel));
            default:
                return ActivityAnswer.Done;
        }
    }

    private static async Task<ActivityAnswer> InTime(Task<ActivityAnswer> work)
    {
        try
        {
            return await work.WaitAsync(WordsPatience);
        }
        catch (TimeoutException)
        {
            return new(StatusCodes.Status503ServiceUnavailable, null);
        }
    }

    private async Task<ActivityAnswer> Typed(Activity activity, CancellationToken cancel)
    {
        var to = Callers.ReferenceOf(activity);
        if (callers.Of(activity) is not { } person)
            return await answers.Send(to, await answers.Stranger(cancel), cancel);
        if (SosWords.Parse(activity.Text) is { } call)
            return await sosCalls.Typed(call, person, activity, cancel);
        var command = Commands.Parse(activity.Text);
        if (await AtOnce(command, person, cancel) is { } card)
        {
            _ = acquaintance.Heard(activity);
            return await answers.Send(to, card, cancel);
        }
        await acquaintance.Meet(person, activity, cancel);
        var files = Callers.IsPersonal(activity) ? SentFile.In(activity) : [];
        if (files.Count == 0)
            return await Run(command, activity.Text ?? "", person, to, HowItCame(activity), cancel);
        if (files.Any(f => f.IsCsv))
        {
            var came = await rosterFiles.Came(files, activity.ServiceUrl!, person, cancel);
            return await answers.Send(to, came.Card ?? await answers.Of(came.Notice!, person, cancel), cancel);
        }
        // Words first: "report" with a photo begins the report to which it belongs.
        if (command is not null || await typedWords.Of(activity.Text ?? "", person, HowItCame(activity), cancel) is not null)
            await Run(command, activity.Text ?? "", person, to, HowItCame(activity), cancel);
        return await answers.Send(to, await answers.Of(await sentFiles.Keep(files, activity.ServiceUrl!, person, cancel), person, cancel), cancel);
    }

    /// <summary>The card of a command that waits for nothing: no agreement, no first card, and hardly for the store.</summary>
    private async ValueTask<CardMessage?> AtOnce(Command? command, Person person, CancellationToken cancel) => command switch
    {
        Command.Person => await answers.Numbers(person, cancel),
        Command.Calm => answers.Guide(Guide.Deescalation, person),
        Command.Breathe => answers.Guide(Guide.Breathing, person),
        _ => null,
    };

    private Delivered HowItCame(Activity activity) => new(Callers.OnceOf(activity.Id), clock.Of(activity.Timestamp));

    /// <param name="to">Where answers go: the person's own conversation.</param>
    /// <param name="how">Nothing is known of it when a button said the words.</param>
    private async Task<ActivityAnswer> Run(Command? command, string text, Person person, ConversationReference? to, Delivered how, CancellationToken cancel)
    {
        if (command == Command.Bind)
            return await answers.Send(to, await answers.Of(new Notice.BindInChannel(), person, cancel), cancel);
        if (AdministratorCards.Knows(command))
            return await answers.Send(to, await administrators.Of(command!.Value, person, cancel), cancel);
        if (command == Command.HotSpots && RolePermits.May(person, Deed.SeeHotSpots))
            return await answers.Send(to, await hotSpots.For(person.Id, cancel), cancel);
        if (await data.Typed(command, person, to, how.Once, cancel) is { } theirs)
            return theirs;
        if (command is { } look and (Command.Week or Command.NextWeek))
            return await answers.Send(to, await weeks.Of(look, person, cancel), cancel);
        if (command == Command.Swap)
            return await answers.Send(to, await swapDesk.Duties(person, person, cancel), cancel);
        if (command == Command.Language)
            return await answers.Send(to, await answers.Languages(person, cancel), cancel);
        if (command is { } word && await coverWords.Refusal(word, person, how) is { } refusal)
            return await answers.Send(to, await answers.Of(refusal, person, cancel), cancel);
        var meant = command is { } known
            ? await coverWords.Of(known, person, how.Once, cancel) ?? await typedWords.Of(known, person, how, cancel)
            : await typedWords.Of(text, person, how, cancel);
        if (meant is not var (key, e))
            return await answers.Send(to, command is null ? await answers.NotUnderstood(person, cancel) : await answers.Commands(person, cancel), cancel);
        var outcome = await turns.Take(new(key, e, Once: how.Once, Typed: true), cancel);
        if (outcome.State is Contact { Language: { } chosen })
            readers.Speak(person.Id, chosen);
        // Everything is answered and only the sending is left: the card says so itself.
        if (outcome is { Repeated: true, State: CheckIn { IsOpen: true, Draft: { IsEmpty: false, Open: null } } })
            await turns.Take(new(key, new Pulled(null), Typed: true), cancel);
        return ((outcome.Reply as Say)?.Notice ?? Repeated(outcome)) is { } notice
            ? await answers.Send(to, await answers.Of(notice, person, cancel), cancel)
            : ActivityAnswer.Done;
    }

    /// <summary>The channel delivers words again when it heard no answer: they are not taken twice, but answered again.</summary>
    private static Notice.NextQuestion? Repeated(TurnOutcome outcome) =>
        outcome is { Repeated: true, State: CheckIn { IsOpen: true, Draft: { IsEmpty: false, Open: { } open } } } ? new Notice.NextQuestion(open) : null;

    /// <summary><c>Action.Execute</c>: the answer is part of the response.</summary>
    private async Task<ActivityAnswer> Invoked(Activity activity, CancellationToken cancel)
    {
        if (callers.Of(activity) is not { } person)
            return InvokeAnswer.Card((await answers.Stranger(cancel)).Json);
        var pressed = Pressed(activity.Value);
        if (DialogsJson.Read(pressed) is not { } action)
            return foreign.Unread(pressed, InvokeAnswer.BadRequest("UnknownAction", await answers.Text(new Notice.NotFound(), person, cancel)));
        try
        {
            var answer = foreign.Noticed(action, pressed, await Press(action, person, activity, cancel).WaitAsync(PressPatience, cancel));
            return answer.Card is { } card
                ? InvokeAnswer.Card(card.Json)
                : InvokeAnswer.Message(await answers.Text(answer.Notice ?? new Notice.NotFound(), person, cancel));
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
        {
            // A channel does not deliver a press again by itself, so the person is told.
            return InvokeAnswer.Message(answers.TextFromMemory(new Notice.NotSaved(), person));
        }
    }

    /// <summary><c>Action.Submit</c>: the answer is drawn in the place of the card, or sent as a message; see <see cref="PressAnswers.Submitted"/>.</summary>
    private async Task<ActivityAnswer> Submitted(Activity activity, JsonElement sent, CancellationToken cancel)
    {
        if (callers.Of(activity) is not { } person)
            return await answers.Send(Callers.ReferenceOf(activity), await answers.Stranger(cancel), cancel);
        var action = DialogsJson.Read(sent);
        var answer = foreign.Noticed(action, sent, action is null ? new(null, new Notice.NotFound()) : await Submitted(action, person, activity, cancel));
        // The numbers stand there; the channel delivers the press again, and it is taken when it can be.
        if (answer.Notice is Notice.NotSaved || (answer.Notice is Notice.NumbersBelow && action is ConfirmSos))
            return new(StatusCodes.Status503ServiceUnavailable, null);
        return await pressAnswers.Submitted(answer, person, activity, cancel);
    }

    /// <summary>While the store is away whoever is in an alert has the numbers as soon as by an invoke.</summary>
    private async Task<PressAnswer> Submitted(UserAction action, Person person, Activity activity, CancellationToken cancel)
    {
        var pressed = Press(action, person, activity, cancel);
        if (action is not (CancelSos or TakeSos or SafeSos))
            return await pressed;
        try
        {
            return await pressed.WaitAsync(PressPatience, cancel);
        }
        catch (Exception e) when (e is StoreUnavailableException or TimeoutException)
        {
            await answers.Send(Callers.PrivateOf(activity), answers.OfFromMemory(new Notice.NotSaved(), person), cancel);
            return new(null, new Notice.NotSaved());
        }
    }

    private async Task<PressAnswer> Press(UserAction action, Person person, Activity activity, CancellationToken cancel)
    {
        if (action is CallForHelp or RunCommand { Command: Command.Sos })
            return await sosCalls.Pressed(person, activity, cancel);
        if (action is ConfirmSos tap)
            return await sosCalls.Confirmed(tap, person, activity, () => Taken(action, person, activity, cancel), cancel);
        if (await AtOnce(action is PersonPlease { Contact.Flag: not true } ? Command.Person : (action as RunCommand)?.Command, person, cancel) is { } card)
        {
            // A new card below, so that the pressed one keeps what was filled in; if that fails, in its place.
            var below = action is PersonPlease or RunCommand { Command: Command.Person } ? new Notice.NumbersBelow() : (Notice)new Notice.CardBelow();
            return await answers.Shown(Callers.PrivateOf(activity), card, cancel) ? new(null, below) : new(card, null);
        }
        if (Callers.IsPersonal(activity))
            await acquaintance.Meet(person, activity, cancel);
        if (action is RunCommand { Command: Command.Language } wish && LanguageWords.OfTag(wish.Language.Text) is { } to)
        {
            await turns.Take(new(Contact.KeyOf(person.Id), new SwitchLanguage(person.Id, to)), cancel);
            readers.Speak(person.Id, to);
            return new(await answers.Commands(person, cancel), null);
        }
        if (action is RunCommand run)
        {
            await Run(run.Command, "", person, Callers.PrivateOf(activity) ?? await references.Of(person.Id, cancel), default, cancel);
            // The card of a cover with a button for reinforcement stays what it is, and so does the receipt of leave with one for a swap.
            return CoverWords.Knows(run.Command) || run.Command == Command.Swap ? new(null, new Notice.CardBelow()) : new(await answers.Commands(person, cancel), null);
        }
        if (action is PressAskSwap asking)
        {
            var next = await swapDesk.Next(asking, person, cancel);
            if (next.Ask is not var (swap, ask))
                return new(next.Card, next.Notice);
            var asked = await turns.Take(new(swap, ask, Pressed: Callers.IsPersonal(activity) ? activity.ReplyToId : null, Verb: action.Verb), cancel);
            return await pressAnswers.Of(swap, asked, cancel);
        }
        if (await data.Pressed(action, person, activity, cancel) is { } theirs)
            return theirs;
        if (action is PressWeek week)
            return await weeks.Of(week, person, cancel) is { } drawn ? new(drawn, null) : new(null, new Notice.NotYours());
        if (action is RosterAction roster)
            return Callers.IsPersonal(activity) ? await rosterFiles.Pressed(roster, person, cancel) : new(null, new Notice.NotYours());
        return await Taken(action, person, activity, cancel);
    }

    private async Task<PressAnswer> Taken(UserAction action, Person person, Activity activity, CancellationToken cancel)
    {
        var shift = action is PersonPlease ? await onDuty.ShiftOf(person, clock.GetUtcNow(), TimeSpan.Zero) : null;
        try
        {
            if (await presses.Read(action, person.Id, new ShiftContext(shift?.Post ?? "", null, null, null, 0, 0)) is not var (key, e))
                return new(null, new Notice.NotFound());
            if (e is ViewSwap look)
                e = look with { InChannel = await inChannels.IsOf(key.Owner, activity, cancel) };
            // What is begun from a card of something else stands in a card of its own.
            var below = action is BeginIncident;
            // A press gives a place only to a card of the person's own: what stands in a channel, perhaps in one of before, stays where it was posted.
            var outcome = await turns.Take(
                below ? new(key, e, Typed: true, Verb: action.Verb) : new(key, e, Pressed: Callers.IsPersonal(activity) ? activity.ReplyToId : null, Verb: action.Verb), cancel);
            return below && outcome.Reply is See ? new(null, new Notice.ReportBelow()) : await pressAnswers.Of(key, outcome, cancel);
        }
        catch (WordsUnreadableException)
        {
            return new(null, new Notice.NoteNotKept());
        }
    }

    /// <summary>What the pressed button of an invoke holds: <c>value.action.data</c>, in which <c>do</c> names it; nothing where there is none.</summary>
    private static JsonElement Pressed(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } v && v.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object
        && action.TryGetProperty("data", out var pressed)
            ? pressed
            : default;
}
