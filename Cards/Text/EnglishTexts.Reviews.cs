namespace CheckInBot.Cards;

public sealed partial class EnglishTexts
{
    public override string BandReviewOpen(Moment until) => $"○ Waits for a review · by {Time(until)}";

    public override string BandReviewOffered(PlainText owner) => $"○ {owner} asks you to take over the review";

    public override string PleaseReview(PlainText? post) => post is { } at ? $"Please review what happened at {at}" : "Please review what happened";

    public override string WhyYou => "You are asked because you had no part in it. Who it was, and what they wrote, is shown once you take it.";

    public override string LastResort =>
        "Among the hall leaders and the leaders of other teams nobody was found who had no part in it, so I ask you as an administrator.";

    public override string OnlyYou => "Only you can see this. It is in no list, no export and no count. Please tell nobody else.";

    public override string ReplyPromised(Moment due) => $"The reporter was promised an answer by {Time(due)}.";

    public override string ReplyLate(Moment due) => $"The reporter was promised an answer by {Time(due)}. That has passed. It is still welcome now.";

    public override string DateProvisional =>
        "The official list of working days for that year is not out yet, so the date is provisional. It can only move later, never earlier.";

    public override string TakeReviewMeans(Moment until) =>
        $"Once you take it, it is yours until it is settled. If you cannot, leave it: {When(until)} I ask the next person.";

    public override string TakeReviewOrAgain(Moment until) =>
        $"Once you take it, it is yours until it is settled. If you have not by {Time(until)}, I ask you again, and nobody else.";

    public override string ReviewOfferMeans(PlainText owner) => $"Once you accept, it is yours until it is settled. If you cannot, leave it; it stays with {owner}.";

    public override string TakeReview => "I take the review";

    public override string AcceptReview => "I take it over";

    public override string TooClose => "I am too close to it";

    public override string ReviewStaysYours => "It stays yours until they accept. Nobody who had a part in it can take it.";

    public override string WhatHappenedAt(PlainText? post) => post is { } at ? $"Review: what happened at {at}" : "Review: what happened";

    public override string FactWhere => "Where";

    public override string PostAndPlace(PlainText? post, string place) => post is { } at ? $"{at} ({place})" : place;

    public override string FactWhen => "When";

    public override string FactWhat => "What";

    public override string FactHowBad => "How bad";

    public override string FactInjury => "Hurt";

    public override string FactHappenedTo => "Happened to";

    public override string FactReporter => "Reported by";

    public override string FactWitnesses => "Seen by";

    public override string FactTrigger => "Began with";

    public override string FactPerpetrator => "Done by";

    public override string FactWeapon => "Weapon";

    public override string FactCircumstances => "At the time";

    public override string FactAtOnce => "Done at once";

    public override string ReporterWrote(PlainText name, PlainText words) => $"{name} wrote: \"{words}\"";

    public override string StatementSays(PlainText words) => $"Their own statement: \"{words}\"";

    public override string HandedIn(PlainText name, Moment at, PlainText words) => $"{name}, handed in {When(at)}: \"{words}\"";

    public override string HandedInMore(PlainText name) => $"{name} handed in more than fits here; please ask them.";

    public override string CannotBeRead(PlainText name) => $"Some of what {name} wrote can no longer be read; please ask them.";

    public override string StatementSigned(Moment at) => $"Their own statement was signed {When(at)}.";

    public override string StatementOpen => "Their own statement is not signed yet. Until it is, \"Our service played a part\" and \"Causes on both sides\" cannot be recorded.";
}
