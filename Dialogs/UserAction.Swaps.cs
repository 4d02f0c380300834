namespace CheckInBot.Dialogs;

/// <summary>Asks a colleague to take a duty, one question after the other: which shift, who, in return for what. Whatever is missing is asked next.</summary>
public sealed record PressAskSwap : UserAction
{
    /// <summary>Id of the shift that is given away.</summary>
    public Input Shift { get; init; }

    public Input Colleague { get; init; }

    /// <summary>Id of the colleague's shift that is taken in return, or <c>none</c>.</summary>
    public Input TheirShift { get; init; }

    /// <summary>Whose shift it is; the presser's where it is missing.</summary>
    public Input For { get; init; }

    /// <summary>For whom a leader acts, chosen on the first card; it counts where <see cref="For"/> is missing.</summary>
    public Input ActFor { get; init; }
}

/// <summary>A press about a swap that was asked.</summary>
public abstract record SwapAction(string Swap) : UserAction
{
    /// <summary>Which request of the record the card is about; an earlier one's card changes nothing. Missing where it does not matter.</summary>
    public Input Round { get; init; }
}

/// <summary>Anybody looks: a leader at what can be decided, others at what is true now.</summary>
public sealed record PressViewSwap(string Swap) : SwapAction(Swap);

public sealed record PressAcceptSwap(string Swap) : SwapAction(Swap);

public sealed record PressDeclineSwap(string Swap) : SwapAction(Swap)
{
    public Written? Reason { get; init; }
}

public sealed record PressApproveSwap(string Swap) : SwapAction(Swap)
{
    /// <summary>A comma list of the warnings that were ticked.</summary>
    public Input Seen { get; init; }
}

public sealed record PressRefuseSwap(string Swap) : SwapAction(Swap)
{
    public Written? Reason { get; init; }
}

public sealed record PressCancelSwap(string Swap) : SwapAction(Swap);

public sealed record PressUndoSwap(string Swap) : SwapAction(Swap);
