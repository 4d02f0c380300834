using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Telemetry;
using CheckInBot.Dialogs;

namespace CheckInBot.Bot.Listening;

/// <summary>
/// What stands before everything else that happens with an activity: nobody sends faster than <see cref="Haste"/> takes, and no more are worked on at once
/// than fit in memory. Calls for people pass always.
/// </summary>
/// <param name="inner">Who handles what is taken.</param>
public sealed partial class FrontDoor(IActivityHandler inner, Haste haste, Urgent urgent, Callers callers, Answers answers, ILogger<FrontDoor> log) : IActivityHandler
{
    /// <summary>Activities worked on at once, from all senders: a second's work of a busy machine. More are sent back to the channel, which delivers them again.</summary>
    public const int MostAtOnce = 1000;

    private int inside;

    /// <summary>Whether no more are let in now.</summary>
    private bool IsFull => Volatile.Read(ref inside) >= MostAtOnce;

    public async Task<ActivityAnswer> Handle(Activity activity, CancellationToken cancel)
    {
        var hurry = haste.Of(activity);
        if (hurry == Hurry.None && !IsFull)
            return await Inside(activity, cancel);
        if (Urgent.WhatOf(activity) is { } what)
            return hurry == Hurry.None ? await inner.Handle(activity, cancel) : await urgent.Joined(Haste.PersonOf(activity) ?? "", what, () => inner.Handle(activity, cancel));
        return hurry == Hurry.None ? await Full(activity) : await TooFast(activity, hurry, cancel);
    }

    private async Task<ActivityAnswer> Inside(Activity activity, CancellationToken cancel)
    {
        Interlocked.Increment(ref inside);
        try
        {
            return await inner.Handle(activity, cancel);
        }
        finally
        {
            Interlocked.Decrement(ref inside);
        }
    }

    /// <summary>The channel delivers words again, and no press: whoever pressed is told.</summary>
    private Task<ActivityAnswer> Full(Activity activity)
    {
        Measures.Refused("full");
        return Task.FromResult(activity.Type == "invoke" && callers.Of(activity) is { } person
            ? InvokeAnswer.Message(answers.TextFromMemory(new Notice.NotSaved(), person))
            : new(StatusCodes.Status503ServiceUnavailable, null));
    }

    /// <summary>A press is always answered; words once in half a minute, since an answer to each would make a flood of two.</summary>
    private async Task<ActivityAnswer> TooFast(Activity activity, Hurry hurry, CancellationToken cancel)
    {
        Measures.Refused("tooFast");
        if (hurry == Hurry.Tell)
            Hasty(activity.Type ?? "");
        if (callers.Of(activity) is not { } person)
            return ActivityAnswer.Done;
        if (activity.Type == "invoke")
            return InvokeAnswer.Message(answers.TextFromMemory(new Notice.TooFast(), person));
        if (hurry == Hurry.Told || activity.Type != "message")
            return ActivityAnswer.Done;
        try
        {
            await answers.Shown(Callers.ReferenceOf(activity), answers.OfFromMemory(new Notice.TooFast(), person), cancel);
        }
        catch (StoreUnavailableException)
        {
            // The sentence is a courtesy.
        }
        return ActivityAnswer.Done;
    }

    [LoggerMessage(LogLevel.Warning, "A sender, or a conversation, sends more than is taken in half a minute: {Kind} and more are answered without being read.")]
    private partial void Hasty(string kind);
}
