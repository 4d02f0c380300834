using System.Diagnostics;
using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>When the program is killed.</summary>
internal enum KillAt
{
    /// <summary>At any time.</summary>
    Random,

    /// <summary>A card is on its way, and nobody sees it.</summary>
    CardUnseen,

    /// <summary>A person sees a card, and the program has not heard so.</summary>
    CardSeen,

    /// <summary>The program has just heard that a card is seen.</summary>
    CardAcknowledged,

    /// <summary>The question at a shift's end is on its way, and nobody sees it.</summary>
    PromptUnseen,

    /// <summary>A person sees that question, and the program has not heard so.</summary>
    PromptSeen,

    /// <summary>Something that a person did is being taken.</summary>
    PersonActs,

    /// <summary>A person has just been answered; the rest goes on behind it.</summary>
    PersonAnswered,
}

/// <summary>
/// Kills the program as a loss of power would, and starts it again: half of the kills at random times, half at moments that the
/// traffic shows, so that those between commit, claim, sending and remembering really occur.
/// </summary>
internal sealed class Killer(Hall hall, Random random)
{
    /// <summary>How long a kill waits for its moment in the traffic.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    private static readonly KillAt[] InTraffic = [KillAt.CardUnseen, KillAt.CardSeen, KillAt.CardAcknowledged, KillAt.PersonActs, KillAt.PersonAnswered];

    private static readonly KillAt[] WhenPromptsAreDue = [KillAt.PromptUnseen, KillAt.PromptSeen];

    private readonly Lock guard = new();
    private KillAt moment;
    private int countdown;
    private TaskCompletionSource? due;
    private TaskCompletionSource dead = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private volatile bool promptsAreDue;

    public SortedDictionary<KillAt, int> Kills { get; } = [];

    public TimeSpan SlowestRecovery { get; private set; }

    public async Task KillAndRestart(int kills)
    {
        hall.Teams.Watch = OnCard;
        hall.Channel.Watch = OnPerson;
        for (var i = 0; i < kills; i++)
        {
            var at = i % 2 == 0 ? KillAt.Random : InTraffic[Next(0, InTraffic.Length)];
            at = await Moment(at != KillAt.Random && promptsAreDue ? WhenPromptsAreDue[Next(0, 2)] : at);
            Assert.False(hall.Bot.HasEnded, $"The program ended by itself:\n{hall.Bot.Log}");
            await hall.Bot.Kill();
            dead.SetResult();
            Kills[at] = Kills.GetValueOrDefault(at) + 1;
            var since = Stopwatch.GetTimestamp();
            await hall.Bot.Start();
            var took = Stopwatch.GetElapsedTime(since);
            SlowestRecovery = took > SlowestRecovery ? took : SlowestRecovery;
        }
        hall.Teams.Watch = null;
        hall.Channel.Watch = null;
    }

    /// <summary>From now until it is said otherwise prompts are sent, which is only a short part of a day: the kills of the traffic wait for them.</summary>
    public void PromptsAreDue(bool now)
    {
        lock (guard)
        {
            promptsAreDue = now;
            if (now && due is not null)
                (moment, countdown) = (WhenPromptsAreDue[Next(0, 2)], Next(1, 4));
        }
    }

    /// <summary>Waits for the moment; a moment of the traffic that does not come becomes one at random.</summary>
    private async Task<KillAt> Moment(KillAt at)
    {
        var wait = TimeSpan.FromMilliseconds(Next(5, 900));
        var trap = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (guard)
        {
            dead = new(TaskCreationOptions.RunContinuationsAsynchronously);
            (moment, countdown, due) = (at, Next(1, promptsAreDue ? 4 : 9), at == KillAt.Random ? null : trap);
        }
        if (at == KillAt.Random)
        {
            await RealTime.Passes(wait);
            return at;
        }
        await Task.WhenAny(trap.Task, RealTime.Passes(Patience));
        lock (guard)
            (due, at) = (null, moment);
        if (!trap.Task.IsCompleted)
            return KillAt.Random;
        // Up to some milliseconds into what the program does with it.
        if (at == KillAt.PersonActs)
            await RealTime.Passes(TimeSpan.FromMilliseconds(Next(0, 15)));
        return at;
    }

    private async Task<bool> OnCard(ChannelMoment now, JsonNode card, bool isNew)
    {
        KillAt[] here = now switch
        {
            ChannelMoment.Received => [KillAt.CardUnseen, KillAt.PromptUnseen],
            ChannelMoment.Shown => [KillAt.CardSeen, KillAt.PromptSeen],
            _ => [KillAt.CardAcknowledged, KillAt.CardAcknowledged],
        };
        var isPrompt = isNew && card["attachments"]?[0]?["content"] is { } content && content.Has("checkin.answer");
        if (!Sprung(here[isPrompt && moment == here[1] ? 1 : 0], out var killed))
            return true;
        // The channel answers only when nobody is there any more to hear it.
        if (now != ChannelMoment.Acknowledged)
            await killed;
        return now != ChannelMoment.Received;
    }

    private void OnPerson(bool answered) => Sprung(answered ? KillAt.PersonAnswered : KillAt.PersonActs, out _);

    private int Next(int from, int to)
    {
        lock (guard)
            return random.Next(from, to);
    }

    private bool Sprung(KillAt at, out Task killed)
    {
        lock (guard)
        {
            killed = dead.Task;
            if (due is null || moment != at || --countdown > 0)
                return false;
            due.TrySetResult();
            due = null;
            return true;
        }
    }
}
