using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Roster;

/// <summary>Who comes next in the chains of cases when somebody is passed over.</summary>
public static class NextInChain
{
    /// <summary>Whom a case asks in this person's place, by the chains of today's policy; empty when no case would ask them, or nobody comes behind them.</summary>
    public static IReadOnlyList<StepRole> AskedInsteadOf(this Roster roster, Person person) =>
        [.. roster.Policy.Escalation.Chains.Values
            .Select(chain => (Chain: chain, At: chain.Select(s => s.Role).ToList().FindIndex(r => Holds(roster, person, r))))
            .Where(c => c.At >= 0)
            .SelectMany(c => c.Chain.Skip(c.At + 1).Take(1))
            .Select(s => s.Role)
            .Distinct()];

    private static bool Holds(Roster roster, Person person, StepRole role) => role switch
    {
        StepRole.Leader => person.Is(Role.Leader),
        StepRole.HallLeader => person.Is(Role.HallLeader),
        StepRole.Counsellor => person.Is(Role.Counsellor),
        StepRole.CrisisContact => roster.Policy.CrisisContacts.Contains(person.Id),
        _ => false,
    };
}
