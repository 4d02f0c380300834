using System.Collections.Concurrent;
using System.Text.Json;
using CheckInBot.Bot.Protocol;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;

namespace CheckInBot.Bot.Listening;

/// <summary>
/// Calls for people and "I need a person now": however much somebody has sent, these are never refused. Of whoever is over the limit, the same
/// call within two seconds is one call, and each of them is answered with its answer.
/// </summary>
/// <param name="wall">Real time, not the clock that Development can move.</param>
public sealed class Urgent(TimeProvider wall)
{
    public static readonly TimeSpan Together = TimeSpan.FromSeconds(2);

    private const int MostCallers = 10_000;

    private static readonly string Command = Verbs.Of(typeof(RunCommand));

    private static readonly HashSet<string> Presses =
    [
        .. new[] { typeof(CallForHelp), typeof(ConfirmSos), typeof(CancelSos), typeof(TakeSos), typeof(SafeSos), typeof(PersonPlease) }.Select(Verbs.Of),
    ];

    private readonly ConcurrentDictionary<(string Caller, string What), Call> calls = new();

    /// <summary>What is called for, as a word; null when the activity is nothing of the kind.</summary>
    public static string? WhatOf(Activity activity) => DataOf(activity) switch
    {
        { } data when Text(data, "do") is { } verb => Presses.Contains(verb) ? $"{verb} {Text(data, "sos")}"
            : verb == Command && DialogsJson.Read(data) is RunCommand { Command: Dialogs.Command.Sos or Dialogs.Command.Person } run ? run.Command.ToString()
            : null,
        _ when activity.Type != "message" => null,
        _ when SosWords.Parse(activity.Text) is { } words => words.AtOnce ? "sos!" : "sos",
        _ => Commands.Parse(activity.Text) == Dialogs.Command.Person ? "person" : null,
    };

    /// <summary>Answers with the same caller's same call of a moment ago, else makes this one.</summary>
    public Task<ActivityAnswer> Joined(string caller, string what, Func<Task<ActivityAnswer>> make)
    {
        if (calls.Count > MostCallers)
            calls.Clear();
        var now = wall.GetTimestamp();
        return calls.AddOrUpdate(
            (caller, what),
            _ => new(now, new(make)),
            (_, before) => wall.GetElapsedTime(before.At, now) < Together ? before : new(now, new(make))).Answer.Value;
    }

    private static JsonElement? DataOf(Activity activity) => activity switch
    {
        { Type: "invoke", Value: { ValueKind: JsonValueKind.Object } value } =>
            value.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object && action.TryGetProperty("data", out var data) && data.ValueKind == JsonValueKind.Object ? data : null,
        { Type: "message", Value: { ValueKind: JsonValueKind.Object } submitted } => submitted,
        _ => null,
    };

    private static string? Text(JsonElement data, string name) => data.TryGetProperty(name, out var text) && text.ValueKind == JsonValueKind.String ? text.GetString() : null;

    private sealed record Call(long At, Lazy<Task<ActivityAnswer>> Answer);
}
