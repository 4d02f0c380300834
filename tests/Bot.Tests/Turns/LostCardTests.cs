using CheckInBot.Bot.Protocol;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Bot.Tests.Turns;

/// <summary>A card that is gone from a chat comes there anew while its reader waits for what it says, and only then.</summary>
public sealed class LostCardTests
{
    private static async Task<Hall> WithCase()
    {
        var hall = new Hall();
        await hall.Open();
        await hall.Pass(TimeSpan.FromHours(9.1));
        await hall.Happens(Hall.AnnsCheckIn, new Answered("ann", new Answer { Stress = 5 }));
        return hall;
    }

    private static void LosesCards(Hall hall, string person)
    {
        var lost = hall.Channel.Posts.Where(p => p.Person == person).Select(p => p.Activity).ToHashSet();
        hall.Channel.BeforeUpdate = activity => Task.FromResult<SendResult?>(lost.Contains(activity) ? new(SendOutcome.Gone, Reason: "404", Status: 404) : null);
    }

    [Fact]
    public async Task The_owner_of_a_case_whose_card_is_gone_gets_it_anew_and_it_follows_from_then_on()
    {
        await using var hall = await WithCase();
        LosesCards(hall, "lee");
        await hall.Happens(Hall.AnnsCase, new Take("lee"));
        var posts = hall.Channel.Posts.Where(p => p.Person == "lee").ToList();
        Assert.Equal(2, posts.Count);
        Assert.Empty((await hall.Turns.Rows.Read(Hall.AnnsCase, default)).Waiting);
        var slot = Escalation.CardOf("lee");
        Assert.Equal([posts[1].Activity], (await hall.Turns.Rows.Read(Hall.AnnsCase, default)).PlacesOf(slot).Activities);

        LosesCards(hall, "lee");
        await hall.Happens(Hall.AnnsCase, new Resolve("lee", Done.Talked, null));
        Assert.Equal(3, hall.Channel.PostsTo("lee"));
    }

    [Fact]
    public async Task Whoever_has_nothing_more_to_do_with_a_case_gets_no_new_card_for_one_that_is_gone()
    {
        await using var hall = await WithCase();
        await hall.Pass(TimeSpan.FromMinutes(16));
        Assert.Equal(1, hall.Channel.PostsTo("mia"));
        LosesCards(hall, "lee");
        await hall.Happens(Hall.AnnsCase, new Take("mia"));
        Assert.Equal(1, hall.Channel.PostsTo("lee"));
        Assert.Empty((await hall.Turns.Rows.Read(Hall.AnnsCase, default)).Waiting);
    }
}
