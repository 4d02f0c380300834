using CheckInBot.Bot.Listening;
using CheckInBot.Bot.Protocol;
using CheckInBot.Bot.Tests.Listening;
using CheckInBot.Bot.Tests.Storage;
using CheckInBot.Bot.Turns;
using CheckInBot.Cards;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.People;
using Microsoft.Extensions.Logging.Abstractions;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A person's conversation that is gone is created anew once, and whoever takes no message is listed until they do.</summary>
public abstract class ReachContract
{
    private static readonly ConversationReference Ann = new("https://channel.example/", "a:ann", "28:bot", "tenant", "29:ann");
    private static readonly CardMessage Card = new(new() { Body = [] }, "A card");
    private static readonly SendResult Gone = new(SendOutcome.Gone, Reason: "404 ConversationNotFound", Status: 404);

    private static readonly OutboxRow Row = new("row", "", new Show(new("card", "ann"), Delivery.Notice), 1, 1, default, null, null, null, 0);

    private readonly ManualClock clock = new();

    protected abstract Task<ITestStore> OpenStore(params string[] tables);

    private sealed record Process(References References, OutOfReach OutOfReach, CardDelivery Delivery);

    private Task<ITestStore> Open() => OpenStore(References.TableName, OutOfReach.TableName);

    private Process Start(ITestStore opened, Recorder connector)
    {
        var references = new References(opened.Store.Table(References.TableName), clock);
        var list = new OutOfReach(opened.Store.Table(OutOfReach.TableName), clock, clock);
        return new(references, list, new(references, list, connector, () => throw new InvalidOperationException("no channel here"), clock, NullLogger<CardDelivery>.Instance));
    }

    private static Task<SendResult> Post(Process process, string person = "ann", DateTimeOffset? lastCall = null) => process.Delivery.Post(person, Card, Repeat.AlsoUnclear, SendPriority.News, lastCall ?? DateTimeOffset.MaxValue, default);

    [Fact]
    public async Task A_conversation_that_is_gone_is_created_anew_and_the_card_comes_there()
    {
        await using var opened = await Open();
        var connector = new Recorder { AnswerIn = c => c == "a:ann" ? Gone : null };
        var process = Start(opened, connector);
        await process.References.Keep("ann", Ann);
        Assert.Equal(SendOutcome.Sent, (await Post(process)).Outcome);
        Assert.Equal(Ann, Assert.Single(connector.Created));
        Assert.Equal(["a:ann", "a:anew"], connector.Sent.Select(s => s.Conversation));
        Assert.Equal(Ann with { ConversationId = "a:anew" }, await Start(opened, connector).References.Of("ann"));
        Assert.Empty(await process.OutOfReach.All());
        await Post(process);
        Assert.Single(connector.Created);
    }

    [Fact]
    public async Task Two_processes_that_find_it_gone_at_once_create_one_conversation_between_them()
    {
        await using var opened = await Open();
        TaskCompletionSource creating = new(), release = new();
        var connector = new Recorder { AnswerIn = c => c == "a:ann" ? Gone : null };
        connector.AnswerToCreation = async _ =>
        {
            creating.TrySetResult();
            await release.Task;
            return new(SendOutcome.Sent, "a:anew");
        };
        Process one = Start(opened, connector), other = Start(opened, connector);
        await one.References.Keep("ann", Ann);
        var first = Post(one);
        await creating.Task;
        var second = await Post(other);
        Assert.Equal(SendOutcome.NotNow, second.Outcome);
        Assert.NotNull(second.RetryAfter);
        release.SetResult();
        Assert.Equal(SendOutcome.Sent, (await first).Outcome);
        Assert.Equal(SendOutcome.Sent, (await Post(other)).Outcome);
        Assert.Single(connector.Created);
        Assert.Equal("a:anew", connector.Sent.Last().Conversation);
    }

    [Fact]
    public async Task However_slow_the_channel_is_while_a_conversation_is_replaced_no_call_outlives_the_claim_of_its_card()
    {
        await using var opened = await Open();
        var connector = new Recorder();
        Process one = Start(opened, connector), other = Start(opened, connector);
        await one.References.Keep("ann", Ann);
        await other.References.Keep("ann", Ann with { ConversationId = "a:there" });
        var until = clock.GetUtcNow() + Claims.ClaimFor;
        SendResult AfterAWhile(SendResult answer)
        {
            clock.Advance(ConnectorClient.LongestCall);
            Assert.True(clock.GetUtcNow() < until, "A call went on when its claim had run out.");
            return answer;
        }
        connector.AnswerIn = c => AfterAWhile(c == "a:anew" ? new(SendOutcome.Sent, "x") : Gone);
        connector.AnswerToCreation = _ => Task.FromResult(AfterAWhile(new(SendOutcome.Sent, "a:anew")));

        var held = await Post(one, lastCall: Claims.LastCall(Claims.Hold(Row, until)));
        Assert.Equal((SendOutcome.NotNow, 1), (held.Outcome, connector.Created.Count));
        Assert.Empty(await one.OutOfReach.All());
        until = clock.GetUtcNow() + Claims.ClaimFor;
        Assert.Equal(SendOutcome.Sent, (await Post(one, lastCall: Claims.LastCall(Claims.Hold(Row, until)))).Outcome);
        Assert.Single(connector.Created);
        Assert.Equal(["a:ann", "a:there", "a:anew"], connector.Sent.Select(s => s.Conversation));
    }

