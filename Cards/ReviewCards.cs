using CheckInBot.Cards.Schema;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.CardParts;

namespace CheckInBot.Cards;

/// <summary>Words of a signed account, or added to one.</summary>
public sealed record HandedIn(string Person, DateTimeOffset At, Words Words);

/// <summary>What the reviewer's card has to know beside the review.</summary>
/// <param name="Receivers">Who may be asked to take it over, with the role that is named.</param>
/// <param name="Owners">Who may own a corrective action.</param>
/// <param name="Today">The team's day, from which dates are counted.</param>
/// <param name="HazardDays">Calendar days for a serious hazard.</param>
/// <param name="HandedIn">What else those affected have signed and added, in its order.</param>
public sealed record ReviewView(IReadOnlyList<(string Person, Role Role)> Receivers, IReadOnlyList<(string Person, Role Role)> Owners, DateOnly Today, int HazardDays, IReadOnlyList<HandedIn> HandedIn)
{
    /// <summary>For every other reader.</summary>
    public static readonly ReviewView None = new([], [], default, 0, []);
}

/// <summary>The cards of a review: <c>review</c> for who is asked and who reviews, <c>task.N</c> for the owner of a corrective action, <c>missed</c> and <c>waits</c> for administrators.</summary>
public static partial class ReviewCards
{
    public static CardMessage Of(Review state, Slot slot, ReviewView view, CardContext c)
    {
        var seen = ReviewPermit.Seen(state, slot);
        return ReviewPermit.ViewerOf(state, slot) switch
        {
            ReviewViewer.Reviewer when state.Phase == ReviewPhase.Reviewing => Finding(seen, view, c),
            ReviewViewer.Reviewer when state.Phase == ReviewPhase.Closed => Closed(seen, view, c),
            ReviewViewer.Reviewer => Acting(seen, view, c),
            ReviewViewer.Asked => Asked(seen, slot.Person, c),
            ReviewViewer.Owner => Task(seen, seen.Corrections[0], c),
            ReviewViewer.Told => Missed(seen, c),
            ReviewViewer.Alerted => Waits(seen, c),
            _ => Card(c, c.Texts.CaseFollows, c.Texts.CaseFollows, Band(ContainerStyle.Emphasis, c.Texts.BandMoved), Line(c.Texts.NothingToDo)),
        };
    }

    /// <summary>Before it is taken: what it is about, without a name.</summary>
    private static CardMessage Asked(Review state, string reader, CardContext c)
    {
        var t = c.Texts;
        var offered = state.OfferedTo == reader;
        return Card(
            c,
            t.CaseSpoken,
            t.CaseSpoken,
            [
                Band(ContainerStyle.Warning, offered ? t.BandReviewOffered(c.Named(state.Reviewer!)) : t.BandReviewOpen(c.Moment(state.Until ?? state.Since)), state.Number),
                Heading(t.PleaseReview(PostOf(state))),
                Facts([.. About(state, c)]),
                Box(new TextBlock(t.WhyYou)),
                state.AskedNow is { LastResort: true } ? Line(t.LastResort) : null,
                state.Restricted ? Line(t.OnlyYou) : null,
                .. Promise(state, c),
                Line(offered ? t.ReviewOfferMeans(c.Named(state.Reviewer!)) : state.Restricted ? t.TakeReviewOrAgain(c.Moment(state.Until ?? state.Since)) : t.TakeReviewMeans(c.Moment(state.Until ?? state.Since))) with { Size = TextSize.Small },
                Buttons(
                    offered ? Button(t.AcceptReview, new PressAcceptReview(state.Key.Reference), style: ActionStyle.Positive) : Button(t.TakeReview, new PressTakeReview(state.Key.Reference), style: ActionStyle.Positive)),
                // A row of its own: in English the two do not fit beside each other on a phone.
                Buttons(Button(t.TooClose, new PressDeclineReview(state.Key.Reference))),
            ]);
    }

    /// <summary>Until when the reporter hears what was done.</summary>
    private static IEnumerable<CardElement> Promise(Review state, CardContext c)
    {
        if (state.Replied)
            yield break;
        yield return Line(state.MissedAt is null ? c.Texts.ReplyPromised(c.Moment(state.ReplyDue)) : c.Texts.ReplyLate(c.Moment(state.ReplyDue)));
        if (state.Provisional)
            yield return Quiet(c.Texts.DateProvisional);
    }

    /// <summary>What it is about, as far as its reader may know.</summary>
    private static IEnumerable<Schema.Fact> About(Review state, CardContext c)
    {
        var t = c.Texts;
        var i = state.Incident;
        yield return new(t.FactWhere, Where(state, t));
        yield return new(t.FactWhen, t.Time(c.Moment(i.OccurredAt)));
        yield return new(t.FactWhat, t.List(i.Kinds.Select(t.Kind)));
        yield return new(t.FactHowBad, state.Restricted ? t.SeverityAlone(i.Severity) : t.Severity(i.Severity));
        yield return new(t.FactInjury, t.Hurt(i.Injury));
    }

    /// <summary>That a window is at the counter goes without saying.</summary>
    private static string Where(Review state, Texts t) => state.Incident.Location == LocationClass.Counter && PostOf(state) is { } post
        ? post.ToString()
        : t.PostAndPlace(PostOf(state), t.Place(state.Incident.Location));

    private static PlainText? PostOf(Review state) => state.Incident.Post.Length > 0 ? PlainText.Name(state.Incident.Post) : null;

    private static ActionShowCard HandOver(Review state, ReviewView view, CardContext c) => new(c.Texts.HandOver, new AdaptiveCard
    {
        Body =
        [
            People("to", c.Texts.ToWhom, view.Receivers, c),
            Quiet(c.Texts.ReviewStaysYours),
            new ActionSet(Button(c.Texts.AskThem, new PressHandOverReview(state.Key.Reference), inputs: true)),
        ],
    });

    private static InputChoiceSet People(string id, string label, IReadOnlyList<(string Person, Role Role)> people, CardContext c) =>
        new(label, [.. people.Select(r => new Choice(c.Texts.WithRole(c.Named(r.Person).ToString(), c.Texts.Role(r.Role)), r.Person))])
        {
            Id = id,
            Style = ChoiceStyle.Compact,
            Placeholder = c.Texts.Choose,
        };

    private static InputChoiceSet Days(string id, string label, DateOnly today, IEnumerable<int> days, CardContext c) =>
        new(label, [.. days.Select(d => new Choice(c.Texts.InDays(d, c.Day(today.AddDays(d))), today.AddDays(d).ToString("O", System.Globalization.CultureInfo.InvariantCulture)))])
        {
            Id = id,
            Style = ChoiceStyle.Compact,
            Placeholder = c.Texts.Choose,
        };

    private static string Word<T>(T value) where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}
