using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>
/// The ways in which the channel fails while a crowd leaves, by lot: chance depends on the seed and on what is sent alone. Rates: 429 with a wish of 1 or 2 s 0.4 %, 412 1 %,
/// 5xx 2 %, broken connections 1 %, stalls of 30 s 0.2 %; half of the last three are shown all the same. One leader has shut the bot out (403).
/// </summary>
internal sealed class FaultyChannel(int seed, DemoPerson closed)
{
    /// <summary>After so long a stalled request is answered, if its sender still waits.</summary>
    private static readonly TimeSpan Stall = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<string, int> sent = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> kinds = new(StringComparer.Ordinal);
    private int asksShown;

    /// <summary>New cards of cases and calls that were shown, and whose sender could not know: each may rightly come once more.</summary>
    public int AsksShownUnheard => asksShown;

    /// <summary>Whether the bot can reach this person.</summary>
    public bool IsClosed(string person) => person == closed.Id;

    /// <summary>From then on prompts are taken or refused for sure: a lost question is recovered by its reminder, and who got neither would have to type.</summary>
    public DateTimeOffset LosesNoPromptFrom { get; set; } = DateTimeOffset.MaxValue;

    public override string ToString() => $"faults of the channel: {string.Join(", ", kinds.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Value} x {k.Key}"))}";

    /// <summary>How the channel answers this request; null: as it should.</summary>
    public ChannelFault? Of(string conversation, JsonNode body, bool isNew, bool asks)
    {
        if (conversation == PretendTeams.ConversationId(closed.Id))
            return Counted("403", new(403));
        var what = $"{seed}|{conversation}|{isNew}|{body.ToJsonString()}";
        var nth = sent.AddOrUpdate(Name(what), 1, (_, before) => before + 1);
        var random = new Random(Number($"{what}|{nth}"));
        var (share, shown, wish) = (random.NextDouble(), random.Next(2) == 0, random.Next(4));
        (string Kind, ChannelFault? How) fault = share switch
        {
            < 0.004 => ("429", new(429, RetryAfter: TimeSpan.FromSeconds(1 + (wish % 2)))),
            < 0.014 => ("412", new(412)),
            < 0.034 => ("5xx", new(500 + wish, Shown: shown)),
            < 0.044 => ("broken connection", new(ChannelFault.Breaks, Shown: shown)),
            < 0.046 => ("stall", new(504, Stall, shown)),
            _ => ("", null),
        };
        if (fault.How is null || (share >= 0.014 && !shown && LosesNoPrompt && IsPrompt(body)))
            return null;
        if (shown && share >= 0.014 && isNew && asks)
            Interlocked.Increment(ref asksShown);
        return Counted(fault.Kind, fault.How);
    }

    private bool LosesNoPrompt => TimeProvider.System.GetUtcNow() >= LosesNoPromptFrom;

    private static bool IsPrompt(JsonNode body) => body["attachments"]?[0]?["content"]?.Has("checkin.answer") == true;

    private ChannelFault Counted(string kind, ChannelFault fault)
    {
        kinds.AddOrUpdate(kind, 1, (_, before) => before + 1);
        return fault;
    }

    private static string Name(string text) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static int Number(string text) => BitConverter.ToInt32(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
