using System.Text.Json.Nodes;
using CheckInBot.Cards;
using CheckInBot.Dialogs.People;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>
/// People at their clients: what the bot did not take is delivered again under its own id, as Teams does; who reads that nothing was saved
/// presses again, and so does who is not shown what became of it. The answer to a press takes the place of the pressed card.
/// </summary>
internal sealed class Clients(Hall hall)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <summary>What the bot says beside a press that it could not keep.</summary>
    public static IReadOnlySet<string> NotSaved { get; } = new[] { Language.Chinese, Language.English }
        .Select(Texts.For).Select(t => t.PleaseTryAgain(t.OrNumbers(["120", "110"]), "12356")).ToHashSet(StringComparer.Ordinal);

    private static readonly HashSet<string> Unseen = [.. new[] { Language.Chinese, Language.English }.Select(Texts.For).Select(t => t.SavedUnseen)];

    private int acts;

    /// <summary>Presses the newest button of this verb.</summary>
    public Task<BotAnswer> Press(DemoPerson person, SeenCard card, string verb, params (string Id, string Value)[] inputs) =>
        Press(person, card, verb, Channel.Merged(card.Newest.Data(verb)!, inputs));

    public async Task<BotAnswer> Press(DemoPerson person, SeenCard card, string verb, JsonObject data)
    {
        var drawn = card.Drawings.Count;
        var answer = await UntilTaken(() => hall.Channel.Press(person, card.Activity, verb, data, Id()));
        if (answer.Card is { } shown)
            hall.Teams.Of(person.Id).Redraw(card.Activity, shown, drawn);
        return answer;
    }

    public async Task Type(DemoPerson person, string text)
    {
        var id = Id();
        await UntilTaken(() => hall.Channel.Type(person, text, id));
    }

    /// <summary>The card as it stands now.</summary>
    public SeenCard Again(DemoPerson person, SeenCard card) => hall.Teams.Of(person.Id).Cards.First(c => c.Activity == card.Activity);

    private static Task<BotAnswer> UntilTaken(Func<Task<BotAnswer>> act) => Eventually.Found(
        "what a person did is taken",
        async () => await act() is { Taken: true, Sentence: var told } answer && !NotSaved.Contains(told ?? "") && !Unseen.Contains(told ?? "") ? answer : null,
        Patience);

    private string Id() => $"act-{Interlocked.Increment(ref acts)}";
}
