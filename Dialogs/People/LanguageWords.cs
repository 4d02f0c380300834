using System.Collections.Frozen;

namespace CheckInBot.Dialogs.People;

/// <summary>How a language is named: in a button's data, and by whoever types it.</summary>
public static class LanguageWords
{
    private static readonly FrozenDictionary<string, Language> Words = new Dictionary<string, Language>(StringComparer.Ordinal)
    {
        ["english"] = Language.English,
        ["英文"] = Language.English,
        ["英语"] = Language.English,
        ["chinese"] = Language.Chinese,
        ["中文"] = Language.Chinese,
        ["汉语"] = Language.Chinese,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>BCP 47: <c>zh-CN</c> or <c>en</c>.</summary>
    public static string Tag(Language language) => language == Language.Chinese ? "zh-CN" : "en";

    /// <summary>The language of <see cref="Tag"/>; null for anything else.</summary>
    public static Language? OfTag(string? tag) => tag switch
    {
        "zh-CN" => Language.Chinese,
        "en" => Language.English,
        _ => null,
    };

    /// <summary>The language whose name was typed; null for any other words.</summary>
    /// <param name="plain">As <see cref="Commands.Plain"/> gives it.</param>
    public static Language? Typed(string plain) => Words.TryGetValue(plain.TrimEnd('.', '!', '。'), out var language) ? language : null;
}
