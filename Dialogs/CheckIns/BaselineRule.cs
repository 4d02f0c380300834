namespace CheckInBot.Dialogs.CheckIns;

/// <summary>
/// More stress than is usual for this person (<c>checkin.baseline</c> of <c>policy.json</c>). A product rule without a source of its
/// own; such rules give false alarms, so it is told to the person alone.
/// </summary>
/// <param name="MinAnswers">How many earlier answers it takes to know what is usual.</param>
/// <param name="Window">How many earlier answers are looked at, at most.</param>
/// <param name="Deviations">How many standard deviations above the mean is unusual.</param>
/// <param name="LeastSpread">The standard deviation is taken as at least this, in points of the scale.</param>
/// <param name="Times">How many of the last shifts must have been unusual, the present one among them.</param>
/// <param name="Of">How many answered shifts are looked back upon.</param>
public sealed record BaselineRule(int MinAnswers, int Window, decimal Deviations, decimal LeastSpread, int Times, int Of)
{
    /// <summary>Whether the last answer is unusual and is not alone in that. Each is measured by the answers before it.</summary>
    /// <param name="answers">Oldest first; the last is the one just sent.</param>
    public bool Holds(IReadOnlyList<TrendEntry> answers)
    {
        if (answers is not [.., { Shift: not null, Stress: not null }])
            return false;
        var given = answers.Where(a => a.Stress is not null).ToList();
        var stress = given.ConvertAll(a => a.Stress!.Value);
        var unusual = Enumerable.Range(0, given.Count).Where(i => given[i].Shift is not null).TakeLast(Of).Where(i => IsUnusual(stress[i], stress[..i])).ToList();
        return unusual.Count >= Times && unusual[^1] == given.Count - 1;
    }

    /// <summary>Whether <c>stress &gt; mean + deviations * max(population SD, least spread)</c> of the answers before it.</summary>
    /// <remarks>
    /// Exact: with n answers both sides are multiplied by n and compared as <c>n * (x - mean)</c>, and squared against n² times the
    /// variance, so that no root is drawn and nothing is rounded.
    /// </remarks>
    /// <param name="before">Oldest first, 1-5 each.</param>
    public bool IsUnusual(int stress, IReadOnlyList<int> before)
    {
        var own = before.TakeLast(Window).ToList();
        if (own.Count < MinAnswers)
            return false;
        var sum = own.Sum();
        var variance = own.Count * own.Sum(x => x * x) - sum * sum;
        decimal above = own.Count * stress - sum;
        return above > Deviations * LeastSpread * own.Count && above * above > Deviations * Deviations * variance;
    }
}