    [Fact]
    public async Task A_second_404_is_final_until_the_person_speaks_again()
    {
        await using var opened = await Open();
        var connector = new Recorder { Answer = Gone };
        var process = Start(opened, connector);
        await process.References.Keep("ann", Ann);
        Assert.Equal(SendOutcome.Gone, (await Post(process)).Outcome);
        Assert.Equal(SendOutcome.Gone, (await Post(Start(opened, connector))).Outcome);
        Assert.Single(connector.Created);
        Assert.Equal(Refusal.Gone, Assert.Single(await process.OutOfReach.All()).Why);

        await process.References.Keep("ann", Ann with { ConversationId = "a:anew" });
        await process.OutOfReach.Reached("ann");
        Assert.Empty(await process.OutOfReach.All());
        Assert.Equal(SendOutcome.Gone, (await Post(process)).Outcome);
        Assert.Equal(2, connector.Created.Count);
    }

    [Theory]
    [InlineData(SendOutcome.Refused, 403, SendOutcome.Refused, 1)]
    [InlineData(SendOutcome.Refused, 400, SendOutcome.Gone, 1)]
    [InlineData(SendOutcome.NotNow, 429, SendOutcome.NotNow, 2)]
    [InlineData(SendOutcome.Unclear, 503, SendOutcome.NotNow, 2)]
    public async Task A_creation_that_is_refused_is_not_asked_for_again_and_one_that_fails_now_is(SendOutcome answer, int status, SendOutcome means, int creations)
    {
        await using var opened = await Open();
        var connector = new Recorder { Answer = Gone, AnswerToCreation = _ => Task.FromResult(new SendResult(answer, Status: status)) };
        var process = Start(opened, connector);
        await process.References.Keep("ann", Ann);
        Assert.Equal(means, (await Post(process)).Outcome);
        await Post(process);
        Assert.Equal(creations, connector.Created.Count);
    }

    [Fact]
    public async Task A_creation_that_died_with_its_process_is_taken_over()
    {
        await using var opened = await Open();
        var connector = new Recorder { AnswerIn = c => c == "a:ann" ? Gone : null };
        var died = Start(opened, connector);
        await died.References.Keep("ann", Ann);
        Assert.Equal(CreationTurn.Yours, await died.References.BeginCreation("ann", Ann));
        var other = Start(opened, connector);
        Assert.Equal(SendOutcome.NotNow, (await Post(other)).Outcome);
        clock.Advance(References.CreationLasts);
        Assert.Equal(SendOutcome.Sent, (await Post(other)).Outcome);
    }

    [Fact]
    public async Task Words_that_come_while_a_conversation_is_created_say_where_the_person_is()
    {
        await using var opened = await Open();
        var connector = new Recorder { AnswerIn = c => c == "a:ann" ? Gone : null };
        var process = Start(opened, connector);
        await process.References.Keep("ann", Ann);
        connector.AnswerToCreation = async _ =>
        {
            await process.References.Keep("ann", Ann with { ConversationId = "a:own" });
            return new(SendOutcome.Sent, "a:anew");
        };
        await Post(process);
        Assert.Equal("a:own", (await Start(opened, connector).References.Of("ann"))!.ConversationId);
    }

    [Fact]
    public async Task A_newer_service_address_heard_in_a_channel_holds_for_the_persons_own_conversation_and_another_bots_does_not()
    {
        await using var opened = await Open();
        var references = Start(opened, new()).References;
        await references.Keep("ann", Ann);
        var inChannel = Ann with { ServiceUrl = "https://moved.example/", ConversationId = "19:hall@thread.tacv2", UserId = null };
        await references.Follow("ann", inChannel with { BotId = "28:other" });
        await references.Follow("ann", inChannel with { TenantId = "theirs" });
        Assert.Equal(Ann, await references.Of("ann"));
        await references.Follow("ann", inChannel);
        await references.Follow("ben", inChannel);
        Assert.Equal(Ann with { ServiceUrl = "https://moved.example/" }, await references.Of("ann"));
        Assert.Null(await references.Of("ben"));
    }

