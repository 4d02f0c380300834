namespace CheckInBot.Benchmarks;

/// <summary>A thousand people with an open check-in each, who answer it again and again, every time differently, so that every turn commits.</summary>
internal sealed class CheckInScene(PretendConnector connector)
{
    private readonly Activities activities = new(connector.ServiceUrl);
    private byte[][][] answers = [];

    /// <summary>The answer to a turn: the first half of a thousand and the second differ, so that no answer repeats the one before.</summary>
    public byte[] Answer(int turn) => answers[turn % LargeOrganisation.Staff][turn / LargeOrganisation.Staff % 2];

    /// <summary>A press is answered with a card; a refusal would be a sentence.</summary>
    public static bool IsCard(byte[] body) => body.AsSpan().IndexOf("vnd.microsoft.card.adaptive"u8) >= 0;

    /// <summary>Everybody asks for their first card, agrees, and asks for a check-in; its card is then known.</summary>
    public async Task Open(BotProcess process)
    {
        // What was opened in the first round is stored, and open for hours.
        if (answers.Length > 0)
            return;
        // In Development the program first installs its own local chat for everybody; whoever speaks last is where a person is reached.
        await process.Rests(TimeSpan.FromSeconds(1));
        var bot = process.Address;
        connector.Looks = true;
        await Everybody(bot, p => activities.Typed(p, "my data"), _ => true);
        await Offered("consent.give");
        await Everybody(bot, p => activities.Pressed(p, Card(p, "consent.give"), "consent.give", ("purposes", "checkin,escalation")), IsCard);
        await Everybody(bot, p => activities.Typed(p, "check in"), _ => true);
        await Offered("checkin.answer");
        answers = [.. Enumerable.Range(0, LargeOrganisation.Staff).Select(p => new[] { Answer(p, "2", "queue"), Answer(p, "3", "system,rules") })];
        connector.Looks = false;
    }

    private byte[] Answer(int person, string stress, string tags) => activities.Pressed(
        person, Card(person, "checkin.answer"), "checkin.answer",
        ("stress", stress), ("mood", "3"), ("hostile", "1"), ("break", "true"), ("tags", tags), ("note", ""), ("shareNote", "false"));

    private OfferedCard Card(int person, string verb) => connector.Offered(Activities.ConversationOf(person), verb)!;

    private static async Task Everybody(Uri bot, Func<int, byte[]> activity, Func<byte[], bool> isAnswer)
    {
        using var load = new Load(bot, activity, isAnswer);
        await load.Each(LargeOrganisation.Staff);
    }

    private async Task Offered(string verb)
    {
        for (var looks = 0; looks < 600; looks++)
        {
            if (Enumerable.Range(0, LargeOrganisation.Staff).All(p => connector.Offered(Activities.ConversationOf(p), verb) is not null))
                return;
            await Task.Delay(50);
        }
        throw new TimeoutException($"Not everybody was shown a card with {verb}.");
    }
}
