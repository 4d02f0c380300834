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
public sealed class SwapFlow(Roster.Roster roster, DutyCheck duty, Absences absences, ShiftChanges changes, Channels channels, References references, Readers readers, Func<FlowRows> rows, TimeProvider wall)
    : Flow<Swap>(Swap.Kind, DialogsJson.Default.Swap)
{
    /// <summary>How long one look at the roster serves for the cards of one state: they are drawn one after the other.</summary>
    private static readonly TimeSpan DrawnTogether = TimeSpan.FromSeconds(5);

    private volatile Looked? looked;

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
        var given = Of(duties.Shifts, key.Owner, id);
        var inReturn = ask.TheirShift is { } theirs ? Of(duties.Shifts, key.Owner, theirs) : null;
        var findings = given is null ? [] : duty.JudgeAsking(new(given, colleague.Id, inReturn), duties, at);
        return await Facts(key.Owner, ask.By, given, inReturn, findings, cancel) with { Rivals = await Rivals(key, [id, .. ask.TheirShift is { } named ? new[] { named } : []], at, cancel) };
    }

    /// <summary>Other open requests of the team that name one of these shifts.</summary>
    public async ValueTask<IReadOnlyList<RivalSwap>> Rivals(FlowKey key, IReadOnlyList<string> shifts, DateTimeOffset at, CancellationToken cancel)
    {
        // Open is only what has not begun, but for one that the roster is just taking.
        var records = await rows().ReadAll(Swap.Kind, key.Owner, Swap.StampOf(at.AddDays(-1)), cancel);
        return [.. records.Select(r => r.State).OfType<Swap>().Where(s => s.IsOpen && s.Key != key)
            .Select(s => new RivalSwap(s.Key, [.. s.NamedOf(shifts)], s.AcceptedAt is not null))
            .Where(r => !r.Shifts.IsEmpty)];
    }

    public override bool Leads(FlowKey key, string person) => MayDecide(person, key.Owner);

    protected override async ValueTask<Step<Swap>?> Decide(FlowKey key, Swap? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        if (e is AskSwap ask && (state is null || !state.IsOpen))
            return await FactsOf(key, ask, at, cancel) is { } facts ? state is null ? Swap.Begin(key, ask, facts, at) : state.On(e, facts, at) : null;
        return state?.On(e, await FactsOf(state, e, at, cancel), at);
    }

    protected override async ValueTask<CardMessage> Draw(Swap state, Slot slot, CancellationToken cancel)
    {
        var context = await readers.For(slot.Person, Permit.Readable(state, slot.Person), cancel);
        var look = slot.Name is "decide" or "channel" ? await Look(state, context.Now, cancel) : null;
        var (leaders, hallLeaders) = Deciders(state.Team);
        var view = new SwapView(leaders.Any(l => !state.IsParty(l)) ? leaders : hallLeaders, slot.Name == "decide" && look is not null ? look.Findings : [])
        {
            Roster = look is null ? null : roster.InOrder(look.Shifts),
        };
        var card = SwapCards.Of(state, slot, view, context);
        // Where the client can, a leader's own view comes unasked.
        return slot.Name == "channel" && (state.Phase == SwapPhase.Waiting || state.CanBeUndone(context.Now))
            ? card.RefreshedFor(await references.UserIdsOf([.. leaders.Concat(hallLeaders).Where(l => !state.IsParty(l))], cancel), new PressViewSwap(state.Key.Reference))
            : card;
    }

    /// <summary>
    /// The team's shifts that a card pictures, and what the rules say of a request that waits: one look for all cards of one state, which are drawn one after the other.
    /// Null where nothing is pictured.
    /// </summary>
    private async ValueTask<Looked?> Look(Swap state, DateTimeOffset at, CancellationToken cancel)
    {
        if (looked is { } known && known.Key == state.Key && known.Round == state.Round && known.Phase == state.Phase && known.Since == state.Since && known.Reminders == state.Reminders && wall.GetElapsedTime(known.At) < DrawnTogether)
            return known;
        var now = wall.GetTimestamp();
        if (state.Phase == SwapPhase.Waiting)
        {
            var duties = await duty.Look(state.Team, at, cancel);
            return looked = new(state.Key, state.Round, state.Phase, state.Since, state.Reminders, now, [.. duties.Shifts.Where(s => s.Team == state.Team)], duty.Judge(state.Change, duties, at));
        }
        if (state.Phase != SwapPhase.Done)
            return null;
        var starts = state.Change.Handed.Select(h => h.Shift.Start).ToList();
        // Beyond whole weeks, whatever the zone of the reader.
        var around = await roster.Around(state.Team, starts.Min().AddDays(-TeamWeek.Length), starts.Max().AddDays(TeamWeek.Length + 1));
        return looked = new(state.Key, state.Round, state.Phase, state.Since, state.Reminders, now, around, []);
    }

    private async ValueTask<SwapFacts> FactsOf(Swap state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        // Who only looks, as every client that draws the card anew, decides nothing: drawing asks the rules itself.
        if (e is ViewSwap view)
        {
            // Without a card to look at the answer says who has the duty.
            var one = state.IsParty(view.By) || state.Channel is not null ? null : Of(await roster.Around(state.Team, state.Given.Start, state.Given.End), state.Team, state.Given.Id);
            return await Facts(state.Team, view.By, one, null, [], cancel);
        }
        var duties = await duty.Look(state.Team, at, cancel);
        var back = state.Phase is SwapPhase.Done or SwapPhase.Reverting;
        var change = back ? state.Change.Reversed : state.Change;
        var facts = (await Facts(
            state.Team, (e as PersonEvent)?.By, Of(duties.Shifts, state.Team, state.Given.Id), state.InReturn is { } theirs ? Of(duties.Shifts, state.Team, theirs.Id) : null,
            duty.Judge(change, duties, at), cancel)) with
        { Left = Left(state) };
        if (e is AcceptSwap or Due or SwapUnreachable && state.Phase is SwapPhase.Asked or SwapPhase.Waiting)
            facts = facts with { Away = await absences.Of([state.Colleague, .. facts.Leaders, .. facts.HallLeaders], at, cancel) };
        if (e is AcceptSwap || (e is Due && state.Phase is SwapPhase.Changing or SwapPhase.Reverting))
            facts = facts with { Rivals = await Rivals(state.Key, [.. change.Handed.Select(h => h.Shift.Id)], at, cancel) };
        // What is asked of the roster is taken once by its name: a crash before the commit asks again and is answered alike.
        if (e is Due && state.Phase is SwapPhase.Changing or SwapPhase.Reverting)
        {
            // Shifts of other teams stand in other rows, which only a loading of files changes.
            var elsewhere = duties.Shifts.Where(s => s.Team != state.Team).ToList();
            facts = facts with { Answer = await changes.Make(state.ChangeName, change, DutyCheck.Window(at), now => Forbids(state, change, duties with { Shifts = [.. now, .. elsewhere] }, at), state.DecidedBy!, at, cancel) };
        }
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

    private static Shift? Of(IReadOnlyList<Shift> shifts, string team, string id) => shifts.FirstOrDefault(s => s.Id == id && s.Team == team);

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

    private sealed record Looked(FlowKey Key, int Round, SwapPhase Phase, DateTimeOffset Since, int Reminders, long At, IReadOnlyList<Shift> Shifts, ImmutableArray<DutyFinding> Findings);

    /// <summary>Leaders of the team, and those of the hall.</summary>
    private (IReadOnlyList<string> Leaders, IReadOnlyList<string> HallLeaders) Deciders(string team) => (
        [.. roster.People.Where(p => p.Is(Role.Leader) && p.Team == team).Select(p => p.Id)],
        [.. roster.People.Where(p => roster.Teams.FirstOrDefault(t => t.Id == team) is { } led ? Permit.LeadsHallOf(p, roster.HallOf(p), led) : p.Is(Role.HallLeader)).Select(p => p.Id)]);
}
