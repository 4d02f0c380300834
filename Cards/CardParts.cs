using System.Text.Json;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;

namespace CheckInBot.Cards;

/// <summary>The parts of which every card is made, so that all look alike.</summary>
internal static class CardParts
{
    /// <summary>A card with its neutral spoken form and summary; parts that are null are left out.</summary>
    public static CardMessage Card(CardContext c, string spoken, string summary, params IEnumerable<CardElement?> body) => new(
        new AdaptiveCard
        {
            Schema = "http://adaptivecards.io/schemas/adaptive-card.json",
            Lang = c.Texts.Lang,
            Speak = spoken,
            FallbackText = spoken,
            Body = [.. body.OfType<CardElement>()],
        },
        summary);

    public static TextBlock Heading(string text, TextSize size = TextSize.Medium) =>
        new(text) { Size = size, Weight = TextWeight.Bolder, Style = TextBlockStyle.Heading };

    public static TextBlock Line(string text) => new(text) { Spacing = Spacing.Small };

    public static TextBlock Quiet(string text) => new(text) { Size = TextSize.Small, IsSubtle = true, Spacing = Spacing.Small };

    /// <summary>The state across the card's top: symbol, word and time; the colour only repeats them.</summary>
    public static Container Band(ContainerStyle style, string text, string? number = null) => new(
    [
        new ColumnSet(
        [
            new("stretch", [new TextBlock(text) { Weight = TextWeight.Bolder }]),
            .. number is null ? [] : new Column[] { new("auto", [new TextBlock(number) { Size = TextSize.Small, IsSubtle = true, HorizontalAlignment = HorizontalAlignment.Right }]) { VerticalContentAlignment = VerticalAlignment.Center } },
        ]),
    ])
    { Style = style, Bleed = true, Spacing = Spacing.None };

    public static Container Box(params IReadOnlyList<CardElement> items) => new(items) { Style = ContainerStyle.Emphasis, Spacing = Spacing.Small };

    /// <summary>One of two lines that open and close what is folded: the line itself, its opposite, and the folded part.</summary>
    public static Container Fold(string id, string sign, string text, bool visible, params string[] targets) => new([new TextBlock($"{sign} {text}") { Color = TextColor.Accent }])
    {
        Id = id,
        IsVisible = visible,
        MinHeight = "32px",
        VerticalContentAlignment = VerticalAlignment.Center,
        Spacing = Spacing.Small,
        SelectAction = new ActionToggleVisibility(text, targets),
    };

    /// <summary>The value of an enum as inputs and buttons write it.</summary>
    public static string Word<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    /// <summary>Several values of an enum as an input holds them; null for none.</summary>
    public static string? Words<T>(IReadOnlyList<T> values) where T : struct, Enum => values.Count == 0 ? null : string.Join(',', values.Select(Word));

    public static FactSet? Facts(IEnumerable<Fact?> facts)
    {
        Fact[] known = [.. facts.OfType<Fact>()];
        return known.Length == 0 ? null : new FactSet(known);
    }

    /// <summary>A button; with <paramref name="inputs"/> it sends the card's inputs along.</summary>
    public static ActionExecute Button(string title, UserAction action, bool inputs = false, ActionStyle? style = null, ActionMode? mode = null)
    {
        AssociatedInputs? collects = inputs ? null : AssociatedInputs.None;
        var data = new ActionData(action);
        return new(title, action.Verb, data, new ActionSubmit(title, data) { Style = style, Mode = mode, AssociatedInputs = collects })
        {
            Style = style,
            Mode = mode,
            AssociatedInputs = collects,
        };
    }

    public static ActionSet? Buttons(params IEnumerable<CardAction?> actions)
    {
        CardAction[] shown = [.. actions.OfType<CardAction>()];
        return shown.Length == 0 ? null : new ActionSet(shown) { Spacing = Spacing.Medium };
    }

    /// <summary>The last row of every card for staff: a program, a number, a person, and people at once.</summary>
    public static ColumnSet PersonRow(CardContext c) => new(
        new Column("stretch", [new TextBlock(c.Texts.Footer(c.Hotline.Support)) { Size = TextSize.Small }]) { VerticalContentAlignment = VerticalAlignment.Center },
        new Column("auto", [new ActionSet(Button(c.Texts.PersonNow, new PersonPlease()), Button(c.Texts.Button(Command.Sos), new CallForHelp()))]) { VerticalContentAlignment = VerticalAlignment.Center })
    {
        Separator = true,
        Spacing = Spacing.Medium,
    };

    /// <summary>Emergency first, then the line where somebody listens.</summary>
    public static IEnumerable<CardElement> Numbers(CardContext c) =>
    [
        NumberRow(string.Join(" · ", c.Hotline.Emergency), c.Texts.Emergency, ContainerStyle.Warning),
        NumberRow(c.Hotline.Support, c.Texts.Support, ContainerStyle.Emphasis),
    ];

    public static Container NumberRow(string number, string what, ContainerStyle style) => new(
    [
        new ColumnSet(
            new Column("96px", [new TextBlock(number) { Weight = TextWeight.Bolder, Size = TextSize.Large }]) { VerticalContentAlignment = VerticalAlignment.Center },
            new Column("stretch", [new TextBlock(what)]) { VerticalContentAlignment = VerticalAlignment.Center }),
    ])
    { Style = style, Spacing = Spacing.Small };
}
