namespace CheckInBot.Bot.Imports;

/// <summary>The changes of rows that an import makes. There may be hundreds of thousands, so they are not kept but found anew from the rows each time they are read: the same ones as long as no team's mark changed.</summary>
/// <param name="Read">All of them; those of one team follow each other.</param>
internal sealed record ShiftEdits(int Count, Func<CancellationToken, IAsyncEnumerable<ShiftEdit>> Read)
{
    public static ShiftEdits None { get; } = new(0, _ => AsyncEnumerable.Empty<ShiftEdit>());
}
