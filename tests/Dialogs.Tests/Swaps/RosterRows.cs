using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Dialogs.Tests.Swaps;

/// <summary>Rows of shifts by their ids: one write changes all that a swap hands over, or none; asked for again, it is found done.</summary>
internal sealed class RosterRows(IEnumerable<Shift> shifts)
{
    private readonly Dictionary<string, Shift> rows = shifts.ToDictionary(s => s.Id);

    /// <summary>Names of the changes that were made.</summary>
    public HashSet<string> Made { get; } = [];

    public int Count => rows.Count;

    public Shift this[string id]
    {
        get => rows[id];
        set => rows[id] = value;
    }

    public RosterAnswer Make(Swap swap)
    {
        if (Made.Contains(swap.ChangeName))
            return new(Overtaken: null);
        var change = swap.Phase == SwapPhase.Changing ? swap.Change : swap.Change.Reversed;
        foreach (var (shift, _) in change.Handed)
        {
            if (rows[shift.Id] != shift)
                return new(new Overtaking(shift.Id, rows[shift.Id].Person, []));
        }
        foreach (var (shift, to) in change.Handed)
            rows[shift.Id] = shift with { Person = to };
        Made.Add(swap.ChangeName);
        return new(Overtaken: null);
    }
}
