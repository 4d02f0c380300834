using System.Collections.Immutable;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Dialogs.People;

/// <summary>That somebody else is shown something of a person. The person reads it in "my data".</summary>
/// <param name="Person">Whose it is.</param>
/// <param name="Key">The record that shows it; empty where it is no card of one.</param>
/// <param name="Item">The number by which the person knows it; empty where it has none.</param>
/// <param name="Viewer">As what the other looks at it.</param>
/// <param name="Ground">Why they may.</param>
/// <param name="Facts">What they see.</param>
public sealed record Look(string Person, string Key, string Item, Viewer Viewer, Ground Ground, ImmutableArray<Fact> Facts);

/// <summary>
/// What a card shows its reader of other people, by the same table and permits that draw it. What hangs on the wall (<see cref="Ground.Roster"/>)
/// and what names nobody is no reading.
/// </summary>
public static class Looks
{
    /// <summary>One for each person and ground; none on a person's own card.</summary>
    public static IReadOnlyList<Look> At(FlowState state, Slot slot) => state switch
    {
        Escalation c when slot.Name == "case" => [.. OfCase(c, slot.Person)],
        Review r => [.. OfReview(r, slot)],
        Alert a when slot.Name == "call" => [.. OfAlert(a, slot.Person)],
        Cover c when slot.Name is "ask" or "seen" && slot.Person != c.Person => [Seen(c.Person, c.Key, "", slot.Name == "seen" ? Viewer.Leader : Viewer.Colleague, Ground.Duty, Fact.PostCover)],
        Swap s when slot.Name == "decide" => [.. new[] { s.Asker, s.Colleague }.Where(p => p != slot.Person).Select(p => Seen(p, s.Key, "", Viewer.Leader, Ground.Duty, Fact.DutyHours))],
        _ => [],
    };

    private static IEnumerable<Look> OfCase(Escalation c, string reader)
    {
        var viewer = Permit.ViewerOf(c, reader);
        if (viewer == Viewer.Person || !Permit.Sees(Fact.WantsContact, c, reader))
            yield break;
        var ground = c.Origin == Origin.PersonNow ? Ground.PersonNow : Ground.Agreed;
        yield return Seen(c.Subject, c.Key, c.Number, viewer, ground, [.. Enum.GetValues<Fact>().Where(f => Visibility.Sees(f, viewer, ground))]);
        if (c.Note is not null && Permit.Sees(Fact.SharedNote, c, reader))
            yield return Seen(c.Subject, c.Key, c.Number, viewer, Ground.Shared, Fact.SharedNote);
    }

    private static IEnumerable<Look> OfReview(Review r, Slot slot)
    {
        if (ReviewPermit.ViewerOf(r, slot) != ReviewViewer.Reviewer)
            yield break;
        var signed = (r.Incident.Signers ?? []).Union(r.Incident.StatementSigned is null ? [] : r.Incident.Affected);
        foreach (var person in r.Incident.Affected.Union(signed).Append(r.Incident.Reporter).Distinct().Where(p => p != slot.Person))
        {
            // Who signs later is read later: that is a reading of its own.
            if (person == r.Incident.Reporter || r.Incident.Affected.Contains(person))
                yield return Seen(person, ReviewKeys.Of(r.Incident.Number), r.Incident.Number, Viewer.Reviewer, Ground.Reported, Fact.IncidentReport);
            if (signed.Contains(person))
                yield return Seen(person, ReviewKeys.Of(r.Incident.Number), r.Incident.Number, Viewer.Reviewer, Ground.Reported, Fact.SignedAccount);
        }
    }

    private static IEnumerable<Look> OfAlert(Alert a, string reader)
    {
        if (reader == a.Person || a.Called.LastOrDefault(c => c.Person == reader) is not { } called)
            yield break;
        var viewer = called.As switch
        {
            Callee.Buddies => Viewer.Buddy,
            Callee.Security => Viewer.Security,
            Callee.HallLeader => Viewer.HallLeader,
            Callee.DutyLeader or Callee.Leaders => Viewer.Leader,
            _ => Viewer.Colleague,
        };
        yield return Seen(a.Person, a.Key, a.Number, viewer, Ground.Sos, [.. Enum.GetValues<Fact>().Where(f => Visibility.Sees(f, viewer, Ground.Sos))]);
    }

    private static Look Seen(string person, FlowKey key, string item, Viewer viewer, Ground ground, params ImmutableArray<Fact> facts) => new(person, $"{key.Kind}/{key.Reference}", item, viewer, ground, facts);
}
