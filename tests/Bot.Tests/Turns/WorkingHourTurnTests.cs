using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Contacts;
using CheckInBot.Dialogs.Escalations;
using Route = CheckInBot.Dialogs.Escalations.Route;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A case that can wait goes across a night and a weekend on real turns: nobody is woken, and nothing is forgotten.</summary>
public sealed class WorkingHourTurnTests
{
    private static readonly FlowKey BensCase = Escalation.KeyOf(Escalation.IdOf("bens offer"));

    /// <summary>The team works from half past eight to half past five; the hall opens at eight.</summary>
    private static DateTimeOffset On(int day, double hour) => Hall.Opening.AddDays(day).AddHours(hour - 8);

    [Fact]
    public async Task An_offer_accepted_at_night_reaches_the_hall_leader_in_the_morning_and_the_card_says_so_before()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(9));
        for (var day = -2; day < 0; day++)
            await hall.Happens(Trend.KeyOf("ann"), new AnswerKept(new(CheckIn.IdOf(On(day, 17)), 1, $"before{day}", On(day, 17), 4, 3)));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 4, Mood = 3 }));
        await Until(hall, On(0, 22));
        await hall.Happens(Hall.AnnsCheckIn, new OfferAccepted("ann", Helper.Leader));

        Assert.Contains("I ask mia (hall leader) on Tue at 08:30", Card(hall, "ann"), StringComparison.Ordinal);
        await Until(hall, On(1, 8.49));
        Assert.Equal((0, 0), (hall.Channel.PostsTo("mia"), hall.Channel.PostsTo("lee")));

        await Until(hall, On(1, 8.5));
        Assert.Equal((1, 0), (hall.Channel.PostsTo("mia"), hall.Channel.PostsTo("lee")));
        Assert.Equal(On(1, 12.5), (await hall.State<Escalation>(Hall.AnnsCase))!.NextAt);

        // Taken at noon: reminded after four working hours, and the next four end on the morning after.
        await Until(hall, On(1, 12));
        await hall.Happens(Hall.AnnsCase, new Take("mia"));
        Assert.Equal(On(1, 16), (await hall.State<Escalation>(Hall.AnnsCase))!.NextAt);
        await Until(hall, On(1, 23));
        Assert.Equal((2, true, On(2, 11)), (hall.Channel.PostsTo("mia"), (await hall.State<Escalation>(Hall.AnnsCase))!.OwnerReminded, (await hall.State<Escalation>(Hall.AnnsCase))!.NextAt));
        Assert.True((await hall.Auditor.Once()).IsWell);
    }

    [Fact]
    public async Task A_wait_that_begins_on_Friday_afternoon_goes_on_on_Monday()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(Contact.KeyOf("ben"), new Consent("ben", [Purpose.CheckIn, Purpose.Escalation]));
        await Until(hall, On(4, 16.5));
        await hall.Happens(BensCase, new Opened(Origin.HardDay, "bens offer", "ben", Route.Leader, new("W1", null, null, null, 0, 0), null, Cause.Offer));

        // Nobody of the leaders is on shift; within working hours the hall leader may be asked all the same.
        Assert.Equal(1, hall.Channel.PostsTo("mia"));
        Assert.Contains("Mon 11:30", Card(hall, "ben"), StringComparison.Ordinal);
        var before = hall.Channel.Posts.Count(p => p.Person != "ann");
        await Until(hall, On(7, 11.49));
        Assert.Equal((CasePhase.Asking, On(7, 11.5)), ((await hall.State<Escalation>(BensCase))!.Phase, (await hall.State<Escalation>(BensCase))!.NextAt!.Value));
        Assert.Equal(before, hall.Channel.Posts.Count(p => p.Person != "ann"));

        await Until(hall, On(7, 11.5));
        Assert.Equal(CasePhase.Unanswered, (await hall.State<Escalation>(BensCase))!.Phase);
        Assert.True(hall.Channel.PostsTo("ada") > 0, "no administrator heard of it");
    }

    [Fact]
    public async Task A_restful_weekend_ends_at_once_when_the_day_turns_out_very_hard()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(Contact.KeyOf("ben"), new Consent("ben", [Purpose.CheckIn, Purpose.Escalation]));
        await Until(hall, On(5, 10));
        await hall.Happens(BensCase, new Opened(Origin.HardDay, "bens offer", "ben", Route.Leader, new("W1", null, null, null, 0, 0), null, Cause.Offer));
        Assert.Equal((0, true, On(7, 8.5)), (hall.Channel.PostsTo("mia"), (await hall.State<Escalation>(BensCase))!.Resting, (await hall.State<Escalation>(BensCase))!.NextAt));

        await hall.Happens(BensCase, new OtherRoute("ben", Route.Leader, Cause: Cause.HardDay));
        Assert.Equal((1, On(5, 10.25)), (hall.Channel.PostsTo("mia"), (await hall.State<Escalation>(BensCase))!.NextAt));
    }

    private static Task Until(Hall hall, DateTimeOffset at) => hall.Pass(at - hall.Clock.GetUtcNow());

    /// <summary>The newest card of the person, as it was drawn last.</summary>
    private static string Card(Hall hall, string person) => hall.Channel.Drawn[hall.Channel.Posts.Last(p => p.Person == person).Activity];
}
