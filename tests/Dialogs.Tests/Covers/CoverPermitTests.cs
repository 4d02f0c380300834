using CheckInBot.Dialogs.Covers;

namespace CheckInBot.Dialogs.Tests.Covers;

/// <summary>Who may do what with a cover: a table of role, action and state.</summary>
public sealed class CoverPermitTests
{
    private static readonly string[] Actions = ["ask", "more", "take", "back"];

    /// <summary>D: it changes the cover. S: they see what is true now. N: nothing about it is told.</summary>
    private static readonly (string State, string Who, string May)[] Table =
    [
        ("choosing", Hall.Lin, "DSSD"), ("choosing", Hall.Bao, "NNNN"), ("choosing", Hall.Ding, "NNNN"), ("choosing", Hall.Wang, "NNNN"), ("choosing", OneCover.Stranger, "NNNN"),
        ("asking", Hall.Lin, "SSSD"), ("asking", Hall.Bao, "NNDD"), ("asking", Hall.Ding, "NNNN"), ("asking", Hall.Wang, "NNNN"), ("asking", OneCover.Stranger, "NNNN"),
        ("unanswered", Hall.Lin, "SSSD"), ("unanswered", Hall.Bao, "NNDD"), ("unanswered", Hall.Ding, "NNDD"), ("unanswered", Hall.Wang, "NNNN"), ("unanswered", OneCover.Stranger, "NNNN"),
        ("covered", Hall.Lin, "SDSD"), ("covered", Hall.Bao, "NNSD"), ("covered", Hall.Ding, "NNSS"), ("covered", Hall.Wang, "NNNN"), ("covered", OneCover.Stranger, "NNNN"),
        ("timeUp", Hall.Lin, "SDSD"), ("timeUp", Hall.Bao, "NNSD"), ("timeUp", Hall.Ding, "NNSS"), ("timeUp", Hall.Wang, "NNNN"), ("timeUp", OneCover.Stranger, "NNNN"),
        ("back", Hall.Lin, "SSSS"), ("back", Hall.Bao, "NNSS"), ("back", Hall.Ding, "NNSS"), ("back", Hall.Wang, "NNNN"), ("back", OneCover.Stranger, "NNNN"),
    ];

    [Fact]
    public void Each_may_do_what_the_table_says_and_nothing_else()
    {
        foreach (var (state, who, may) in Table)
        {
            foreach (var (i, action) in Actions.Index())
            {
                var cover = In(state);
                var before = cover.State;
                cover.Then(Event(action, who));
                var does = !ReferenceEquals(before, cover.State) ? 'D' : cover.Reply is See ? 'S' : 'N';
                Assert.True(does == may[i], $"{state} {who} {action}: {does}");
                Assert.Equal(does == 'N', cover.Reply == new Say(new Notice.NotYours()));
            }
        }
    }

    [Fact]
    public void Nobody_begins_a_cover_in_anothers_name()
    {
        foreach (var action in Actions)
            Assert.Null(Cover.Begin(Cover.KeyAfter(Hall.Lin, null), Event(action, Hall.Bao), new OneCover().Facts, OneCover.Start));
    }

    private static OneCover In(string state) => state switch
    {
        "choosing" => new OneCover().Then(new CoverAsked(Hall.Lin, null)),
        "asking" => OneCover.Asked(),
        "unanswered" => OneCover.Asked().After(3),
        "covered" => OneCover.Asked().After(1).Then(new CoverTaken(Hall.Bao)).After(1),
        "timeUp" => OneCover.Asked().After(1).Then(new CoverTaken(Hall.Bao)).After(11),
        _ => OneCover.Asked().After(1).Then(new CoverTaken(Hall.Bao)).Then(new CoverGivenBack(Hall.Lin)),
    };

    private static FlowEvent Event(string action, string by) => action switch
    {
        "ask" => new CoverAsked(by, 10),
        "more" => new CoverAsked(by, 5, More: true),
        "take" => new CoverTaken(by),
        _ => new CoverGivenBack(by),
    };
}
