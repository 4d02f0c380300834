using System.Collections.Frozen;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Flows;

/// <summary>Reads who could stand in for somebody at this moment, and whom reinforcement could call.</summary>
public sealed class FreeColleagues(Roster.Roster roster, OnDuty onDuty, Absences absences, Func<FlowRows> rows)
{
    /// <summary>Whether a cover, a call or a shift of the team lets this person call the peak post.</summary>
    public async ValueTask<bool> MayCallPeakPost(Person person, DateTimeOffset at) =>
        person.Is(Role.Leader) || person.Is(Role.HallLeader) || await onDuty.ShiftOf(person, at, TimeSpan.Zero) is not null;

    /// <summary>For which team this person calls the peak post: their own, or, from an office that serves nobody, the only one with counter staff.</summary>
    public string FrontOf(Person person)
    {
        var staffed = roster.People.Where(p => p.Is(Role.Staff)).Select(p => p.Team).Distinct(StringComparer.Ordinal).ToList();
        return staffed is [var only] ? only : person.Team;
    }

    /// <summary>What a cover has to know when it may ask somebody.</summary>
    /// <param name="minutes">For how long; whoever goes home before that is not asked, unless the person does too.</param>
    public async ValueTask<CoverFacts> For(Person asker, int minutes, DateTimeOffset at, CancellationToken cancel)
    {
        var shift = await onDuty.ShiftOf(asker, at, TimeSpan.Zero);
        var end = at.AddMinutes(minutes);
        if (shift is not null && shift.End < end)
            end = shift.End;
        var post = shift?.Post is { Length: > 0 } rostered ? rostered : asker.Post;
        var there = (await roster.Around(asker.Team, at, at.AddTicks(1))).Where(s => s.End >= end).Select(s => s.Person).ToHashSet(StringComparer.Ordinal);
        var could = (await There(roster.People.Where(p => p.Id != asker.Id && p.Team == asker.Team && p.Is(Role.Staff) && there.Contains(p.Id) && CouldStandIn(p, asker, post)), at, cancel))
            .Order(StringComparer.Ordinal)
            .ToList();
        var b = await BRoleOf(asker, end, at, cancel);
        if (b is not null)
            could = [b, .. could.Where(p => p != b)];
        var free = await Free(could, asker, at, cancel);
        return new(roster.Policy.Cover, shift is not null, post, free.FirstOrDefault(p => p == b), [.. free.Where(p => p != b)], await LeadersOf(asker.Team, at, cancel)) { ShiftEnds = shift?.End };
    }

    /// <summary>The team's leaders on shift.</summary>
    public async ValueTask<IReadOnlyList<string>> LeadersOf(string team, DateTimeOffset at, CancellationToken cancel)
    {
        var working = await roster.Working(team, at);
        return await There(roster.People.Where(p => p.Team == team && p.Is(Role.Leader) && working.Contains(p.Id)), at, cancel);
    }

    /// <summary>Those of the peak post who are at work; where the roster has hours of none of them, whoever is not away. Nobody who goes to an SOS of the asker's hall.</summary>
    public async ValueTask<IReadOnlyList<string>> PeakPost(Person asker, DateTimeOffset at, CancellationToken cancel)
    {
        var people = (await There(roster.Policy.Cover.PeakPost.Select(roster.Find).OfType<Person>(), at, cancel)).Select(roster.Find).OfType<Person>().ToList();
        var working = new HashSet<string>(StringComparer.Ordinal);
        foreach (var team in people.Select(p => p.Team).Distinct(StringComparer.Ordinal))
            working.UnionWith(await roster.Working(team, at));
        var there = people.Where(p => working.Contains(p.Id)).Select(p => p.Id).ToList();
        var could = there.Count > 0 ? there : [.. people.Select(p => p.Id)];
        var inAlert = await InAlert(could, asker, at, cancel);
        return [.. could.Where(p => !inAlert.Contains(p))];
    }

    /// <summary>Whether this person covers a post, or is covered or asks for it.</summary>
    /// <param name="but">Reference of a cover that does not count.</param>
    public async ValueTask<bool> IsBusy(string person, string but, CancellationToken cancel)
    {
        if ((await rows().Read(StandIn.KeyOf(person), cancel)).State is StandIn { Now: { } now } && now.Cover != but)
            return true;
        var (latest, _) = await rows().ReadSome(Cover.Kind, person, "", 1, cancel);
        return latest.Count > 0 && latest[0].State is Cover { IsFree: true } or Cover { IsCovered: true };
    }

    private async ValueTask<string?> BRoleOf(Person asker, DateTimeOffset end, DateTimeOffset at, CancellationToken cancel) =>
        asker.BRole.Length > 0 && roster.Find(asker.BRole) is { } b && await onDuty.ShiftOf(b, at, TimeSpan.Zero) is Shift its && its.End >= end && !await absences.IsAway(b.Id, [at], cancel) ? b.Id : null;

    /// <summary>Ids of those who are not away, in their order.</summary>
    private async ValueTask<IReadOnlyList<string>> There(IEnumerable<Person> people, DateTimeOffset at, CancellationToken cancel)
    {
        string[] ids = [.. people.Select(p => p.Id)];
        var away = await absences.Of(ids, at, cancel);
        return [.. ids.Where(p => !away.Contains(p))];
    }

    /// <summary>As many of those who have nothing else in hand as one cover can ask.</summary>
    private async ValueTask<List<string>> Free(IReadOnlyList<string> people, Person asker, DateTimeOffset at, CancellationToken cancel)
    {
        var inAlert = await InAlert(people, asker, at, cancel);
        var free = await Task.WhenAll(people.Select(async p => !inAlert.Contains(p) && !await IsBusy(p, "", cancel)));
        return [.. people.Where((_, i) => free[i])];
    }

    /// <summary>Who has an SOS open, of these people and of those at work in the asker's hall, and who goes there.</summary>
    private async ValueTask<IReadOnlySet<string>> InAlert(IReadOnlyList<string> people, Person asker, DateTimeOffset at, CancellationToken cancel)
    {
        if (people.Count == 0)
            return FrozenSet<string>.Empty;
        var could = people.ToHashSet(StringComparer.Ordinal);
        var hall = roster.HallOf(asker);
        foreach (var team in roster.Teams.Where(t => t.Id == asker.Team || (hall.Length > 0 && t.Hall == hall)))
            could.UnionWith(await roster.Working(team.Id, at));
        var open = (await Task.WhenAll(could.Select(async p => (await rows().ReadSome(Alert.Kind, p, "", 1, cancel)).Records is [{ State: Alert { IsOpen: true } alert }, ..] ? alert : null))).OfType<Alert>();
        return open.SelectMany(a => a.Going.Select(g => g.Person).Append(a.Person)).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Whether the person has every skill that the post needs; where the rules do not say, every skill of whom they stand in for.</summary>
    private bool CouldStandIn(Person person, Person asker, string post) =>
        (roster.Policy.PostSkills.GetValueOrDefault(post) ?? asker.Skills).All(person.Skills.Contains);
}
