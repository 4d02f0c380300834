using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>The reviewer's card: the identified face of the log.</summary>
public static partial class ReviewCards
{
    private static readonly int[] StepDays = [1, 3, 7, 14, 30, 60];
    private const int MostHandedIn = 3000;
    private static readonly int[] MeasureDays = [30, 90, 180, 365];

    private static CardMessage Finding(Review state, ReviewView view, CardContext c)
    {
        var t = c.Texts;
        return Card(
            c,
            t.CaseFollows,
            t.CaseFollows,
            [
                .. Identified(state, view, c),
                .. FindingInputs(state, view, c),
                Quiet(t.FindingNext),
                Buttons(
                    Button(t.RecordFinding, new PressFinding(state.Key.Reference), inputs: true, style: ActionStyle.Positive),
                    view.Receivers.Count > 0 ? HandOver(state, view, c) : null),
                // A row of its own: more than two do not fit beside each other on a phone.
                Buttons(Button(t.TooClose, new PressDeclineReview(state.Key.Reference))),
            ]);
    }

    private static IEnumerable<CardElement> FindingInputs(Review state, ReviewView view, CardContext c)
    {
        var t = c.Texts;
        return
        [
            new InputChoiceSet(t.FindingLabel, [.. Enum.GetValues<Finding>().Select(f => new Choice(t.Finding(f), Word(f)))]) { Id = "finding", Value = state.Finding is { } found ? Word(found) : null },
            new InputText(t.CausesLabel)
            {
                Id = "causes",
                IsMultiline = true,
                MaxLength = 1000,
                Placeholder = t.CausesPlaceholder,
                Value = state.Causes is { } words && c.Open(words) is { } causes ? PlainText.ForBox(causes) : null,
            },
            new InputChoiceSet(t.MeasureLabel, [.. Enum.GetValues<VisitorMeasure>().Select(m => new Choice(t.Measure(m), Word(m)))])
            {
                Id = "visitorMeasure",
                Style = ChoiceStyle.Compact,
                Placeholder = t.Choose,
                Value = state.Measure is { } measure ? Word(measure) : null,
            },
            Days("reviewDate", t.MeasureOnLabel, view.Today, MeasureDays, c),
        ];
    }

    /// <summary>What was recorded may be changed until the reporter has read it.</summary>
    private static ActionShowCard ChangeForm(Review state, ReviewView view, CardContext c) => new(c.Texts.ChangeFinding, new AdaptiveCard
    {
        Body = [.. FindingInputs(state, view, c), new ActionSet(Button(c.Texts.RecordFinding, new PressFinding(state.Key.Reference), inputs: true))],
    });

    private static CardMessage Acting(Review state, ReviewView view, CardContext c)
    {
        var t = c.Texts;
        return Card(
            c,
            t.CaseFollows,
            t.CaseFollows,
            [
                .. Identified(state, view, c),
                .. Found(state, c),
                .. state.Corrections.SelectMany(step => Step(state, step, c)),
                state.ReopenedAt is null ? null : Line(t.TurnedOutRestricted),
                Open(state, c).Any() ? Line(t.StillOpen(t.List(Open(state, c)))) : null,
                Buttons(state.ReopenedAt is not null && state.StepsComplete ? Button(t.LookedAtItAgain, new PressCloseAgain(state.Key.Reference), style: ActionStyle.Positive) : null),
                Buttons(
                    state.Replied ? null : ReplyForm(state, c),
                    state.Corrections.Length < Review.MostCorrections ? StepForm(state, view, c) : null),
                Buttons(state.Corrections.IsEmpty && state.NoneBecause is null ? NoneForm(state, c) : null),
                Buttons(state.Replied ? null : ChangeForm(state, view, c)),
                Buttons(view.Receivers.Count > 0 ? HandOver(state, view, c) : null),
            ]);
    }

    private static CardMessage Closed(Review state, ReviewView view, CardContext c) => Card(
        c,
        c.Texts.CaseFollows,
        c.Texts.CaseFollows,
        [
            Band(ContainerStyle.Good, c.Texts.BandClosed(c.Moment(state.Since)), state.Number),
            .. Particulars(state, view, c),
            .. Found(state, c),
            .. state.Corrections.SelectMany(step => Step(state, step, c)),
            state.MeasureOn is { } on ? Line(c.Texts.MeasureAgain(c.Day(on))) : null,
            Quiet(c.Texts.KeptFiveYears),
        ]);

