using System.Globalization;
using System.Text;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Absences;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Cards;

/// <summary>A record of the person and what they wrote in it, opened.</summary>
public sealed record LetterRecord(FlowState State, IReadOnlyList<string> Wrote);

/// <summary>What the copy of a person's data tells.</summary>
/// <param name="Own">Their own records.</param>
/// <param name="Elsewhere">Kinds and numbers of others' records in which they stand, and what they wrote there.</param>
/// <param name="Files">How each file of their reports is had, by its name in the store of files.</param>
/// <param name="Alone">No other file comes with it.</param>
public sealed record LetterView(
    Person Person,
    IReadOnlyList<Shift> Shifts,
    IReadOnlyList<Leave> Leaves,
    IReadOnlyList<LetterRecord> Own,
    IReadOnlyList<(string Kind, string Number, IReadOnlyList<string> Wrote)> Elsewhere,
    IReadOnlyList<LookedAt> Looks,
    bool HasConversation,
    DateTimeOffset? OutOfReachSince,
    IReadOnlyDictionary<string, FileCopy> Files,
    bool Alone);

/// <summary>How a person gets the content of a file of their report with their copy.</summary>
public enum FileCopy
{
    /// <summary>It stands in the file for a program.</summary>
    Inside,

    /// <summary>It is offered by itself.</summary>
    Apart,

    /// <summary>The channel takes no files from a bot there.</summary>
    NotHere,

    /// <summary>Nobody can open it any more.</summary>
    Gone,
}

/// <summary>The copy of everything that is kept about a person, as a text to read.</summary>
public sealed class DataLetter
{
    private readonly StringBuilder text = new();
    private readonly LetterView view;
    private readonly CardContext c;
    private readonly Texts t;

    private DataLetter(LetterView view, CardContext c) => (this.view, this.c, t) = (view, c, c.Texts);

    /// <summary>Lines end with a line feed; the file is UTF-8.</summary>
    public static string Write(LetterView view, CardContext c)
    {
        var letter = new DataLetter(view, c);
        letter.Whole();
        return letter.text.ToString();
    }

    private void Whole()
    {
        Add([t.LetterTitle(Clean(view.Person.Name), At(c.Now)), "", t.LetterMeans, .. view.Alone ? [] : new[] { t.LetterMore }]);
        var p = view.Person;
        Section(t.LetterRoster, [t.LetterPlace(p.Id, p.Email, p.EntraId, p.Team, p.Post), t.LetterRoles(t.Listed(p.Roles.Select(t.Role)), t.Listed(p.Skills), p.BRole.Length > 0, p.BuddyGroup.Length > 0)]);
        Section(t.LetterShifts, view.Shifts.Select(s => $"{At(s.Start)} – {At(s.End)}, {s.Post}"));
        Section(t.LetterLeave, [.. view.Leaves.Select(l => t.LetterLeaveSpan(Day(l.From), Day(l.To), false)), .. States<OwnLeave>().Select(s => s.Leave).OfType<Leave>().Select(l => t.LetterLeaveSpan(Day(l.From), Day(l.To), true))]);
        Section(t.LetterAgreed, States<Contact>().SelectMany(s => s.AllChoices).Select(s => t.LetterChoice(At(s.At), t.Listed(s.Purposes.Select(t.PurposeChoice)))));
        Records<CheckIn>(t.LetterCheckIns, s => [t.LetterCheckIn(At(s.Since), s.Phase), .. s.Answer is { } a ? [t.LetterAnswer(Answers(a))] : Array.Empty<string>(), .. s.Draft is { IsEmpty: false } d && d != s.Answer ? [t.LetterAnswer(Answers(d))] : Array.Empty<string>()]);
        Section(t.LetterTrend, States<Trend>().SelectMany(s => s.Entries).Select(e => $"{At(e.At)}: {t.Listed(Levels(e.Stress, e.Mood))}"));
        Records<Escalation>(t.LetterCases, s => [t.LetterCase(s.Number, At(s.OpenedAt), s.Phase, s.Owner is { } owner ? c.Named(owner).ToString() : null, s.Helped)]);
        Section(t.PersonNow, States<PersonNow>().Where(s => s.Requests > 0).Select(s => t.LetterAsked(s.Requests)));
        Records<Alert>(t.LetterCalls, s => [t.LetterCall(s.Number, At(s.RaisedAt ?? s.Since), s.Post, s.Phase, s.Called.Length)]);
        Section(t.LetterCovers, [.. States<Cover>().Select(s => t.LetterCover(At(s.Since), s.Post, s.Phase)), .. States<StandIn>().Select(_ => t.LetterStandIn)]);
        Records<Swap>(t.LetterSwaps, s => [t.LetterSwap(At(s.AskedAt), s.Asker == view.Person.Id, s.Phase)]);
        Records<Incident>(t.LetterReports, s => [t.LetterReport(s.Number, At(s.ReportedAt ?? s.BegunAt), s.Phase), .. Report(s.Report ?? s.Draft), .. s.Files.Select(File)]);
        Records<Statement>(t.LetterAccounts, s => [t.LetterAccount(s.Number, At(s.SignedAt ?? s.AskedAt), s.Phase), .. s.Answers.Select(a => t.LetterHowAreYou(a.Day, a.Answer))]);
        Section(t.LetterElsewhere, view.Elsewhere.SelectMany(e => Wrote(t.LetterPart(t.KindOf(e.Kind), e.Number), e.Wrote)));
        Section(t.LetterReach, [.. view.HasConversation ? [t.LetterConversation(view.Alone)] : Array.Empty<string>(), .. view.OutOfReachSince is { } since ? [t.LetterOutOfReach(At(since))] : Array.Empty<string>()]);
        Section(t.WhoLooked, view.Looks.Select(l => ContactCards.LookLine(l, At(l.At), c)));
    }

