using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Privacy;
using CheckInBot.Bot.Roster;
using CheckInBot.Cards;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Flows;

/// <summary>Whom the bot cannot reach, for administrators, who can help them to install it again.</summary>
public sealed class ReachLists(Roster.Roster roster, Readers readers, OutOfReach outOfReach, AccessLog looks, Func<CancellationToken, ValueTask<RetentionRun?>> retention)
{
    public async ValueTask<CardMessage> For(string reader, CancellationToken cancel)
    {
        // Whoever has left the roster gets no messages any more.
        ReachRow[] people = [.. (await outOfReach.All(cancel)).Where(p => roster.Find(p.Person) is not null).Select(p => new ReachRow(p, roster.AskedInsteadOf(roster.Find(p.Person)!)))];
        foreach (var row in people.Where(p => p.Person.Person != reader))
            await looks.Note(new(row.Person.Person, "", "", Viewer.Administrator, Ground.Duty, [Dialogs.People.Fact.OutOfReach]), reader, cancel);
        return ReachCards.List(people, await readers.For(reader, [], cancel), await retention(cancel));
    }
}
