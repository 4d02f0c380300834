using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Flows;

/// <summary>Where incidents gather, for leaders and hall leaders: the same picture for all of them, so that nothing is found by comparing two.</summary>
public sealed class HotSpotPictures(Roster.Roster roster, Readers readers, Func<FlowRows> rows)
{
    public async ValueTask<CardMessage> For(string reader, CancellationToken cancel)
    {
        var reviews = new List<Review>();
        await foreach (var state in rows().States(ReviewKeys.Kind).WithCancellation(cancel))
        {
            if (state is Review review)
                reviews.Add(review);
        }
        var context = await readers.For(reader, [], cancel);
        var posts = roster.People.Select(p => p.Post).Where(p => p.Length > 0).Distinct(StringComparer.Ordinal).ToList();
        var first = roster.Teams[0].Id;
        // One zone for the day on which a quarter ends, so that it ends for all readers at once.
        var today = LocalTime.DayOf(context.Now, roster.ZoneOf(first));
        return HotSpotCards.Of(HotSpots.Of(reviews, posts, team => roster.WorkingHoursOf(team)?.Zone ?? roster.ZoneOf(first), today), context);
    }
}
