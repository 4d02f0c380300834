using System.Diagnostics.CodeAnalysis;

namespace CheckInBot.Dialogs.People;

/// <summary>The random name under which rows are kept that a duty keeps, of somebody who had everything about them deleted. It leads back to nobody.</summary>
public static class Pseudonym
{
    private const string Begins = "gone-";

    /// <param name="random">Random, as 16 hex digits.</param>
    public static string Of(string random) => Begins + random;

    /// <summary>Whether an id is such a name; ids of the roster that look alike are refused at the import.</summary>
    public static bool Is([NotNullWhen(true)] string? id) => id is not null && id.Length == Begins.Length + 16 && id.StartsWith(Begins, StringComparison.Ordinal);
}
