using System.Collections.Frozen;
using System.Reflection;
using System.Text.Json.Serialization;

namespace CheckInBot.Dialogs;

/// <summary>The words of the contract for the card actions, read once from the declarations of <see cref="UserAction"/>.</summary>
public static class Verbs
{
    private static readonly FrozenDictionary<Type, string> Words = typeof(UserAction)
        .GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToFrozenDictionary(a => a.DerivedType, a => (string)a.TypeDiscriminator!);

    private static readonly FrozenSet<string> Known = Words.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Every kind of action with its verb.</summary>
    public static IReadOnlyDictionary<Type, string> All => Words;

    public static string Of(Type action) => Words[action];

    public static bool IsKnown(string? verb) => verb is not null && Known.Contains(verb);
}
