using System.Collections.Immutable;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Storage;
using CheckInBot.Bot.Telemetry;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs.Audits;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Flows;

/// <summary>How the program and what it watches stand, counted at the moment somebody asks; for administrators.</summary>
public sealed class StatusLists(Roster.Roster roster, Readers readers, OutOfReach outOfReach, ParkedRecords parked, RosterImports imports, Func<FlowRows> rows, TimeProvider clock)
{
    /// <summary>How long nobody may have taken a case before an administrator is to know of it.</summary>
    public static readonly TimeSpan Untaken = TimeSpan.FromHours(1);

    /// <summary>How long a case may be somebody's without being settled.</summary>
    public static readonly TimeSpan Unsettled = TimeSpan.FromDays(1);

    public async ValueTask<CardMessage> For(string reader, CancellationToken cancel) => StatusCards.Of(await Look(cancel), await readers.For(reader, [], cancel));

    /// <summary>All of it; one look through all records.</summary>
    public async ValueTask<StatusView> Look(CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var onTheWay = 0;
        var overdue = new Dictionary<string, (int Day, int Week, int Older)>(StringComparer.Ordinal);
        var found = new Audit();
        await foreach (var record in rows().Scan().WithCancellation(cancel))
        {
            if (record.Key.Kind == CheckIn.Kind && record.Waits)
                onTheWay++;
            else if (record.Key == Audit.Key)
                found = record.State() as Audit ?? found;
            else if (record.Key.Kind == Escalation.Kind && record.State() is Escalation open && IsOverdue(open, now))
                Count(overdue, TeamOf(open), now - open.OpenedAt);
        }
        var last = await imports.Last(cancel);
        return new(
            await Today(now),
            onTheWay,
            (await outOfReach.All(cancel)).Count(p => roster.Find(p.Person) is not null),
            [.. overdue.OrderBy(o => o.Key, StringComparer.Ordinal).Select(o => new OverdueCases(o.Key.Length > 0 ? roster.NameOf(o.Key) : null, o.Value.Day, o.Value.Week, o.Value.Older))],
            // What is parked is known to the moment; the rest is the auditor's last word.
            found with { Parked = (await parked.All(cancel)).Count },
            last is null ? null : new(last.Number, last.At, last.Done),
            ProgramVersion.Text, StoreShape.Current, roster.Policy.Mark, Contact.TermsVersion);
    }

    private static void Count(Dictionary<string, (int Day, int Week, int Older)> overdue, string team, TimeSpan openFor)
    {
        var (day, week, older) = overdue.GetValueOrDefault(team);
        overdue[team] = Backlog.AgeOf(openFor) switch
        {
            "hour" or "day" => (day + 1, week, older),
            "week" => (day, week + 1, older),
            _ => (day, week, older + 1),
        };
    }

    /// <summary>A case that rests until people are at work again, or waits for the person's own word, waits as it should.</summary>
    private static bool IsOverdue(Escalation state, DateTimeOffset now) => !state.IsOver && state switch
    {
        _ when now - state.NextAt > Sweep.Late => true,
        { Phase: CasePhase.Asking, Resting: false } => now - (state.BeganAt ?? state.OpenedAt) > Untaken,
        { Phase: CasePhase.Taken } => now - state.Since > Unsettled,
        _ => false,
    };

    /// <summary>Only leaders' cases are a team's affair; of the others not even the team is said. Empty for those.</summary>
    private string TeamOf(Escalation state) => state.Route == Dialogs.Escalations.Route.Leader ? roster.Find(state.Subject)?.Team ?? "" : "";

    /// <summary>Each team's shift ends of its own today, of those who are asked.</summary>
    private async ValueTask<IReadOnlyList<TeamEnds>> Today(DateTimeOffset now)
    {
        var today = new List<TeamEnds>();
        foreach (var team in roster.Teams)
        {
            var zone = roster.ZoneOf(team.Id);
            var day = LocalTime.DayOf(now, zone);
            var ends = (await roster.Around(team.Id, now.AddDays(-1), now.AddDays(1)))
                .Where(s => LocalTime.DayOf(s.End, zone) == day && roster.Find(s.Person)?.Is(Role.Staff) == true)
                .Select(s => s.End)
                .ToImmutableArray();
            if (ends.Length > 0)
                today.Add(new(team.Name, ends.Length, ends.Count(end => end > now)));
        }
        return today;
    }
}
