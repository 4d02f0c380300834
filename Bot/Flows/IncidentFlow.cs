using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Flows;

/// <summary>Reports of hostile visitors: what is known when one begins, its number, and the reporter's cards.</summary>
public sealed class IncidentFlow(Roster.Roster roster, OnDuty onDuty, Readers readers, IncidentNumbers numbers, IFiles files, Func<FlowRows> rows)
    : Flow<Incident>(Incident.Kind, DialogsJson.Default.Incident)
{
    /// <summary>So many names fit on a card that is filled in with a thumb.</summary>
    private const int MostNames = 40;

    public override FlowEvent? Undeliverable(Slot slot) => slot.Name == "reply" ? new ReplyLost(slot.Person) : null;

    protected override async ValueTask<Step<Incident>?> Decide(FlowKey key, Incident? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        if (state is null && (roster.Find(key.Owner) is null || e is not BeginReport))
            return null;
        var person = onDuty.Known(key.Owner);
        var facts = new IncidentFacts(roster.Policy.Incident, state?.Team ?? person.Team, new("", at));
        if (e is BeginReport)
        {
            var shift = await onDuty.ShiftOf(person, at, TimeSpan.Zero);
            facts = facts with { ShiftEnd = shift?.End, Start = await StartOf(key, person, shift, at, cancel) };
        }
        if (state is null)
        {
            var begun = Incident.Begin(key, facts, at);
            return begun.Answering(new See(begun.Card));
        }
        if (e is Due && state.LeaveAt <= at)
        {
            // The commit that let them go stands; deleting twice is deleting once.
            foreach (var name in state.Leaving)
                await files.Delete(name, cancel);
        }
        if (state.TakesNumber(e, at))
            facts = facts with { Number = await numbers.Next(LocalTime.DayOf(at, roster.ZoneOf(state.Team)), e is FillReport { Report.IsRestricted: true }, cancel) };
        return state.On(e, facts, at);
    }

    protected override async ValueTask<CardMessage> Draw(Incident state, Slot slot, CancellationToken cancel)
    {
        var context = await readers.For(slot.Person, Permit.Readable(state, slot.Person), cancel);
        return IncidentReportCards.Of(state, slot, state.IsOpen ? ViewOf(state) : ReportView.None, context);
    }

    /// <summary>Post and time of the check-in that told of it, or of the alert; else of the shift the person is in.</summary>
    private async ValueTask<ReportStart> StartOf(FlowKey key, Person person, Shift? shift, DateTimeOffset at, CancellationToken cancel)
    {
        if (Incident.CheckInOf(key.Id) is { } id && (await rows().Read(CheckIn.KeyOf(person.Id, id), cancel)).State is CheckIn checkIn)
        {
            var told = checkIn.AnsweredAt ?? at;
            return new(checkIn.Shift?.Post ?? person.Post, checkIn.Shift is { } worked && worked.End < told ? worked.End : told);
        }
        if (Incident.SosOf(key.Id) is { } sos && (await rows().Read(new(Alert.Kind, person.Id, sos), cancel)).State is Alert { RaisedAt: { } raised } alert)
            return new(alert.Post, raised);
        return new(shift?.Post is { Length: > 0 } post ? post : person.Post, at);
    }

    /// <summary>Whoever a review could ask, in whatever case: who handles what is restricted, and administrators, are chosen away like a leader.</summary>
    private bool MightReview(Person p) => p.Is(Role.HallLeader) || p.Is(Role.Leader) || p.Is(Role.Admin) || roster.Policy.Review.Handlers.Contains(p.Id);

    private ReportView ViewOf(Incident state)
    {
        var others = roster.People.Where(p => p.Id != state.Reporter).ToList();
        var team = others.Where(p => p.Team == state.Team).ToList();
        var reviewers = others.Where(MightReview).ToList();
        var chosen = state.Draft.Colleagues.Concat(state.Draft.Witnesses).Concat(state.Draft.Avoid).ToHashSet(StringComparer.Ordinal);
        return new(
            [.. roster.PostsOf(state.Team).Append(state.Draft.Post).Where(p => p.Length > 0).Distinct().Take(MostNames)],
            [.. team.Take(MostNames).Concat(others.Where(p => chosen.Contains(p.Id))).Select(p => p.Id).Distinct()],
            [.. reviewers.Take(MostNames).Concat(reviewers.Where(p => chosen.Contains(p.Id))).Select(p => p.Id).Distinct()],
            team.Count > MostNames || reviewers.Count > MostNames);
    }
}
