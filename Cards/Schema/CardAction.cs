using System.Text.Json.Serialization;

namespace CheckInBot.Cards.Schema;

/// <summary>A button or a tap.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(ActionExecute), "Action.Execute")]
[JsonDerivedType(typeof(ActionSubmit), "Action.Submit")]
[JsonDerivedType(typeof(ActionToggleVisibility), "Action.ToggleVisibility")]
[JsonDerivedType(typeof(ActionShowCard), "Action.ShowCard")]
public abstract record CardAction(string Title)
{
    public ActionStyle? Style { get; init; }

    /// <summary>Secondary actions stand in the overflow menu.</summary>
    public ActionMode? Mode { get; init; }
}

/// <summary>A universal action: the bot answers with a card or a sentence (https://adaptivecards.io/explorer/Action.Execute.html).</summary>
/// <param name="Data">The user action; the client merges the inputs into it.</param>
public sealed record ActionExecute(string Title, string Verb, ActionData Data, CardAction Fallback) : CardAction(Title)
{
    public AssociatedInputs? AssociatedInputs { get; init; }
}

/// <summary>What a client without universal actions sends (https://adaptivecards.io/explorer/Action.Submit.html).</summary>
public sealed record ActionSubmit(string Title, ActionData Data) : CardAction(Title)
{
    public AssociatedInputs? AssociatedInputs { get; init; }
}

/// <summary>Shows what is hidden and hides what is shown (https://adaptivecards.io/explorer/Action.ToggleVisibility.html).</summary>
public sealed record ActionToggleVisibility(string Title, IReadOnlyList<string> TargetElements) : CardAction(Title);

/// <summary>Opens a card within the card; the outer card's buttons do not collect its inputs (https://adaptivecards.io/explorer/Action.ShowCard.html).</summary>
public sealed record ActionShowCard(string Title, AdaptiveCard Card) : CardAction(Title);