    /// <summary>Who, what and in whose words: only the reviewer reads this.</summary>
    private static IEnumerable<CardElement?> Identified(Review state, ReviewView view, CardContext c) =>
    [
        Band(state.MissedAt is not null && !state.Replied ? ContainerStyle.Attention : ContainerStyle.Accent, c.Texts.BandYours(c.Moment(state.TakenAt ?? state.Since)), state.Number),
        .. Particulars(state, view, c),
        state.Restricted ? Line(c.Texts.OnlyYou) : null,
        .. Promise(state, c),
    ];

    private static IEnumerable<CardElement?> Particulars(Review state, ReviewView view, CardContext c)
    {
        var t = c.Texts;
        var i = state.Incident;
        string[] people = [.. i.Affected.Select(p => c.Named(p).ToString())];
        return
        [
            Heading(t.WhatHappenedAt(PostOf(state))),
            Facts(
            [
                new(t.FactHappenedTo, t.Names(i.Affected.Select(c.Named))),
                i.Affected.SequenceEqual([i.Reporter]) ? null : new(t.FactReporter, c.Named(i.Reporter).ToString()),
                i.Witnesses.IsEmpty ? null : new(t.FactWitnesses, t.Names(i.Witnesses.Select(c.Named))),
                .. About(state, c),
                new(t.FactTrigger, t.Began(i.Trigger)),
                .. Details(i.Details, t),
            ]),
            Told(i.Details?.Description, i.Reporter, told => t.ReporterWrote(c.Named(i.Reporter), told), c),
            Told(i.Details?.Statement, i.Affected is [var writer, ..] ? writer : i.Reporter, t.StatementSays, c),
            .. Further(view, c),
            Quiet(i.StatementSigned is { } signed ? t.StatementSigned(c.Moment(signed)) : t.StatementOpen),
        ];
    }

    private static TextBlock? Told(Words? words, string writer, Func<PlainText, string> sentence, CardContext c) =>
        words is null ? null : c.ReadAll(words) is { } said ? new TextBlock(sentence(said)) : Line(c.Texts.CannotBeRead(c.Named(writer)));

    /// <summary>As much as a card can carry with everything else on it; whoever wrote more is named.</summary>
    private static IEnumerable<CardElement> Further(ReviewView view, CardContext c)
    {
        var left = MostHandedIn;
        var (more, lost) = (new List<string>(), new List<string>());
        foreach (var handed in view.HandedIn)
        {
            if (c.ReadAll(handed.Words) is not { } words)
            {
                lost.Add(handed.Person);
                continue;
            }
            if (words.ToString().Length > left)
            {
                more.Add(handed.Person);
                continue;
            }
            left -= words.ToString().Length;
            yield return new TextBlock(c.Texts.HandedIn(c.Named(handed.Person), c.Moment(handed.At), words));
        }
        foreach (var person in more.Distinct())
            yield return Line(c.Texts.HandedInMore(c.Named(person)));
        foreach (var person in lost.Distinct())
            yield return Line(c.Texts.CannotBeRead(c.Named(person)));
    }

    private static IEnumerable<Schema.Fact?> Details(IncidentDetails? details, Texts t) => details is null ? [] :
    [
        details.Perpetrator is { } by ? new(t.FactPerpetrator, t.Perpetrator(by)) : null,
        details.Weapon == Weapon.None ? null : new(t.FactWeapon, t.Tool(details.Weapon)),
        details.Circumstances.IsDefaultOrEmpty ? null : new(t.FactCircumstances, t.List(details.Circumstances.Select(t.Circumstance))),
        details.Immediate.IsDefaultOrEmpty ? null : new(t.FactAtOnce, t.List(details.Immediate.Select(t.DoneAtOnce))),
        details.Files is { } files ? new(t.FactFiles, t.Files(files)) : null,
    ];

