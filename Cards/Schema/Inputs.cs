namespace CheckInBot.Cards.Schema;

/// <summary>A choice of one or several (https://adaptivecards.io/explorer/Input.ChoiceSet.html).</summary>
public sealed record InputChoiceSet(string Label, IReadOnlyList<Choice> Choices) : CardElement
{
    public ChoiceStyle Style { get; init; } = ChoiceStyle.Expanded;

    public bool? IsMultiSelect { get; init; }

    public bool Wrap { get; init; } = true;

    public string? Placeholder { get; init; }

    /// <summary>The chosen values, joined by commas.</summary>
    public string? Value { get; init; }
}

/// <summary>One choice: what is read, and what is sent.</summary>
public sealed record Choice(string Title, string Value);

/// <summary>Written words (https://adaptivecards.io/explorer/Input.Text.html); its value is shown as it is, without Markdown.</summary>
public sealed record InputText(string Label) : CardElement
{
    public bool? IsMultiline { get; init; }

    /// <summary>In characters.</summary>
    public int? MaxLength { get; init; }

    public string? Placeholder { get; init; }

    public string? Value { get; init; }
}

/// <summary>A switch (https://adaptivecards.io/explorer/Input.Toggle.html).</summary>
public sealed record InputToggle(string Label, string Title) : CardElement
{
    public string ValueOn { get; } = "true";

    public string ValueOff { get; } = "false";

    public required string Value { get; init; }

    public bool Wrap { get; init; } = true;
}

/// <summary>A day, <c>2026-11-23</c> (https://adaptivecards.io/explorer/Input.Date.html).</summary>
/// <param name="ErrorMessage">What is said where a day before <see cref="Min"/> or after <see cref="Max"/> is chosen.</param>
public sealed record InputDate(string Label, string ErrorMessage) : CardElement
{
    public string? Min { get; init; }

    public string? Max { get; init; }

    public string? Value { get; init; }
}

/// <summary>A time of day, <c>17:02</c> (https://adaptivecards.io/explorer/Input.Time.html).</summary>
public sealed record InputTime(string Label) : CardElement
{
    public string? Value { get; init; }
}
