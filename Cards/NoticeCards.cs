using CheckInBot.Dialogs;

namespace CheckInBot.Cards;

/// <summary>A short sentence to the one who acted.</summary>
public static class NoticeCards
{
    /// <summary>As a card, after typed words.</summary>
    public static CardMessage Of(Notice n, CardContext c) => Rough.Of(c);

    /// <summary>As plain words, for an invoke's message.</summary>
    public static string Text(Notice n, CardContext c) => "CheckInBot";
}
