using System.Text.Json.Serialization;

namespace CheckInBot.Cards.Schema;

/// <summary>An element of a card's body.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(TextBlock), "TextBlock")]
[JsonDerivedType(typeof(Container), "Container")]
[JsonDerivedType(typeof(ColumnSet), "ColumnSet")]
[JsonDerivedType(typeof(FactSet), "FactSet")]
[JsonDerivedType(typeof(ActionSet), "ActionSet")]
[JsonDerivedType(typeof(InputChoiceSet), "Input.ChoiceSet")]
[JsonDerivedType(typeof(InputText), "Input.Text")]
[JsonDerivedType(typeof(InputToggle), "Input.Toggle")]
[JsonDerivedType(typeof(InputDate), "Input.Date")]
[JsonDerivedType(typeof(InputTime), "Input.Time")]
public abstract record CardElement
{
    /// <summary>Unique in the card; the name of an input's value.</summary>
    [JsonPropertyOrder(-1)]
    public string? Id { get; init; }

    public bool? IsVisible { get; init; }

    /// <summary>A line above.</summary>
    public bool? Separator { get; init; }

    public Spacing? Spacing { get; init; }
}

/// <summary>Text with a little Markdown (https://adaptivecards.io/explorer/TextBlock.html).</summary>
public sealed record TextBlock(string Text) : CardElement
{
    public bool Wrap { get; init; } = true;

    public TextSize? Size { get; init; }

    public TextWeight? Weight { get; init; }

    public TextColor? Color { get; init; }

    public bool? IsSubtle { get; init; }

    public HorizontalAlignment? HorizontalAlignment { get; init; }

    /// <summary>A heading is announced as one.</summary>
    public TextBlockStyle? Style { get; init; }
}

/// <summary>Elements that belong together (https://adaptivecards.io/explorer/Container.html).</summary>
public sealed record Container(IReadOnlyList<CardElement> Items) : CardElement
{
    public ContainerStyle? Style { get; init; }

    /// <summary>To the card's edges.</summary>
    public bool? Bleed { get; init; }

    /// <summary>In pixels, such as <c>32px</c>.</summary>
    public string? MinHeight { get; init; }

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    public CardAction? SelectAction { get; init; }
}

/// <summary>Columns beside each other (https://adaptivecards.io/explorer/ColumnSet.html).</summary>
public sealed record ColumnSet(params IReadOnlyList<Column> Columns) : CardElement;

/// <summary>A column; its width is <c>auto</c>, <c>stretch</c> or pixels such as <c>92px</c>.</summary>
public sealed record Column(string Width, IReadOnlyList<CardElement> Items)
{
    [JsonPropertyOrder(-1)]
    public string Type { get; } = "Column";

    public VerticalAlignment? VerticalContentAlignment { get; init; }

    /// <summary>The gap before the column.</summary>
    public Spacing? Spacing { get; init; }
}

/// <summary>Names and values (https://adaptivecards.io/explorer/FactSet.html).</summary>
public sealed record FactSet(IReadOnlyList<Fact> Facts) : CardElement;

/// <summary>A name and its value.</summary>
public sealed record Fact(string Title, string Value);

/// <summary>Buttons within the body (https://adaptivecards.io/explorer/ActionSet.html).</summary>
public sealed record ActionSet(params IReadOnlyList<CardAction> Actions) : CardElement;
