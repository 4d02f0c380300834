using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Audits;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Privacy;

/// <summary>A record in which a person stands.</summary>
/// <param name="IsOwn">It is about them, or one of two whom it is about; else it is somebody else's in which they have a part.</param>
public sealed record Held(FlowKey Key, int Version, FlowState State, bool IsOwn);

/// <summary>Finds every record in which a person stands, whatever its kind: export and deletion go by it, so that what the one shows the other finds.</summary>
public sealed class Holdings(FlowRows rows)
{
    /// <summary>Kinds whose owner is no person: a case, a team, a number, the bot.</summary>
    private static readonly string[] OfNoPerson = [Escalation.Kind, ReviewKeys.Kind, Swap.Kind, TeamChannel.Kind, ShiftEnds.Kind, Reinforcement.Kind, Audit.Kind];

    /// <summary>Every record in which the person stands; one pass over all records.</summary>
    public async IAsyncEnumerable<Held> Of(string person)
    {
        await foreach (var (key, version, state) in rows.Holding(person))
        {
            if (Names(key, state, person))
                yield return new(key, version, state, IsOwn(key, state, person));
        }
    }

    /// <summary>Whether records of this partition are that person's.</summary>
    public static bool IsOf(FlowKey key, string person) => key.Owner == person && !OfNoPerson.Contains(key.Kind);

    private static bool Names(FlowKey key, FlowState state, string person)
    {
        var found = IsOf(key, person);
        new RecordTree
        {
            Person = id =>
            {
                found |= id == person;
                return id;
            },
            Words = (_, words) =>
            {
                found |= words.Owner == person;
                return null;
            },
        }.Walk(state);
        return found;
    }

    private static bool IsOwn(FlowKey key, FlowState state, string person) => state switch
    {
        Escalation c => c.Subject == person,
        Swap s => s.IsParty(person),
        _ => IsOf(key, person),
    };
}
