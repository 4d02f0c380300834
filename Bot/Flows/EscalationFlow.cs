using System.Collections.Frozen;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Flows;

/// <summary>Cases: who could be asked now, and every card of a case.</summary>
public sealed class EscalationFlow(Roster.Roster roster, OnDuty onDuty, Readers readers, Absences absences)
    : Flow<Escalation>(Escalation.Kind, DialogsJson.Default.Escalation)
{
    public override SendPriority Priority => SendPriority.Case;

    public override FlowEvent? Undeliverable(Slot slot) => slot.Name == "case" ? new Unreachable(slot.Person) : null;

    protected override bool IsAwaited(Escalation state, Slot slot) => !state.IsOver && (slot == state.Mine || (slot.Name == "case" && state.Concerns(slot.Person)));

    protected override async ValueTask<Step<Escalation>?> Decide(FlowKey key, Escalation? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        if ((state?.Subject ?? (e as Opened)?.Subject) is not { } id)
            return null;
        var subject = onDuty.Known(id);
        var looks = state?.LooksForSomebody(e, at) != false;
        var facts = new EscalationFacts(
            roster.Policy.Escalation,
            looks ? await onDuty.AskableFor(subject, Steps(state), at, cancel) : [],
            state is null ? await onDuty.HoursOf(subject, at) : default,
            e is Resolve ? await roster.NextShiftOf(subject, at) : null)
        {
            Agreed = e is not Opened { Origin: Origin.HardDay } || (await readers.ContactOf(id, cancel)).Agrees(Purpose.Escalation),
            SubjectBack = e is Due && state?.Phase == CasePhase.Resolved ? await absences.BackAt(id, at, cancel) : null,
            Working = roster.WorkingHoursOf(subject.Team),
            Named = looks ? await readers.NamedIn([.. state?.Named ?? [], .. NewlyNamed(e)]) : FrozenSet<string>.Empty,
            Administrators = [.. roster.People.Where(p => p.Is(Role.Admin)).Select(p => p.Id)],
        };
        return state is null
            ? e is Opened opened ? Escalation.Begin(key.Owner, opened, facts, at) : null
            : state.On(e, facts, at);
    }

    protected override async ValueTask<CardMessage> Draw(Escalation state, Slot slot, CancellationToken cancel)
    {
        var context = await readers.For(slot.Person, Permit.Readable(state, slot.Person), cancel);
        // Only whom the case concerns can hand it over.
        var receivers = slot.Name == "case" && state.Concerns(slot.Person) ? await Receivers(state, slot.Person, context.Now, cancel) : [];
        // Only the person and those who may act read who comes next.
        var (next, role) = slot.Name == "mine" || (state.Resting && slot.Person == state.Subject) || (slot.Name == "case" && state.Concerns(slot.Person)) ? await Next(state, context.Now, cancel) : (null, null);
        return EscalationCards.Of(state, slot, new(receivers, next, role), context);
    }

    private async ValueTask<IReadOnlyList<(string Person, Role Role)>> Receivers(Escalation state, string giver, DateTimeOffset now, CancellationToken cancel)
    {
        var candidates = await onDuty.CandidatesFor(onDuty.Known(state.Subject), now, cancel);
        // Whom a note names stands in the list like anybody else and cannot take it: who is missing would tell whom it is about.
        return [.. state.Receivers(candidates).Where(p => p != giver).Select(p => (p, RoleFor(p)))];
    }

    private static IEnumerable<Words> NewlyNamed(FlowEvent e) => e switch
    {
        Opened { Named: { } named } => [named],
        NoteShared { Named: { } named } => [named],
        OtherRoute { Named: { } named } => [named],
        _ => [],
    };

    private Role RoleFor(string person)
    {
        var roles = onDuty.Known(person).Roles;
        return roles.Contains(Role.HallLeader) ? Role.HallLeader
            : roles.Contains(Role.Leader) ? Role.Leader
            : roles.Contains(Role.Counsellor) ? Role.Counsellor
            : Role.Staff;
    }

    /// <summary>The steps that could come now: those of the case, or of any route that it may turn to.</summary>
    private IEnumerable<ChainStep> Steps(Escalation? state) => (state?.Chain ?? []).Concat(roster.Policy.Escalation.Chains.Values.SelectMany(c => c));

    /// <summary>Who is asked when the present wait is over: by then another leader may be on duty.</summary>
    private async ValueTask<(string? Person, StepRole? Role)> Next(Escalation state, DateTimeOffset now, CancellationToken cancel)
    {
        // Only while nobody has it, or its owner is silent, a card says who comes next.
        if (state is not ({ Phase: CasePhase.Asking } or { Phase: CasePhase.Taken, OwnerReminded: true }))
            return (null, null);
        var at = state.Until is { } until && until > now ? until : now;
        var candidates = await onDuty.AskableFor(onDuty.Known(state.Subject), state.Chain, at, cancel);
        var named = await readers.NamedIn(state.Named);
        return state.Following([.. candidates.Where(c => !named.Contains(c.Person))], roster.Policy.Escalation.OpenCases) is var (_, step, people) ? (people[0], step < 0 ? null : state.Chain[step].Role) : (null, null);
    }
}
