using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Turns;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Incidents;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A review on the real turns: who gets which card, and what its words become.</summary>
public sealed class ReviewTurnTests
{
    private const string Number = "INC-20261123-001";

    private static readonly IncidentReported Report = new(
        Number, 1, "ann", ["ann"], ["ben"], [], "hall", "W1", LocationClass.Counter, Hall.Opening, Hall.Opening.AddHours(1), [ViolenceKind.ThreatVerbal], 4,
        Injury.None, Trigger.Wait, null, null, "ann/20261123", new(ViolenceType.T2, null, Weapon.None, [], [], null));

    [Fact]
    public async Task A_review_goes_from_the_report_to_the_reply_and_every_card_follows()
    {
        await using var hall = new Hall();
        await hall.Open();
        var account = await hall.Sealing.Of("ann", new("he threw a pen holder"));
        await hall.Happens(ReviewKeys.Of(Number), Report with { Details = Report.Details! with { Description = account } });
        var asked = Assert.Single(hall.Channel.Posts, p => p.Person == "mia");
        Assert.DoesNotContain("pen holder", asked.Card, StringComparison.Ordinal);
        Assert.DoesNotContain("ben", asked.Card, StringComparison.Ordinal);

        Assert.Equal(new See(Review.CardOf("mia")), (await hall.Happens(ReviewKeys.Of(Number), new TakeReview("mia"))).Reply);
        Assert.Contains("pen holder", hall.Channel.Drawn[asked.Activity], StringComparison.Ordinal);
        var causes = await hall.Sealing.Of("mia", new("the list was unclear"));
        await hall.Happens(ReviewKeys.Of(Number), new RecordFinding("mia", Finding.ProcessIssue, causes, null, null));
        var action = await hall.Sealing.Of("mia", new("put up a sign"));
        await hall.Happens(ReviewKeys.Of(Number), new AddCorrection("mia", action, "lee", new(2026, 11, 25), false));
        var task = Assert.Single(hall.Channel.Posts, p => p.Person == "lee");
        Assert.Contains("put up a sign", task.Card, StringComparison.Ordinal);
        Assert.All(new[] { "pen holder", "ann", "unclear" }, word => Assert.DoesNotContain(word, task.Card.Replace("channel", ""), StringComparison.Ordinal));

        await hall.Happens(ReviewKeys.Of(Number), new CorrectionDone("lee", 1));
        await hall.Happens(ReviewKeys.Of(Number), new CheckCorrection("mia", 1, true));
        await hall.Happens(ReviewKeys.Of(Number), new SendReply("mia", await hall.Sealing.Of("mia", new("there is a sign now"))));
        Assert.Equal(ReviewPhase.Closed, (await hall.State<Review>(ReviewKeys.Of(Number)))!.Phase);
        Assert.Contains("kept for at least five years", hall.Channel.Drawn.Values.Last(c => c.Contains("there is a sign now", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_people_wrote_is_in_no_row_of_a_review()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(ReviewKeys.Of(Number), Report with { Details = Report.Details! with { Description = await hall.Sealing.Of("ann", new("markedAccount")) } });
        await hall.Happens(ReviewKeys.Of(Number), new TakeReview("mia"));
        await hall.Happens(ReviewKeys.Of(Number), new RecordFinding("mia", Finding.ProcessIssue, await hall.Sealing.Of("mia", new("markedCauses")), null, null));
        await hall.Happens(ReviewKeys.Of(Number), new NoCorrection("mia", await hall.Sealing.Of("mia", new("markedReason"))));
        await hall.Happens(ReviewKeys.Of(Number), new SendReply("mia", await hall.Sealing.Of("mia", new("markedReply"))));
        await foreach (var row in hall.Store.Table(FlowRows.TableName).Scan())
            Assert.DoesNotContain(row.Columns.Values, v => v is string text && text.Contains("marked", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_restricted_reaches_the_handler_and_nobody_else_however_long_it_lasts()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(ReviewKeys.Of(Number), Report with { Kinds = [ViolenceKind.SexualHarassment] });
        for (var day = 0; day < 12; day++)
            await hall.Pass(TimeSpan.FromDays(1));
        var told = hall.Channel.Posts.Where(p => p.Card.Contains(Number, StringComparison.Ordinal)).Select(p => p.Person).Distinct();
        Assert.Equal(["gus"], told);
        Assert.Null(await Record.ExceptionAsync(() => hall.Auditor.Once()));
        Assert.DoesNotContain(hall.Channel.Posts, p => p.Person == "ada" && p.Card.Contains(Number, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whom_a_signed_account_names_does_not_keep_the_review()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(ReviewKeys.Of(Number), Report);
        await hall.Happens(ReviewKeys.Of(Number), new TakeReview("mia"));
        var (text, named) = await hall.Sealing.Account("ann", new("mia stood beside and laughed"), 3000);
        await hall.Happens(ReviewKeys.Of(Number), Report with { Version = 2, StatementSigned = hall.Clock.GetUtcNow(), Details = Report.Details! with { Statement = text }, NamedInAccounts = [named!] });
        var review = (await hall.State<Review>(ReviewKeys.Of(Number)))!;
        Assert.NotEqual("mia", review.Reviewer ?? review.AskedNow?.Person);
    }

    [Fact]
    public async Task A_late_reply_is_told_to_the_administrator_without_what_happened()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.Happens(ReviewKeys.Of(Number), Report);
        await hall.Happens(ReviewKeys.Of(Number), new TakeReview("mia"));
        await hall.Pass(TimeSpan.FromDays(8));
        var card = Assert.Single(hall.Channel.Posts, p => p.Person == "ada" && p.Card.Contains(Number, StringComparison.Ordinal)).Card;
        Assert.Contains("mia", card, StringComparison.Ordinal);
        Assert.All(new[] { "threat", "W1", "ann" }, word => Assert.DoesNotContain(word, card.Replace("channel", ""), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_picture_of_a_quarter_counts_nothing_restricted_and_is_for_leaders()
    {
        await using var hall = new Hall();
        await hall.Open();
        var august = new DateTimeOffset(2026, 8, 3, 10, 15, 0, TimeSpan.FromHours(8));
        for (var i = 1; i <= 12; i++)
        {
            var number = $"INC-20260803-{i:000}";
            var at = august.AddDays(i % 2);
            await hall.Happens(ReviewKeys.Of(number), Report with { Number = number, OccurredAt = at, ReportedAt = at, Kinds = [i > 10 ? ViolenceKind.SexualHarassment : ViolenceKind.Spitting] });
        }
        var card = PretendChannel.TextOf(await new HotSpotPictures(hall.Roster, hall.Readers, () => hall.Turns.Rows).For("mia", CancellationToken.None));
        Assert.Contains("Jul to Sep 2026", card, StringComparison.Ordinal);
        Assert.DoesNotContain("12", card, StringComparison.Ordinal);
        Assert.Equal(["lee", "mia"], hall.Roster.People.Where(p => RolePermits.May(p, Deed.SeeHotSpots)).Select(p => p.Id));
    }

    [Fact]
    public async Task Two_who_act_at_once_make_one_review()
    {
        await using var hall = new Hall();
        await hall.Open();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => hall.Turns.Take(new(ReviewKeys.Of(Number), Report))));
        await Task.WhenAll(hall.Turns.Take(new(ReviewKeys.Of(Number), new TakeReview("mia"))), hall.Turns.Take(new(ReviewKeys.Of(Number), new DeclineReview("mia"))));
        await hall.Turns.Settled();
        Assert.Equal(1, hall.Channel.PostsTo("mia"));
        var state = (await hall.State<Review>(ReviewKeys.Of(Number)))!;
        Assert.True(state.Reviewer == "mia" ^ state.Declined.Contains("mia"));
        Assert.Null((await hall.Happens(ReviewKeys.Of("INC-20261123-777"), Report)).State);
    }
}
