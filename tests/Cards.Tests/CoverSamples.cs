using CheckInBot.Dialogs;
using CheckInBot.Dialogs.Covers;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

/// <summary>Covers and reinforcement, for everybody in every state.</summary>
internal static class CoverSamples
{
    public static readonly CoverPolicy Policy = CoverPolicy.Shipped with { PeakPost = [HallLeader] };

    public static readonly Cover Choosing = new() { Person = Subject, Id = "999999", Phase = CoverPhase.Choosing, Since = At(14, 20), Until = At(14, 25) };

    private static readonly Cover Asking = Choosing with { Phase = CoverPhase.Asking, Minutes = 10, OnlyB = true, Asked = [new(Buddy, At(14, 20))], Until = At(14, 21) };

    private static readonly Cover Others = Asking with { OnlyB = false, Asked = [.. Asking.Asked, new(OtherLeader, At(14, 21)), new(Counsellor, At(14, 21), Out.Cannot)], Until = At(14, 22) };

    private static readonly Cover Unanswered = Others with { Phase = CoverPhase.Unanswered, Since = At(14, 22), Until = At(14, 27), OpenUntil = At(14, 52), Leaders = [Leader] };

    private static readonly Cover AllCannot = Unanswered with { Asked = [.. Others.Asked.Select(a => a with { Out = Out.Cannot })] };

    private static readonly Cover Covered = Others with { Phase = CoverPhase.Covered, By = Buddy, TakenAt = At(14, 21), Takes = 1, Since = At(14, 21), Until = At(14, 31), Leaders = [Leader] };

    private static readonly Cover TimeUp = Covered with { Phase = CoverPhase.TimeUp, Since = At(14, 31), Until = At(14, 36) };

    private static readonly Cover Back = Covered with { Phase = CoverPhase.Back, Since = At(14, 29), Until = null, EndedBy = Subject };

    private static readonly Cover Refused = Others with { Asked = [new(Buddy, At(14, 20), Out.CoversAnother), new(OtherLeader, At(14, 21))], Leaders = [Leader] };

    private static readonly Reinforcement Called = new()
    {
        Team = "t-1",
        Id = "999999",
        Phase = ReinforcementPhase.Calling,
        AskedBy = Subject,
        AskedAt = At(14, 20),
        Since = At(14, 20),
        Until = At(14, 21),
        Called = [new(HallLeader), new(Counsellor, OutOfReach: true), new(OtherLeader)],
        Seers = [Subject, Leader],
    };

    private static readonly Reinforcement Coming = Called with { Called = [new(HallLeader, At(14, 21)), new(Counsellor, At(14, 22), At(14, 40)), new(OtherLeader)] };

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        Mine("choosing", Choosing),
        Mine("unasked", Choosing with { Phase = CoverPhase.Unasked, Until = null }),
        Mine("asking", Asking),
        Mine("asking.others", Others),
        Mine("unanswered", Unanswered),
        Mine("unanswered.allCannot", AllCannot),
        Mine("unanswered.noLeader", Unanswered with { Leaders = [] }),
        Mine("covered", Covered),
        Mine("covered.more", Covered with { More = true, Until = At(14, 36) }),
        Mine("timeUp", TimeUp),
        Mine("timeUp.over", TimeUp with { Over = true, More = true }),
        Mine("back", Back),
        Mine("back.byOther", Back with { EndedBy = Buddy }),
        Mine("back.byItself", Back with { EndedBy = null }),
        Mine("cancelled", Others with { Phase = CoverPhase.Cancelled, Until = null }),
        Mine("cancelled.unasked", Choosing with { Phase = CoverPhase.Cancelled, Until = null }),
        Mine("lapsed", Unanswered with { Phase = CoverPhase.Lapsed, Until = null }),
        Ask("asked", Asking),
        Ask("asked.noPost", Asking, post: false),
        Ask("cannot", Others, Counsellor),
        Ask("cannot.nobodyElse", AllCannot, Counsellor),
        Ask("coversAnother", Refused),
        Ask("takenByMe", Covered),
        Ask("takenByOther", Covered, OtherLeader),
        Ask("timeUp", TimeUp),
        Ask("timeUp.over", TimeUp with { Over = true }),
        Ask("back", Back),
        Ask("back.byItself", Back with { EndedBy = null }),
        Ask("notNeeded", Others with { Phase = CoverPhase.Cancelled, Until = null }),
        Seen("covered", Covered),
        Seen("covered.noPost", Covered, post: false),
        Seen("unanswered", Unanswered),
        Seen("unanswered.noPeakPost", Unanswered, peakPost: false),
        Seen("asking", Refused),
        Seen("timeUp", TimeUp),
        Seen("timeUp.over", TimeUp with { Over = true }),
        Seen("back", Back),
        Seen("cancelled", Unanswered with { Phase = CoverPhase.Cancelled, Until = null }),
        Seen("lapsed", Unanswered with { Phase = CoverPhase.Lapsed, Until = null }),
        Reinforced("seen.called", Called, Leader),
        Reinforced("seen.coming", Coming, Leader),
        Reinforced("seen.silent", Called with { Silent = true }, Leader),
        Reinforced("seen.nobody", Called with { Phase = ReinforcementPhase.Over, Called = [], Until = null }, Subject),
        Reinforced("seen.over", Over(Leader), Subject),
        Reinforced("seen.over.byItself", Over(null), Subject),
        Reinforced("call.unread", Called, HallLeader),
        Reinforced("call.unread.others", Coming, OtherLeader),
        Reinforced("call.coming", Coming, HallLeader),
        Reinforced("call.wentBack", Coming, Counsellor),
        Reinforced("call.over", Over(Leader), HallLeader),
        Reinforced("call.over.notGone", Over(Leader), OtherLeader),
    ];

    private static Reinforcement Over(string? by) => Coming with { Phase = ReinforcementPhase.Over, Since = At(15, 2), Until = null, EndedBy = by };

    private static KeyValuePair<string, Func<Language, CardMessage>> Mine(string name, Cover state) => Sample($"cover.mine.{name}", state, state.Mine);

    private static KeyValuePair<string, Func<Language, CardMessage>> Ask(string name, Cover state, string reader = Buddy, bool post = true) => Sample($"cover.ask.{name}", state, Cover.CardOf(reader), post);

    private static KeyValuePair<string, Func<Language, CardMessage>> Seen(string name, Cover state, bool post = true, bool peakPost = true) => Sample($"cover.seen.{name}", state, Cover.SeenBy(Leader), post, peakPost);

    private static KeyValuePair<string, Func<Language, CardMessage>> Sample(string name, Cover state, Slot slot, bool post = true, bool peakPost = true) => new(name, language =>
        CoverCards.Of(post ? state with { Post = Post(language) } : state, slot, peakPost ? Policy : CoverPolicy.Shipped, Context(language, At(14, 20))));

    private static KeyValuePair<string, Func<Language, CardMessage>> Reinforced(string name, Reinforcement state, string reader) => new($"reinforce.{name}", language =>
        ReinforcementCards.Of(
            state,
            state.Called.Any(r => r.Person == reader) ? Reinforcement.CardOf(reader) : Reinforcement.SeenBy(reader),
            language == Language.Chinese ? "一楼大厅" : "Hall One",
            Context(language, At(15, 2))));
}
