using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using CheckInBot.Cards;
using CheckInBot.Dialogs.People;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>
/// People at their clients: what the bot did not take is delivered again under its own id, as Teams does; who reads that nothing was saved
/// presses again, and so does who is not shown what became of it. The answer to a press takes the place of the pressed card.
/// </summary>
/// <param name="again">Decides what the channel delivers once or twice more although it was taken: at once, also under another id, or behind what comes later; null: nothing.</param>
internal sealed class Clients(Hall hall, Random? again = null)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>What the bot says beside a press that it could not keep.</summary>
    public static IReadOnlySet<string> NotSaved { get; } = new[] { Language.Chinese, Language.English }
        .Select(Texts.For).Select(t => t.PleaseTryAgain(t.OrNumbers(["120", "110"]), "12356")).ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Unseen = [.. new[] { Language.Chinese, Language.English }.Select(Texts.For).Select(t => t.SavedUnseen)];

    private readonly ConcurrentBag<Task> late = [];

    private int acts;
    private int repeated;
    private int wishesRepeated;

    /// <summary>How many acts were delivered again although they were taken.</summary>
    public int Repeated => repeated;

    /// <summary>How many wishes were done once more because no answer told that they were taken: those before may have been, and be over by then.</summary>
    public int WishesRepeated => wishesRepeated;

    /// <summary>Ends when all that is to come late has come.</summary>
    public Task AllDelivered => Task.WhenAll(late);

    /// <summary>Presses the newest button of this verb.</summary>
    public Task<BotAnswer> Press(DemoPerson person, SeenCard card, string verb, params (string Id, string Value)[] inputs) =>
        Press(person, card, verb, Channel.Merged(card.Newest.Data(verb)!, inputs));

    public async Task<BotAnswer> Press(DemoPerson person, SeenCard card, string verb, JsonObject data)
    {
        var drawn = card.Drawings.Count;
        var answer = await UntilTaken(id => hall.Channel.Press(person, card.Activity, verb, data, id), Id, isWish: verb == "help.person");
        if (answer.Card is { } shown)
            hall.Teams.Of(person.Id).Redraw(card.Activity, shown, drawn);
        return answer;
    }

    public async Task Type(DemoPerson person, string text)
    {
        var same = Id();
        await UntilTaken(id => hall.Channel.Type(person, text, id), () => same, isWish: text == "sos!");
    }

    /// <summary>The card as it stands now.</summary>
    public SeenCard Again(DemoPerson person, SeenCard card) => hall.Teams.Of(person.Id).Cards.First(c => c.Activity == card.Activity);

    /// <param name="act">Delivers what the person did under an id.</param>
    /// <param name="nextId">Who presses again presses anew; words that were not taken are delivered again as they are.</param>
    /// <param name="isWish">What is done once more by a new act is a new wish: it comes again under its own id only.</param>
    private async Task<BotAnswer> UntilTaken(Func<string, Task<BotAnswer>> act, Func<string> nextId, bool isWish)
    {
        var id = "";
        var tries = 0;
        var taken = await Eventually.Found(
            "what a person did is taken",
            async () =>
            {
                tries++;
                return await act(id = nextId()) is { Taken: true, Sentence: var told } answer && !NotSaved.Contains(told ?? "") && !Unseen.Contains(told ?? "") ? answer : null;
            },
            Patience);
        if (isWish && tries > 1)
            Interlocked.Increment(ref wishesRepeated);
        switch (again is null ? -1 : Chance(10))
        {
            case 0:
                await Task.WhenAll(act(id), act(id));
                break;
            case 1:
                await act(isWish ? id : Id());
                break;
            case 2:
                late.Add(Late(() => act(id), TimeSpan.FromSeconds(1 + Chance(20))));
                break;
            default:
                return taken;
        }
        Interlocked.Increment(ref repeated);
        return taken;
    }

    private static async Task Late(Func<Task> act, TimeSpan wait)
    {
        await RealTime.Passes(wait);
        await act();
    }

    private int Chance(int of)
    {
        lock (again!)
            return again.Next(of);
    }

    private string Id() => $"act-{Interlocked.Increment(ref acts)}";
}
