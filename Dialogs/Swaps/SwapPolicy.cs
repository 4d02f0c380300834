namespace CheckInBot.Dialogs.Swaps;

/// <summary>The clocks of swaps (<c>policy.json</c>, section <c>swap</c>).</summary>
/// <param name="LapseBefore">So long before the first of the shifts starts a request lapses that nobody approved.</param>
/// <param name="RemindAfter">Working time after which who has to answer is reminded.</param>
/// <param name="HallLeadersAfter">Working time after which leaders of the hall are asked beside those of the team; longer than <paramref name="RemindAfter"/>.</param>
/// <param name="UndoFor">How long after a change a leader may take it back, at most until the first of the shifts starts.</param>
public sealed record SwapPolicy(TimeSpan LapseBefore, TimeSpan RemindAfter, TimeSpan HallLeadersAfter, TimeSpan UndoFor)
{
    /// <summary>The clocks where <c>policy.json</c> has no such section.</summary>
    public static readonly SwapPolicy Shipped = new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(4), TimeSpan.FromHours(24));
}
