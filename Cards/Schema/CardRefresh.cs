namespace CheckInBot.Cards.Schema;

/// <summary>What a client sends by itself when it shows the card, for a view that only its reader sees (https://adaptivecards.io/explorer/Refresh.html).</summary>
/// <param name="UserIds">Channel accounts (on Teams <c>29:…</c>) of those for whom it is sent, at most <see cref="Most"/>; the others see the card as it is.</param>
public sealed record CardRefresh(RefreshAction Action, IReadOnlyList<string> UserIds)
{
    /// <summary>Teams passes over a list that is longer.</summary>
    public const int Most = 60;
}

/// <summary>The action of a refresh: nobody presses it, so it has no title and no fallback.</summary>
public sealed record RefreshAction(string Verb, ActionData Data)
{
    public string Type { get; } = "Action.Execute";
}
