using System.Globalization;
using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What the welcome card has to know beside the contact.</summary>
/// <param name="CrisisContact">Id of the first crisis contact; null when none is named.</param>
/// <param name="Roles">Roles of the reader; null: staff.</param>
/// <param name="Kept">What is kept about the reader, for "my data".</param>
public sealed record WelcomeView(string? CrisisContact, IReadOnlyList<Role>? Roles = null, Kept? Kept = null)
{
    /// <summary>How long the organisation keeps what is over.</summary>
    public RetentionPolicy Keep { get; init; } = RetentionPolicy.Shipped;
}

/// <summary>What the bot does and keeps, who sees what, and what the person agreed to.</summary>
public static partial class ContactCards
{
    public static CardMessage Of(Contact state, Slot slot, WelcomeView view, CardContext c) => (slot.Name, state.Erasing) switch
    {
        ("erased", { DoneAt: not null } done) => Deleted(done, view.Keep, c),
        (_, { IsAsked: true }) => AskDelete(c),
        (_, { IsRunning: true }) => Deleting(c),
        ("welcome", _) => Welcome(state, view, c),
        _ => MyData(state, view, c),
    };

    private static CardMessage Welcome(Contact state, WelcomeView view, CardContext c)
    {
        // Whoever has chosen keeps the card on which the choice can be changed.
        if (view.Roles is { } roles && !roles.Contains(Role.Staff) && state.ChosenAt is null)
            return WelcomeHelper(state, roles, c);
        var t = c.Texts;
        return Card(
            c,
            t.WelcomeSpoken,
            t.WelcomeSummary,
            [
                .. state.ChosenAt is { } at && !state.AgreedToOlderTerms ? Chosen(state, at, c) : [Heading(t.Hello(c.Named(state.Person)), TextSize.Large), Line(t.WhatIDo)],
                state.AgreedToOlderTerms ? Line(t.TermsChanged) : null,
                WhoSeesWhat(view, c),
                .. Choosing(state, c, state.Withdrew ? Button(t.DeleteAnswers, new EraseMyAnswers()) : null),
                PersonRow(c),
            ]);
    }

    /// <summary>The purposes and what is done with the choice; an earlier choice stands ticked.</summary>
    private static IEnumerable<CardElement?> Choosing(Contact state, CardContext c, params IReadOnlyList<ActionExecute?> more)
    {
        var t = c.Texts;
        return
        [
            new InputChoiceSet(t.PurposesLabel, [.. Enum.GetValues<Purpose>().Select(p => new Schema.Choice(t.PurposeChoice(p), Word(p)))])
            {
                Id = "purposes",
                IsMultiSelect = true,
                Value = state.Purposes.IsEmpty ? null : string.Join(",", state.Purposes.Select(Word)),
            },
            Line(t.ChoiceIsFree) with { Size = TextSize.Small },
            // Neither button is highlighted: yes and no weigh the same.
            Buttons(
                Button(t.KeepChoice, new GiveConsent { Terms = new Input(Contact.TermsVersion.ToString(CultureInfo.InvariantCulture)) }, inputs: true),
                Button(state.Purposes.IsEmpty ? t.NoneForNow : t.NoneAnyMore, new WithdrawConsent())),
            Buttons(more),
        ];
    }

    private static CardElement[] Chosen(Contact state, DateTimeOffset at, CardContext c) =>
    [
        Heading(c.Texts.YourChoice, TextSize.Large),
        Line(c.Texts.ChosenAt(c.Moment(at))),
        Line(state.Agrees(Purpose.CheckIn) ? c.Texts.AsksAtShiftEnd : c.Texts.AsksNothing),
        Line(state.Agrees(Purpose.Escalation) ? c.Texts.PassesOn : c.Texts.PassesNothingOn),
    ];

    private static Container WhoSeesWhat(WelcomeView view, CardContext c)
    {
        var t = c.Texts;
        return new(
        [
            new TextBlock(t.WhoSeesWhat) { Weight = TextWeight.Bolder },
            .. Sights.ForThePerson(c.NamedOrNull(view.CrisisContact), t).Select(s => Row(s.Who, s.What)),
            Row(t.RowPay, t.RowPaySeen),
            Row(t.RowKept, t.RowKeptWhat),
        ])
        { Style = ContainerStyle.Emphasis };
    }

    private static ColumnSet Row(string what, string who) => new(
        new Column("88px", [new TextBlock(what) { Size = TextSize.Small, Weight = TextWeight.Bolder }]),
        new Column("stretch", [new TextBlock(who) { Size = TextSize.Small }]))
    {
        Spacing = Spacing.Small,
    };

    private static string Word(Purpose purpose) => purpose switch
    {
        Purpose.CheckIn => "checkin",
        Purpose.Escalation => "escalation",
        Purpose.TeamView => "teamView",
        _ => "counsellor",
    };
}
