using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>The cards of whoever it happened to: <c>statement</c>, <c>howAreYou</c>, and <c>reply</c> where somebody else reported it.</summary>
public static class StatementCards
{
    /// <param name="route">Who is asked to look in when the person is not all right.</param>
    public static CardMessage Of(Statement state, Slot slot, Route route, CardContext c) => (slot.Name, state) switch
    {
        ("reply", { Reply: { } reply }) => IncidentReportCards.Replied(state.Number, state.About.OccurredAt, state.About.Post, reply, c),
        ("howAreYou", _) => HowAreYouCard(state, route, c),
        (_, { Phase: StatementPhase.NotNeeded }) => Plain(c, c.Texts.StatementNotNeeded, c.Texts.StatementNotNeededLine),
        (_, { Phase: StatementPhase.Frozen }) => Frozen(state, c),
        (_, { Phase: StatementPhase.Declined }) => Declined(state, c),
        _ => Open(state, c),
    };

    private static CardMessage Open(Statement state, CardContext c)
    {
        var t = c.Texts;
        return Card(
            c,
            t.StatementSpoken,
            t.StatementSpoken,
            Heading(t.StatementHeading, TextSize.Large),
            Line(About(state, c)),
            state.ByColleague ? Line(t.ReportedByColleague(c.Named(state.About.Reporter))) : null,
            Line(t.StatementPrivate),
            state.Gap ? new Container([new TextBlock(t.StatementEmpty)]) { Style = ContainerStyle.Warning } : null,
            new InputText(t.StatementLabel)
            {
                Id = "statement",
                IsMultiline = true,
                MaxLength = 3000,
                Placeholder = t.StatementPlaceholder,
                Value = state.Draft is { } words && c.Open(words) is { } raw ? PlainText.ForBox(raw) : null,
            },
            Line(t.StatementFreezes) with { Size = TextSize.Small },
            Quiet(t.StatementTime(c.Moment(state.Limit))),
            // Keeping comes first: nobody signs by a hasty tap.
            Buttons(
                Button(t.KeepStatement, new WriteStatement(state.Key.Reference), inputs: true, style: ActionStyle.Positive),
                Button(t.SignStatement, new WriteStatement(state.Key.Reference) { Step = new Input("sign") }, inputs: true)),
            // A row of its own: more than two do not fit beside each other on a phone.
            Buttons(state.Draft is null ? Button(t.RatherNot, new WriteStatement(state.Key.Reference) { Step = new Input("decline") }, inputs: true) : null),
            PersonRow(c));
    }

    private static CardMessage Declined(Statement state, CardContext c) => Card(
        c,
        c.Texts.StatementSpoken,
        c.Texts.StatementSpoken,
        Heading(c.Texts.StatementDeclined),
        Line(About(state, c)),
        Line(c.Texts.StatementDeclinedLine),
        Buttons(Button(c.Texts.WriteAfterAll, new WriteStatement(state.Key.Reference) { Step = new Input("open") })),
        PersonRow(c));

    private static CardMessage Frozen(Statement state, CardContext c)
    {
        var t = c.Texts;
        return Card(
            c,
            t.StatementSpoken,
            t.StatementSpoken,
            [
                Band(ContainerStyle.Good, t.BandSigned(c.Moment(state.SignedAt!.Value)), state.Number),
                Heading(t.YourAccount),
                Line(About(state, c)),
                state.Corrected ? Line(t.StatementNotNeededLine) : null,
                Box(new TextBlock(Said(state.Text, c))),
                .. state.Addenda.Select(a => Box(Quiet(t.AddedAt(c.Moment(a.At))), new TextBlock(Said(a.Text, c)))),
                .. state.Addenda.Length < Statement.MostAddenda ? Adding(state, t) : [Quiet(t.NoMoreAddenda)],
                Quiet(state.About.Restricted ? t.SignedRestricted : t.SignedSees),
                PersonRow(c),
            ]);
    }

    private static CardElement?[] Adding(Statement state, Texts t) =>
    [
        new InputText(t.AddendumLabel) { Id = "addendum", IsMultiline = true, MaxLength = 800 },
        Buttons(Button(t.AddToStatement, new WriteStatement(state.Key.Reference) { Step = new Input("add") }, inputs: true)),
    ];

    private static CardMessage HowAreYouCard(Statement state, Route route, CardContext c)
    {
        var t = c.Texts;
        IEnumerable<CardElement?> body = state switch
        {
            { Spared: true } => [Heading(t.StatementNotNeeded), Line(t.StatementNotNeededLine)],
            { VisitsOff: true } => [Heading(t.VisitsOff), Line(t.VisitsOffLine), Buttons(Says(state, t.AskMeAgain, HowAreYou.Again))],
            { Answer: HowAreYou.AllRight } => [Heading(t.GladToHear), Line(Next(state, c)), Buttons(Says(state, t.NotAllRightAfterAll, HowAreYou.NotAllRight)), Buttons(Stop(state, t))],
            { Answer: HowAreYou.NotAllRight } => [Heading(t.ThankYouForSaying), Line(t.SomebodyIsAskedNow(t.Role(RoleOf(route)))), Line(Next(state, c)), Buttons(Stop(state, t))],
            _ =>
            [
                Heading(t.HowAreYouNow),
                Line(t.AsksAfter(state.Number, c.Day(c.Moment(state.About.OccurredAt).Day), state.ByColleague)) with { Size = TextSize.Small },
                Line(t.NotAllRightMeans(t.Role(RoleOf(route)))) with { Size = TextSize.Small },
                Buttons(Says(state, t.AllRight, HowAreYou.AllRight), Says(state, t.NotAllRight, HowAreYou.NotAllRight)),
                Buttons(Says(state, t.StopAsking, HowAreYou.Stop)),
            ],
        };
        return Card(c, t.VisitSpoken, t.VisitSpoken, [.. body, PersonRow(c)]);
    }

    private static ActionExecute? Stop(Statement state, Texts t) => state.Visits.IsEmpty ? null : Says(state, t.StopAsking, HowAreYou.Stop);

    private static string Next(Statement state, CardContext c) => state.Visits is [var next, ..] ? c.Texts.AskAgainOn(c.Moment(next.At)) : c.Texts.WasTheLast;

    private static StepRole RoleOf(Route route) => route switch
    {
        Route.Leader => StepRole.Leader,
        Route.Buddy => StepRole.Buddy,
        Route.CrisisContact => StepRole.CrisisContact,
        _ => StepRole.Counsellor,
    };

    private static ActionExecute Says(Statement state, string title, HowAreYou answer) =>
        Button(title, new SayHowYouAre(state.Key.Reference) { Answer = new Input(Word(answer)) });

    private static string About(Statement state, CardContext c) =>
        c.Texts.AboutEvent(state.About.Post.Length > 0 ? PlainText.Name(state.About.Post).ToString() : null, c.Moment(state.About.OccurredAt));

    private static string Said(Words? words, CardContext c) => words is not null && c.Open(words) is { } raw ? PlainText.Account(raw).ToString() : c.Texts.WordsNotHere;

    private static CardMessage Plain(CardContext c, string heading, string line) =>
        Card(c, c.Texts.StatementSpoken, c.Texts.StatementSpoken, Heading(heading), Line(line), PersonRow(c));
}
