using System.Text;

namespace CheckInBot.Bot.Storage;

/// <summary>What both stores accept: the stricter figure of Azure Table and Queue Storage holds on SQLite too.</summary>
/// <remarks>Every method throws <see cref="ArgumentException"/>, which names the place and never the content.</remarks>
public static class StoreLimits
{
    /// <summary>Characters in a partition or row key.</summary>
    public const int KeyCharacters = 512;

    /// <summary>Characters in a string column.</summary>
    public const int StringCharacters = 32 * 1024;

    /// <summary>Bytes in a binary column.</summary>
    public const int BinaryBytes = 64 * 1024;

    /// <summary>Columns in a row: 255 less the three of the entity itself.</summary>
    public const int Columns = 252;

    /// <summary>Bytes in a row.</summary>
    public const int RowBytes = 1024 * 1024;

    /// <summary>Bytes in a batch, with room left for the envelope of a transaction of 4 MiB.</summary>
    public const int BatchBytes = 7 * 512 * 1024;

    /// <summary>Changes in a batch.</summary>
    public const int BatchChanges = 100;

    /// <summary>Characters in the body of a message.</summary>
    public const int BodyCharacters = 16 * 1024;

    /// <summary>The longest delay and lease of a message.</summary>
    public static readonly TimeSpan LongestDelay = TimeSpan.FromDays(7);

    // The Edm.DateTime of Azure Tables begins here.
    private static readonly DateTimeOffset FirstInstant = new(1601, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A table's name: 3 to 40 letters.</summary>
    public static void CheckTable(string name)
    {
        if (name.Length is < 3 or > 40 || !name.All(char.IsAsciiLetter))
            throw new ArgumentException($"'{name}' is no table name: 3 to 40 letters.", nameof(name));
    }

    /// <summary>A partition or row key as <see cref="Keys.Join"/> makes it.</summary>
    public static void CheckKey(string key)
    {
        if (key.Length is 0 or > KeyCharacters)
            throw new ArgumentException($"A key has 1 to {KeyCharacters} characters; this one has {key.Length}.", nameof(key));
        foreach (var c in key)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_' or '.' or '=' or '!'))
                throw new ArgumentException("A key holds a character that Keys.Join would have escaped.", nameof(key));
        }
    }

    /// <summary>An end of a range: printable ASCII, so that it may also lie just behind a key.</summary>
    public static void CheckBound(string bound)
    {
        if (bound.Length > KeyCharacters + 1 || bound.Any(c => c is < ' ' or > '~'))
            throw new ArgumentException("The end of a range is printable ASCII and no longer than a key.", nameof(bound));
    }

    /// <summary>A body of at most <see cref="BodyCharacters"/>.</summary>
    public static void CheckBody(string body)
    {
        if (body.Length > BodyCharacters)
            throw new ArgumentException($"A message has at most {BodyCharacters} characters; this one has {body.Length}.", nameof(body));
    }

    /// <summary>A batch of at most <see cref="BatchChanges"/> changes, each of a row of its own, none too large.</summary>
    public static void CheckBatch(string partition, IReadOnlyList<Change> changes)
    {
        CheckKey(partition);
        if (changes.Count > BatchChanges)
            throw new ArgumentException($"A batch holds at most {BatchChanges} changes; this one holds {changes.Count}.", nameof(changes));
        var keys = new HashSet<string>(changes.Count, StringComparer.Ordinal);
        long batch = 0;
        foreach (var change in changes)
        {
            CheckKey(change.Key);
            if (!keys.Add(change.Key))
                throw new ArgumentException("A batch changes the same row twice.", nameof(changes));
            if (change.ETag.Length == 0 && change.Kind is ChangeKind.Replace or ChangeKind.Delete)
                throw new ArgumentException("A replacement or deletion names the ETag that it expects.", nameof(changes));
            batch += RowSize(partition, change);
        }
        if (batch > BatchBytes)
            throw new ArgumentException($"A batch has at most {BatchBytes} bytes; this one has {batch}.", nameof(changes));
    }

    /// <summary>Bytes of a change within a batch, by the stricter count of both stores; at most <see cref="RowBytes"/>.</summary>
    public static long RowSize(string partition, Change change)
    {
        if (change.Columns.Count > Columns)
            throw new ArgumentException($"A row has at most {Columns} columns; this one has {change.Columns.Count}.");
        long size = 64 + 2L * (partition.Length + change.Key.Length);
        foreach (var (name, value) in change.Columns)
        {
            CheckColumnName(name);
            size += 48 + 2L * name.Length + CheckValue(name, value);
        }
        return size <= RowBytes ? size : throw new ArgumentException($"A row has at most {RowBytes} bytes; this one has {size}.");
    }

    private static void CheckColumnName(string name)
    {
        var wellFormed = name.Length is > 0 and <= 255 && (char.IsAsciiLetter(name[0]) || name[0] == '_')
            && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
        if (!wellFormed || name is "PartitionKey" or "RowKey" or "Timestamp")
            throw new ArgumentException($"'{name}' is no column name: letters, digits and underscores, none of the entity's own.");
    }

    private static long CheckValue(string name, object? value) => value switch
    {
        null or bool or int or long or double => 8,
        string { Length: > StringCharacters } text =>
            throw new ArgumentException($"Column '{name}' has {text.Length} characters; at most {StringCharacters} fit."),
        string text => StringBytes(name, text),
        byte[] { Length: > BinaryBytes } bytes =>
            throw new ArgumentException($"Column '{name}' has {bytes.Length} bytes; at most {BinaryBytes} fit."),
        byte[] bytes => bytes.Length + bytes.Length / 3 + 4,
        DateTimeOffset instant when instant < FirstInstant =>
            throw new ArgumentException($"Column '{name}' holds an instant before 1601."),
        DateTimeOffset => 32,
        _ => throw new ArgumentException($"Column '{name}' has the type {value.GetType().Name}, which no store keeps."),
    };

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    // The service counts UTF-16 and the request travels as UTF-8: the larger of the two counts.
    private static long StringBytes(string name, string text)
    {
        try
        {
            return Math.Max(2L * text.Length, Strict.GetByteCount(text));
        }
        catch (EncoderFallbackException)
        {
            throw new ArgumentException($"Column '{name}' holds half of a surrogate pair.");
        }
    }
}
