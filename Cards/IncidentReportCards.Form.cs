using System.Globalization;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>The form: what a first version needs stands open and takes a few taps; everything else is behind two lines.</summary>
public static partial class IncidentReportCards
{
    /// <summary>Kinds that happen often; the others stand behind the first line.</summary>
    private static readonly ViolenceKind[] Often =
    [
        ViolenceKind.VerbalAbuse, ViolenceKind.ThreatVerbal, ViolenceKind.StalkingFilming, ViolenceKind.ObjectThrown,
        ViolenceKind.PhysicalNoWeapon, ViolenceKind.WeaponShown, ViolenceKind.SexualHarassment, ViolenceKind.Other,
    ];

    private static readonly Injury[] Hurt = [Injury.None, Injury.Minor, Injury.Medical, Injury.Hospital];

    private static CardMessage Form(Incident state, ReportView view, CardContext c)
    {
        var t = c.Texts;
        var draft = state.Draft;
        return Card(
            c,
            t.ReportSpoken,
            t.ReportSummary,
            [
                Heading(state.Editing ? t.ReportAdding : t.ReportHeading, TextSize.Large),
                Line(t.ReportIntro(t.AboutEvent(PostIn(draft.Post), c.Moment(draft.OccurredAt ?? state.BegunAt)))) with { Size = TextSize.Small },
                draft.Over == false ? StillGoingOn(c) : null,
                state.Gap && draft.Missing.Count > 0 ? new Container([new TextBlock(t.ReportMisses(t.List(draft.Missing.Select(t.Miss))))]) { Style = ContainerStyle.Warning } : null,
                Several("kinds", t.KindsLabel, Often, draft.Kinds.Where(Often.Contains), t.Kind),
                new ColumnSet(
                    new Column("stretch", [OneOf("injuries", t.InjuriesLabel, Hurt, draft.Injuries, t.Hurt)]),
                    new Column("stretch", [Over(draft, t), ForWhom(draft, t)])) { Spacing = Spacing.Medium },
                view.Colleagues.Count > 0 ? Colleague(draft, view, c) : null,
                view.Cut ? Quiet(t.NotEverybodyFits) : null,
                Severity(draft, t),
                OneOf("locationClass", t.PlaceLabel, Enum.GetValues<LocationClass>(), draft.Location, t.Place, ChoiceStyle.Compact),
                FilesLine(state, c),
                .. Folded("more", t.MoreReport, t.LessReport, More(state, view, c)),
                .. Folded("people", t.MorePeople, t.LessPeople, People(draft, view, c)),
                Line(t.EnoughForNow) with { Size = TextSize.Small },
                Quiet(draft.IsRestricted ? t.RestrictedSees : t.ReviewWillSee),
                Buttons(
                    Button(state.Editing ? t.Save : t.ReportNow, new ReportIncident(state.Key.Reference), inputs: true, style: ActionStyle.Positive),
                    state.Editing ? null : Button(t.KeepForLater, new ReportIncident(state.Key.Reference) { Keep = new Input("true") }, inputs: true)),
                PersonRow(c),
            ]);
    }

    private static IEnumerable<CardElement?> More(Incident state, ReportView view, CardContext c)
    {
        var t = c.Texts;
        var draft = state.Draft;
        var local = TimeZoneInfo.ConvertTime(draft.OccurredAt ?? state.BegunAt, c.Zone);
        return
        [
            view.Posts.Count == 0 ? null : new InputChoiceSet(t.PostLabel, [.. view.Posts.Select(p => new Choice(PlainText.Name(p).ToString(), p))])
            {
                Id = "postId",
                Style = ChoiceStyle.Compact,
                Value = draft.Post.Length > 0 ? draft.Post : null,
            },
            new ColumnSet(
                new Column("stretch", [new InputDate(t.DayLabel, t.DayNotYet)
                {
                    Id = "occurredOn",
                    Value = local.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                    Max = TimeZoneInfo.ConvertTime(c.Now, c.Zone).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                }]),
                new Column("stretch", [new InputTime(t.TimeLabel) { Id = "occurredAt", Value = local.ToString("HH:mm", CultureInfo.InvariantCulture) }])),
            Several("moreKinds", t.MoreKindsLabel, [.. Enum.GetValues<ViolenceKind>().Except(Often)], draft.Kinds.Except(Often), t.Kind),
            OneOf("trigger", t.TriggerLabel, Enum.GetValues<Trigger>(), draft.Trigger, t.Began, ChoiceStyle.Compact),
            OneOf("perpetratorClass", t.PerpetratorLabel, Enum.GetValues<PerpetratorClass>(), draft.Perpetrator, t.Perpetrator, ChoiceStyle.Compact),
            OneOf("weapon", t.WeaponLabel, Enum.GetValues<Weapon>(), draft.Weapon, t.Tool, ChoiceStyle.Compact),
            Several("circumstances", t.CircumstancesLabel, Enum.GetValues<Circumstance>(), draft.Circumstances, t.Circumstance),
            Several("immediateActions", t.ActionsLabel, Enum.GetValues<ImmediateAction>(), draft.Actions, t.DoneAtOnce),
            new InputText(t.DescriptionLabel)
            {
                Id = "description",
                IsMultiline = true,
                MaxLength = 2000,
                Placeholder = t.DescriptionPlaceholder,
                Value = InBox(draft.Description, c),
            },
            Quiet(t.SendFilesHere),
        ];
    }

