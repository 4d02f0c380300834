namespace CheckInBot.Dialogs;

/// <summary>A phone number that people are shown (<c>policy.json</c>, <c>hotlines</c>), by region of the team.</summary>
/// <param name="Emergency">Numbers for danger to life, such as 120 and 110, in the order in which they are shown.</param>
/// <param name="Support">The line where somebody listens, such as 12356.</param>
/// <param name="VerifiedOn">The day on which somebody checked the numbers.</param>
/// <param name="Source">Where they were found.</param>
public sealed record Hotline(string Region, IReadOnlyList<string> Emergency, string Support, DateOnly VerifiedOn, string Source);
