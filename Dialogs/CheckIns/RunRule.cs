namespace CheckInBot.Dialogs.CheckIns;

/// <summary>Several hard shifts in a row (<c>checkin.run</c> of <c>policy.json</c>). A product rule without a source of its own.</summary>
/// <param name="Stress">Stress from here up counts, 1-5.</param>
/// <param name="Shifts">How many answered shifts in a row.</param>
public sealed record RunRule(int Stress, int Shifts)
{
    /// <summary>
    /// Whether the last answer ends such a row. A shift without an answer to that question neither breaks nor extends it, and
    /// check-ins about no shift do not count.
    /// </summary>
    /// <param name="answers">Oldest first; the last is the one just sent.</param>
    public bool Holds(IReadOnlyList<TrendEntry> answers)
    {
        if (answers is not [.., { Shift: not null, Stress: not null }])
            return false;
        var worked = answers.Where(a => a is { Shift: not null, Stress: not null }).TakeLast(Shifts).ToList();
        return worked.Count == Shifts && worked.All(a => a.Stress >= Stress);
    }
}
