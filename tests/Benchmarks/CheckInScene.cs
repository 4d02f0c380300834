namespace CheckInBot.Benchmarks;

/// <summary>A thousand people with an open check-in each, who answer it again and again, every time differently, so that every turn commits.</summary>
internal sealed class CheckInScene(PretendConnector connector)
{
    private readonly Activities activities = new(connector.ServiceUrl);
    private byte[][][] answers = [];
    private int given = -1;

    /// <summary>The next person's answer; in each thousand it is the other one, over all rounds, so that no answer repeats the one before.</summary>
    public byte[] Answer()
    {
        var turn = Interlocked.Increment(ref given);
        return answers[turn % LargeOrganisation.Staff][turn / LargeOrganisation.Staff % 2];
    }

    /// <summary>A press is answered with a card; a refusal would be a sentence.</summary>
    public static bool IsCard(byte[] body) => body.AsSpan().IndexOf("vnd.microsoft.card.adaptive"u8) >= 0;

    /// <summary>Everybody asks for their first card, agrees, and asks for a check-in; its card is then known.</summary>
    public async Task Open(BotProcess process)
    {
        // What was opened in the first round is stored, and open for hours.
        if (answers.Length > 0)
            return;
        var bot = process.Address;
        connector.Looks = true;
        await Shown(bot, "my data", "consent.give");
        await Everybody(bot, p => activities.Pressed(p, Card(p, "consent.give"), "consent.give", ("purposes", "checkin,escalation")), IsCard);
        await Shown(bot, "check in", "checkin.answer");
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

    /// <summary>
    /// Everybody types a command until its card has come: in Development the program also installs its own local chat for everybody
    /// after its start, and a card goes to the chat in which a person spoke last.
    /// </summary>
    private async Task Shown(Uri bot, string command, string verb)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            var missing = Enumerable.Range(0, LargeOrganisation.Staff).Where(p => connector.Offered(Activities.ConversationOf(p), verb) is null).ToList();
            if (missing.Count == 0)
                return;
            using var load = new Load(bot, turn => activities.Typed(missing[turn], command), _ => true);
            await load.Each(missing.Count);
            await Task.Delay(2000);
        }
        throw new TimeoutException($"Not everybody was shown a card with {verb}.");
    }
}
