namespace CheckInBot.Bot.Protocol;

/// <summary>
/// Lets requests to the Connector leave no faster than the channel takes them, for each conversation and for the tenant. Each request counts:
/// retries and drawings too. Whoever waits goes by priority, then by arrival; one whose conversation is full holds up nobody behind.
/// </summary>
/// <param name="perSecond">1 to 1000, for all instances together; null where nobody counts: the bot speaks to its own machine only.</param>
/// <param name="wall">Real time, not the clock that Development can move.</param>
public sealed class ChannelPace(int? perSecond, TimeProvider wall, ILogger<ChannelPace> log) : IDisposable
{
    /// <summary>How many news, and how many prompts, may wait for a place at once: each may hold a place of the pump, and others must not stand behind them.</summary>
    public const int MostWaiting = 8;

    /// <summary>Every so many places one is a prompt's, where any waits.</summary>
    private const int PromptEvery = 10;

    private static readonly TimeSpan ForgetEvery = TimeSpan.FromMinutes(1);

    private readonly Lock gate = new();
    private readonly long began = wall.GetTimestamp();
    private readonly TenantLimit? limit = perSecond is { } most ? new(most) : null;
    private readonly Dictionary<string, ConversationLimit> conversations = new(StringComparer.Ordinal);
    private readonly List<Waiter> waiting = [];
    private SendSlots? slots;
    private ITimer? timer;
    private TimeSpan forgottenAt;
    private int sincePrompt;

    /// <summary>Whether anybody counts at all.</summary>
    public bool Counts => limit is not null;

    /// <summary>How many instances share the limit, this one included; what is told counts from the next request on.</summary>
    public int Live
    {
        get => limit?.Live ?? 1;
        set
        {
            lock (gate)
            {
                if (limit is not null)
                    limit.Live = Math.Max(1, value);
            }
        }
    }

    /// <summary>For so long from now the other instances may not have counted this one: it takes the smallest share. Zero: they have, or there are none.</summary>
    public void Starts(TimeSpan span)
    {
        lock (gate)
        {
            if (limit is not null)
                limit.StartsUntil = span > TimeSpan.Zero ? Now + span : TimeSpan.MinValue;
        }
    }

    /// <summary>How a 429 to this process slowed it: by which part of the rate, and how long ago; null when none did lately.</summary>
    public (TimeSpan Ago, double To)? Slowed
    {
        get
        {
            lock (gate)
                return limit?.Slowed(Now) is var (at, to) ? (Now - at, to) : null;
        }
    }

    /// <summary>Another process that shares the limit was slowed, so long ago and to that part of the rate.</summary>
    public void SlowElsewhere(TimeSpan ago, double to)
    {
        lock (gate)
            limit?.SlowElsewhere(Now - (ago > TimeSpan.Zero ? ago : TimeSpan.Zero), to, Now);
    }

    /// <summary>How many conversations are remembered: those with a request within the last hour.</summary>
    public int Remembered
    {
        get
        {
            lock (gate)
                return conversations.Count;
        }
    }

    /// <summary>How many wait for a place now.</summary>
    public int Waiting
    {
        get
        {
            lock (gate)
                return waiting.Count(w => !w.Task.IsCompleted);
        }
    }

    /// <summary>Waits for a place and takes it: null when the request may leave now.</summary>
    /// <param name="patience">How long it may wait.</param>
    /// <returns>Else how long it would have had to wait still; nothing was counted.</returns>
    public async ValueTask<TimeSpan?> Enter(string conversation, SendPriority priority, TimeSpan patience, CancellationToken cancel)
    {
        if (limit is null)
            return null;
        cancel.ThrowIfCancellationRequested();
        Waiter waiter;
        lock (gate)
        {
            var now = Now;
            Forget(now);
            Serve(now);
            waiter = new(ThreadOf(conversation), priority, now + patience);
            if (FreeAt(waiter, now) is var free && free <= now)
            {
                Leave(waiter, now);
                return null;
            }
            if (free > waiter.Until || IsCrowded(priority))
                return free - now;
            waiting.Insert(waiting.FindLastIndex(w => w.Priority <= priority) + 1, waiter);
            Arm(now);
        }
        await using var stop = cancel.UnsafeRegister(w => ((Waiter)w!).TrySetCanceled(), waiter);
        return await waiter.Task;
    }

    /// <summary>The channel answered 429.</summary>
    /// <param name="wished">Its <c>Retry-After</c>, which that conversation waits; what it does to the others is <see cref="TenantLimit"/>'s rule.</param>
    public void Refused(string conversation, TimeSpan? wished)
    {
        if (limit is null)
            return;
        int left;
        lock (gate)
        {
            var now = Now;
            Of(ThreadOf(conversation)).Hold(now + (wished ?? TimeSpan.Zero));
            if (!limit.Slow(now, wished))
                return;
            left = limit.Share(SendPriority.News, now).Places;
        }
        log.LogWarning("The channel takes no more for now: {Count} requests a second at most, the whole rate again within {Seconds} s", left, TenantLimit.Recovery.TotalSeconds);
    }

