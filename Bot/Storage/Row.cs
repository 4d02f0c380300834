namespace CheckInBot.Bot.Storage;

/// <summary>A row of a table, with the names of the Azure Tables entity model.</summary>
/// <param name="Partition">Partition key, already escaped by <see cref="Keys"/>; at most 512 characters.</param>
/// <param name="Key">Row key, already escaped by <see cref="Keys"/>; ordered by UTF-16 code unit.</param>
/// <param name="Columns">
/// Values are <see cref="string"/>, <see cref="bool"/>, <see cref="int"/>, <see cref="long"/>, <see cref="double"/>,
/// <see cref="DateTimeOffset"/> (stored in UTC) or a byte array. A null is never stored: the column is left out.
/// </param>
/// <param name="ETag">The version that the store gave; empty for a row that was not read from a store.</param>
public sealed record Row(string Partition, string Key, IReadOnlyDictionary<string, object> Columns, string ETag = "");
