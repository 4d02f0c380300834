using System.Globalization;
using System.Runtime.CompilerServices;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using Route = CheckInBot.Dialogs.Escalations.Route;

namespace CheckInBot.Bot.Flows;

/// <summary>Check-ins: their facts and their one card.</summary>
public sealed class CheckInFlow(Roster.Roster roster, OnDuty onDuty, Readers readers, Absences absences, Func<FlowRows> rows)
    : Flow<CheckIn>(CheckIn.Kind, DialogsJson.Default.CheckIn)
{
    // A state lives in memory as long as its turn: what was read to decide it holds for the card of the same turn, and for nothing later.
    private readonly ConditionalWeakTable<CheckIn, Contact> readWith = [];

    private static readonly (Helper Helper, Route By)[] Helpers = [(Helper.Buddy, Route.Buddy), (Helper.Leader, Route.Leader), (Helper.Counsellor, Route.Counsellor)];

    protected override async ValueTask<Step<CheckIn>?> Decide(FlowKey key, CheckIn? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        if (state is null && (roster.Find(key.Owner) is null || e is not (ShiftEnded or Pulled)))
            return null;
        var person = onDuty.Known(key.Owner);
        var contact = await readers.ContactOf(person.Id, cancel);
        var facts = new CheckInFacts(
            roster.Policy.CheckIn,
            contact.Agrees(Purpose.CheckIn),
            contact.Agrees(Purpose.Escalation),
            Away: e is Due && state?.Reminds(at) == true && await absences.IsAway(person.Id, [at], cancel),
            Settled: false,
            NextShift: null,
            state?.NeedsTrend(e, at) == true ? await readers.TrendOf(person.Id, cancel) : Trend.Begin(person.Id));
        if (e is IncidentHidden && state?.Shift is { } shift)
            facts = facts with { HadIncident = await HadIncident(person, shift, at, cancel) };
        var step = state is null
            ? CheckIn.Begin(key, e, await AtTheBeginning(facts, person, e, at, cancel), at)
            : state.On(e, facts, at);
        if (step is not null)
            readWith.AddOrUpdate(step.State, contact);
        return step;
    }

    private async ValueTask<CheckInFacts> AtTheBeginning(CheckInFacts facts, Person person, FlowEvent first, DateTimeOffset at, CancellationToken cancel)
    {
        facts = facts with { NextShift = await roster.NextShiftOf(person, at) };
        if (first is not ShiftEnded { Shift: var ended })
            return first is Pulled { Shift: { } now } ? facts with { HadIncident = await HadIncident(person, now, at, cancel) } : facts;
        // Each of these is a reason of its own not to ask; behind the first there is nothing more to read.
        if (!facts.MayAsk)
            return facts;
        if (await absences.IsAway(person.Id, [ended.Start, ended.End.AddTicks(-1), at], cancel))
            return facts with { Away = true };
        if (await SettledToday(person, ended, at, cancel))
            return facts with { Settled = true };
        return facts with { Trend = await readers.TrendOf(person.Id, cancel), HadIncident = await HadIncident(person, ended, at, cancel) };
    }

    /// <summary>Something was reported to have happened to the person in the shift, and not of the kinds that only a named handler may know of.</summary>
    private async ValueTask<bool> HadIncident(Person person, Shift shift, DateTimeOffset at, CancellationToken cancel)
    {
        // Numbers begin with the day of the report, which is not before the day of the shift.
        var from = $"INC-{LocalTime.DayOf(shift.Start, roster.ZoneOf(person.Team)).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}";
        var records = await rows().ReadAll(Statement.Kind, person.Id, from, cancel);
        return records.Select(r => r.State).OfType<Statement>().Any(s =>
            s is { Phase: not StatementPhase.NotNeeded, About.Restricted: false } && s.About.OccurredAt >= shift.Start && s.About.OccurredAt <= (shift.End > at ? at : shift.End));
    }

    protected override async ValueTask<CardMessage> Draw(CheckIn state, Slot slot, CancellationToken cancel)
    {
        var contact = readWith.TryGetValue(state, out var read) ? read : await readers.ContactOf(state.Person, cancel);
        var context = await readers.For(slot.Person, Permit.Readable(state, slot.Person), cancel, slot.Person == contact.Person ? contact.Language : null);
        var agrees = contact.Agrees(Purpose.Escalation);
        var view = new CheckInView(roster.Policy.CheckIn, agrees, null);
        return CheckInCards.Of(state, agrees && (state.IsOpen || state.Offer != Offer.None) ? await WhoThereIs(state, view, context.Now, cancel) : view, context);
    }

    /// <summary>The view with whom a hard answer would reach first, by a later step of the chain when no leader is on duty, and with the helpers there are.</summary>
    private async ValueTask<CheckInView> WhoThereIs(CheckIn state, CheckInView view, DateTimeOffset at, CancellationToken cancel)
    {
        var policy = roster.Policy.Escalation;
        var routes = Helpers.Select(h => h.By).Append(Route.Leader).Distinct();
        var candidates = await onDuty.AskableFor(onDuty.Known(state.Person), routes.SelectMany(r => policy.Chains[r]), at, cancel);
        var named = await readers.NamedIn(((state.IsOpen ? state.Draft.Named : null) ?? state.Answer?.Named) is { } words ? [words] : []);
        candidates = [.. candidates.Where(c => !named.Contains(c.Person))];
        var chain = policy.Chains[Route.Leader];
        (int Step, IReadOnlyList<string> People)? First(Route route) => Chain.Next(policy.Chains[route], -1, state.Person, [], candidates, policy.OpenCases);
        var (leader, role) = First(Route.Leader) is var (step, people) ? (people[0], chain[step].Role) : (null, StepRole.Leader);
        return view with { Leader = leader, LeaderRole = role, Helpers = [.. Helpers.Where(h => First(h.By) is not null).Select(h => h.Helper)] };
    }

    /// <summary>"Not today" was said, or this shift's check-in was answered before its end.</summary>
    private async ValueTask<bool> SettledToday(Person person, Shift shift, DateTimeOffset at, CancellationToken cancel)
    {
        var zone = roster.ZoneOf(person.Team);
        var today = LocalTime.DayOf(at, zone);
        var midnight = LocalTime.ToInstant(today.ToDateTime(TimeOnly.MinValue), zone);
        // A night shift may have been answered before midnight.
        var records = await rows().ReadAll(CheckIn.Kind, person.Id, CheckIn.IdOf(shift.Start < midnight ? shift.Start : midnight), cancel);
        return records.Select(r => r.State).OfType<CheckIn>().Any(c =>
            (c.WholeDay && LocalTime.DayOf(c.Since, zone) == today) || (c.Phase == CheckInPhase.Answered && c.Shift?.Id == shift.Id));
    }
}
