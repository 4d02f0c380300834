using CheckInBot.Bot.Flows;
using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>Whom the channel takes no message for is passed over by a case at once, called by SOS all the same, and listed for administrators.</summary>
public sealed class PassedOverTests
{
    private static async Task<Escalation> CaseOfAnn(Hall hall)
    {
        await hall.Pass(TimeSpan.FromHours(9.1));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 5 }));
        return (await hall.State<Escalation>(Hall.AnnsCase))!;
    }

    [Fact]
    public async Task A_case_passes_over_whoever_is_known_to_be_out_of_reach_and_tries_nobody_in_vain()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.OutOfReach.Refused("lee", Refusal.Blocked);
        Assert.Equal(["mia"], (await CaseOfAnn(hall)).Asked.Select(a => a.Person));
        Assert.Equal(0, hall.Channel.PostsTo("lee"));
    }

    [Fact]
    public async Task A_case_that_meets_a_refusal_asks_the_next_at_once()
    {
        await using var hall = new Hall();
        await hall.Open();
        hall.Channel.BeforePost = who => Task.FromResult<SendResult?>(who == "lee" ? new(SendOutcome.Refused, Status: 403) : null);
        Assert.Contains("mia", (await CaseOfAnn(hall)).Asked.Select(a => a.Person));
        Assert.Equal(1, hall.Channel.PostsTo("mia"));
    }

    [Fact]
    public async Task When_nobody_else_is_there_a_case_tries_them_all_the_same()
    {
        await using var hall = new Hall();
        await hall.Open();
        foreach (var person in hall.Roster.People.Where(p => p.Id != "ann"))
            await hall.OutOfReach.Refused(person.Id, Refusal.Blocked);
        Assert.Equal(["lee"], (await CaseOfAnn(hall)).Asked.Select(a => a.Person));
    }

    [Fact]
    public async Task An_SOS_still_calls_whoever_is_out_of_reach()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.OutOfReach.Refused("lee", Refusal.Blocked);
        var key = Alert.KeyAfter("ann", null);
        await hall.Happens(key, new AlertRaised("ann", null, null));
        Assert.Contains("lee", (await hall.State<Alert>(key))!.Called.Select(c => c.Person));
    }

    [Fact]
    public async Task An_administrator_is_told_of_those_who_would_be_asked_and_reads_who_and_why()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.OutOfReach.Refused("ben", Refusal.NotInstalled);
        Assert.Equal((0, true), await hall.Auditor.Once() is var quiet ? (quiet.Unreachable, quiet.NeedsNobody) : default);
        await hall.OutOfReach.Refused("lee", Refusal.Blocked);
        Assert.Equal((1, true), await hall.Auditor.Once() is var found ? (found.Unreachable, found.IsWell) : default);
        await hall.Turns.Settled();
        var card = Assert.Single(hall.Channel.Posts, p => p.Person == "ada").Card;
        Assert.Contains("1 person who would be asked cannot be reached", card, StringComparison.Ordinal);
        Assert.Contains("Cases ask instead: hall leader.", card, StringComparison.Ordinal);
        Assert.DoesNotContain("**lee**", card, StringComparison.Ordinal);
        var list = PretendChannel.TextOf(await new ReachLists(hall.Roster, hall.Readers, hall.OutOfReach, hall.Looks, _ => ValueTask.FromResult<CheckInBot.Cards.RetentionRun?>(null)).For("ada", default));
        Assert.Contains("**lee**", list, StringComparison.Ordinal);
        Assert.Contains("**ben**", list, StringComparison.Ordinal);
        Assert.Contains("next comes: hall leader", list, StringComparison.Ordinal);
        await hall.OutOfReach.Reached("lee");
        await hall.Auditor.Once();
        await hall.Turns.Settled();
        Assert.Single(hall.Channel.Posts, p => p.Person == "ada");
        Assert.Contains("There is nothing more to do", hall.Channel.Drawn[hall.Channel.Posts.Single(p => p.Person == "ada").Activity], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_who_is_back_and_another_who_is_lost_in_one_look_is_news_for_an_administrator()
    {
        await using var hall = new Hall();
        await hall.Open();
        await hall.OutOfReach.Refused("lee", Refusal.Blocked);
        await hall.Auditor.Once();
        hall.Time.Advance(TimeSpan.FromDays(2));
        await hall.OutOfReach.Reached("lee");
        await hall.OutOfReach.Refused("gus", Refusal.Removed);
        await hall.Auditor.Once();
        await hall.Turns.Settled();
        Assert.Equal(2, hall.Channel.PostsTo("ada"));
    }

    [Fact]
    public async Task Whoever_writes_or_installs_the_bot_is_out_of_reach_no_more_and_words_in_a_channel_say_nothing_of_that()
    {
        await using var hall = new Hall();
        await hall.Open();
        var references = new References(hall.Store.Table(References.TableName));
        var callers = new Callers(hall.Roster, null, development: false);
        var acquaintance = new Acquaintance(callers, references, hall.OutOfReach, hall.Turns);
        var inChannel = Listening.Mentions.By("lee", Listening.Mentions.Here) with { Type = "message", Text = "hello" };
        var inPerson = inChannel with { Conversation = new("a:lee", "personal", null, null) };
        await hall.OutOfReach.Refused("lee", Refusal.Blocked);
        await acquaintance.Heard(inChannel);
        Assert.Single(await hall.OutOfReach.All());
        await acquaintance.Heard(inPerson);
        Assert.Empty(await hall.OutOfReach.All());
        await hall.OutOfReach.Refused("lee", Refusal.Removed);
        await acquaintance.Meet(callers.Of(inPerson)!, inPerson with { Type = "installationUpdate" }, default);
        Assert.Empty(await hall.OutOfReach.All());
        Assert.Equal("a:lee", (await references.Of("lee"))!.ConversationId);
    }
}
