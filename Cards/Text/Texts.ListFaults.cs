using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Cards;

/// <summary>What is wrong with lists of the roster: read by administrators on a card, and by whoever runs the program.</summary>
public abstract partial class Texts
{
    /// <summary>What is wrong, without a full stop, and what to do about it, as whole sentences.</summary>
    public (string Problem, string Remedy) FaultText(FaultSaying says) => says switch
    {
        ListSaying list => ListFault(list.Fault, list.Values),
        OperatorSaying own => (own.Problem, own.Remedy),
        _ => throw new ArgumentOutOfRangeException(nameof(says)),
    };

    /// <summary>What is wrong, without a full stop, and what to do about it, as whole sentences.</summary>
    /// <param name="values">As <see cref="Dialogs.Rosters.ListFault"/> lists them; what was written is empty where it must not be repeated.</param>
    public abstract (string Problem, string Remedy) ListFault(ListFault fault, IReadOnlyList<string> values);
}
