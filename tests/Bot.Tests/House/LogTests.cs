using System.Text.RegularExpressions;

namespace CheckInBot.Bot.Tests.House;

/// <summary>A log says what happened to the program, never what a person said or who they are.</summary>
public sealed partial class LogTests
{
    /// <summary>Whoever adds a word here has made sure that its value can hold no word, name or id of a person.</summary>
    private static readonly HashSet<string> Allowed =
    [
        "Consequence", "Count", "Day", "Fault", "File", "Kind", "Kinds", "Line", "Problem", "Reason", "Reference", "Seconds", "Stack", "Status", "Try", "Why", "Year",
    ];

    /// <summary>The local chat runs only in Development, where all people are pretended.</summary>
    private static readonly HashSet<string> AllowedInLocalChat = ["Conversation"];

    private static readonly IReadOnlyList<SourceFile> Sources = [.. RepositoryRoot.Sources];

    [Fact]
    public void A_log_call_starts_with_one_plain_sentence() =>
        Rule.Holds(Sources.SelectMany(f => Call().Matches(f.Text)
            .ExceptBy(Sentence(f).Matches(f.Text).Select(s => s.Index), call => call.Index)
            .Select(call => At(f, call))));

    [Fact]
    public void A_log_sentence_has_only_known_places() =>
        Rule.Holds(Sources.SelectMany(f => Sentence(f).Matches(f.Text)
            .SelectMany(call => Place().Matches(call.Groups["sentence"].Value).Select(p => (At: At(f, call), Place: p.Groups["name"].Value)))
            .Where(p => !Allowed.Contains(p.Place) && !(IsLocalChat(f) && AllowedInLocalChat.Contains(p.Place)))
            .Select(p => $"{p.At} has {{{p.Place}}}")));

    // The message of an exception may quote what it failed on.
    [Fact]
    public void A_log_method_takes_no_exception() =>
        Rule.Holds(Sources.Where(f => !IsLocalChat(f)).SelectMany(f => WithException().Matches(f.Text).Select(m => At(f, m))));

    [Fact]
    public void Calls_are_found_at_all() => Assert.NotEmpty(Sources.SelectMany(f => Sentence(f).Matches(f.Text)));

    private static bool IsLocalChat(SourceFile file) => file.Path.StartsWith("Bot/LocalChat/", StringComparison.Ordinal);

    private static Regex Sentence(SourceFile file) => IsLocalChat(file) ? SentenceAfterException() : PlainSentence();

    private static string At(SourceFile file, Match match) => $"{file.Path}:{file.Text[..match.Index].Count(c => c == '\n') + 1}: {match.Value}";

    [GeneratedRegex(@"(?<!\bMath)\.Log(Trace|Debug|Information|Warning|Error|Critical)?\(|\bLoggerMessage(\.Define)?\b|\bBeginScope\(")]
    private static partial Regex Call();

    // The literal is the whole sentence: neither interpolated nor glued together.
    [GeneratedRegex(@"(\.Log\w+\(|\bLoggerMessage\(LogLevel\.\w+,)\s*""(?<sentence>([^""\\]|\\.)+)""\s*[,)]")]
    private static partial Regex PlainSentence();

    [GeneratedRegex(@"(\.Log\w+\((\s*\w+,)?|\bLoggerMessage\(LogLevel\.\w+,)\s*""(?<sentence>([^""\\]|\\.)+)""\s*[,)]")]
    private static partial Regex SentenceAfterException();

    [GeneratedRegex(@"(?<!\{)\{@?\$?(?<name>\w+)")]
    private static partial Regex Place();

    [GeneratedRegex(@"\bLoggerMessage\([^\]]*\]\s*[^;]*\b\w*Exception\b")]
    private static partial Regex WithException();
}
