using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>What the welcome card has to know beside the contact.</summary>
/// <param name="CrisisContact">Id of the first crisis contact; null when none is named.</param>
/// <param name="Roles">Roles of the reader; null: staff.</param>
public sealed record WelcomeView(string? CrisisContact, IReadOnlyList<Role>? Roles = null);

/// <summary>What the bot does and keeps, who sees what, and what the person agreed to.</summary>
public static partial class ContactCards
{
    public static CardMessage Welcome(Contact state, WelcomeView view, CardContext c)
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
                .. state.ChosenAt is { } at ? Chosen(state, at, c) : [Heading(t.Hello(c.Named(state.Person)), TextSize.Large), Line(t.WhatIDo)],
                WhoSeesWhat(view, c),
                new InputChoiceSet(t.PurposesLabel, [.. Enum.GetValues<Purpose>().Select(p => new Choice(t.PurposeChoice(p), Word(p)))])
                {
                    Id = "purposes",
                    IsMultiSelect = true,
                    Value = state.Purposes.IsEmpty ? null : string.Join(",", state.Purposes.Select(Word)),
                },
                Line(t.ChoiceIsFree) with { Size = TextSize.Small },
                // Neither button is highlighted: yes and no weigh the same.
                Buttons(
                    Button(t.KeepChoice, new GiveConsent(), inputs: true),
                    Button(state.Purposes.IsEmpty ? t.NoneForNow : t.NoneAnyMore, new WithdrawConsent())),
                PersonRow(c),
            ]);
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
