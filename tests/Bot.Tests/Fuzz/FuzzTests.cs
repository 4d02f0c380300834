using System.Globalization;
using System.Text;
using System.Text.Json;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Storage;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.People;
using Microsoft.AspNetCore.Http;
using Xunit.Abstractions;

namespace CheckInBot.Bot.Tests.Fuzz;

/// <summary>Whatever arrives is read, or refused, and never crashes or hangs what reads it. The long form: <c>CHECKINBOT_FUZZ=1000000</c>.</summary>
public sealed class FuzzTests(ITestOutputHelper output)
{
    private static readonly Person[] People =
    [
        Somebody("ann", "Ann Demo"), Somebody("lisi", "李四"), Somebody("ouyang", "欧阳娜娜"), Somebody("wu", "Wu"),
    ];

    [Fact]
    public void Any_body_is_an_activity_or_a_bad_request() => Holds(new FuzzRun<byte[]>(
        "activities",
        [.. FuzzSamples.Activities.Select(Encoding.UTF8.GetBytes)],
        ChangedJson,
        Activity,
        bytes => Odd.Written(Encoding.UTF8.GetString(bytes))), FuzzForm.Inputs(3000));

    [Fact]
    public void Any_words_are_understood_or_not() => Holds(new FuzzRun<string>(
        "words", FuzzSamples.Words, Odd.Changed, Words, Odd.Written), FuzzForm.Inputs(5000));

    [Fact]
    public void Any_part_of_a_key_is_written_so_that_both_stores_take_it_and_nothing_else_is_written_alike() => Holds(new FuzzRun<string>(
        "keys",
        ["ann", "ann|202611230900", "hall|202611240000.s3", "v1|a!b|c=0041", "汉字|😀|\ud800|\0|\u007f|\u0085", "/\\#?%'\"+ |~", "||", "=|==|=0021!"],
        Odd.Changed, Key, Odd.Written), FuzzForm.Inputs(5000));

    private static byte[] ChangedJson(byte[] bytes, IReadOnlyList<byte[]> others, Chance chance)
    {
        if (chance.Below(5) < 2)
            return Odd.Changed(bytes, chance);
        try
        {
            return Encoding.UTF8.GetBytes(JsonMutation.Of(Encoding.UTF8.GetString(bytes), FuzzSamples.Activities, chance));
        }
        catch (Exception e) when (e is JsonException or ArgumentException or InvalidOperationException)
        {
            // It is no JSON any more.
            return Odd.Changed(bytes, chance);
        }
    }

    private static string Activity(byte[] body)
    {
        var http = new DefaultHttpContext();
        http.Request.Body = new MemoryStream(body);
        var (activity, status) = ActivityBody.Read(http.Request, CancellationToken.None).GetAwaiter().GetResult();
        if (activity is null)
            return status is 400 or 413 ? $"{status}" : throw new InvalidOperationException($"The status is {status}.");
        var reference = Callers.ReferenceOf(activity);
        var known = $"{ActivityShape.Lacks(activity)} {activity.Type?.Length} {Callers.IsPersonal(activity)} {reference is null} {Callers.ChannelOf(activity) is null} {Urgent.WhatOf(activity)?.Length} {SentFile.In(activity).Count}";
        var data = activity.Value is { ValueKind: JsonValueKind.Object } value && value.TryGetProperty("action", out var action) && action.ValueKind == JsonValueKind.Object && action.TryGetProperty("data", out var of) ? of : activity.Value ?? default;
        return $"{known} {(DialogsJson.Read(data) is { } press ? Inputs(press) : "")}";
    }

    /// <summary>Each way in which an input can be read; which of them says something tells presses apart.</summary>
    private static string Inputs(UserAction press)
    {
        var told = new StringBuilder(press.Verb);
        foreach (var property in press.GetType().GetProperties())
        {
            switch (property.GetValue(press))
            {
                case Input input:
                    told.Append(CultureInfo.InvariantCulture, $" {(input.Number is null ? 0 : 1)}{(input.Flag is null ? 0 : 1)}{(input.Day is null ? 0 : 1)}{(input.Word<Helper>() is null ? 0 : 1)}{Math.Min(3, input.List.Count())}");
                    break;
                case string reference:
                    told.Append(CultureInfo.InvariantCulture, $" {(FlowKey.Parse("kind", reference) is { } key ? Keys.Join(key.Owner, key.Id).Length == reference.Length : null)}");
                    break;
            }
        }
        return told.ToString();
    }

    private static string Words(string text)
    {
        var plain = Commands.Plain(text);
        string[] tags = ["queue", "system", "rules"];
        var said = new[]
        {
            Commands.Parse(text)?.ToString(), SosWords.Parse(text) is { } call ? $"{call.AtOnce}{call.More is null}" : null, BindWords.Parse(text) is { } bind ? $"{bind.Team is null}" : null,
            LeaveWords.Parse(text, new(2026, 11, 23))?.GetType().Name, TypedAnswers.Note(text) is null ? null : "note", TypedAnswers.ToOffer(plain, "ann")?.To.ToString(),
            TypedAnswers.Read(plain, "ann", Question.Stress, tags) is { } read ? $"{read.GetType().Name} {(read as Typed)?.Part?.Tags} {(read as Typed)?.NoTags}" : null,
            string.Join(',', NamedPeople.In(text, "ann", People, _ => true)),
        };
        var shown = PlainText.Words(text).ToString() + PlainText.Name(text) + PlainText.Account(text) + PlainText.ForBox(text);
        foreach (var c in shown)
        {
            if (c is '\0' or '\u202e' or '\u2066')
                throw new InvalidOperationException("A sign that turns or ends the text reaches a card.");
        }
        return string.Join('|', said);
    }

    private static string Key(string text)
    {
        var parts = text.Split('|');
        var key = Keys.Join(parts);
        if (key.Any(c => !(char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '=' or '!')))
            throw new InvalidOperationException($"The key is {key}.");
        if (!key.Split('!').Select(Unescaped).SequenceEqual(parts))
            throw new InvalidOperationException($"{key} does not say its parts.");
        // A range from a part takes its rows and no others.
        var (from, to) = (Keys.Join(parts[0]) + "!", Keys.Join(parts[0]) + Keys.AfterSeparator);
        if (parts.Length > 1 && (string.CompareOrdinal(key, from) < 0 || string.CompareOrdinal(key, to) >= 0))
            throw new InvalidOperationException($"{key} is not in the range of its first part.");
        return $"{parts.Length} {Math.Min(12, key.Count(c => c == '='))} {key.Length / 64}";
    }

    private static string Unescaped(string part)
    {
        var text = new StringBuilder();
        for (var i = 0; i < part.Length; i++)
        {
            if (part[i] != '=')
            {
                text.Append(part[i]);
                continue;
            }
            text.Append((char)int.Parse(part.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture));
            i += 4;
        }
        return text.ToString();
    }

    private static Person Somebody(string id, string name) => new(id, name, $"{id}@example.com", $"entra-{id}", Language.English, "hall", "W1", [Role.Staff], [], "", "");

    private void Holds<T>(FuzzRun<T> run, int inputs)
    {
        var findings = run.Run(inputs, FuzzForm.Seed, output.WriteLine);
        Assert.True(findings.Count == 0, string.Join("\n\n", findings));
    }
}
