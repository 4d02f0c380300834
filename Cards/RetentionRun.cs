namespace CheckInBot.Cards;

/// <summary>A look at what is too old to be kept.</summary>
/// <param name="At">By the bot's clock.</param>
/// <param name="Count">How many records and readings were removed, or lost what was too old in them.</param>
/// <param name="Kinds">How many of which kind: <c>checkin:12,looks:3</c>.</param>
/// <param name="More">There is more, for the next pass.</param>
public sealed record RetentionRun(DateTimeOffset At, int Count, string Kinds, bool More);
