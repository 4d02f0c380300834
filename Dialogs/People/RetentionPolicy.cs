namespace CheckInBot.Dialogs.People;

/// <summary>How long what is over is kept, in days (<c>policy.json</c>, <c>retention</c>). What is open is never removed by age.</summary>
/// <param name="FreeText">Notes, lines and reasons that people wrote, and drafts that were never sent.</param>
/// <param name="Answers">Answers of check-ins, in the person's trend too, and how somebody was after an incident.</param>
/// <param name="Cases">That somebody was asked, and what was done; calls for people (SOS) too.</param>
/// <param name="Swaps">Requests to swap; who worked when stays on the roster.</param>
/// <param name="Covers">Covers and calls to the peak post.</param>
/// <param name="Incidents">Reports, accounts and reviews: the log of violent incidents.</param>
/// <param name="AccessLog">Who looked at what.</param>
/// <param name="Leavers">After somebody left the roster: what they agreed to, their language and conversation, and their key once no word of theirs is left.</param>
public sealed record RetentionPolicy(int FreeText, int Answers, int Cases, int Swaps, int Covers, int Incidents, int AccessLog, int Leavers = RetentionPolicy.Quarter)
{
    /// <summary>Five years, with their leap days: what Cal. Labor Code 6401.9(f) asks of the log of violent incidents.</summary>
    public const int FiveYears = 1827;

    public const int Quarter = 90;

    public static RetentionPolicy Shipped { get; } = new(30, 90, 365, 365, 90, FiveYears, 1096);
}
