using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What stays of somebody who had everything deleted: numbers of what a duty keeps, and what is others'.</summary>
/// <param name="Parts">They had a part in others' records.</param>
/// <param name="Words">Words of theirs stay in others' reports and their reviews.</param>
public sealed record ForgetReceipt(IReadOnlyList<string> Reports, IReadOnlyList<string> Cases, bool Looks, bool OnRoster, bool Parts = false, bool Words = false);

/// <summary>Deleting everything about a person: the question, that it runs, and what was kept.</summary>
public static class ForgetCards
{
    /// <param name="keep">How long what stays is kept.</param>
    public static CardMessage Ask(RetentionPolicy keep, CardContext c) => Card(
        c,
        c.Texts.ForgetAsk,
        c.Texts.WelcomeSummary,
        Heading(c.Texts.ForgetAsk),
        Line(c.Texts.ForgetMeans),
        Line(c.Texts.ForgetStays(keep)),
        // No button is highlighted: yes and no weigh the same.
        Buttons(
            Button(c.Texts.ForgetYes, new ForgetMe { Confirm = new Input("yes") }),
            Button(c.Texts.DeleteNo, new ForgetMe { Confirm = new Input("no") })),
        Buttons(Button(c.Texts.ExportData, new ExportMyData())),
        PersonRow(c));

    public static CardMessage Begun(CardContext c) =>
        Card(c, c.Texts.ForgetBegun, c.Texts.WelcomeSummary, Heading(c.Texts.ForgetBegun), Line(c.Texts.ForgetBegunLine), PersonRow(c));

    /// <inheritdoc cref="Ask" path="/param"/>
    public static CardMessage Done(ForgetReceipt receipt, RetentionPolicy keep, CardContext c) => Card(
        c,
        c.Texts.ForgetDone,
        c.Texts.WelcomeSummary,
        Heading(c.Texts.ForgetDone),
        Line(c.Texts.ForgetDoneLine(receipt.Reports.Count > 0 || receipt.Words)),
        receipt.Reports.Count == 0 ? null : Line(c.Texts.ForgetKeptReports(c.Texts.Listed(receipt.Reports), keep.Incidents)),
        receipt.Cases.Count == 0 ? null : Line(c.Texts.ForgetKeptCases(c.Texts.Listed(receipt.Cases), keep.Cases)),
        receipt.Looks ? Line(c.Texts.ForgetKeptLooks(keep.AccessLog)) : null,
        receipt.Parts ? Line(c.Texts.ForgetKeptParts(receipt.Words)) : null,
        receipt.OnRoster ? Line(c.Texts.ForgetKeptRoster) : null,
        Line(c.Texts.ForgetKeptChat),
        PersonRow(c));

    /// <summary>What a colleague's card becomes of which nothing is kept.</summary>
    public static CardMessage Over(CardContext c) => Card(c, c.Texts.ForgottenCard, c.Texts.WelcomeSummary, Line(c.Texts.ForgottenCard), PersonRow(c));
}
