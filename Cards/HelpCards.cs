namespace CheckInBot.Cards;

/// <summary>Cards that belong to no conversation.</summary>
public static class HelpCards
{
    /// <summary>What I can do today, a button for each.</summary>
    public static CardMessage Commands(CardContext c) => Rough.Of(c);

    /// <summary>Somebody asked for an alert, which does not exist yet.</summary>
    public static CardMessage SosForNow(CardContext c) => Rough.Of(c);

    /// <summary>Mentioned where many read.</summary>
    public static CardMessage InChannel(CardContext c) => Rough.Of(c);

    /// <summary>The sender is not on the roster.</summary>
    public static CardMessage Stranger(CardContext c) => Rough.Of(c);

    /// <summary>It could not be saved; nothing was changed.</summary>
    public static CardMessage Troubled(CardContext c) => Rough.Of(c);
}
