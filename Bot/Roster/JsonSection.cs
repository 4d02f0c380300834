using System.Globalization;
using System.Text.Json;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Roster;

/// <summary>
/// An object of a JSON file that is read value by value. What is missing or wrong becomes a fault with its line and path, and
/// the answer is then an empty value, so that reading goes on and finds the next fault.
/// </summary>
internal sealed class JsonSection
{
    private readonly JsonText text;
    private readonly FileFaults faults;
    private readonly string path;
    private readonly JsonElement? element;

    public JsonSection(JsonText text, FileFaults faults) : this(text, faults, "", text.Root) { }

    private JsonSection(JsonText text, FileFaults faults, string path, JsonElement? element) =>
        (this.text, this.faults, this.path, this.element) = (text, faults, path, element);

    /// <summary>Names of the object's values, each once.</summary>
    public IEnumerable<string> Names => element?.EnumerateObject().Select(p => p.Name).Distinct() ?? [];

    public bool Has(string name) => element?.TryGetProperty(name, out _) == true;

    /// <summary>Adds a fault about a value of this object; its line is that of the value, or of the object when it is missing.</summary>
    public void Add(string name, string problem, string remedy) => faults.Add(text.LineOf(Path(name)), Path(name), problem, remedy);

    /// <summary>A fault that also comes of lists that change.</summary>
    public void Add(string name, ListFault fault, params string[] values) => faults.Add(text.LineOf(Path(name)), Path(name), fault, values);

    /// <param name="known">Names that may stand in the object; none given means any.</param>
    public JsonSection Object(string name, params string[] known) =>
        Checked(Path(name), Get(name, JsonValueKind.Object, "an object in { }"), known);

    /// <summary>Makes every other name in this object a fault.</summary>
    public void Allow(params string[] known)
    {
        foreach (var name in Names.Except(known))
            Add(name, "this value is not known here", $"Write one of {string.Join(", ", known)}, or remove it.");
    }

    /// <summary>The objects of a list that has at least one.</summary>
    public IReadOnlyList<JsonSection> Objects(string name, params string[] known)
    {
        var items = Items(name);
        foreach (var (i, _) in items.Index().Where(x => x.Item.ValueKind != JsonValueKind.Object))
            Add($"{name}[{i}]", "this is not an object in { }", "Write it as in org/demo/policy.json.");
        return [.. items.Index()
            .Where(x => x.Item.ValueKind == JsonValueKind.Object)
            .Select(x => Checked(Path($"{name}[{x.Index}]"), x.Item, known))];
    }

    /// <summary>The texts of a list that has at least one, none empty.</summary>
    public IReadOnlyList<string> Texts(string name)
    {
        var items = Items(name);
        foreach (var (i, _) in items.Index().Where(x => x.Item.ValueKind != JsonValueKind.String || string.IsNullOrWhiteSpace(x.Item.GetString())))
            Add($"{name}[{i}]", "this is not a text", "Write it in quotation marks and not empty.");
        return [.. items.Where(i => i.ValueKind == JsonValueKind.String).Select(i => i.GetString()!)];
    }

    public string Text(string name)
    {
        var value = Get(name, JsonValueKind.String, "a text in quotation marks")?.GetString() ?? "";
        if (value.Trim().Length == 0 && Has(name, JsonValueKind.String))
            Add(name, "the text is empty", "Write it, or see org/demo/policy.json.");
        return value;
    }

    /// <summary>False when the value is missing.</summary>
    public bool Flag(string name)
    {
        if (element is not { } e || !e.TryGetProperty(name, out var value))
            return false;
        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            Add(name, "this is neither true nor false", "Write true or false without quotation marks.");
        return value.ValueKind == JsonValueKind.True;
    }

    public int Number(string name, int least, int most)
    {
        if (Get(name, JsonValueKind.Number, $"a number from {least} to {most}") is not { } value)
            return least;
        if (value.TryGetInt32(out var number) && number >= least && number <= most)
            return number;
        Add(name, $"{FileFaults.Quoted(value.GetRawText())} is out of range".TrimStart(), $"Write a whole number from {least} to {most}.");
        return least;
    }

    /// <summary>The whole numbers of a list that has at least one.</summary>
    public IReadOnlyList<int> Numbers(string name, int least, int most)
    {
        var numbers = new List<int>();
        foreach (var (i, item) in Items(name).Index())
        {
            if (item.ValueKind == JsonValueKind.Number && item.TryGetInt32(out var number) && number >= least && number <= most)
                numbers.Add(number);
            else
                Add($"{name}[{i}]", "this is no number, or out of range", $"Write a whole number from {least} to {most}.");
        }
        return numbers;
    }