    private static IEnumerable<CardElement?> People(Report draft, ReportView view, CardContext c)
    {
        var t = c.Texts;
        return
        [
            view.Colleagues.Count > 0 ? Named("witnesses", t.WitnessesLabel, view.Colleagues, draft.Witnesses, c) : null,
            view.Reviewers.Count > 0 ? Named("avoid", t.AvoidLabel, view.Reviewers, draft.Avoid, c) : null,
            Several("supportWanted", t.SupportLabel, Enum.GetValues<SupportWish>(), draft.Support, t.Wish),
            new InputText(t.PoliceLabel) { Id = "policeCaseNo", MaxLength = 60, Value = InBox(draft.PoliceCaseNo, c) },
        ];
    }

    /// <summary>A part behind a line; hidden inputs are sent too, so that what they hold survives when it stays closed.</summary>
    private static CardElement[] Folded(string id, string more, string less, IEnumerable<CardElement?> items)
    {
        string[] targets = [id, $"{id}Shut", $"{id}Open"];
        return
        [
            Fold($"{id}Shut", "▸", more, true, targets),
            Fold($"{id}Open", "▾", less, false, targets),
            new Container([.. items.OfType<CardElement>()]) { Id = id, IsVisible = false, Style = ContainerStyle.Emphasis },
        ];
    }

    private static InputChoiceSet Over(Report draft, Texts t) => new(t.OverLabel, [new(t.Over(true), "true"), new(t.Over(false), "false")])
    {
        Id = "over",
        Value = draft.Over is { } over ? (over ? "true" : "false") : null,
    };

    private static InputChoiceSet ForWhom(Report draft, Texts t) => OneOf("selfOrForColleague", t.ForLabel, Enum.GetValues<ReportedFor>(), draft.For, t.ForWhom);

    private static InputChoiceSet Colleague(Report draft, ReportView view, CardContext c) =>
        new(c.Texts.WhichColleague, [.. view.Colleagues.Select(p => new Choice(c.Named(p).ToString(), p))])
        {
            Id = "affectedStaff",
            Style = ChoiceStyle.Compact,
            Placeholder = c.Texts.OnlyForColleague,
            Value = draft.Colleagues is [var first, ..] ? first : null,
        };

    private static InputChoiceSet Severity(Report draft, Texts t) => new(t.SeverityLabel, [.. Enumerable.Range(1, 5).Select(n => new Choice(t.Severity(n), n.ToString(CultureInfo.InvariantCulture)))])
    {
        Id = "severity",
        Style = ChoiceStyle.Compact,
        Placeholder = t.SeverityPlaceholder,
        Value = draft.Severity?.ToString(CultureInfo.InvariantCulture),
    };

    private static InputChoiceSet Named(string id, string label, IReadOnlyList<string> people, IReadOnlyList<string> chosen, CardContext c) =>
        new(label, [.. people.Select(p => new Choice(c.Named(p).ToString(), p))]) { Id = id, IsMultiSelect = true, Value = chosen.Count > 0 ? string.Join(',', chosen) : null };

    private static InputChoiceSet Several<T>(string id, string label, IEnumerable<T> all, IEnumerable<T> chosen, Func<T, string> name) where T : struct, Enum =>
        new(label, [.. all.Select(v => new Choice(name(v), Word(v)))]) { Id = id, IsMultiSelect = true, Value = Words([.. chosen]) };

    private static InputChoiceSet OneOf<T>(string id, string label, IEnumerable<T> all, T? chosen, Func<T, string> name, ChoiceStyle style = ChoiceStyle.Expanded) where T : struct, Enum =>
        new(label, [.. all.Select(v => new Choice(name(v), Word(v)))]) { Id = id, Style = style, Value = chosen is { } value ? Word(value) : null };

    private static string? InBox(Words? words, CardContext c) => words is not null && c.Open(words) is { } raw ? PlainText.ForBox(raw) : null;
}
