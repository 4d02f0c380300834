using CheckInBot.Dialogs;

namespace CheckInBot.Cards;

/// <summary>For whom a card is drawn, and what of the world it may name.</summary>
/// <param name="Texts">The reader's language.</param>
/// <param name="Name">Display name of a person by id, as the roster writes it.</param>
/// <param name="Zone">Zone in which the reader's clock times are written.</param>
/// <param name="Now">The moment of drawing.</param>
/// <param name="Hotline">Numbers of the reader's region.</param>
/// <param name="Open">Opens words that this reader may read; null for all others. What it returns is raw.</param>
public sealed record CardContext(Texts Texts, Func<string, string> Name, TimeZoneInfo Zone, DateTimeOffset Now, Hotline Hotline, Func<Words, string?> Open);