    private static IEnumerable<CardElement?> Found(Review state, CardContext c)
    {
        var t = c.Texts;
        var measure = state.Measure is { } m and not VisitorMeasure.None ? t.Measure(m) : null;
        return
        [
            Facts(
            [
                state.Finding is { } finding ? new(t.FactFinding, t.Finding(finding)) : null,
                c.ReadAll(state.Causes) is { } causes ? new(t.FactCauses, causes.ToString()) : null,
                measure is null ? null : new(t.FactMeasure, state.MeasureOn is { } on ? t.MeasureUntil(measure, c.Day(on)) : measure),
                c.ReadAll(state.NoneBecause) is { } none ? new(t.FactNoStep, none.ToString()) : null,
                c.ReadAll(state.Reply) is { } reply ? new(t.FactReply, t.ReplySent(c.Moment(state.RepliedAt ?? state.Since), reply)) : null,
            ]),
            state.Unread is { IsEmpty: false } unread ? Line(t.ReplyDoesNotReach(t.Names(unread.Select(c.Named)))) : null,
        ];
    }

    private static IEnumerable<CardElement> Step(Review state, Correction step, CardContext c)
    {
        var t = c.Texts;
        var action = c.Read(step.Action) ?? PlainText.Name(null);
        var status = step switch
        {
            { IsChecked: true } => t.StepChecked(c.Moment(step.CheckedAt!.Value)),
            { Out: { } why } => t.StepOut(why, c.Day(step.Due)),
            { DoneAt: { } done } => t.StepDone(c.Moment(done)),
            { Late: true } => t.StepLate(c.Day(step.Due)),
            _ => t.StepOpen(c.Day(step.Due)),
        };
        yield return Line(t.StepLine(step.Number, action, state.Restricted ? null : c.Named(step.Owner), status));
        if (!step.IsChecked && (step.DoneAt is not null || step.Out is not null || state.Restricted))
            yield return Buttons(Checked(state, step, t.StepIsDone, "true"), state.Restricted || step.Out is not null ? null : Checked(state, step, t.StepNotYet, "false"))!;
    }

    private static ActionExecute Checked(Review state, Correction step, string title, string done) => Button(
        title,
        new PressCheckCorrection(state.Key.Reference) { Number = new Input(step.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)), Done = new Input(done) });

    private static IEnumerable<string> Open(Review state, CardContext c)
    {
        if (!state.Replied)
            yield return c.Texts.OpenReply;
        if (state.Corrections.IsEmpty && state.NoneBecause is null)
            yield return c.Texts.OpenSteps;
        if (state.Corrections.Any(s => !s.IsChecked))
            yield return c.Texts.OpenChecks;
    }

    private static ActionShowCard ReplyForm(Review state, CardContext c) => new(c.Texts.ReplyNow, new AdaptiveCard
    {
        Body =
        [
            new InputText(c.Texts.ReplyLabel) { Id = "reply", IsMultiline = true, MaxLength = 1000, Placeholder = c.Texts.ReplyPlaceholder },
            Quiet(c.Texts.ReplyOnce),
            new ActionSet(Button(c.Texts.SendReply, new PressReply(state.Key.Reference), inputs: true)),
        ],
    });

    private static ActionShowCard StepForm(Review state, ReviewView view, CardContext c)
    {
        var t = c.Texts;
        return new(t.AddStep, new AdaptiveCard
        {
            Body =
            [
                .. new CardElement?[]
                {
                    new InputText(t.StepLabel) { Id = "action", IsMultiline = true, MaxLength = 300, Placeholder = t.StepPlaceholder },
                    state.Restricted ? null : People("owner", t.StepOwner, view.Owners, c),
                    Days("due", t.StepDue, view.Today, StepDays, c),
                    new InputToggle(t.StepHazardLabel, t.StepHazard(view.HazardDays)) { Id = "hazard", Value = "false" },
                    Quiet(state.Restricted ? t.StepMeansAlone : t.StepMeans),
                    new ActionSet(Button(t.AddThisStep, new PressCorrection(state.Key.Reference), inputs: true)),
                }.OfType<CardElement>(),
            ],
        });
    }

    private static ActionShowCard NoneForm(Review state, CardContext c) => new(c.Texts.NoStep, new AdaptiveCard
    {
        Body =
        [
            new InputText(c.Texts.NoStepLabel) { Id = "reason", IsMultiline = true, MaxLength = 300 },
            new ActionSet(Button(c.Texts.RecordReason, new PressNoCorrection(state.Key.Reference), inputs: true)),
        ],
    });
}
