using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Duty;

/// <summary>Stretches of real time, apart from each other and in order.</summary>
internal sealed class Spans
{
    private readonly ImmutableArray<(DateTimeOffset From, DateTimeOffset To)> spans;

    private Spans(ImmutableArray<(DateTimeOffset From, DateTimeOffset To)> spans) => this.spans = spans;

    public TimeSpan Total => spans.Aggregate(TimeSpan.Zero, (sum, s) => sum + (s.To - s.From));

    public TimeSpan Longest => spans.Select(s => s.To - s.From).DefaultIfEmpty().Max();

    public static Spans Of(DateTimeOffset from, DateTimeOffset to) => new(from < to ? [(from, to)] : []);

    public static Spans Of(Shift shift) => Of(shift.Start, shift.End);

    /// <summary>All that lies in at least one of them; spans that touch become one.</summary>
    public static Spans Union(IEnumerable<Spans> all)
    {
        var joined = ImmutableArray.CreateBuilder<(DateTimeOffset From, DateTimeOffset To)>();
        foreach (var next in all.SelectMany(s => s.spans).OrderBy(s => s.From))
        {
            if (joined.Count > 0 && next.From <= joined[^1].To)
                joined[^1] = (joined[^1].From, next.To > joined[^1].To ? next.To : joined[^1].To);
            else
                joined.Add(next);
        }
        return new(joined.ToImmutable());
    }

    public Spans Within(Spans other) => new(
    [
        .. from a in spans
           from b in other.spans
           let start = a.From > b.From ? a.From : b.From
           let end = a.To < b.To ? a.To : b.To
           where start < end
           select (start, end),
    ]);

    public Spans Without(Spans other)
    {
        var left = ImmutableArray.CreateBuilder<(DateTimeOffset From, DateTimeOffset To)>();
        foreach (var (start, end) in spans)
        {
            var from = start;
            foreach (var taken in other.spans.Where(t => t.From < end && t.To > start))
            {
                if (from < taken.From)
                    left.Add((from, taken.From));
                from = taken.To;
            }
            if (from < end)
                left.Add((from, end));
        }
        return new(left.ToImmutable());
    }
}
