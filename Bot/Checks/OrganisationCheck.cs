using System.Globalization;
using CheckInBot.Bot.Hosting;
using CheckInBot.Bot.Imports;
using CheckInBot.Bot.Roster;
using CheckInBot.Bot.Storage;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Checks;

/// <summary>The organisation's files: roster, rules, working days, and whether the phone numbers were checked lately.</summary>
/// <param name="store">Opened, for an imported roster; null while it does not open.</param>
public sealed class OrganisationCheck(IStore? store, string folder, DateTimeOffset now)
{
    /// <summary>How old the checking of phone numbers may be.</summary>
    public const int NumbersLast = 180;

    private const int MostTold = 100;
    private const string Policy = "policy", Roster = "roster", Calendars = "calendars", Texts = "texts", Hotlines = "hotlines";

    public async Task<IReadOnlyList<Finding>> Look(CancellationToken cancel)
    {
        var (organisation, faults, trouble) = await Read(cancel);
        var told = faults.Take(MostTold).Select(f => Finding.Fault(ThingOf(f.File), f.ToString())).ToList();
        if (faults.Count > MostTold)
            told.Add(Finding.Fault(Roster, $"there are {faults.Count - MostTold} more faults in the files."));
        if (trouble is not null)
            told.Add(Finding.Later(Roster, trouble));
        var wrong = told.Select(f => f.Thing).ToHashSet(StringComparer.Ordinal);
        if (organisation is null)
        {
            told.AddRange(new[] { Roster, Policy, Calendars, Texts, Hotlines }.Where(t => !wrong.Contains(t)).Select(t => Finding.Later(t, "looked at once the files have no fault.")));
            return told;
        }
        return
        [
            .. told, .. RosterOf(organisation), .. PolicyOf(organisation), .. CalendarsOf(organisation),
            Finding.Ok(Texts, $"{organisation.Guides.Count} cards of your own words."), .. HotlinesOf(organisation),
        ];
    }

    private async Task<(Organisation?, IReadOnlyList<Fault>, string? Trouble)> Read(CancellationToken cancel)
    {
        if (store is null)
            return (OrgFolder.Read(folder, now) is var (organisation, faults) ? organisation : null, faults, null);
        try
        {
            var (imported, problems) = await new RosterImports(store, folder).Read(now, cancel);
            return (imported, problems, null);
        }
        catch (StoreUnavailableException e)
        {
            return (null, [], e.Message);
        }
    }

    private IEnumerable<Finding> RosterOf(Organisation organisation)
    {
        var from = organisation.Imported is { } imported ? $"the import {imported.Import}" : $"'{folder}'";
        yield return Finding.Ok(Roster, $"{organisation.People.Count} people in {organisation.Teams.Count} teams, from {from}.");
        foreach (var role in new[] { Role.Staff, Role.Leader, Role.Admin }.Where(role => !organisation.People.Any(p => p.Is(role))))
        {
            yield return Finding.Note(Roster, role switch
            {
                Role.Admin => "nobody has the role admin: who cannot be reached, and what goes wrong, is told nobody. Give the role in people.csv.",
                Role.Staff => "nobody has the role staff: nobody is asked how their shift was.",
                _ => "nobody has the role leader: a hard day goes straight to the next step of the chain.",
            });
        }
    }

    private static IEnumerable<Finding> PolicyOf(Organisation organisation)
    {
        yield return Finding.Ok(Policy, $"{organisation.Policy.CrisisContacts.Count} crisis contacts, {organisation.Policy.Review.Handlers.Length} who handle confidential reports.");
        if (organisation.Policy.Review.Handlers.Length < FewHandlers.Least)
            yield return Finding.Note(Policy, "only one person handles confidential reports, and nobody can take one in which that person is involved. Name a second one in policy.json, incident.handler.");
    }

    private List<Finding> CalendarsOf(Organisation organisation)
    {
        var missing = new List<Finding>();
        foreach (var (profile, today) in organisation.Teams.GroupBy(t => t.Profile, t => DayIn(t.TimeZone), StringComparer.Ordinal).Select(g => (g.Key, g.Max())))
        {
            var years = organisation.WorkingDays.GetValueOrDefault(profile)?.Years ?? [];
            if (!years.Contains(today.Year))
                missing.Add(Finding.Fault(Calendars, Missing(profile, today.Year)));
            // A year's notice comes out shortly before it, and nobody knows on which day: until the year begins nothing is wrong yet.
            if (!years.Contains(today.Year + 1))
                missing.Add(Finding.Note(Calendars, string.Create(CultureInfo.InvariantCulture, $"{Missing(profile, today.Year + 1)} It may not be published yet; there is time until {today.Year + 1}-01-01.")));
        }
        return missing.Any(m => m.How == Found.Fault) ? missing : [Finding.Ok(Calendars, "every team has the working days of this year."), .. missing];

        static string Missing(string profile, int year) => string.Create(
            CultureInfo.InvariantCulture,
            $"there is no list of the working days of {year} for {profile}: its public holidays are unknown. Add calendars/{profile.ToLowerInvariant()}-{year}.json to the organisation's folder.");
    }

    private IEnumerable<Finding> HotlinesOf(Organisation organisation)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        foreach (var line in organisation.Teams.Select(t => t.Profile).Distinct(StringComparer.Ordinal).Select(p => organisation.Policy.Hotlines[p]))
        {
            var days = today.DayNumber - line.VerifiedOn.DayNumber;
            yield return days <= NumbersLast
                ? Finding.Ok(Hotlines, string.Create(CultureInfo.InvariantCulture, $"the numbers of {line.Region} were checked on {line.VerifiedOn:yyyy-MM-dd}."))
                : Finding.Fault(Hotlines, string.Create(
                    CultureInfo.InvariantCulture,
                    $"the numbers of {line.Region} were checked on {line.VerifiedOn:yyyy-MM-dd}, {days} days ago; {NumbersLast} is the most. Call each of them, and write today's day into policy.json, hotlines.{line.Region}.verifiedOn."));
        }
    }

    private DateOnly DayIn(string zone) => LocalTime.DayOf(now, TimeZoneInfo.FindSystemTimeZoneById(zone));

    private static string ThingOf(string file) =>
        file.StartsWith("policy", StringComparison.Ordinal) ? Policy
        : file.StartsWith("calendars/", StringComparison.Ordinal) ? Calendars
        : file.StartsWith("texts/", StringComparison.Ordinal) ? Texts
        : Roster;
}
