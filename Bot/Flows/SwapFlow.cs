using System.Collections.Immutable;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Bot.Flows;

/// <summary>Duty swaps: what the roster and the rules of duty say, the one write that changes the roster, and every card.</summary>
public sealed class SwapFlow(Roster.Roster roster, DutyCheck duty, ShiftChanges changes, Channels channels, References references, Readers readers)
    : Flow<Swap>(Swap.Kind, DialogsJson.Default.Swap)
{
    public override FlowEvent? Undeliverable(Slot slot) => new SwapUnreachable(slot.Person);

    /// <summary>Whether somebody leads the team or the hall: then they decide on the team's swaps, and act for somebody who cannot.</summary>
    public bool MayDecide(string person, string team)
    {
        var (leaders, hallLeaders) = Deciders(team);
        return leaders.Contains(person) || hallLeaders.Contains(person);
    }

    /// <summary>What a request has to know before it is made; null where nobody knows the team or the colleague.</summary>
    public async ValueTask<SwapFacts?> FactsOf(FlowKey key, AskSwap ask, DateTimeOffset at, CancellationToken cancel)
    {
        if (roster.WorkingHoursOf(key.Owner) is null || Swap.ShiftOf(key) is not { } id || roster.Find(ask.Colleague) is not { } colleague)
            return null;
        var duties = await duty.Look(key.Owner, at, cancel);
        var given = duties.Shifts.FirstOrDefault(s => s.Id == id);
        var inReturn = ask.TheirShift is { } theirs ? duties.Shifts.FirstOrDefault(s => s.Id == theirs) : null;
        var findings = given is null ? [] : duty.Judge(new(given, colleague.Id, inReturn), duties, at);
        return await Facts(key.Owner, ask.By, given, inReturn, findings, cancel);
    }

    protected override async ValueTask<Step<Swap>?> Decide(FlowKey key, Swap? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        if (e is AskSwap ask && (state is null || !state.IsOpen))
            return await FactsOf(key, ask, at, cancel) is { } facts ? state is null ? Swap.Begin(key, ask, facts, at) : state.On(e, facts, at) : null;
        return state?.On(e, await FactsOf(state, e, at, cancel), at);
    }

    protected override async ValueTask<CardMessage> Draw(Swap state, Slot slot, CancellationToken cancel)
    {
        var context = await readers.For(slot.Person, Permit.Readable(state, slot.Person), cancel);
        // What is judged and what is pictured is one look at the roster.
        var duties = slot.Name is "decide" or "channel" ? await Pictured(state, context.Now, cancel) : null;
        var findings = duties is not null && state.Phase == SwapPhase.Waiting ? duty.Judge(state.Change, duties, context.Now) : [];
        var (leaders, hallLeaders) = Deciders(state.Team);
        var card = SwapCards.Of(state, slot, new(leaders.Any(l => !state.IsParty(l)) ? leaders : hallLeaders, findings) { Roster = duties is null ? null : roster.InOrder(duties.Shifts) }, context);
        // Where the client can, a leader's own view comes unasked.
        return slot.Name == "channel" && (state.Phase == SwapPhase.Waiting || state.CanBeUndone(context.Now))
            ? card.RefreshedFor(await references.UserIdsOf([.. leaders.Concat(hallLeaders).Where(l => !state.IsParty(l))], cancel), new PressViewSwap(state.Key.Reference))
            : card;
    }

    /// <summary>The team's duties that a card needs: all by which a waiting swap is judged, of a done one those around both duties; null where nothing is pictured.</summary>
    private async ValueTask<TeamDuties?> Pictured(Swap state, DateTimeOffset at, CancellationToken cancel)
    {
        if (state.Phase == SwapPhase.Waiting)
            return await duty.Look(state.Team, at, cancel);
        var starts = state.Change.Handed.Select(h => h.Shift.Start).ToList();
        // Beyond whole weeks, whatever the zone of the reader.
        return state.Phase == SwapPhase.Done ? new(await roster.Around(state.Team, starts.Min().AddDays(-TeamWeek.Length), starts.Max().AddDays(TeamWeek.Length + 1)), []) : null;
    }

    private async ValueTask<SwapFacts> FactsOf(Swap state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        // Who only looks, as every client that draws the card anew, decides nothing: drawing asks the rules itself.
        if (e is ViewSwap view)
            return await Facts(state.Team, view.By, null, null, [], cancel);
        var duties = await duty.Look(state.Team, at, cancel);
        var back = state.Phase is SwapPhase.Done or SwapPhase.Reverting;
        var change = back ? state.Change.Reversed : state.Change;
        var facts = (await Facts(
            state.Team, (e as PersonEvent)?.By, duties.Shifts.FirstOrDefault(s => s.Id == state.Given.Id), state.InReturn is { } theirs ? duties.Shifts.FirstOrDefault(s => s.Id == theirs.Id) : null,
            duty.Judge(change, duties, at), cancel)) with
        { Left = Left(state) };
        // What is asked of the roster is taken once by its name: a crash before the commit asks again and is answered alike.
        if (e is Due && state.Phase is SwapPhase.Changing or SwapPhase.Reverting)
            facts = facts with { Answer = await changes.Make(state.ChangeName, change, DutyCheck.Window(at), now => Forbids(state, change, duties with { Shifts = now }, at), state.DecidedBy!, at, cancel) };
        return facts;
    }

    /// <summary>What the approver has not seen forbids the change as much as a rule does.</summary>
    private Overtaking? Forbids(Swap state, DutyChange change, TeamDuties duties, DateTimeOffset at)
    {
        if (Left(state) is { } left)
            return new(null, null, []) { Left = left };
        var against = duty.Judge(change, duties, at).Where(f => f.Severity == DutySeverity.Block || (state.Phase == SwapPhase.Changing && !state.Ticked.Contains(f.Key))).ToList();
        return against.Count == 0 ? null : new(null, null, [.. against]);
    }

    private string? Left(Swap state) => roster.Find(state.Colleague)?.Team != state.Team ? state.Colleague : roster.Find(state.Asker)?.Team != state.Team ? state.Asker : null;

    private async ValueTask<SwapFacts> Facts(string team, string? by, Shift? given, Shift? inReturn, ImmutableArray<DutyFinding> findings, CancellationToken cancel)
    {
        var (leaders, hallLeaders) = Deciders(team);
        return new(
            roster.Policy.Swap,
            roster.WorkingHoursOf(team) ?? new(TimeZoneInfo.Utc, roster.Policy.WorkingHours.From, roster.Policy.WorkingHours.To, WorkingDays.Weekdays),
            given,
            inReturn,
            findings,
            leaders,
            hallLeaders,
            await channels.Of(team, cancel) is null ? null : TeamChannel.AddressOf(team))
        {
            OfTeam = by is not null && roster.Find(by)?.Team == team,
        };
    }

    /// <summary>Leaders of the team, and those of the hall.</summary>
    private (IReadOnlyList<string> Leaders, IReadOnlyList<string> HallLeaders) Deciders(string team) => (
        [.. roster.People.Where(p => p.Is(Role.Leader) && p.Team == team).Select(p => p.Id)],
        [.. roster.People.Where(p => p.Is(Role.HallLeader)).Select(p => p.Id)]);
}
