namespace CheckInBot.Dialogs;

/// <summary>Where a conversation's record lives.</summary>
/// <param name="Kind">Name of the flow, such as <c>checkin</c>.</param>
/// <param name="Owner">Whose records share a partition: a person, a team or the record itself.</param>
/// <param name="Id">The record among its owner's; ordered by time where that helps.</param>
public readonly record struct FlowKey(string Kind, string Owner, string Id)
{
    /// <summary>The form in which a card's data names the record: <c>owner/id</c>.</summary>
    public string Reference => $"{Owner}/{Id}";

    /// <summary>Reads <see cref="Reference"/> back; null for anything else.</summary>
    public static FlowKey? Parse(string kind, string? reference)
    {
        var slash = reference?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash > 0 && slash < reference!.Length - 1 && reference.Length <= 200
            ? new FlowKey(kind, reference[..slash], reference[(slash + 1)..])
            : null;
    }
}