    [Fact]
    public async Task Whoever_goes_back_to_a_conversation_of_before_is_followed_although_another_process_heard_them_between()
    {
        await using var opened = await Open();
        Process one = Start(opened, new()), other = Start(opened, new());
        await one.References.Keep("ann", Ann);
        await other.References.Keep("ann", Ann with { ConversationId = "a:there" });
        clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await one.References.Keep("ann", Ann));
        Assert.Equal(Ann, await Start(opened, new()).References.Of("ann"));
    }

    [Theory]
    [InlineData("403 ForbiddenOperationException ConversationBlockedByUser", Refusal.Blocked)]
    [InlineData("403 BotNotInConversationRoster", Refusal.Removed)]
    [InlineData("403 BotDisabledByAdmin", Refusal.SwitchedOff)]
    [InlineData("403 MessageWritesBlocked", Refusal.Closed)]
    [InlineData("403", Refusal.Other)]
    public async Task Whoever_is_refused_for_good_is_listed_once_with_the_reason_and_since_when(string reason, Refusal why)
    {
        await using var opened = await Open();
        var connector = new Recorder { Answer = new(SendOutcome.Refused, Reason: reason, Status: 403) };
        Process one = Start(opened, connector), other = Start(opened, connector);
        await one.References.Keep("ann", Ann);
        var since = clock.GetUtcNow();
        await Post(one);
        clock.Advance(TimeSpan.FromHours(3));
        await Post(other);
        Assert.Equal(new UnreachablePerson("ann", why, since), Assert.Single(await one.OutOfReach.All()));
        Assert.Empty(connector.Created);
    }

    [Theory]
    [InlineData("ann", SendOutcome.Refused, 403, "403 ConversationBlockedByUser", 1)]
    [InlineData("ann", SendOutcome.Refused, 413, "413 MessageSizeTooBig", 0)]
    // Of a card that is gone only the card may be gone.
    [InlineData("ann", SendOutcome.Gone, 404, "404 ActivityNotFoundInConversation", 0)]
    [InlineData("#hall", SendOutcome.Refused, 403, "403 BotDisabledByAdmin", 0)]
    public async Task Whoever_is_refused_for_good_is_listed_by_a_drawing_too(string reader, SendOutcome outcome, int status, string reason, int listed)
    {
        await using var opened = await Open();
        var process = Start(opened, new Recorder { Answer = new(outcome, Reason: reason, Status: status) });
        await process.References.Keep(reader, Ann);
        Assert.Equal(outcome, (await process.Delivery.Update(reader, "a1", Card, SendPriority.News, DateTimeOffset.MaxValue, default)).Outcome);
        Assert.Equal(Enumerable.Repeat(("ann", Refusal.Blocked), listed), (await process.OutOfReach.All()).Select(p => (p.Person, p.Why)));
    }

    [Fact]
    public async Task Whoever_never_had_the_bot_is_listed_too_and_a_message_refused_for_itself_lists_nobody()
    {
        await using var opened = await Open();
        var connector = new Recorder { Answer = new(SendOutcome.Refused, Reason: "413 MessageSizeTooBig", Status: 413) };
        var process = Start(opened, connector);
        await process.References.Keep("ann", Ann);
        await Post(process);
        await Post(process, "ben");
        Assert.Equal(("ben", Refusal.NotInstalled), Assert.Single(await process.OutOfReach.All()) is var p ? (p.Person, p.Why) : default);
    }

    [Fact]
    public async Task A_card_that_reaches_them_takes_them_off_the_list()
    {
        await using var opened = await Open();
        var connector = new Recorder { Answer = new(SendOutcome.Refused, Status: 403) };
        var process = Start(opened, connector);
        await process.References.Keep("ann", Ann);
        await Post(process);
        Assert.Contains("ann", await process.OutOfReach.ToPassOver());
        connector.Answer = new(SendOutcome.Sent, "x");
        await Post(process);
        Assert.Empty(await process.OutOfReach.All());
        Assert.Empty(await process.OutOfReach.ToPassOver());
    }

    [Fact]
    public async Task Nobody_is_passed_over_for_longer_than_a_day_without_another_try()
    {
        await using var opened = await Open();
        var process = Start(opened, new());
        await process.OutOfReach.Refused("ann", Refusal.Blocked);
        clock.Advance(OutOfReach.PassedOver);
        Assert.Empty(await process.OutOfReach.ToPassOver());
        await process.OutOfReach.Refused("ann", Refusal.Blocked);
        Assert.Contains("ann", await process.OutOfReach.ToPassOver());
    }
}

public sealed class SqliteReachTests : ReachContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await SqliteTestStore.Open(tables);
}

[Collection(Azurite.Collection)]
public sealed class AzureReachTests(Azurite azurite) : ReachContract
{
    protected override async Task<ITestStore> OpenStore(params string[] tables) => await AzureTestStore.Open(azurite, tables);
}
