using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Flows;

/// <summary>Reviews of incidents: who is uninvolved now, and every card of a review.</summary>
public sealed class ReviewFlow(Roster.Roster roster, Readers readers, Absences absences, Func<FlowRows> rows) : Flow<Review>(ReviewKeys.Kind, DialogsJson.Default.Review)
{
    // The roster may become another one while the program runs.
    private Person[] Reviewers =>
        [.. roster.People.Where(p => p.Is(Role.Leader) || p.Is(Role.HallLeader) || p.Is(Role.Admin) || roster.Policy.Review.Handlers.Contains(p.Id))];

    private string[] Owners =>
        [.. roster.People.Where(p => p.Is(Role.Leader) || p.Is(Role.HallLeader) || p.Is(Role.Security) || p.Is(Role.Clerk) || p.Is(Role.Admin)).Select(p => p.Id)];

    public override FlowEvent? Undeliverable(Slot slot) => slot.Name switch
    {
        "review" => new ReviewUnreachable(slot.Person),
        "missed" => new MissedUnreachable(slot.Person),
        "waits" => new AlertUnreachable(slot.Person),
        var name when name.StartsWith("task.", StringComparison.Ordinal) => new StepUnreachable(name, slot.Person),
        _ => null,
    };

    protected override async ValueTask<Step<Review>?> Decide(FlowKey key, Review? state, FlowEvent e, DateTimeOffset at, CancellationToken cancel)
    {
        var told = e as IncidentReported;
        if ((state?.Incident ?? told) is not { } incident || key != ReviewKeys.Of(incident.Number))
            return null;
        var facts = await Facts(incident, [.. state?.Named ?? [], .. told?.Naming ?? []], at, cancel);
        return state?.On(e, facts, at) ?? Review.Begin(told!, facts, at);
    }

    protected override async ValueTask<CardMessage> Draw(Review state, Slot slot, CancellationToken cancel)
    {
        if (ReviewPermit.ViewerOf(state, slot) != ReviewViewer.Reviewer)
            return ReviewCards.Of(state, slot, ReviewView.None, await readers.For(slot.Person, ReviewPermit.Readable(state, slot), cancel));
        var handedIn = await HandedIn(state.Incident, cancel);
        var context = await readers.For(slot.Person, [.. ReviewPermit.Readable(state, slot), .. handedIn.Select(h => h.Words)], cancel);
        var facts = await Facts(state.Incident, [], context.Now, cancel);
        var receivers = state.Receivers(facts).Select(p => (p, RoleOf(p))).ToList();
        var owners = facts.Owners.Where(o => o != slot.Person).Select(p => (p, RoleOf(p))).ToList();
        return ReviewCards.Of(state, slot, new(receivers, owners, LocalTime.DayOf(context.Now, facts.Hours.Zone), roster.Policy.Review.HazardDays, handedIn), context);
    }

    /// <summary>
    /// What the review itself does not hold: the accounts where it happened to more than one, those of whom it turned out not to be about, and what was added to any.
    /// </summary>
    private async ValueTask<IReadOnlyList<HandedIn>> HandedIn(IncidentReported incident, CancellationToken cancel)
    {
        var handedIn = new List<HandedIn>();
        foreach (var person in incident.Affected.Union(incident.Signers ?? []))
        {
            if ((await rows().Read(Statement.KeyOf(person, incident.Number), cancel)).State is not Statement { Text: { } text } signed)
                continue;
            if (incident.Affected.Length > 1 || !incident.Affected.Contains(person))
                handedIn.Add(new(person, signed.SignedAt!.Value, text));
            handedIn.AddRange(signed.Addenda.Select(a => new HandedIn(person, a.At, a.Text)));
        }
        return [.. handedIn.OrderBy(h => h.At)];
    }

    private async ValueTask<ReviewFacts> Facts(IncidentReported incident, IReadOnlyList<Words> named, DateTimeOffset at, CancellationToken cancel)
    {
        var working = new HashSet<string>(StringComparer.Ordinal);
        foreach (var team in Reviewers.Select(p => p.Team).Distinct(StringComparer.Ordinal))
            working.UnionWith(await roster.Working(team, at));
        var away = await absences.Of(Reviewers.Select(p => p.Id), at, cancel);
        return new(
            roster.Policy.Review,
            [.. Reviewers.Select(p => new ReviewCandidate(p.Id, p.Roles, p.Team, working.Contains(p.Id), away.Contains(p.Id)))],
            await readers.NamedIn(named),
            // What was begun with a team that has left the roster still ends, in the hours of the first one.
            roster.WorkingHoursOf(incident.Team) ?? roster.WorkingHoursOf(roster.Teams[0].Id)!,
            [.. roster.People.Where(p => p.Is(Role.Admin)).Select(p => p.Id)],
            Owners);
    }

    private Role RoleOf(string person) => roster.Find(person)?.Title ?? Role.Staff;
}
