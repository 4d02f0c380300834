using System.Collections.Concurrent;

namespace CheckInBot.Bot.Protocol;

/// <summary>Whether an activity is taken, or comes too fast.</summary>
public enum Hurry
{
    None,

    /// <summary>Too fast, and the first of its half minute: the sender is told.</summary>
    Tell,

    /// <summary>Too fast, and told already.</summary>
    Told,
}

/// <summary>How many activities one person, and one conversation, may send in any half minute. It asks no store and keeps nothing of what is sent.</summary>
/// <remarks>
/// Windows, not buckets: no half minute ever takes more. What is not taken does not count, so who sends on and on is taken again and again, at the limit's pace.
/// Senders are counted as the channel names them, whether they stand on the roster or not. Each process counts for itself.
/// </remarks>
/// <param name="perPerson">Null for no limit; so is <paramref name="perConversation"/>.</param>
/// <param name="wall">Real time, not the clock that Development can move.</param>
public sealed class Haste(int? perPerson, int? perConversation, TimeProvider wall)
{
    public static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private const string Thread = ";messageid=";

    /// <summary>So many senders are remembered; then those who have been quiet are forgotten.</summary>
    private const int MostSenders = 20_000;

    private readonly ConcurrentDictionary<string, Sender> senders = new(StringComparer.Ordinal);
    private readonly long began = wall.GetTimestamp();

    public Hurry Of(Activity activity)
    {
        if (perPerson is null && perConversation is null)
            return Hurry.None;
        var now = wall.GetElapsedTime(began);
        var person = PersonOf(activity) is { } who && perPerson is { } most ? Known("p" + who, most) : null;
        var place = activity.Conversation?.Id is { } id && perConversation is { } many ? Known("c" + id.Split(Thread)[0], many) : null;
        // The place first: it takes nothing when the person is refused.
        if (place?.Look(now) is { } full and not Hurry.None)
            return full;
        if (person?.Take(now) is { } tooFast and not Hurry.None)
            return tooFast;
        place?.Take(now);
        return Hurry.None;
    }

    /// <summary>As the channel names the sender; null for the channel itself.</summary>
    public static string? PersonOf(Activity activity) => activity.From?.AadObjectId is { Length: > 0 } id ? id : activity.From?.Id;

    private Sender Known(string name, int most)
    {
        if (senders.Count > MostSenders)
            Forget();
        return senders.GetOrAdd(name, _ => new(most));
    }

    private void Forget()
    {
        var now = wall.GetElapsedTime(began);
        foreach (var (name, sender) in senders)
        {
            if (sender.IsQuiet(now))
                senders.TryRemove(name, out _);
        }
    }

    private sealed class Sender(int most)
    {
        private readonly RequestLog taken = new(most);
        private TimeSpan? told;

        public Hurry Look(TimeSpan now)
        {
            lock (taken)
                return Verdict(now);
        }

        public Hurry Take(TimeSpan now)
        {
            lock (taken)
            {
                // Two requests may have looked at the clock in another order than they came here.
                now = taken.Latest > now ? taken.Latest : now;
                var verdict = Verdict(now);
                if (verdict == Hurry.None)
                    taken.Add(now);
                return verdict;
            }
        }

        public bool IsQuiet(TimeSpan now)
        {
            lock (taken)
                return taken.Latest < now - Window;
        }

        private Hurry Verdict(TimeSpan now)
        {
            if (taken.FreeAfter(most, Window) is var free && (free == TimeSpan.MinValue || free <= now))
                return Hurry.None;
            if (now - told < Window)
                return Hurry.Told;
            told = now;
            return Hurry.Tell;
        }
    }
}
