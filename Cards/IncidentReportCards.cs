using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What can be chosen on the card of a report; empty where the card is not open.</summary>
/// <param name="Posts">Posts of the reporter's team.</param>
/// <param name="Colleagues">Ids of those to whom it may have happened, or who may have seen it.</param>
/// <param name="Reviewers">Ids of those who might review it.</param>
/// <param name="Cut">There are more people than the lists hold.</param>
public sealed record ReportView(IReadOnlyList<string> Posts, IReadOnlyList<string> Colleagues, IReadOnlyList<string> Reviewers, bool Cut = false)
{
    public static ReportView None { get; } = new([], [], []);
}

/// <summary>The reporter's cards: <c>report</c>, <c>nobody</c> when nobody uninvolved can take it, and <c>reply</c> when it is told what was done.</summary>
public static partial class IncidentReportCards
{
    public static CardMessage Of(Incident state, Slot slot, ReportView view, CardContext c) => (slot.Name, state) switch
    {
        ("reply", { Reply: { } reply }) => Replied(state.Number!, state.Report!.OccurredAt!.Value, state.Report.Post, reply, c),
        ("nobody", { Review: { Nobody: true } review }) => Nobody(state, review, c),
        ("nobody", { Review: { } review }) => Somebody(state, review, c),
        (_, { IsOpen: true }) => Form(state, view, c),
        (_, { Phase: IncidentPhase.Draft }) => Parked(state, c),
        (_, { Phase: IncidentPhase.Discarded }) => Plain(c, c.Texts.ReportDiscarded, c.Texts.ReportWhenever),
        _ => Receipt(state, c),
    };

    /// <summary>What was done, for the reporter and for whoever it happened to.</summary>
    internal static CardMessage Replied(string number, DateTimeOffset occurredAt, string post, IncidentReplied reply, CardContext c)
    {
        var t = c.Texts;
        return Card(
            c,
            t.ReplySpoken,
            t.ReplySpoken,
            Band(ContainerStyle.Good, t.BandReplied(c.Moment(reply.At)), number),
            Heading(t.ReplyHeading),
            Line(t.AboutEvent(PostIn(post), c.Moment(occurredAt))),
            Box(new TextBlock(c.Open(reply.Reply) is { } words ? t.ReplyFrom(c.Named(reply.By), PlainText.Account(words)) : t.ReplyWithoutWords(c.Named(reply.By)))),
            Line(t.ReplyNext),
            PersonRow(c));
    }

    private static CardMessage Parked(Incident state, CardContext c) => Card(
        c,
        c.Texts.ReportSpoken,
        c.Texts.ReportSummary,
        Heading(state.RemindAt is null && state.Draft.IsEmpty ? c.Texts.ReportBegun : c.Texts.ReportKept),
        Line(c.Texts.AboutEvent(PostIn(state.Draft.Post), c.Moment(state.Draft.OccurredAt ?? state.BegunAt))),
        Line(c.Texts.ReportKeptLine),
        FilesLine(state, c),
        Buttons(
            Button(c.Texts.GoOn, new OpenIncident(state.Key.Reference), style: ActionStyle.Positive),
            Button(c.Texts.ThrowAway, new DiscardIncident(state.Key.Reference))),
        PersonRow(c));

    private static CardMessage Receipt(Incident state, CardContext c)
    {
        var t = c.Texts;
        var report = state.Report!;
        return Card(
            c,
            t.ReportedSpoken,
            t.ReportSummary,
            [
                Band(ContainerStyle.Good, t.BandReported(c.Moment(state.ReportedAt!.Value)), state.Number),
                Heading(t.ReportedHeading),
                state.IsLate ? Line(t.LateIsFine) : null,
                report.Over == false ? StillGoingOn(c) : null,
                Facts(ReadBack(state, report, c)),
                Line(WhatNow(state, c)),
                Line(Accounts(state, report, c)),
                Quiet(state.IsRestricted ? t.RestrictedSees : t.ReviewSees),
                state.TakesMore ? Buttons(Button(t.AddOrChange, new OpenIncident(state.Key.Reference))) : null,
                PersonRow(c),
            ]);
    }

    /// <summary>It is not over: first away, then the phone, then people. What the card holds stays where it is.</summary>
    private static Container StillGoingOn(CardContext c) => new(
    [
        new TextBlock(c.Texts.NotOverYet(c.Emergency)) { Weight = TextWeight.Bolder },
        new ActionSet(Button(c.Texts.CallPeople, new CallForHelp())),
    ])
    { Style = ContainerStyle.Warning };

    private static IEnumerable<Fact?> ReadBack(Incident state, Report report, CardContext c)
    {
        var t = c.Texts;
        return
        [
            new(t.FactWhenWhere, t.PostAndTime(PostIn(report.Post), t.Place(report.Location ?? LocationClass.Counter), c.Moment(report.OccurredAt!.Value))),
            new(t.FactKinds, t.List(report.Kinds.Select(t.Kind))),
            new(t.FactHurt, t.Hurt(report.Injuries!.Value)),
            new(t.FactSeverity, state.IsRestricted ? t.SeverityAlone(report.Weight) : t.Severity(report.Weight)),
            report.For == ReportedFor.Colleague ? new(t.FactAffected, t.Names(report.AffectedBy(state.Reporter).Select(c.Named))) : null,
            report.Description is null ? null : new(t.FactDescription, t.DescriptionKept),
            state.Files.IsEmpty ? null : new(t.FactFiles, t.Files([.. state.Files.Select(f => f.Seen)])),
        ];
    }

    private static string WhatNow(Incident state, CardContext c)
    {
        var t = c.Texts;
        return state switch
        {
            { Reply: { } reply, Review: { Again: true, Nobody: var nobody, Reviewer: var who } } => t.Sentences([t.WasReplied(c.Moment(reply.At)), nobody ? t.NobodyCanTakeIt : t.LookedAtAgain(c.NamedOrNull(who))]),
            { Reply: { } reply } => t.WasReplied(c.Moment(reply.At)),
            { Review: { } review } => Assigned(review, c),
            _ => t.ReviewComes,
        };
    }

    /// <summary>Whose own account there is to be. Whether a colleague has written one is theirs to tell.</summary>
    private static string Accounts(Incident state, Report report, CardContext c) => report.For == ReportedFor.Colleague
        ? c.Texts.ColleagueIsAsked(c.Texts.Names(report.AffectedBy(state.Reporter).Select(c.Named)))
        : state.Signatures.Any(s => s.Person == state.Reporter) ? c.Texts.YourAccountIsThere : c.Texts.AccountIsYours;

    /// <summary>Kind and size; never a picture of it.</summary>
    private static TextBlock? FilesLine(Incident state, CardContext c) =>
        state.Files.IsEmpty ? null : Line($"{c.Texts.FactFiles} · {c.Texts.Files([.. state.Files.Select(f => f.Seen)])}");

    private static string? PostIn(string post) => post.Length > 0 ? PlainText.Name(post).ToString() : null;

    private static CardMessage Plain(CardContext c, string heading, string line) =>
        Card(c, c.Texts.ReportSpoken, c.Texts.ReportSummary, Heading(heading), Line(line), PersonRow(c));
}
