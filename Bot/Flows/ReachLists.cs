using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Privacy;
using CheckInBot.Cards;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Flows;

/// <summary>Whom the bot cannot reach, for administrators, who can help them to install it again.</summary>
public sealed class ReachLists(Roster.Roster roster, Readers readers, OutOfReach outOfReach, AccessLog looks, Func<CancellationToken, ValueTask<RetentionRun?>> retention)
{
    public async ValueTask<CardMessage> For(string reader, CancellationToken cancel)
    {
        // Whoever has left the roster gets no messages any more.
        ReachRow[] people = [.. (await outOfReach.All(cancel)).Where(p => roster.Find(p.Person) is not null).Select(p => new ReachRow(p, Instead(roster.Find(p.Person)!)))];
        foreach (var row in people.Where(p => p.Person.Person != reader))
            await looks.Note(new(row.Person.Person, "", "", Viewer.Administrator, Ground.Duty, [Dialogs.People.Fact.OutOfReach]), reader, cancel);
        return ReachCards.List(people, await readers.For(reader, [], cancel), await retention(cancel));
    }

    /// <summary>Whom a case asks next when it passes this person over, by the chains; empty when no case would ask them.</summary>
    private IReadOnlyList<StepRole> Instead(Person person) =>
        [.. roster.Policy.Escalation.Chains.Values
            .Select(chain => (Chain: chain, At: chain.Select(s => s.Role).ToList().FindIndex(r => Holds(person, r))))
            .Where(c => c.At >= 0)
            .SelectMany(c => c.Chain.Skip(c.At + 1).Take(1))
            .Select(s => s.Role)
            .Distinct()];

    private bool Holds(Person person, StepRole role) => role switch
    {
        StepRole.Leader => person.Is(Role.Leader),
        StepRole.HallLeader => person.Is(Role.HallLeader),
        StepRole.Counsellor => person.Is(Role.Counsellor),
        StepRole.CrisisContact => roster.Policy.CrisisContacts.Contains(person.Id),
        _ => false,
    };
}
