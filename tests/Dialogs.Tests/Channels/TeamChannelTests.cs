using CheckInBot.Dialogs.Channels;
using CheckInBot.Dialogs.People;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Dialogs.Tests.Channels;

/// <summary>Which channel is a team's, and who hears when it no longer is.</summary>
public sealed class TeamChannelTests
{
    private static readonly DateTimeOffset Now = Hall.ShiftStart;

    private static readonly TeamChannel Fresh = TeamChannel.Begin("north");

    private static BindChannel Binds(string by, string conversation = "19:a", Language language = Language.Chinese) => new(by, conversation, "19:space", language);

    [Fact]
    public void A_channel_has_an_address_that_no_person_can_have()
    {
        Assert.Equal("north", TeamChannel.TeamOf(TeamChannel.AddressOf("north")));
        Assert.DoesNotContain(TeamChannel.AddressOf("north")[0], "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_.");
        Assert.All(Hall.Names.Append("").Append("#"), reader => Assert.Null(TeamChannel.TeamOf(reader)));
    }

    [Fact]
    public void Bound_it_says_so_there_once_and_remembers_who_when_and_in_which_language()
    {
        var bound = Fresh.On(Binds(Hall.Wang, language: Language.English), [], Now);
        Assert.Equal([new Show(new("bound", "#north"), Delivery.Line)], bound.Effects);
        Assert.Equal(new ChannelBinding("19:a", "19:space", Hall.Wang, Now, Language.English), bound.State.Bound);
    }

    [Fact]
    public void When_it_is_lost_each_swap_that_waits_in_it_is_told_at_once()
    {
        FlowKey waiting = new(Swap.Kind, "north", "202611260030-s-lin");
        var lost = Fresh.On(Binds(Hall.Wang), [], Now).State.On(new ChannelLost("19:a", ChannelEnd.Removed), [waiting], Now.AddHours(1));
        var told = Assert.Single(lost.Effects.OfType<Signal>());
        Assert.Equal((waiting, new SwapUnreachable("#north")), (told.To, told.Event));
    }

    [Fact]
    public void Bound_elsewhere_it_moves_and_the_loss_of_the_former_one_means_nothing()
    {
        var moved = Fresh.On(Binds(Hall.Wang), [], Now).State.On(Binds(Hall.Chen, "19:b"), [], Now.AddHours(1));
        Assert.Equal([new Show(moved.State.Confirmation, Delivery.Line)], moved.Effects);
        var after = moved.State.On(new ChannelLost("19:a", ChannelEnd.Removed), [], Now.AddHours(2));
        Assert.Same(moved.State, after.State);
        Assert.Empty(after.Effects);
        Assert.Equal("19:b", moved.State.Bound!.Conversation);
    }

    [Theory]
    [InlineData(ChannelEnd.Removed)]
    [InlineData(ChannelEnd.Refused)]
    public void Lost_it_is_bound_no_more_and_who_bound_it_is_told_once(ChannelEnd why)
    {
        var lost = Fresh.On(Binds(Hall.Wang), [], Now).State.On(new ChannelLost("19:a", why), [], Now.AddHours(1));
        Assert.Null(lost.State.Bound);
        Assert.Equal((why, Now.AddHours(1)), (lost.State.Ended, lost.State.EndedAt));
        Assert.Equal([new Show(new("news", Hall.Wang), Delivery.Notice)], lost.Effects);
        Assert.Empty(lost.State.On(new ChannelLost("19:a", ChannelEnd.Refused), [], Now.AddHours(2)).Effects);
    }

    [Fact]
    public void Bound_again_by_another_leader_the_news_of_the_former_one_follows_or_is_not_sent_at_all()
    {
        var lost = Fresh.On(Binds(Hall.Wang), [], Now).State.On(new ChannelLost("19:a", ChannelEnd.Removed), [], Now).State;
        var again = lost.On(Binds(Hall.Chen), [], Now.AddHours(1));
        Assert.Equal([new Show(again.State.Confirmation, Delivery.Line), new Show(new("news", Hall.Wang), Delivery.Withdraw)], again.Effects);
        Assert.Equal((Hall.Chen, null, null), (again.State.Bound!.By, again.State.Ended, again.State.EndedAt));
    }

    [Fact]
    public void Whatever_happens_in_any_order_the_last_word_about_the_last_conversation_counts() => Walks.Each(500, (random, story) =>
    {
        var (state, expected) = (Fresh, (string?)null);
        for (var n = 0; n < 20; n++)
        {
            var conversation = random.Any(["19:a", "19:b", "19:c"]);
            FlowEvent e = random.Once(3) ? Binds(random.Any([Hall.Wang, Hall.Chen]), conversation) : new ChannelLost(conversation, random.Any(Enum.GetValues<ChannelEnd>()));
            story.Add(() => $"{e}");
            var step = state.On(e, [], Now.AddMinutes(n));
            expected = e is BindChannel ? conversation : expected == conversation ? null : expected;
            Assert.Equal(expected, step.State.Bound?.Conversation);
            // Everybody who is told that it ended had it until then, and only then.
            var told = step.Effects.OfType<Show>().Where(s => s.Delivery == Delivery.Notice).Select(s => s.Slot.Person);
            Assert.Equal(state.Bound is { } bound && step.State.Bound is null ? [bound.By] : [], told);
            state = step.State;
        }
    });
}
