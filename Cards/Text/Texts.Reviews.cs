namespace CheckInBot.Cards;

/// <summary>A review, as those see it who are asked, and what the reviewer reads.</summary>
public abstract partial class Texts
{
    public abstract string BandReviewOpen(Moment until);

    public abstract string BandReviewOffered(PlainText owner);

    public abstract string PleaseReview(PlainText? post);

    public abstract string WhyYou { get; }

    /// <summary>To an administrator: nobody else was uninvolved.</summary>
    public abstract string LastResort { get; }

    /// <summary>Of a restricted kind.</summary>
    public abstract string OnlyYou { get; }

    public abstract string ReplyPromised(Moment due);

    public abstract string ReplyLate(Moment due);

    public abstract string DateProvisional { get; }

    public abstract string TakeReviewMeans(Moment until);

    /// <summary>Of a restricted kind.</summary>
    public abstract string TakeReviewOrAgain(Moment until);

    public abstract string ReviewOfferMeans(PlainText owner);

    public abstract string TakeReview { get; }

    public abstract string AcceptReview { get; }

    /// <summary>No reason is asked.</summary>
    public abstract string TooClose { get; }

    public abstract string ReviewStaysYours { get; }

    public abstract string WhatHappenedAt(PlainText? post);

    public abstract string FactWhere { get; }

    public abstract string PostAndPlace(PlainText? post, string place);

    public abstract string FactWhen { get; }

    public abstract string FactWhat { get; }

    public abstract string FactHowBad { get; }

    public abstract string FactInjury { get; }

    public abstract string FactHappenedTo { get; }

    public abstract string FactReporter { get; }

    public abstract string FactWitnesses { get; }

    public abstract string FactTrigger { get; }

    public abstract string FactPerpetrator { get; }

    public abstract string FactWeapon { get; }

    public abstract string FactCircumstances { get; }

    public abstract string FactAtOnce { get; }

    public abstract string ReporterWrote(PlainText name, PlainText words);

    public abstract string StatementSays(PlainText words);

    /// <summary>A signed account, or an addition to one, of one of several.</summary>
    public abstract string HandedIn(PlainText name, Moment at, PlainText words);

    /// <summary>There is more than the card can carry.</summary>
    public abstract string HandedInMore(PlainText name);

    /// <summary>Words of that person are there and cannot be opened: their key, or the key ring, is gone.</summary>
    public abstract string CannotBeRead(PlainText name);

    public abstract string StatementSigned(Moment at);

    public abstract string StatementOpen { get; }
}
