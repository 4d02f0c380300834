using System.Collections.Immutable;

namespace CheckInBot.Dialogs.Incidents;

/// <summary>As what somebody looks at a review.</summary>
public enum ReviewViewer
{
    /// <summary>Reviews it: the identified face of the log.</summary>
    Reviewer,

    /// <summary>Is asked to review it, or to take it over: what it is about, and nobody's name but the giver's.</summary>
    Asked,

    /// <summary>Owns a corrective action: that action and its date.</summary>
    Owner,

    /// <summary>An administrator who was told that a reply was missed: the number, the date and who has it.</summary>
    Told,

    /// <summary>An administrator who was told that it waits for somebody uninvolved: that, and nothing of it.</summary>
    Alerted,

    /// <summary>Everybody else, also who was asked before: nothing.</summary>
    Nobody,
}

/// <summary>Who sees what of a review. What a reader may not see is taken out before a card is drawn.</summary>
public static class ReviewPermit
{
    /// <summary>As what the reader of that card looks at it; of a restricted one only its handler sees anything.</summary>
    public static ReviewViewer ViewerOf(Review review, Slot slot)
    {
        var reader = slot.Person;
        if (slot == Review.AlertOf(reader))
            return review.Nobody && review.AlertedAt is not null && review.Alerted?.Contains(reader) == true ? ReviewViewer.Alerted : ReviewViewer.Nobody;
        if (review.Restricted && review.Reviewer != reader && review.AskedNow?.Person != reader && review.OfferedTo != reader)
            return ReviewViewer.Nobody;
        return slot.Name switch
        {
            "missed" when review.Told.Contains(reader) => ReviewViewer.Told,
            "review" when reader == review.Reviewer => ReviewViewer.Reviewer,
            "review" when reader == review.AskedNow?.Person || reader == review.OfferedTo => ReviewViewer.Asked,
            _ when TaskOf(review, slot) is { Out: not StepOut.Involved } => ReviewViewer.Owner,
            _ => ReviewViewer.Nobody,
        };
    }

    /// <summary>Whether the files of its report may be taken out of the store; of a restricted one for its handler only.</summary>
    /// <param name="handler">Id of the one for whom they are; null where nobody was named.</param>
    public static bool MayTakeFiles(Review review, string? handler) => !review.Restricted || (handler is not null && handler == review.Reviewer);

    /// <summary>The corrective action of that card.</summary>
    public static Correction? TaskOf(Review review, Slot slot) => review.Corrections.FirstOrDefault(c => Review.TaskOf(c) == slot);

    /// <summary>The words that the reader of that card may open.</summary>
    public static IEnumerable<Words> Readable(Review review, Slot slot)
    {
        var seen = Seen(review, slot);
        Words?[] words = [seen.Incident.Details?.Description, seen.Incident.Details?.Statement, seen.Causes, seen.NoneBecause, seen.Reply, .. seen.Corrections.Select(c => c.Action)];
        return words.OfType<Words>();
    }

    /// <summary>The review without whatever the reader of that card may not see.</summary>
    public static Review Seen(Review review, Slot slot)
    {
        var viewer = ViewerOf(review, slot);
        if (viewer == ReviewViewer.Reviewer)
            return review;
        var about = review.Incident with { Reporter = "", Affected = [], Witnesses = [], Avoid = [], Named = null, NamedInAccounts = null, Signers = null, Details = null };
        var seen = review with { Incident = about, Named = [], Asked = [], Declined = [], Causes = null, NoneBecause = null, Reply = null, Unread = null, Finding = null, Measure = null, MeasureOn = null };
        ImmutableArray<Correction> tasks = viewer == ReviewViewer.Owner ? [TaskOf(review, slot)!] : [];
        seen = seen with { Corrections = tasks };
        if (viewer == ReviewViewer.Alerted)
            about = about with { Number = "" };
        return viewer == ReviewViewer.Asked
            ? seen with { Asked = [.. review.Asked.Where(a => a.Person == slot.Person)] }
            : seen with { Incident = about with { Post = "", Kinds = [], Severity = 1, Injury = Injury.None, OccurredAt = default }, Reviewer = viewer == ReviewViewer.Told ? review.Reviewer : null };
    }
}