    private IEnumerable<T> States<T>() where T : FlowState => view.Own.Select(r => r.State).OfType<T>();

    private void Records<T>(string heading, Func<T, IEnumerable<string>> lines) where T : FlowState =>
        Section(heading, view.Own.Where(r => r.State is T).SelectMany(r => Wrote(string.Join("\n  ", lines((T)r.State)), r.Wrote)));

    private IEnumerable<string> Wrote(string lines, IReadOnlyList<string> wrote) => [lines, .. wrote.Distinct().Select(w => $"  {t.YouWrote}: {Clean(w)}")];

    private string Answers(Answer a) => t.Listed(
    [
        .. Levels(a.Stress, a.Mood),
        .. a.Hostile is { } hostile ? [t.Hostile(hostile)] : Array.Empty<string>(),
        .. a.Break is { } had ? [t.LetterBreak(had)] : Array.Empty<string>(),
        .. a.Help is { } help ? [t.Help(help)] : Array.Empty<string>(),
        .. a.Tags.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(tag => t.Tag(tag) ?? tag),
    ]);

    private IEnumerable<string> Levels(int? stress, int? mood) =>
        [.. stress is { } s ? [t.LetterStress(s)] : Array.Empty<string>(), .. mood is { } m ? [t.LetterMood(m)] : Array.Empty<string>()];

    private IEnumerable<string> Report(Report r)
    {
        var told = t.Listed([.. r.Kinds.Select(t.Kind), .. r.Injuries is { } hurt ? [t.Hurt(hurt)] : Array.Empty<string>(), .. r.Post.Length > 0 ? [r.Post] : Array.Empty<string>()]);
        return told.Length == 0 ? [] : [told];
    }

    private string File(KeptFile f) => t.Sentences([t.LetterFile(t.Kind(f.Kind), f.Bytes, At(f.At)), t.LetterFileIs(view.Files.GetValueOrDefault(f.Name, FileCopy.Gone))]);

    private void Section(string heading, IEnumerable<string> lines)
    {
        var said = lines.ToList();
        Add("", heading, new string('=', 24));
        Add([.. said.Count == 0 ? [t.LetterNothing] : said.Select(l => l.StartsWith(' ') ? l : "- " + l)]);
    }

    private void Add(params IEnumerable<string> lines)
    {
        foreach (var line in lines)
            text.Append(line).Append('\n');
    }

    private string At(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, c.Zone).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Words as they were written, in lines below each other; nothing that hides or turns the direction of writing.</summary>
    private static string Clean(string raw) => PlainText.ForBox(raw).Replace("\n", "\n    ", StringComparison.Ordinal);
}
