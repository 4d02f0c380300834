using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Cards;

/// <summary>A case as the person sees it whom it is about.</summary>
public abstract partial class Texts
{
    public abstract string MineSpoken { get; }

    public abstract string IsAsked(Origin origin, string who);

    public abstract string IsAskedAgain(Origin origin, string who);

    /// <summary>Nobody is asked before that moment; <paramref name="who"/> is null when nobody is known yet.</summary>
    public abstract string WillAsk(Moment at, string? who);

    /// <summary>Before a quotation that has not been sent yet.</summary>
    public abstract string WillSee { get; }

    /// <summary>Why nobody is asked yet, and what to do when it cannot wait.</summary>
    public abstract string OffWork { get; }

    public abstract string SentTo(string who, Moment at);

    public abstract string OwnerSees(PlainText owner);

    public abstract string ThenNext(Moment until, string? next);

    /// <summary>As <see cref="ThenNext"/>, when somebody is asked once more.</summary>
    public abstract string ThenAgain(Moment until, string next);

    public abstract string WhileWaiting(Origin origin);

    public abstract string AskedBefore(string who);

    /// <summary>Who was asked, and when.</summary>
    public abstract string AskedAt(PlainText name, Moment at);

    public abstract string MayLower { get; }

    public abstract string WasLowered { get; }

    public abstract string CounsellorInstead(Route now);

    public abstract string LeaderPlease { get; }

    public abstract string AskAgain(Route route);

    public abstract string HasIt(Origin origin, PlainText owner);

    public abstract string AfterTaken { get; }

    /// <summary>Somebody has it: what follows silence.</summary>
    public abstract string ThenReminded(Moment until, PlainText owner);

    public abstract string WasReminded(PlainText owner);

    /// <summary>The owner was reminded; <paramref name="next"/> is asked then, or null: nobody is left.</summary>
    public abstract string ThenOnwards(Moment until, string? next);

    /// <summary>As <see cref="ThenOnwards"/>, when the next is the owner or somebody else who was asked before.</summary>
    public abstract string ThenOnwardsAgain(Moment until, string next);

    public abstract string OfferedOn(PlainText owner, PlainText to);

    public abstract string SaysDone(PlainText owner, Moment at);

    public abstract string IAskYou(Moment at);

    public abstract string IAskYouNow { get; }

    public abstract string MineClosed { get; }

    public abstract string YouSaidHelped { get; }

    public abstract string NoVisitAnswer { get; }

    public abstract string NobodyAnswered { get; }

    public abstract string NotYourFault(string who);

    public abstract string NobodyToAsk { get; }

    public abstract string WhatNow { get; }

    public abstract string NewsAsked(Origin origin, string who, Moment until);

    public abstract string NewsAskedNext(Moment since, string who, Moment until);

    /// <summary>As <see cref="NewsAskedNext"/>, in a later round of the chain.</summary>
    public abstract string NewsAskedAgain(Moment since, string who, Moment until);

    public abstract string NewsUnanswered(string emergency);

    public abstract string NewsTaken(Origin origin, PlainText owner, Moment at);

    public abstract string NewsDone(PlainText owner, Moment at, string did);

    public abstract string VisitSpoken { get; }

    public abstract string DidItHelp(Moment resolved);

    public abstract string WhoAndWhen(PlainText owner, Moment at);

    public abstract string YouDecide { get; }

    public abstract string Helped { get; }

    public abstract string NotYet { get; }

    public abstract string OtherPerson(Route now);

    public abstract string VisitHelped { get; }

    public abstract string VisitHelpedLine(PlainText owner);

    public abstract string VisitRested { get; }

    public abstract string VisitRestedLine { get; }

    public abstract string VisitReopened { get; }

    public abstract string VisitReopenedLine(string who, Moment until);

    public abstract string VisitNobody { get; }

    public abstract string VisitTaken(PlainText owner);
}
