using CheckInBot.Dialogs.Alerts;
using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.People;
using static CheckInBot.Cards.Tests.Hall;

namespace CheckInBot.Cards.Tests;

/// <summary>SOS, for everybody in every state; and the guides.</summary>
internal static class AlertSamples
{
    public static readonly AlertPolicy Policy = new(
        TimeSpan.FromSeconds(60),
        TimeSpan.FromSeconds(10),
        [
            new([Callee.DutyLeader, Callee.Security, Callee.Buddies], TimeSpan.FromSeconds(30)),
            new([Callee.HallLeader, Callee.Leaders], TimeSpan.FromSeconds(30)),
            new([Callee.OnDuty], TimeSpan.FromSeconds(30)),
        ],
        TimeSpan.FromMinutes(1),
        TimeSpan.FromMinutes(10),
        TimeSpan.FromHours(4));

    private static readonly DateTimeOffset Raised = At(17, 4).AddSeconds(6);

    public static readonly Alert Confirming = new() { Person = Subject, Id = "999999", Phase = AlertPhase.Confirming, Since = At(17, 4), Until = At(17, 5) };

    public static readonly Alert Calling = Confirming with
    {
        Phase = AlertPhase.Calling,
        Since = Raised,
        RaisedAt = Raised,
        CalledAt = Raised,
        Until = Raised.AddSeconds(30),
        CancelUntil = Raised.AddSeconds(10),
        Step = 0,
        More = true,
        Called = [Of(Leader, Callee.DutyLeader), Of(HallLeader, Callee.Security), Of(Buddy, Callee.Buddies), Of(Counsellor, Callee.Buddies)],
    };

    private static readonly Alert Later = Calling with { CancelUntil = null };

    public static readonly Alert Answered = Later with { Phase = AlertPhase.Answered, Since = Raised.AddSeconds(15), Until = At(17, 14), Going = [new(Leader, Raised.AddSeconds(15))] };

    private static readonly Alert Two = Answered with { Going = [.. Answered.Going, new(Buddy, Raised.AddSeconds(40))] };

    private static readonly Alert Silent = Later with { SilentSince = Raised.AddSeconds(90), Until = At(17, 15), Step = 2, More = false };

    private static readonly Alert Safe = Ended(Two, AlertPhase.Safe) with { ClosedBy = Subject };

    public static IEnumerable<KeyValuePair<string, Func<Language, CardMessage>>> All =>
    [
        Mine("sos.confirm", Confirming),
        Mine("sos.confirm.noPost", Confirming, post: false),
        Mine("sos.ended.unconfirmed", Confirming with { Phase = AlertPhase.Unconfirmed, Until = null }),
        Mine("sos.calling", Calling),
        Mine("sos.calling.later", Later with { Step = 2, More = false, Called = [.. Later.Called, Of(OtherLeader, Callee.OnDuty)] }),
        Mine("sos.calling.noPost", Calling, post: false),
        Mine("sos.calling.outOfReach", Later with { Called = [.. Later.Called.Select(c => c with { OutOfReach = c.Person is Leader or Buddy })] }),
        Mine("sos.answered", Answered),
        Mine("sos.answered.two", Two),
        Mine("sos.answered.reminded", Two with { Reminded = true }),
        Mine("sos.silent", Silent),
        Mine("sos.silent.nobody", Silent with { Called = [], Step = -1 }),
        Mine("sos.silent.reminded", Silent with { Reminded = true }),
        Mine("sos.ended.safe", Safe),
        Mine("sos.ended.safe.byOther", Safe with { ClosedBy = Leader }),
        Mine("sos.ended.mistaken", Ended(Calling, AlertPhase.Mistaken)),
        Mine("sos.ended.lapsed", Ended(Two, AlertPhase.Lapsed) with { Told = ["adam"] }),
        Mine("sos.ended.lapsed.nobodyTold", Ended(Two, AlertPhase.Lapsed)),
        Channel("channel.called", Calling),
        Channel("channel.asked", Confirming),
        Channel("channel.nobody", Silent with { Called = [], Step = -1 }),
        Call("call.unread", Calling),
        Call("call.unread.noPost", Calling, post: false),
        Call("call.unread.last", Later with { Step = 2, More = false }),
        Call("call.unread.silent", Silent),
        Call("call.takenByOther", Answered, Buddy),
        Call("call.takenByMe", Answered),
        Call("call.takenByMe.two", Two),
        Call("call.takenByMe.reminded", Two with { Reminded = true }),
        Call("call.safe", Safe),
        Call("call.safe.byOther", Safe with { ClosedBy = Buddy }),
        Call("call.mistaken", Ended(Calling, AlertPhase.Mistaken)),
        Call("call.noLonger", Calling, OtherLeader),
        Call("call.lapsed", Ended(Two, AlertPhase.Lapsed)),
        Sample("admin.unclosed", Ended(Later, AlertPhase.Lapsed), Alert.UnclosedCard("adam")),
        Sample("admin.unclosed.went", Ended(Two, AlertPhase.Lapsed), Alert.UnclosedCard("adam")),
        GuideCard("guide.deescalation", Guide.Deescalation),
        GuideCard("guide.breathing", Guide.Breathing),
    ];

    public static AlertView View(Language language) => new(Policy, [Post(language), language == Language.Chinese ? "门口" : "Entrance"]);

    public static Alert In(Alert state, Language language) => state with { Post = Post(language) };

    private static Alert Ended(Alert state, AlertPhase phase) => state with { Phase = phase, Since = At(17, 10), Until = null, CancelUntil = null };

    private static Called Of(string person, Callee callee) => new(person, callee, 0, 0, Raised);

    private static KeyValuePair<string, Func<Language, CardMessage>> Mine(string name, Alert state, bool post = true) => Sample(name, state, state.Mine, post);

    private static KeyValuePair<string, Func<Language, CardMessage>> Call(string name, Alert state, string reader = Leader, bool post = true) => Sample(name, state, Alert.CardOf(reader), post);

    private static KeyValuePair<string, Func<Language, CardMessage>> Sample(string name, Alert state, Dialogs.Slot slot, bool post = true) => new(name, language =>
        AlertCards.Of(post ? In(state, language) : state, slot, post ? View(language) : new(Policy, []), Context(language, At(17, 6)) with { Hotline = Hotline with { Police = "110" } }));

    private static KeyValuePair<string, Func<Language, CardMessage>> Channel(string name, Alert state) => new(name, language =>
        AlertCards.InChannel(In(state, language), Context(language, At(17, 6)) with { Hotline = Hotline with { Police = "110" } }));

    private static KeyValuePair<string, Func<Language, CardMessage>> GuideCard(string name, Guide guide) => new(name, language => GuideCards.Of(guide, DemoTexts.Of(guide, language), Context(language, At(17, 6)) with { Hotline = Hotline with { Police = "110" } }));
}
