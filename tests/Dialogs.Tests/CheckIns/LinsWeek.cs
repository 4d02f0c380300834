using System.Text.Json;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.CheckIns;

/// <summary>
/// Some evenings of Lin: agreement, check-ins, trend, cases and the caseloads of their owners, which tell each other what the turns would
/// carry. A record's signals go in order, those of different records in any, late, and now and then twice.
/// </summary>
internal sealed class LinsWeek(Random random)
{
    private readonly Dictionary<FlowKey, Queue<Signal>> waiting = [];
    private readonly HashSet<(FlowKey From, string Name)> taken = [];
    private readonly List<(FlowKey From, Signal Signal)> carried = [];

    /// <summary>Whom the notes name, by the seal of the names; never everybody of a route.</summary>
    private static readonly Dictionary<string, string[]> Named = new() { ["names 0"] = [], ["names 1"] = [Hall.Wang], ["names 2"] = [Hall.Bao, Hall.Su] };

    public DateTimeOffset Now { get; set; } = Hall.ShiftEnd;

    public Contact Contact { get; private set; } = Contact.Begin(Hall.Lin);

    public Trend Trend { get; private set; } = Trend.Begin(Hall.Lin);

    public Dictionary<string, CheckIn> CheckIns { get; } = [];

    public Dictionary<string, Escalation> Cases { get; } = [];

    public Dictionary<string, Caseload> Loads { get; } = [];

    public EscalationPolicy Policy { get; set; } = Hall.Cases;

    /// <summary>Every signal once, as it was sent.</summary>
    public List<(FlowKey From, Signal Signal)> Sent { get; } = [];

    public bool IsQuiet => waiting.Values.All(q => q.Count == 0);

    public IEnumerable<FlowKey> FallsDue =>
    [
        .. CheckIns.Values.Where(c => c.NextAt <= Now).Select(c => c.Key),
        .. Cases.Values.Where(c => c.NextAt <= Now).Select(c => c.Key),
        .. Contact.NextAt <= Now ? [Contact.Key] : Array.Empty<FlowKey>(),
    ];

    /// <summary>Everything that the records hold or have under way, as text.</summary>
    public string Everything => string.Join('\n',
        [
            JsonSerializer.Serialize(Trend, DialogsJson.Default.Trend),
            .. CheckIns.Values.Select(c => JsonSerializer.Serialize(c, DialogsJson.Default.CheckIn)),
            .. Cases.Values.Select(c => JsonSerializer.Serialize(c, DialogsJson.Default.Escalation)),
            .. waiting.Values.SelectMany(q => q).Select(s => JsonSerializer.Serialize(s, DialogsJson.Default.Effect)),
        ]);

    /// <summary>The shift of an evening ends, and Lin is asked or not.</summary>
    public FlowKey Evening(int day)
    {
        var shift = Hall.Shift with { Id = $"s{day}", Start = Hall.ShiftStart.AddDays(day), End = Hall.ShiftEnd.AddDays(day) };
        Now = Now > shift.End ? Now : shift.End;
        var key = CheckIn.KeyOf(Hall.Lin, CheckIn.IdOf(shift.End));
        Happens(key, new ShiftEnded(shift));
        return key;
    }

    public void Happens(FlowKey key, FlowEvent e)
    {
        switch (key.Kind)
        {
            case Contact.Kind:
                Contact = Keep(key, Contact.On(e, new([.. CheckIns.Values.OrderBy(c => c.Id, StringComparer.Ordinal).Where(c => e is not Due || Contact.EndsAgainAt <= Now || string.CompareOrdinal(c.Id, Contact.Erasing?.Cursor ?? "") > 0)]), Now));
                break;
            case Trend.Kind:
                Trend = Keep(key, Trend.On(e));
                break;
            case Caseload.Kind:
                Loads[key.Owner] = Keep(key, (Loads.GetValueOrDefault(key.Owner) ?? Caseload.Begin(key.Owner)).On(e));
                break;
            case CheckIn.Kind:
                var checkIn = CheckIns.GetValueOrDefault(key.Id);
                CheckIns[key.Id] = Keep(key, checkIn is null ? CheckIn.Begin(key, e, Facts((CheckIn?)null, e), Now) : checkIn.On(e, Facts(checkIn, e), Now));
                break;
            default:
                if (Cases.GetValueOrDefault(key.Owner) is { } open)
                    Cases[key.Owner] = Keep(key, open.On(e, Facts(open, e), Now));
                else
                    Cases[key.Owner] = Keep(key, Escalation.Begin(key.Owner, Assert.IsType<Opened>(e), Facts((Escalation?)null, e), Now));
                break;
        }
    }

    /// <summary>One signal arrives, or one that had arrived arrives again and is known by its name.</summary>
    public void Carry()
    {
        if (random.Once(8) && carried.Count > 0)
            Take(random.Any(carried));
        if (IsQuiet)
            return;
        var (from, queue) = random.Any([.. waiting.Where(w => w.Value.Count > 0)]);
        var signal = queue.Dequeue();
        carried.Add((from, signal));
        Take((from, signal));
    }

    /// <summary>Everything under way arrives, and a deletion that runs ends.</summary>
    public void Settle()
    {
        for (var n = 0; !IsQuiet || Contact.NextAt is not null; n++)
        {
            Assert.True(n < 500, "it never settles");
            if (!IsQuiet)
            {
                Carry();
                continue;
            }
            Now = Contact.NextAt > Now ? Contact.NextAt.Value : Now;
            Happens(Contact.Key, new Due());
        }
    }

    private void Take((FlowKey From, Signal Signal) arrival)
    {
        if (taken.Add((arrival.From, arrival.Signal.Name)))
            Happens(arrival.Signal.To, arrival.Signal.Event);
    }

    private T Keep<T>(FlowKey key, Step<T> step) where T : FlowState
    {
        // Those of one commit are read in the order of their names.
        foreach (var signal in step.Effects.OfType<Signal>().OrderBy(s => s.Name, StringComparer.Ordinal))
        {
            Assert.True(Sent.All(s => (s.From, s.Signal.Name) != (key, signal.Name) || s.Signal == signal), $"two signals with the name {signal.Name}");
            Sent.Add((key, signal));
            (waiting.TryGetValue(key, out var queue) ? queue : waiting[key] = new()).Enqueue(signal);
        }
        return step.State;
    }

    private CheckInFacts Facts(CheckIn? state, FlowEvent e) => new(
        Hall.CheckIns,
        Contact.Agrees(Purpose.CheckIn),
        Contact.Agrees(Purpose.Escalation),
        Away: false,
        Settled: false,
        e is ShiftEnded ended ? ended.Shift.End + (Hall.NextStart - Hall.ShiftEnd) : null,
        state is null || state.NeedsTrend(e, Now) ? Trend : Trend.Begin(Hall.Lin));

    private EscalationFacts Facts(Escalation? state, FlowEvent e) => new(
        Policy, [.. Hall.Everybody.Select(c => c with { Open = Loads.GetValueOrDefault(c.Person)?.Open.Length ?? 0 })], default, Hall.NextStart)
    {
        Named = (state?.Named ?? []).Append((e as Opened)?.Named ?? (e as NoteShared)?.Named).OfType<Words>().SelectMany(w => Named[w.Seal]).ToHashSet(),
        Administrators = ["adam"],
    };
}