    /// <summary>A number that may have decimals.</summary>
    public decimal Decimal(string name, decimal least, decimal most)
    {
        var range = string.Create(CultureInfo.InvariantCulture, $"from {least} to {most}");
        if (Get(name, JsonValueKind.Number, $"a number {range}") is not { } value)
            return least;
        if (value.TryGetDecimal(out var number) && number >= least && number <= most)
            return number;
        Add(name, $"{FileFaults.Quoted(value.GetRawText())} is out of range".TrimStart(), $"Write a number {range}.");
        return least;
    }

    /// <summary>A span of time written as <c>00:15:00</c> or, from a day up, <c>1.00:00:00</c>.</summary>
    public TimeSpan Span(string name, TimeSpan least, TimeSpan most)
    {
        const string Form = "Write hours, minutes and seconds as \"00:15:00\"; 24 hours are \"1.00:00:00\".";
        if (Get(name, JsonValueKind.String, "a span of time such as \"00:15:00\"")?.GetString() is not { } written)
            return least;
        if (!TimeSpan.TryParseExact(written, "c", CultureInfo.InvariantCulture, out var span))
            Add(name, $"{FileFaults.Quoted(written)} is no span of time".TrimStart(), Form);
        else if (span < least || span > most)
            Add(name, $"{written} is out of range", $"Write a span from {least:c} to {most:c}.");
        return span;
    }

    public DateOnly Date(string name)
    {
        if (Get(name, JsonValueKind.String, "a date such as \"2026-11-23\"")?.GetString() is not { } written)
            return default;
        if (!DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            Add(name, $"{FileFaults.Quoted(written)} is no date".TrimStart(), "Write it as \"2026-11-23\".");
        return date;
    }

    /// <summary>The days of a list, which may be empty.</summary>
    public IReadOnlyList<DateOnly> Dates(string name)
    {
        var days = new List<DateOnly>();
        foreach (var (i, item) in (Get(name, JsonValueKind.Array, "a list in [ ]")?.EnumerateArray() ?? default).Index())
        {
            var written = item.ValueKind == JsonValueKind.String ? item.GetString()! : "";
            if (!DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                Add($"{name}[{i}]", $"{FileFaults.Quoted(written)} is no date".TrimStart(), "Write it as \"2026-11-23\".");
            days.Add(day);
        }
        return days;
    }

    /// <summary>A time of day written as <c>08:30</c>.</summary>
    public TimeOnly Time(string name)
    {
        if (Get(name, JsonValueKind.String, "a time of day such as \"08:30\"")?.GetString() is not { } written)
            return default;
        if (!TimeOnly.TryParseExact(written, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            Add(name, $"{FileFaults.Quoted(written)} is no time of day".TrimStart(), "Write it as \"08:30\".");
        return time;
    }

    /// <summary>The value of a word; the first of them when the word is missing or another.</summary>
    public T Choice<T>(string name, IReadOnlyDictionary<string, T> words)
    {
        var word = Text(name);
        if (words.TryGetValue(word, out var value))
            return value;
        if (word.Length > 0)
            Add(name, $"unknown {name}{FileFaults.Quoted(word)}", $"Write one of {string.Join(", ", words.Keys.Order(StringComparer.Ordinal))}.");
        return words.First().Value;
    }

    private IReadOnlyList<JsonElement> Items(string name)
    {
        if (Get(name, JsonValueKind.Array, "a list in [ ]") is not { } list)
            return [];
        if (list.GetArrayLength() == 0)
            Add(name, "the list is empty", "Write at least one entry.");
        return [.. list.EnumerateArray()];
    }

    private JsonElement? Get(string name, JsonValueKind kind, string wanted)
    {
        if (element is not { } e)
            return null;
        if (Has(name, kind))
            return e.GetProperty(name);
        Add(name, e.TryGetProperty(name, out _) ? $"this is not {wanted}" : "the value is missing", $"Write {wanted}.");
        return null;
    }

    private bool Has(string name, JsonValueKind kind) => element is { } e && e.TryGetProperty(name, out var value) && value.ValueKind == kind;

    private JsonSection Checked(string at, JsonElement? value, string[] known)
    {
        var read = new JsonSection(text, faults, at, value);
        if (known.Length > 0)
            read.Allow(known);
        return read;
    }

    private string Path(string name) => path.Length > 0 ? $"{path}.{name}" : name;
}
