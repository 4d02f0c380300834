namespace CheckInBot.Bot.Hosting;

/// <summary>
/// Tells the operator at each start when fewer than two people handle confidential reports: one of them may be involved, and then nobody could take
/// it. That there is none at all is a fault of the policy.
/// </summary>
public sealed class FewHandlers(Roster.Roster roster, ILogger<FewHandlers> log)
{
    public const int Least = 2;

    /// <summary>Whether there are enough; else the operator is told.</summary>
    public bool Once()
    {
        var count = roster.Policy.Review.Handlers.Length;
        if (count >= Least)
            return true;
        log.LogWarning("Only {Count} person handles confidential reports, and nobody can take one in which that person is involved. Name a second one in policy.json, incident.handler, from another part of the organisation", count);
        return false;
    }
}
