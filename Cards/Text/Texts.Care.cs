using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards;

/// <summary>First contact, "I need a person now", help and short notices. Words for a crisis are drafts for professional review.</summary>
public abstract partial class Texts
{
    public abstract string Hello(PlainText name);

    public abstract string WhatIDo { get; }

    public abstract string WhoSeesWhat { get; }

    public abstract string RowPay { get; }

    public abstract string RowPaySeen { get; }

    public abstract string RowKept { get; }

    public abstract string RowKeptWhat { get; }

    public abstract string PurposesLabel { get; }

    public abstract string PurposeChoice(Purpose purpose);

    public abstract string ChoiceIsFree { get; }

    public abstract string KeepChoice { get; }

    public abstract string NoneForNow { get; }

    public abstract string NoneAnyMore { get; }

    public abstract string YourChoice { get; }

    public abstract string ChosenAt(Moment at);

    public abstract string AsksAtShiftEnd { get; }

    public abstract string AsksNothing { get; }

    public abstract string PassesOn { get; }

    public abstract string PassesNothingOn { get; }

    public abstract string WelcomeSpoken { get; }

    public abstract string WelcomeSummary { get; }

    public abstract string ThanksForSaying { get; }

    public abstract string NobodyReadsThis { get; }

    public abstract string CrisisContact { get; }

    public abstract string StayWithYou { get; }

    public abstract string ContactReceives(PlainText contact, PlainText you);

    public abstract string AskContact(PlainText contact);

    public abstract string ContactAsked(Moment at);

    public abstract string ContactAskedLine { get; }

    public abstract string PersonSummary { get; }

    public abstract string CanDo { get; }

    /// <summary>Instead of <see cref="CanDo"/>, after words that are no command.</summary>
    public abstract string CanDoInstead { get; }

    /// <summary>The words may have been a cry for help: where a person is.</summary>
    public abstract string StillAPerson(string emergency, string support);

    /// <summary>On an older copy of a card; the one that counts may stand above or below.</summary>
    public abstract string MovedOn { get; }

    public abstract string CanCheckIn { get; }

    public abstract string CanPerson { get; }

    public abstract string CanMyData { get; }

    public abstract string CanLanguage { get; }

    /// <summary>Heads the card on which a language is chosen.</summary>
    public abstract string WhichLanguage { get; }

    public abstract string OlderCardsStay { get; }

    /// <summary>What this language calls itself.</summary>
    public abstract string OwnName { get; }

    /// <summary>The language that this is not.</summary>
    public abstract Language Other { get; }

    public abstract string TypeOrTap { get; }

    /// <summary>The word that a person types for it, see the contract.</summary>
    public abstract string Word(Command command);

    public abstract string Button(Command command);

    public abstract string CallFirst { get; }

    public abstract string IfInDanger { get; }

    public abstract string IfYouWantToTalk { get; }

    /// <summary>Somebody called for people, and it is not known whether anybody was called.</summary>
    public abstract string PerhapsNobodyCalled { get; }

    public abstract string NotHere { get; }

    public abstract string NotHereLine { get; }

    public abstract string NotListed { get; }

    public abstract string NotListedLine { get; }

    public abstract string NoLeaderIsTold(PlainText contact);
}
