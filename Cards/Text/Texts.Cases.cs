using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Cards;

/// <summary>A case as those see it who are asked.</summary>
public abstract partial class Texts
{
    /// <summary>The one phrase for a hard day and for a chosen helper: it tells them not apart, and gives no score away.</summary>
    public abstract string AsksForSomebody(PlainText name);

    public abstract string WantsToTalk(PlainText name);

    public abstract string FactPost { get; }

    public abstract string FactShift { get; }

    public abstract string FactHours { get; }

    /// <summary>The hours of a shift, without the post.</summary>
    public abstract string Span(Moment start, Moment end);

    public abstract string PostAndSpan(string post, string span);

    /// <summary>Hours of the week in which the case was opened, and days in a row with a shift; <paramref name="today"/>: it was opened today.</summary>
    public abstract string Hours(int week, int days, bool today);

    public abstract string SharedNote(PlainText name, PlainText note);

    public abstract string CaseSpoken { get; }

    public abstract string CaseFollows { get; }

    public abstract string BandOpen(Moment until);

    public abstract string BandOffered(PlainText owner);

    public abstract string BandYours(Moment since);

    public abstract string BandWith(PlainText owner, Moment since);

    public abstract string BandDone(Moment at);

    public abstract string BandDoneBy(PlainText owner, Moment at);

    public abstract string BandClosed(Moment at);

    public abstract string BandMoved { get; }

    public abstract string BandUnanswered(Moment at);

    /// <summary>A draft for professional review.</summary>
    public abstract string HowToBegin(Origin origin, string emergency);

    public abstract string TakeMeans(Moment until, string? next);

    /// <summary>As <see cref="TakeMeans"/>, when the reader is also who will be asked next.</summary>
    public abstract string TakeOrBeAsked(Moment until);

    public abstract string Take(Origin origin);

    public abstract string ChangedAfterwards { get; }

    public abstract string PastRound(PlainText owner, Moment at, string? done);

    public abstract string DidNotHelp(PlainText name);

    public abstract string Did(Done done);

    public abstract string DidWith(Done done, PlainText note);

    public abstract string DoneLabel { get; }

    public abstract string DoneChoice(Done done);

    public abstract string LineFor(PlainText name);

    public abstract string LinePlaceholder { get; }

    public abstract string OwnerNext(PlainText name, Moment until);

    public abstract string OwnerReminded(Moment until, string? next, PlainText name);

    /// <summary>As <see cref="OwnerReminded"/>, when the owner is the one who would be asked next.</summary>
    public abstract string OwnerRemindedAgain(Moment until);

    public abstract string Finished { get; }

    public abstract string HandOver { get; }

    public abstract string ToWhom { get; }

    public abstract string Choose { get; }

    public abstract string StaysYours { get; }

    public abstract string AskThem { get; }

    public abstract string OfferOut(PlainText to);

    public abstract string OfferMeans(PlainText owner);

    public abstract string Accept { get; }

    public abstract string NothingToDo { get; }

    public abstract string DetailsGone { get; }

    public abstract string FactWho { get; }

    public abstract string FactDone { get; }

    public abstract string You(PlainText name);

    public abstract string VisitToCome(PlainText name, Moment at);

    public abstract string VisitIsOut(PlainText name);

    public abstract string ItHelped(PlainText name);

    public abstract string VisitUnanswered { get; }

    public abstract string NobodyTookIt(PlainText name);

    public abstract string UnansweredSpoken { get; }

    public abstract string BandAskedAgain(Moment at);

    public abstract string BandTakenAfterAll(Moment at);

    /// <summary>Which roles did not answer, asked since when and until when.</summary>
    public abstract string NobodyOf(string roles, Moment from, Moment until);

    public abstract string PersonHasNumbers { get; }

    public abstract string LookAtRoster { get; }

    public abstract string NotWhoNorWhy { get; }
}
