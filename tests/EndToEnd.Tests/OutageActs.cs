using System.Collections.Concurrent;
using System.Text.Json.Nodes;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>
/// What people do while nothing can be stored: they press and type until it is taken, as they would. Before that, every press is answered
/// within 5 s by the sentence that nothing was saved, or by an error after which the channel delivers again, and numbers always come.
/// </summary>
internal sealed class OutageActs(Hall hall)
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(1.5);
    private static readonly TimeSpan LongestPress = TimeSpan.FromSeconds(5);

    /// <summary>After so long Teams delivers words again by itself.</summary>
    private static readonly TimeSpan LongestWords = TimeSpan.FromSeconds(15);

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private int acts;

    /// <summary>The store answers again, or is about to.</summary>
    public bool IsOver { get; set; }

    public ConcurrentQueue<string> Wrongs { get; } = [];

    /// <summary>Presses and words that were not taken, and were told so.</summary>
    public int Refused => refused;

    public TimeSpan SlowestRefusal { get; private set; }

    public int Numbers => numbers;

    private int refused;
    private int numbers;

    /// <summary>Presses until the answer is a card: the one that the press was for.</summary>
    public async Task<JsonNode> Press(DemoPerson person, SeenCard card, string verb, JsonObject data)
    {
        var started = TimeProvider.System.GetTimestamp();
        while (TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            var wasOver = IsOver;
            var answer = await hall.Channel.Press(person, card.Activity, verb, data, Id());
            Check(answer, LongestPress, $"{person.Id} pressed {verb}");
            var untold = answer.Status < 500 && !(answer.Taken && Clients.NotSaved.Contains(answer.Sentence ?? ""));
            if (answer.Card is { } shown && (IsOver || Wrong(answer, $"{person.Id} pressed {verb} and was shown that it is done")))
                return shown;
            if (untold && !IsOver)
                Wrong(answer, $"{person.Id} pressed {verb} and was not told that it is not saved");
            if (!wasOver)
                Refuse(answer);
            await RealTime.Passes(Pace);
        }
        throw new TimeoutException($"{person.Id} pressed {verb} in vain.");
    }

    /// <summary>The same words under the same id, until they are taken.</summary>
    public async Task Type(DemoPerson person, string text)
    {
        var started = TimeProvider.System.GetTimestamp();
        var id = Id();
        while (TimeProvider.System.GetElapsedTime(started) < Patience)
        {
            var answer = await hall.Channel.Type(person, text, id);
            Check(answer, LongestWords, $"{person.Id} typed");
            if (answer.Taken && (IsOver || Wrong(answer, $"{person.Id} typed and the channel was told that it is done")))
                return;
            if (!IsOver)
                Refuse(answer);
            await RealTime.Passes(Pace);
        }
        throw new TimeoutException($"{person.Id} typed in vain.");
    }

    /// <summary>"I need a person now", pressed and typed again and again: numbers within 5 s, always.</summary>
    public async Task AsksForNumbers(DemoPerson person, SeenCard card)
    {
        while (!IsOver)
        {
            await NumbersCome(person, "pressed", () => hall.Channel.Press(person, card.Activity, "help.person", new JsonObject { ["do"] = "help.person" }, Id()));
            await NumbersCome(person, "typed", () => hall.Channel.Type(person, "找人", Id()));
            await RealTime.Passes(Pace);
        }
    }

    private async Task NumbersCome(DemoPerson person, string how, Func<Task<BotAnswer>> act)
    {
        var before = hall.Teams.Of(person.Id).Cards.Count;
        var answer = await act();
        Check(answer, LongestPress, $"{person.Id} {how} for a person");
        var seen = hall.Teams.Of(person.Id).Cards.Skip(before).Select(c => c.First).Append(answer.Card).OfType<JsonNode>();
        if (seen.Any(c => c.Text().Contains("12356", StringComparison.Ordinal) && c.Text().Contains("120", StringComparison.Ordinal)))
            numbers++;
        else
            Wrong(answer, $"{person.Id} {how} for a person and saw no numbers");
    }

    private void Check(BotAnswer answer, TimeSpan longest, string what)
    {
        if (answer.Took > longest)
            Wrong(answer, $"{what} and waited {answer.Took.TotalSeconds:0.0} s");
    }

    private void Refuse(BotAnswer answer)
    {
        Interlocked.Increment(ref refused);
        SlowestRefusal = answer.Took > SlowestRefusal ? answer.Took : SlowestRefusal;
    }

    private bool Wrong(BotAnswer answer, string what)
    {
        Wrongs.Enqueue($"{what}: {answer.Status} {answer.Body[..Math.Min(200, answer.Body.Length)]}");
        return true;
    }

    private string Id() => $"outage-{Interlocked.Increment(ref acts)}";
}
