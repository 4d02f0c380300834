using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

/// <summary>The table of <see cref="Visibility"/> as rows of a card: who, and what they see.</summary>
public static class Sights
{
    /// <summary>
    /// For the person it is about. Left out are only viewers who see less than they saw while they were asked, and never more.
    /// </summary>
    /// <param name="contact">The crisis contact's name; null when there is none.</param>
    public static IEnumerable<(string Who, string What)> ForThePerson(PlainText? contact, Texts t)
    {
        yield return (t.Name(Viewer.Person), t.SeenOn(Ground.Own, t.Words(OnlyThePersons)));
        foreach (var lines in Lines())
        {
            Viewer[] who = [.. lines[0].Viewers.Except(Afterwards)];
            if (who.Length == 0)
                continue;
            yield return (Called(lines[0].Ground, who, t), t.Sentences(lines.Select(line => Said(line, contact, t))));
        }
    }

    /// <summary>Those of <see cref="ForThePerson"/> that stand on the roster or that duty needs: part of no agreement.</summary>
    public static IEnumerable<(string Who, string What)> OfDuty(Texts t) =>
        Lines().Where(lines => lines[0].Ground is Ground.Roster or Ground.Swap or Ground.Duty)
            .Select(lines => (Called(lines[0].Ground, [.. lines[0].Viewers], t), t.Sentences(lines.Select(line => Said(line, null, t)))));

    /// <summary>What a viewer sees, on whatever ground but that of being called by SOS and that of duty.</summary>
    public static IReadOnlyList<Fact> SeenBy(Viewer viewer) =>
        [.. Visibility.Table.Where(s => s.Ground is not (Ground.Sos or Ground.Duty) && s.Viewers.Contains(viewer)).SelectMany(s => s.Facts).Distinct().Order()];

    /// <summary>What everybody sees who is called by SOS.</summary>
    public static IReadOnlyList<Fact> SeenWhenCalled { get; } = [.. Visibility.Table.Where(s => s.Ground == Ground.Sos).SelectMany(s => s.Facts).Distinct()];

    /// <summary>What nobody but the person ever sees.</summary>
    public static IEnumerable<Fact> OnlyThePersons => SeenBy(Viewer.Person).Where(f => !Visibility.OfOthers(f).Any());

    /// <summary>Who was asked keeps a part of what they saw then.</summary>
    public static IReadOnlyList<Viewer> Afterwards { get; } = [Viewer.FormerlyAsked, Viewer.FormerOwner, Viewer.MovedOn];

    /// <summary>Lines of the same viewers, in the order of the table, but the person's own; what duty needs apart from what is agreed to.</summary>
    private static IEnumerable<IReadOnlyList<Sight>> Lines() => Visibility.Table
        .Where(s => s.Ground != Ground.Own)
        .GroupBy(s => (string.Join(',', s.Viewers), s.Ground == Ground.Duty))
        .Select(g => g.ToList());

    private static string Said(Sight line, PlainText? contact, Texts t) => line switch
    {
        { Facts: [] } => t.SeesNothing,
        { Ground: Ground.PersonNow } => t.SeenOnPersonNow(contact, t.Words(line.Facts)),
        _ => t.SeenOn(line.Ground, t.Words(line.Facts)),
    };

    private static string Called(Ground ground, Viewer[] viewers, Texts t) => ground switch
    {
        Ground.Sos => t.WhomYouCall,
        not Ground.Duty when viewers.Contains(Viewer.Leader) => t.WhoLooksIn,
        _ => t.Listed(viewers.Select(t.Name)),
    };
}