    /// <summary>How long something of the outbox is to be left alone before it is begun; null when it may be begun now.</summary>
    /// <param name="came">It has waited for a time it was given, and that time has come.</param>
    public TimeSpan? Later(SendPriority priority, bool came)
    {
        if (limit is null || priority == SendPriority.Alert)
            return null;
        lock (gate)
        {
            var now = Now;
            if (came && !IsCrowded(priority))
                return null;
            var slot = came ? Slots.Again(priority, now) : Slots.First(priority, now);
            return slot > now ? slot - now : null;
        }
    }

    /// <summary>How long something waits that was begun and found no place.</summary>
    public TimeSpan Again(SendPriority priority)
    {
        lock (gate)
        {
            var now = Now;
            return Slots.Again(priority, now) - now;
        }
    }

    public void Dispose() => timer?.Dispose();

    private TimeSpan Now => wall.GetElapsedTime(began);

    private SendSlots Slots => slots ??= new(limit!, perSecond!.Value);

    private bool IsCrowded(SendPriority priority) => priority >= SendPriority.News && waiting.Count(w => w.Priority == priority && !w.Task.IsCompleted) >= MostWaiting;

    /// <summary>Messages in a thread of a channel are that channel's.</summary>
    private static string ThreadOf(string conversation) =>
        conversation.IndexOf(";messageid=", StringComparison.Ordinal) is >= 0 and var at ? conversation[..at] : conversation;

    private ConversationLimit Of(string conversation)
    {
        if (!conversations.TryGetValue(conversation, out var of))
            conversations[conversation] = of = new();
        return of;
    }

    private TimeSpan FreeAt(Waiter waiter, TimeSpan now)
    {
        var raised = waiter.Priority == SendPriority.Prompt && sincePrompt >= PromptEvery - 1;
        var tenant = limit!.FreeAt(waiter.Priority, raised, now);
        return conversations.GetValueOrDefault(waiter.Conversation)?.FreeAt(waiter.Priority, limit.Live) is { } own && own > tenant ? own : tenant;
    }

    private void Leave(Waiter waiter, TimeSpan now)
    {
        Of(waiter.Conversation).Left(now);
        limit!.Left(now);
        sincePrompt = waiter.Priority == SendPriority.Prompt ? 0 : sincePrompt + 1;
    }

    /// <summary>Everybody for whom there is a place leaves, in order; whoever has waited long enough is told how long it would still be.</summary>
    private void Serve(TimeSpan now)
    {
        if (waiting.Count == 0)
            return;
        var prompt = sincePrompt >= PromptEvery - 1 ? waiting.Find(w => w.Priority == SendPriority.Prompt && !w.Task.IsCompleted) : null;
        // Stable: who came first stays first.
        foreach (var waiter in waiting.OrderBy(w => w == prompt ? SendPriority.Answer : w.Priority).ToList())
        {
            var free = FreeAt(waiter, now);
            if (free <= now && waiter.TrySetResult(null))
                Leave(waiter, now);
            else if (waiter.Until <= now)
                waiter.TrySetResult(free - now);
        }
        waiting.RemoveAll(w => w.Task.IsCompleted);
        Arm(now);
    }

    private void Arm(TimeSpan now)
    {
        if (waiting.Count == 0)
            return;
        var next = waiting.Min(w => FreeAt(w, now) is var free && free < w.Until ? free : w.Until);
        timer ??= wall.CreateTimer(_ => Look(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        // A timer counts whole milliseconds.
        timer.Change(TimeSpan.FromMilliseconds(Math.Max(1, Math.Ceiling((next - now).TotalMilliseconds))), Timeout.InfiniteTimeSpan);
    }

    private void Look()
    {
        lock (gate)
            Serve(Now);
    }

    private void Forget(TimeSpan now)
    {
        if (now - forgottenAt < ForgetEvery)
            return;
        forgottenAt = now;
        foreach (var (conversation, _) in conversations.Where(c => c.Value.IsIdle(now)).ToList())
            conversations.Remove(conversation);
    }

    private sealed class Waiter(string conversation, SendPriority priority, TimeSpan until) : TaskCompletionSource<TimeSpan?>(TaskCreationOptions.RunContinuationsAsynchronously)
    {
        public string Conversation => conversation;

        public SendPriority Priority => priority;

        /// <summary>It waits no longer than this.</summary>
        public TimeSpan Until => until;
    }
}
