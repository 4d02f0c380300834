namespace CheckInBot.Dialogs.Duty;

/// <summary>A shift goes from its holder to a colleague: cover, or with a shift in return a swap.</summary>
/// <param name="Given">The shift as it stands, with its present holder.</param>
/// <param name="To">Id of the colleague who takes it.</param>
/// <param name="InReturn">A shift of that colleague, which the holder takes; null when none is.</param>
public sealed record DutyChange(Shift Given, string To, Shift? InReturn = null)
{
    /// <summary>The shifts as they would be: those of the change under their new holders, all others as they are, in the same order.</summary>
    public IEnumerable<Shift> After(IEnumerable<Shift> shifts) => shifts.Select(s =>
        s.Id == Given.Id ? s with { Person = To }
        : s.Id == InReturn?.Id ? s with { Person = Given.Person }
        : s);

    /// <summary>The way back, once the change is made.</summary>
    public DutyChange Reversed => new(Given with { Person = To }, Given.Person, InReturn is null ? null : InReturn with { Person = Given.Person });

    /// <summary>What is given up, with who takes it.</summary>
    public IEnumerable<(Shift Shift, string To)> Handed => InReturn is null ? [(Given, To)] : [(Given, To), (InReturn, Given.Person)];
}
