using System.Globalization;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Audits;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>Shifts of a team that end today, on its own day.</summary>
/// <param name="Team">Its name, as the roster writes it.</param>
/// <param name="ToCome">How many of them have not ended yet.</param>
public sealed record TeamEnds(string Team, int Ends, int ToCome);

/// <summary>Cases that wait too long: how many were opened less than a day ago, less than a week ago, and before.</summary>
/// <param name="Team">Its name; null for all cases of routes on which not even the team may be known.</param>
public sealed record OverdueCases(string? Team, int Day, int Week, int Older);

/// <summary>The last import of the roster.</summary>
public sealed record LastImport(int Number, DateTimeOffset At, bool Done);

/// <summary>How the program and what it watches stand: numbers, and no words of anybody.</summary>
/// <param name="OnTheWay">Check-ins that have been decided and not been sent.</param>
/// <param name="Unreachable">People on the list.</param>
/// <param name="Found">What the auditor found last.</param>
/// <param name="Import">Null while the roster comes from the organisation's folder.</param>
/// <param name="Program">Version of the program.</param>
/// <param name="Shape">Shape of the store's rows.</param>
/// <param name="Policy">The first letters of the digest of <c>policy.json</c>.</param>
/// <param name="Terms">Version of what people agree to.</param>
public sealed record StatusView(
    IReadOnlyList<TeamEnds> Today, int OnTheWay, int Unreachable, IReadOnlyList<OverdueCases> Overdue, Audit Found, LastImport? Import, string Program, int Shape, string Policy, int Terms);

/// <summary>How everything stands, as an administrator reads it.</summary>
public static class StatusCards
{
    /// <summary>Teams that fit on one card; those with most to come stand first.</summary>
    private const int Most = 10;

    public static CardMessage Of(StatusView view, CardContext c)
    {
        var t = c.Texts;
        var needs = (view.Overdue.Count > 0 ? 1 : 0) + (view.Unreachable > 0 ? 1 : 0) + (view.Found.Standing > 0 ? 1 : 0) + view.Found.Stuck.Length + (view.Found.Parked > 0 ? 1 : 0) + (view.Import is { Done: false } ? 1 : 0);
        return Card(
            c,
            t.StatusSpoken,
            t.StatusSummary,
            [
                Heading(t.StatusAt(c.Moment(c.Now))),
                needs == 0 ? Band(ContainerStyle.Good, t.NothingNeedsYou) : Band(ContainerStyle.Attention, t.NeedYou(needs)),
                .. Found(view.Found, t),
                .. Part(t.OverdueTitle, view.Overdue.Take(Most).Select(o => t.OverdueIn(o.Team is { } team ? PlainText.Name(team) : null, o.Day, o.Week, o.Older)), Rest(view.Overdue.Count, t), t.NoneOverdue),
                view.Overdue.Count > 0 ? Quiet(t.AskTheirLeaders) : null,
                .. Part(t.ReachTitle, view.Unreachable > 0 ? [t.HowManyNotReached(view.Unreachable)] : [], null, t.EverybodyIsReached),
                .. Part(t.TodayTitle, view.Today.OrderByDescending(e => e.ToCome).Take(Most).Select(e => t.EndsToday(PlainText.Name(e.Team), e.Ends, e.ToCome)), Rest(view.Today.Count, t), t.NobodyEndsToday),
                view.OnTheWay > 0 ? Line(t.OnTheWay(view.OnTheWay)) : null,
                .. Part(t.RosterStands, [view.Import is not { } import ? t.NothingImported : import.Done ? t.Imported(import.Number, c.Moment(import.At)) : t.ImportNotFinished(import.Number)], null, ""),
                new TextBlock(t.VersionsTitle) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium },
                new FactSet([new(t.ProgramTitle, view.Program), new(t.ShapeTitle, Number(view.Shape)), new(t.RulesTitle, view.Policy), new(t.TermsTitle, Number(view.Terms))]),
                Buttons(view.Unreachable > 0 ? Button(t.Button(Command.Unreachable), new RunCommand(Command.Unreachable)) : null),
                Quiet(t.NotWhoNotWhy),
            ]);
    }

    private static IEnumerable<CardElement> Found(Audit found, Texts t)
    {
        if (found.Standing > 0)
            yield return Line(t.Standing(found.Standing));
        foreach (var stuck in found.Stuck)
            yield return Line(t.Stuck(stuck.Kind, stuck.Count));
        if (found.Parked > 0)
            yield return Line(t.Parked(found.Parked));
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string? Rest(int all, Texts t) => all > Most ? t.AndMoreTeams(all - Most) : null;

    private static IEnumerable<CardElement?> Part(string title, IEnumerable<string> lines, string? rest, string none)
    {
        yield return new TextBlock(title) { Weight = TextWeight.Bolder, Spacing = Spacing.Medium };
        var any = false;
        foreach (var line in lines)
        {
            any = true;
            yield return Line(line);
        }
        if (!any)
            yield return Line(none);
        if (rest is not null)
            yield return Quiet(rest);
    }
}
