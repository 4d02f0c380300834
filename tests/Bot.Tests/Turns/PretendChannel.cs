using System.Collections.Concurrent;
using System.Text;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>What each person would see, and the ways in which a channel can fail.</summary>
internal sealed class PretendChannel : ICardDelivery
{
    private int next;

    /// <summary>Every new card, in order: who, which activity, its JSON.</summary>
    public ConcurrentQueue<(string Person, string Activity, string Card)> Posts { get; } = new();

    /// <summary>After which moment no call to a real channel would have begun, for each card that was to be sent or drawn.</summary>
    public ConcurrentQueue<DateTimeOffset> LastCalls { get; } = new();

    /// <summary>The newest drawing of each activity.</summary>
    public ConcurrentDictionary<string, string> Drawn { get; } = new();

    /// <summary>Called before a new card is shown; what it returns is answered instead, unless null.</summary>
    public Func<string, Task<SendResult?>>? BeforePost { get; set; }

    /// <summary>Called before a card is drawn anew, with its activity; what it returns is answered instead, unless null.</summary>
    public Func<string, Task<SendResult?>>? BeforeUpdate { get; set; }

    public async Task<SendResult> Post(string person, CardMessage card, Repeat repeat, SendPriority priority, DateTimeOffset lastCall, CancellationToken cancel)
    {
        LastCalls.Enqueue(lastCall);
        if (BeforePost is { } before && await before(person) is { } answer)
            return answer;
        var activity = $"a{Interlocked.Increment(ref next)}";
        var json = TextOf(card);
        Posts.Enqueue((person, activity, json));
        Drawn[activity] = json;
        return new(SendOutcome.Sent, activity);
    }

    public async Task<SendResult> Update(string person, string activity, CardMessage card, SendPriority priority, DateTimeOffset lastCall, CancellationToken cancel)
    {
        LastCalls.Enqueue(lastCall);
        if (BeforeUpdate is { } before && await before(activity) is { } answer)
            return answer;
        Drawn[activity] = TextOf(card);
        return new(SendOutcome.Sent, activity);
    }

    public static string TextOf(CardMessage card) => Encoding.UTF8.GetString(card.Json.Span);

    public int PostsTo(string person) => Posts.Count(p => p.Person == person);
}
