namespace CheckInBot.Bot.Storage;

/// <summary>What a change does to its row.</summary>
public enum ChangeKind
{
    /// <summary>The row must not exist.</summary>
    Insert,

    /// <summary>The row must exist, with the given ETag or any (<c>*</c>); all its columns are replaced.</summary>
    Replace,

    /// <summary>Inserted, or replaced whatever stands there.</summary>
    Upsert,

    /// <summary>The row must exist, with the given ETag or any (<c>*</c>).</summary>
    Delete,
}

/// <summary>One change of a batch. A batch touches one partition and each row once, and holds at most 100 changes.</summary>
public sealed record Change(ChangeKind Kind, string Key, IReadOnlyDictionary<string, object> Columns, string ETag)
{
    private static readonly IReadOnlyDictionary<string, object> None = new Dictionary<string, object>();

    public static Change Insert(string key, IReadOnlyDictionary<string, object> columns) => new(ChangeKind.Insert, key, columns, "");

    public static Change Replace(string key, IReadOnlyDictionary<string, object> columns, string etag) => new(ChangeKind.Replace, key, columns, etag);

    public static Change Upsert(string key, IReadOnlyDictionary<string, object> columns) => new(ChangeKind.Upsert, key, columns, "");

    public static Change Delete(string key, string etag) => new(ChangeKind.Delete, key, None, etag);
}

/// <summary>The answer to a batch.</summary>
/// <param name="Committed">Whether all changes are stored; if not, none is.</param>
/// <param name="FailedAt">Index of the change whose precondition did not hold, or -1 when committed.</param>
/// <param name="ETags">When committed: the new ETag of each change in order; empty for a deletion.</param>
public sealed record CommitResult(bool Committed, int FailedAt, IReadOnlyList<string> ETags)
{
    public static CommitResult Refused(int at) => new(false, at, []);
}
