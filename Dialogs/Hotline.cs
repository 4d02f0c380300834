namespace CheckInBot.Dialogs;

/// <summary>A phone number that people are shown (<c>policy.json</c>, <c>hotlines</c>), by region of the team.</summary>
/// <param name="Emergency">Numbers for danger to life, such as 120 and 110, in the order in which they are shown.</param>
/// <param name="Support">The line where somebody listens, such as 12356.</param>
/// <param name="VerifiedOn">The day on which somebody checked the numbers.</param>
/// <param name="Source">Where they were found.</param>
public sealed record Hotline(string Region, IReadOnlyList<string> Emergency, string Support, DateOnly VerifiedOn, string Source)
{
    /// <summary>The number to call against violence, such as 110; null where the emergency numbers are called for that too.</summary>
    public string? Police { get; init; }
}
