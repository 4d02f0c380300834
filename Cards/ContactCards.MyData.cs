using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What is kept about a person, counted by kind.</summary>
/// <param name="Answers">Check-ins with an answer.</param>
/// <param name="Notes">Of those, with a note.</param>
/// <param name="Cases">Times somebody was asked because of a check-in.</param>
/// <param name="Requests">Times the person asked for a person now.</param>
/// <param name="Since">The oldest answer.</param>
public sealed record Kept(int Answers, int Notes, int Cases, int Requests, DateTimeOffset? Since)
{
    /// <summary>Reports, sent or not.</summary>
    public int Reports { get; init; }

    /// <summary>Accounts of incidents, signed or not.</summary>
    public int Accounts { get; init; }

    /// <summary>Leave that the person told and that is not over.</summary>
    public Leave? Leave { get; init; }

    /// <summary>Who looked at what of the person, oldest first.</summary>
    public IReadOnlyList<LookedAt> Looks { get; init; } = [];

    /// <summary>The same with one more check-in, which is not older than those before.</summary>
    public Kept With(CheckIn checkIn) => this with
    {
        Answers = Answers + (checkIn.HasAnswers ? 1 : 0),
        Notes = Notes + ((checkIn.Answer?.Note ?? checkIn.Draft.Note) is null ? 0 : 1),
        Cases = Cases + (checkIn.Case is null ? 0 : 1),
        Since = Since ?? (checkIn.HasAnswers ? checkIn.AnsweredAt ?? checkIn.Since : null),
    };
}

/// <summary>"My data", and deleting the answers.</summary>
public static partial class ContactCards
{
    /// <summary>How many readings stand on the card.</summary>
    private const int LatestLooks = 5;

    private static CardMessage MyData(Contact state, WelcomeView view, CardContext c)
    {
        var t = c.Texts;
        return Card(
            c,
            t.WelcomeSpoken,
            t.WelcomeSummary,
            [
                Heading(t.MyData, TextSize.Large),
                .. view.Kept is { } kept ? WhatIsKept(state, kept, c) : [],
                .. AgreedTo(state, c),
                state.AgreedToOlderTerms ? Line(t.TermsChanged) : null,
                view.Kept is { } looked ? WhoLooked(looked, c) : null,
                WhoSeesWhat(view, c),
                .. Choosing(state, c, Button(t.DeleteAnswers, new EraseMyAnswers())),
                // A row of its own: three of them are wider than a phone.
                Buttons(Button(t.ExportData, new ExportMyData()), Button(t.ForgetMe, new ForgetMe())),
                PersonRow(c),
            ]);
    }

    private static IEnumerable<CardElement?> WhatIsKept(Contact state, Kept kept, CardContext c)
    {
        var t = c.Texts;
        if (kept.Answers == 0)
            yield return Line(t.NothingKept);
        yield return Facts(
        [
            kept.Answers > 0 ? new(t.KeptAnswers, t.KeptAnswersCount(kept.Answers, kept.Since is { } since ? c.Moment(since) : null)) : null,
            kept.Notes > 0 ? new(t.KeptNotes, t.NotesCount(kept.Notes)) : null,
            kept.Cases > 0 ? new(t.KeptCases, t.Count(kept.Cases)) : null,
            kept.Requests > 0 ? new(t.KeptRequests, t.Count(kept.Requests)) : null,
            kept.Reports > 0 ? new(t.KeptReports, t.ReportsCount(kept.Reports)) : null,
            kept.Accounts > 0 ? new(t.KeptAccounts, t.AccountsCount(kept.Accounts)) : null,
            kept.Leave is { } leave ? new(t.KeptLeave, t.LeaveSpan(c.Day(leave.From), c.Day(leave.To))) : null,
            state.AllChoices is [var first, ..] all ? new(t.KeptChoices, t.ChoicesCount(all.Count, c.Moment(first.At))) : null,
        ]);
    }

    /// <summary>The latest readings; the file has all of them.</summary>
    private static Container WhoLooked(Kept kept, CardContext c)
    {
        var t = c.Texts;
        return new(
        [
            new TextBlock(t.WhoLooked) { Weight = TextWeight.Bolder },
            .. kept.Looks.Reverse().Take(LatestLooks).Select(l => Line(LookLine(l, c.Texts.Time(c.Said(l.At)), c)) with { Size = TextSize.Small }),
            .. kept.Looks.Count == 0 ? new[] { Line(t.NobodyLooked) with { Size = TextSize.Small } } : [],
            .. kept.Looks.Count > LatestLooks ? new[] { Line(t.MoreLooks(kept.Looks.Count - LatestLooks)) with { Size = TextSize.Small } } : [],
        ])
        { Style = ContainerStyle.Emphasis };
    }

    /// <summary>A reading as a line.</summary>
    internal static string LookLine(LookedAt look, string at, CardContext c)
    {
        var role = c.Texts.Name(look.Viewer);
        return c.Texts.LookLine(
            at,
            look.IsNamed ? c.Texts.WithRole(c.Named(look.Reader).ToString(), role) : role,
            look.Item,
            c.Texts.Words(look.Facts),
            c.Texts.LookedBecause(look.Ground));
    }

    private static IEnumerable<CardElement> AgreedTo(Contact state, CardContext c)
    {
        if (!Enum.GetValues<Purpose>().Any(state.Agrees))
            yield return Line(c.Texts.AgreedToNothing);
        foreach (var purpose in Enum.GetValues<Purpose>())
        {
            if (state.AgreesSince(purpose) is { } since)
                yield return Line(c.Texts.AgreedSince(c.Texts.PurposeChoice(purpose), c.Moment(since)));
        }
    }

    private static CardMessage AskDelete(CardContext c) => Card(
        c,
        c.Texts.DeleteAsk,
        c.Texts.WelcomeSummary,
        Heading(c.Texts.DeleteAsk),
        Line(c.Texts.DeleteMeans),
        // Neither button is highlighted: yes and no weigh the same.
        Buttons(
            Button(c.Texts.DeleteYes, new EraseMyAnswers { Confirm = new Input("yes") }),
            Button(c.Texts.DeleteNo, new EraseMyAnswers { Confirm = new Input("no") })),
        PersonRow(c));

    private static CardMessage Deleting(CardContext c) =>
        Card(c, c.Texts.Deleting, c.Texts.WelcomeSummary, Heading(c.Texts.Deleting), Line(c.Texts.DeletingLine), PersonRow(c));

    /// <summary>What was deleted, what remains, and why.</summary>
    private static CardMessage Deleted(Erasure done, RetentionPolicy keep, CardContext c) => Card(
        c,
        c.Texts.Deleted,
        c.Texts.WelcomeSummary,
        Heading(c.Texts.Deleted),
        Line(c.Texts.DeletedWhat(done.CheckIns, done.Notes)),
        Line(c.Texts.DeletedRemains),
        done.Drafts == 0 ? null : Line(c.Texts.DeletedDrafts(done.Drafts)),
        done.Handed is { } handed ? Line(c.Texts.HandedRemains(c.Texts.Listed(handed), keep.Incidents)) : null,
        done.Cases.IsEmpty ? null : Line(c.Texts.DeletedCases(c.Texts.Listed(done.Cases))),
        PersonRow(c));
}
