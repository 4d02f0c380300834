using System.Collections.Frozen;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Rosters;

namespace CheckInBot.Bot.Roster;

/// <summary>Reads <c>policy.json</c>. Sections that this version does not know are left alone; unknown values within known ones are faults.</summary>
internal sealed class PolicyFile
{
    private const int MostTags = 12;
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    public PolicyFile(string folder, TeamFile teams, PeopleFile people, ShiftFile shifts, DateTimeOffset now)
    {
        if (Utf8File.Read(folder, Faults) is not { } text || JsonText.Read(text, Faults) is not { } json)
            return;
        var root = new JsonSection(json, Faults);
        var checkIn = CheckIn(root.Object("checkin", "highStress", "lowMood", "remindAfter", "laterAfter", "dropAfter", "editFor", "tags", "quietAfter", "run", "baseline"));
        var escalation = EscalationSection.Read(root.Object("escalation", EscalationSection.Names));
        var workingHours = WorkingHours(root.Object("workingHours", "from", "to"));
        var contacts = Contacts(root, people);
        var hotlines = Hotlines(root.Object("hotlines"), teams, now);
        var sos = SosSection.Read(root.Object("sos", SosSection.Names));
        var incident = root.Object("incident", IncidentSection.Names);
        Policy = new(checkIn, escalation, contacts, hotlines)
        {
            WorkingHours = workingHours,
            Sos = sos,
            Review = IncidentSection.Review(incident, people.Knows),
            Incident = ReportSection.Read(incident, workingHours),
            Swap = SwapSection.Read(root.Object("swap", SwapSection.Names)),
            Cover = CoverSection.Read(root.Object("cover", CoverSection.Names), people),
            Retention = root.Has("retention") ? RetentionSection.Read(root.Object("retention", RetentionSection.Names)) : RetentionPolicy.Shipped,
            PostSkills = PostSection.Read(root.Object("posts"), people, shifts),
        };
    }

    public FileFaults Faults { get; } = new("policy.json");

    /// <summary>Null when the file could not be read; of use only where there is no fault.</summary>
    public Policy? Policy { get; }

    private static CheckInPolicy CheckIn(JsonSection section)
    {
        var tags = section.Texts("tags");
        foreach (var (i, tag) in tags.Index())
        {
            if (!FileFaults.IsId(tag))
                section.Add($"tags[{i}]", "a tag is a key, not a text", "Write ASCII letters and digits, such as shortStaffed.");
            else if (tags.Take(i).Contains(tag))
                section.Add($"tags[{i}]", $"the tag {tag} stands there twice", "Remove one of them.");
        }
        if (tags.Count > MostTags)
            section.Add("tags", $"there are {tags.Count} tags", $"Keep at most {MostTags}: the card is to take one minute.");
        return new(
            section.Number("highStress", 1, 5),
            section.Number("lowMood", 1, 5),
            section.Span("remindAfter", Minute, Day),
            section.Span("laterAfter", Minute, Day),
            section.Span("dropAfter", Minute, Day),
            section.Span("editFor", Minute, 7 * Day),
            section.Number("quietAfter", 1, 30),
            Run(section.Object("run", "stress", "shifts")),
            Baseline(section.Object("baseline", "minAnswers", "window", "deviations", "leastSpread", "times", "of")),
            tags);
    }

    private static RunRule Run(JsonSection section) => new(section.Number("stress", 2, 5), section.Number("shifts", 2, 14));

    private static BaselineRule Baseline(JsonSection section)
    {
        var rule = new BaselineRule(
            section.Number("minAnswers", 2, Trend.Most),
            section.Number("window", 2, Trend.Most),
            section.Decimal("deviations", 0.5m, 5),
            section.Decimal("leastSpread", 0.1m, 2),
            section.Number("times", 1, 14),
            section.Number("of", 1, 14));
        if (rule.Times > rule.Of)
            section.Add("times", $"{rule.Times} of {rule.Of} shifts cannot be", "Write a number up to that of \"of\".");
        if (rule.MinAnswers > rule.Window)
            section.Add("minAnswers", $"{rule.MinAnswers} answers are more than the {rule.Window} that are looked at", "Write a number up to that of \"window\".");
        if (rule.Window + rule.Of > Trend.Most)
            section.Add("window", $"window and of are {rule.Window + rule.Of} together, but only {Trend.Most} answers are kept", $"Make them {Trend.Most} or less together.");
        return rule;
    }

    private static (TimeOnly From, TimeOnly To) WorkingHours(JsonSection section)
    {
        var (from, to) = (section.Time("from"), section.Time("to"));
        if (to <= from && section.Has("from") && section.Has("to"))
            section.Add("to", "the working day closes before it opens", "Write a time later than that of from.");
        return (from, to);
    }

    private static IReadOnlyList<string> Contacts(JsonSection root, PeopleFile people)
    {
        var contacts = root.Texts("crisisContacts");
        foreach (var (i, person) in contacts.Index())
        {
            if (!people.Knows(person))
                root.Add($"crisisContacts[{i}]", ListFault.UnknownContact, FileFaults.Tame(person));
            else if (contacts.Take(i).Contains(person))
                root.Add($"crisisContacts[{i}]", $"the crisis contact {person} stands there twice", "Remove one of them.");
        }
        return contacts;
    }

    private static FrozenDictionary<string, Hotline> Hotlines(JsonSection section, TeamFile teams, DateTimeOffset now)
    {
        // The day at the date line's far side, so that no zone's today is called the future.
        var latest = LocalTime.DayOf(now.ToUniversalTime().AddHours(14), TimeZoneInfo.Utc);
        var hotlines = new Dictionary<string, Hotline>(StringComparer.Ordinal);
        foreach (var region in section.Names)
        {
            var entry = section.Object(region, "emergency", "support", "verifiedOn", "source", "police");
            var verified = entry.Date("verifiedOn");
            if (verified > latest)
                entry.Add("verifiedOn", "the numbers were checked in the future", "Write the day on which somebody last checked them.");
            hotlines[region] = new(region, entry.Texts("emergency"), entry.Text("support"), verified, entry.Text("source"))
            {
                Police = entry.Has("police") ? entry.Text("police") : null,
            };
        }
        foreach (var profile in teams.Teams.Select(t => t.Profile).Where(p => p is "CN" or "EU").Distinct().Where(p => !hotlines.ContainsKey(p)))
            section.Add(profile, ListFault.NoNumbers, profile);
        return hotlines.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
