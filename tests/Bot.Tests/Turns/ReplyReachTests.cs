using CheckInBot.Bot.Protocol;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>What does not reach somebody is not called told, and whoever can still tell them hears of it.</summary>
public sealed class ReplyReachTests
{
    private const string Number = "INC-20261123-001";

    private static readonly FlowKey Anns = Incident.KeyOf("ann", "20261123010000");

    [Theory]
    [InlineData(ReportedFor.Self, "ann")]
    [InlineData(ReportedFor.Colleague, "ben")]
    public async Task A_reply_that_does_not_reach_somebody_is_told_to_who_wrote_it(ReportedFor whom, string unreached)
    {
        await using var hall = await Taken(whom);
        Refuse(hall, unreached);
        var words = await hall.Sealing.Of("mia", new("put up a sign"));
        await hall.Happens(ReviewKeys.Of(Number), new RecordFinding("mia", Finding.ProcessIssue, words, null, null));
        await hall.Happens(ReviewKeys.Of(Number), new NoCorrection("mia", words));
        await hall.Happens(ReviewKeys.Of(Number), new SendReply("mia", words));
        await hall.Pass(TimeSpan.FromMinutes(1));
        var review = (await hall.State<Review>(ReviewKeys.Of(Number)))!;
        Assert.Equal((ReviewPhase.Closed, unreached), (review.Phase, Assert.Single(review.Unread!.Value)));
        // A new card, for the other one stands among much else.
        var card = hall.Channel.Posts.Last(p => p.Person == "mia").Activity;
        Assert.Contains($"does not reach {unreached}", hall.Channel.Drawn[card], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_late_reply_of_which_no_administrator_could_be_told_is_not_called_known_to_them()
    {
        await using var hall = await Taken(ReportedFor.Self);
        Refuse(hall, "ada");
        await hall.Pass(TimeSpan.FromDays(9));
        var receipt = hall.Channel.Posts.Where(p => p.Person == "ann").Select(p => hall.Channel.Drawn[p.Activity]).Single(c => c.Contains("It is reported", StringComparison.Ordinal));
        Assert.Contains("that is late", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("the administrators know", receipt, StringComparison.Ordinal);
    }

    private static void Refuse(Hall hall, string somebody) =>
        hall.Channel.BeforePost = person => Task.FromResult<SendResult?>(person == somebody ? new(SendOutcome.Refused, Reason: "test") : null);

    private static async Task<Hall> Taken(ReportedFor whom)
    {
        var hall = new Hall();
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(1));
        await hall.Happens(Anns, new BeginReport("ann"));
        await hall.Turns.Take(new(Anns, new OpenReport("ann"), Typed: true));
        await hall.Turns.Settled();
        await hall.Happens(Anns, new FillReport("ann", new() { Kinds = [ViolenceKind.VerbalAbuse], Severity = 4, Injuries = Injury.None, Over = true, Post = "W1", For = whom, Colleagues = whom == ReportedFor.Self ? [] : ["ben"] }, Keep: false));
        await hall.Pass(TimeSpan.FromSeconds(1));
        Assert.Equal(Number, (await hall.State<Incident>(Anns))!.Number);
        Assert.Equal("mia", (await hall.State<Review>(ReviewKeys.Of(Number)))!.AskedNow!.Person);
        await hall.Happens(ReviewKeys.Of(Number), new TakeReview("mia"));
        return hall;
    }
}
