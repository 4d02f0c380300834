using System.Globalization;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;

namespace CheckInBot.Month.Tests;

/// <summary>A state that came to stand.</summary>
internal sealed record Came(FlowKey Key, FlowState? Before, FlowState State, DateTimeOffset At);

/// <summary>Reads along what is committed: the newest state of every record, and what has changed since somebody looked.</summary>
internal sealed class Records(IReadOnlyDictionary<string, IFlow> flows, TimeProvider clock)
{
    private readonly Lock guard = new();
    private readonly Dictionary<FlowKey, (FlowState State, string Text)> states = [];
    private readonly SortedSet<(DateTimeOffset At, string Key)> due = [];
    private readonly List<Came> came = [];
    private readonly HashSet<FlowKey> touched = [];

    /// <summary>Activity ids that ever stood in a row: cards of which the bot knows.</summary>
    public HashSet<string> Placed { get; } = new(StringComparer.Ordinal);

    /// <summary>What one record has to tell another and the store or its lease holds up: whatever happens next may bring it.</summary>
    public HashSet<string> SignalsWaiting { get; } = new(StringComparer.Ordinal);

    /// <summary>Counts the commits that changed what a record says, not only its version.</summary>
    public int Changes { get; private set; }

    /// <summary>The newest of those changes, by kind.</summary>
    public List<string> Latest { get; } = [];

    /// <summary>Told of each other row of a record, under the same lock as the states.</summary>
    public Action<string, IReadOnlyList<Change>, Records>? Rows { get; set; }

    public void Note(string partition, IReadOnlyList<Change> changes)
    {
        lock (guard)
        {
            foreach (var change in changes.Where(c => c.Key.Contains("!o!signal!", StringComparison.Ordinal)))
                _ = change.Kind == ChangeKind.Delete ? SignalsWaiting.Remove($"{partition} {change.Key}") : SignalsWaiting.Add($"{partition} {change.Key}");
            foreach (var change in changes.Where(c => c.Columns.ContainsKey("activities")))
                Placed.UnionWith(((string)change.Columns["activities"]).Split('\n'));
            foreach (var change in changes.Where(c => c.Columns.ContainsKey("flowKind")))
            {
                var c = change.Columns;
                var key = new FlowKey((string)c["flowKind"], (string)c["flowOwner"], (string)c["flowId"]);
                var state = flows[key.Kind].Read(c);
                var text = string.Join('|', c.Where(p => p.Key is not ("flowVersion" or "flowNextAt")).OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Key}={p.Value}")));
                var before = states.GetValueOrDefault(key);
                if (before.Text != text)
                {
                    Changes++;
                    Latest.Add($"{key.Kind}/{key.Reference}: {Difference(before.Text, text)}");
                }
                if (before.State?.NextAt is { } was)
                    due.Remove((was, $"{key.Kind}/{key.Reference}"));
                if (state.NextAt is { } next)
                    due.Add((next, $"{key.Kind}/{key.Reference}"));
                states[key] = (state, text);
                came.Add(new(key, before.State, state, clock.GetUtcNow()));
                touched.Add(key);
            }
            Rows?.Invoke(partition, changes, this);
        }
    }

    public T? Of<T>(FlowKey key) where T : FlowState
    {
        lock (guard)
            return states.GetValueOrDefault(key).State as T;
    }

    public IReadOnlyList<(FlowKey Key, T State)> All<T>() where T : FlowState
    {
        lock (guard)
            return [.. states.Where(s => s.Value.State is T).Select(s => (s.Key, (T)s.Value.State))];
    }

    /// <summary>The record that is due first; null when none ever is.</summary>
    public (DateTimeOffset At, string Key)? FirstDue
    {
        get
        {
            lock (guard)
                return due.Count > 0 ? due.Min : null;
        }
    }

    public (IReadOnlyList<Came> Came, IReadOnlyList<FlowKey> Touched) TakeNew()
    {
        lock (guard)
        {
            (Came[] Came, FlowKey[] Touched) taken = ([.. came], [.. touched]);
            came.Clear();
            touched.Clear();
            Latest.Clear();
            return taken;
        }
    }

    private static string Difference(string? before, string after)
    {
        var known = (before ?? "").Split('|').ToHashSet(StringComparer.Ordinal);
        return string.Join(", ", after.Split('|').Where(p => !known.Contains(p)).Select(p => p.Length > 120 ? p[..120] : p));
    }
}
