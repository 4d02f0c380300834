using CheckInBot.Dialogs;

namespace CheckInBot.Cards;

/// <summary>For whom a card is drawn, and what of the world it may name.</summary>
/// <param name="Texts">The reader's language.</param>
/// <param name="Name">Display name of a person by id, as the roster writes it.</param>
/// <param name="Zone">Zone in which the reader's clock times are written.</param>
/// <param name="Now">The moment of drawing.</param>
/// <param name="Hotline">Numbers of the reader's region.</param>
/// <param name="Open">Opens words that this reader may read; null for all others. What it returns is raw.</param>
public sealed record CardContext(Texts Texts, Func<string, string> Name, TimeZoneInfo Zone, DateTimeOffset Now, Hotline Hotline, Func<Words, string?> Open)
{
    internal PlainText Named(string person) => PlainText.Name(Name(person));

    internal PlainText? NamedOrNull(string? person) => person is null ? null : Named(person);

    /// <summary>For a card that stays as it was said: no moment is certain to be of the day of reading.</summary>
    internal Moment Said(DateTimeOffset at) => Moment(at) with { Certain = false };

    internal Moment Moment(DateTimeOffset at) => Cards.Moment.Of(at, Now, Zone);

    /// <summary>A person's words for a sentence; null when there are none or this reader may not read them.</summary>
    internal PlainText? Read(Words? words) => words is not null && Open(words) is { } raw && !string.IsNullOrWhiteSpace(raw) ? PlainText.Words(raw) : null;

    /// <summary>The numbers for danger to life, joined for a sentence.</summary>
    internal string Emergency => Texts.OrNumbers(Hotline.Emergency);
}
