using System.Net;
using System.Text.Json.Nodes;
using CheckInBot.Dialogs.Channels;

namespace CheckInBot.Month.Tests;

/// <summary>
/// The channel below the bot's own HTTP client: it keeps what each person sees, and refuses, breaks off and stalls as <see cref="Faults"/> says.
/// </summary>
internal sealed class PretendTeams(Faults faults, Figures figures, TimeProvider clock) : HttpMessageHandler
{
    public const string ServiceUrl = "http://127.0.0.1/teams/";

    private readonly Lock guard = new();
    private readonly Dictionary<string, Conversation> conversations = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> repetitions = new(StringComparer.Ordinal);
    private readonly List<SeenCard> fresh = [];

    /// <param name="reader">A person, or the address of a team's channel.</param>
    public static string ConversationOf(string reader) => IsChannel(reader) ? $"c:{reader}" : $"a:{reader}";

    public static bool IsChannel(string reader) => TeamChannel.TeamOf(reader) is not null;

    public Conversation Of(string person)
    {
        lock (guard)
            return Known(ConversationOf(person));
    }

    public IReadOnlyList<(string Person, Conversation Conversation)> All
    {
        get
        {
            lock (guard)
                return [.. conversations.OrderBy(c => c.Key, StringComparer.Ordinal).Select(c => (c.Key[2..], c.Value))];
        }
    }

    /// <summary>The cards that came since the last look, in an order that does not depend on which came first.</summary>
    public IReadOnlyList<SeenCard> TakeFresh()
    {
        lock (guard)
        {
            SeenCard[] taken = [.. fresh.OrderBy(c => c.Person, StringComparer.Ordinal).ThenBy(c => c.First.ToJsonString(), StringComparer.Ordinal)];
            fresh.Clear();
            return taken;
        }
    }

    /// <summary>A pressed card becomes what the press was answered with, unless it was drawn meanwhile. In a channel that is the presser's own view, and nobody else's.</summary>
    public void Answer(SeenCard pressed, int drawnBefore, JsonNode card)
    {
        lock (guard)
        {
            if (pressed.Drawings == drawnBefore && !IsChannel(pressed.Person))
                Draw(Known(ConversationOf(pressed.Person)), pressed, card);
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var parts = request.RequestUri!.AbsolutePath.Split('/').Select(Uri.UnescapeDataString).ToArray();
        var (conversation, activity) = (parts[4], parts.Length > 6 ? parts[6] : null);
        var card = JsonNode.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken))!["attachments"]![0]!["content"]!;
        lock (guard)
        {
            var what = $"{conversation}|{activity is null}|{Lot.Name(card.ToJsonString())}";
            var nth = repetitions[what] = repetitions.GetValueOrDefault(what) + 1;
            var fault = faults.Of(conversation[2..], what, nth, clock.GetUtcNow());
            figures.Count(activity is null ? "cards sent" : "cards drawn anew");
            if (fault is not null)
                figures.Count($"fault {fault.Kind}");
            var shown = fault is null or { Shown: true };
            if (shown && activity is null)
                activity = Post(conversation, card.DeepClone(), fault is not null);
            else if (shown && Known(conversation).Find(activity!) is { } standing)
                Draw(Known(conversation), standing, card.DeepClone());
            else if (shown)
                return new(HttpStatusCode.NotFound);
            if (fault is null)
                return new(HttpStatusCode.Created) { Content = new StringContent($$"""{"id":"{{activity}}"}""") };
            return fault.Answer();
        }
    }

    private string Post(string conversation, JsonNode card, bool unknown)
    {
        var chat = Known(conversation);
        var seen = new SeenCard(conversation[2..], $"{conversation[2..]}-{chat.Cards.Count + 1}", clock.GetUtcNow(), card, unknown);
        if (unknown)
            figures.Count("cards shown, and the bot cannot know");
        if (chat.Cards.TakeLast(6).Any(c => c.Unknown && c.First.ToJsonString() == card.ToJsonString()))
            figures.Count("duplicates seen");
        chat.Add(seen);
        Remember(chat, seen);
        fresh.Add(seen);
        return seen.Activity;
    }

    private static void Draw(Conversation chat, SeenCard standing, JsonNode card)
    {
        standing.Draw(card);
        Remember(chat, standing);
    }

    private static void Remember(Conversation chat, SeenCard card)
    {
        foreach (var data in card.Acts.Select(a => a.Data))
        {
            foreach (var (name, value) in data.Where(p => CardActs.References.Contains(p.Key)))
                chat.References.Add($"{name}={value}");
        }
    }

    private Conversation Known(string conversation)
    {
        if (!conversations.TryGetValue(conversation, out var known))
            conversations[conversation] = known = new();
        return known;
    }
}
