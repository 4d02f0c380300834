using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;

namespace CheckInBot.Bot.LocalChat;

/// <summary>All transcripts: read once from the table, then kept in memory and written through, one change at a time.</summary>
internal sealed class Transcripts(ITable table, Func<DateTimeOffset> now) : IDisposable
{
    private readonly SemaphoreSlim _writing = new(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<long, Entry> _entries = [];
    private readonly List<Channel<Entry>> _watchers = [];
    private bool _read;
    private long _last;

    /// <summary>The newest change.</summary>
    public async Task<long> Last(CancellationToken cancel)
    {
        await Open(cancel);
        lock (_lock)
            return _last;
    }

    /// <summary>A conversation from its first activity on.</summary>
    public async Task<IReadOnlyList<Entry>> Of(Room room, CancellationToken cancel)
    {
        await Open(cancel);
        lock (_lock)
            return [.. _entries.Values.Where(entry => entry.Conversation == room.Id).OrderBy(entry => entry.Sequence)];
    }

    /// <summary>The activity of that id in that conversation, unless it is unknown or deleted.</summary>
    public async Task<Entry?> Find(Room room, string activityId, CancellationToken cancel)
    {
        await Open(cancel);
        lock (_lock)
            return FindHoldingLock(room, activityId);
    }

    /// <summary>Adds an activity; in a channel it begins a thread unless it names one.</summary>
    public Task<Entry> Add(Room room, string? thread, ChannelAccount from, JsonObject activity, CancellationToken cancel) =>
        Write(number =>
        {
            var id = Entry.IdOf(number);
            var at = now();
            var stamped = ActivityJson.Stamp(activity, id, room, Rooms.Thread(room, thread ?? id), from, at);
            return new Entry(room.Id, number, number, at, null, false, stamped);
        }, cancel)!;

    /// <summary>Rewrites an activity in its place; null when it is unknown.</summary>
    public Task<Entry?> Rewrite(Room room, string activityId, ChannelAccount from, JsonObject activity, CancellationToken cancel) =>
        Write(number =>
        {
            if (Known(room, activityId) is not { } old)
                return null;
            var (_, root) = Rooms.Split(old.Thread);
            var stamped = ActivityJson.Stamp(activity, old.Id, room, Rooms.Thread(room, root ?? old.Id), from, old.At);
            return old with { Change = number, EditedAt = now(), Activity = stamped };
        }, cancel);

    /// <summary>Takes an activity away, leaving its place; null when it is unknown.</summary>
    public Task<Entry?> Delete(Room room, string activityId, ChannelAccount from, CancellationToken cancel) =>
        Write(number =>
        {
            if (Known(room, activityId) is not { } old)
                return null;
            var (_, root) = Rooms.Split(old.Thread);
            var gone = new JsonObject { ["type"] = "messageDelete" };
            var stamped = ActivityJson.Stamp(gone, old.Id, room, Rooms.Thread(room, root ?? old.Id), from, old.At);
            return old with { Change = number, EditedAt = now(), Deleted = true, Activity = stamped };
        }, cancel);

    /// <summary>Every change after the given one, then each as it happens, until cancelled.</summary>
    public async IAsyncEnumerable<Entry> Watch(long after, [EnumeratorCancellation] CancellationToken cancel)
    {
        await Open(cancel);
        var news = Channel.CreateUnbounded<Entry>();
        List<Entry> missed;
        lock (_lock)
        {
            missed = [.. _entries.Values.Where(entry => entry.Change > after).OrderBy(entry => entry.Change)];
            _watchers.Add(news);
        }
        try
        {
            foreach (var entry in missed)
                yield return entry;
            await foreach (var entry in news.Reader.ReadAllAsync(cancel))
                yield return entry;
        }
        finally
        {
            lock (_lock)
                _watchers.Remove(news);
        }
    }

    public void Dispose() => _writing.Dispose();

    private async Task<Entry?> Write(Func<long, Entry?> make, CancellationToken cancel)
    {
        await Open(cancel);
        await _writing.WaitAsync(cancel);
        try
        {
            // A number is used up even when the store fails: an unclear write may stand under it.
            if (make(Interlocked.Increment(ref _last)) is not { } entry)
                return null;
            await table.Commit(EntryRow.Partition(entry.Conversation), [Change.Upsert(entry.Id, EntryRow.Columns(entry))], cancel);
            lock (_lock)
            {
                _entries[entry.Sequence] = entry;
                foreach (var watcher in _watchers)
                    watcher.Writer.TryWrite(entry);
            }
            return entry;
        }
        finally
        {
            _writing.Release();
        }
    }

    private async Task Open(CancellationToken cancel)
    {
        if (Volatile.Read(ref _read))
            return;
        await _writing.WaitAsync(cancel);
        try
        {
            if (_read)
                return;
            await foreach (var row in table.Scan(cancel).Where(EntryRow.IsEntry).WithCancellation(cancel))
            {
                var entry = EntryRow.Read(row);
                _entries[entry.Sequence] = entry;
                _last = Math.Max(_last, entry.Change);
            }
            Volatile.Write(ref _read, true);
        }
        finally
        {
            _writing.Release();
        }
    }

    private Entry? Known(Room room, string activityId)
    {
        lock (_lock)
            return FindHoldingLock(room, activityId);
    }

    private Entry? FindHoldingLock(Room room, string activityId) =>
        long.TryParse(activityId, out var sequence) && _entries.TryGetValue(sequence, out var entry)
            && entry.Conversation == room.Id && entry.Id == activityId && !entry.Deleted ? entry : null;
}
