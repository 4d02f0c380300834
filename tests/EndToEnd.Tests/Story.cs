using System.Text.Json.Nodes;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>A shift's end as the people of a hall live through it; what each sees is judged by buttons and states, never by sentences.</summary>
internal sealed class Story(Hall hall, string language)
{
    /// <summary>Stands in everything that people write here; the log must never hold it.</summary>
    public const string Mark = "qzx-marked-words";

    /// <summary>In which every card of a case follows a change, wherever it stands: twice what is promised, for a machine that has other tests to run.</summary>
    private static readonly TimeSpan CardsFollowWithin = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Step = TimeSpan.FromMinutes(15) + TimeSpan.FromSeconds(1);

    private DemoPerson subject = null!;
    private DemoPerson typist = null!;
    private DemoPerson reserved = null!;
    private DemoPerson silent = null!;

    private bool Chinese => language == "zh-CN";

    public async Task Tell()
    {
        await TheyMeet();
        await AShiftEnds();
        await OneAnswersByTyping();
        await WithoutAgreementNothingGoesOut();
        await AHardDayIsAnswered();
        var hallLeader = hall.Organisation.With("hallLeader").Single();
        var first = await NobodyTakesIt(hallLeader);
        await ItIsTaken(first, hallLeader);
        await ItIsResolved(hallLeader);
        await ItDidNotHelp(hallLeader);
        await NobodyAnswers();
        await APersonNow();
        Assert.InRange(hall.Channel.SlowestPress, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        await hall.Quieten();
        Assert.Equal(0, await hall.Bot.Stop());
        foreach (var secret in hall.Organisation.People.SelectMany(p => new[] { p.Name, p.EntraId }).Append(Mark))
            Assert.DoesNotContain(secret, hall.Bot.Log, StringComparison.Ordinal);
    }

    /// <summary>What must be in the store afterwards.</summary>
    public static void EndsWell(StoredRecords left)
    {
        Assert.Empty(left.Waiting);
        Assert.Equal(left.CheckIns.Count, left.CheckIns.DistinctBy(c => (c.Person, c.Id)).Count());
        Assert.Equal(3, left.CheckIns.Count(c => c.Answer is not null));
        var typed = Assert.Single(left.CheckIns, c => c.Answer is { Help: Helper.Counsellor }).Answer!;
        Assert.Equal((4, 2, 1, false, "queue,system", true), (typed.Stress, typed.Mood, typed.Hostile, typed.Break, typed.Tags, typed.ShareNote));
        Assert.NotNull(typed.Note);
        var hardDays = left.Cases.Where(c => c.Origin == Origin.HardDay).ToList();
        var leaders = Assert.Single(hardDays, c => c.Route == Dialogs.Escalations.Route.Leader);
        Assert.Equal(CasePhase.Unanswered, leaders.Phase);
        Assert.NotEmpty(leaders.History);
        Assert.Single(hardDays, c => c.Route == Dialogs.Escalations.Route.Counsellor);
        Assert.Single(left.Cases, c => c.Origin == Origin.PersonNow);
        Assert.Contains(left.CheckIns, c => c.Phase == CheckInPhase.NotAsked);
    }

    private async Task TheyMeet()
    {
        var ends = (await hall.ShiftEnds())[0];
        (subject, typist, reserved, silent) = (ends.People[0], ends.People[1], ends.People[2], ends.People[3]);
        var welcome = await hall.Ask(subject, Chinese ? "我的数据" : "my data", "consent.give");
        Assert.Equal(Chinese ? "zh" : "en", welcome.First.Lang());
        Assert.Contains("purposes", welcome.First.Inputs());
        await hall.Consent(subject, "checkin,escalation");
        await hall.Consent(typist, "checkin,escalation");
        await hall.Consent(reserved, "checkin");
        // Commands work without any agreement, and so do the numbers.
        await hall.Ask(silent, Chinese ? "找人" : "person", "help.person");
    }

    private async Task AShiftEnds()
    {
        await hall.ClockTo((await hall.ShiftEnds())[0].At);
        foreach (var person in new[] { subject, typist, reserved })
        {
            var card = await hall.Card(person, "checkin.answer");
            string[] asked = ["stress", "mood", "hostile", "break", "help", "tags", "note"];
            Assert.Subset(card.Newest.Inputs().ToHashSet(), asked.ToHashSet());
            Assert.True(card.Newest.Has("help.person"));
            Assert.Contains("12356", card.Newest.Text(), StringComparison.Ordinal);
        }
        Assert.Equal(0, hall.Teams.Of(silent.Id).PostedWith("checkin.answer"));
    }

    /// <summary>Typed and tapped answers meet in one record; a chosen counsellor is told, and no leader.</summary>
    private async Task OneAnswersByTyping()
    {
        var before = LeaderCards();
        string[] words = Chinese
            ? ["4", "心情 2，发火 1", "没有", "咨询师", "原因 排队、4", $"备注：{Mark}", "分享", "提交"]
            : ["4", "mood 2, hostile 1", "no", "counsellor", "reasons queue, 4", $"note: {Mark}", "share", "send"];
        foreach (var word in words)
        {
            var seen = Drawings(typist);
            Assert.Equal(200, (await hall.Channel.Type(typist, word)).Status);
            await Eventually.True("typed words are answered", () => Drawings(typist) > seen);
        }
        await hall.Card(typist, "checkin.edit");
        await Eventually.True("a counsellor is asked", () => hall.Organisation.With("counsellor").Any(c => hall.Teams.Of(c.Id).Showing("escalation.take") is not null));
        Assert.Equal(before, LeaderCards());
    }

    private async Task WithoutAgreementNothingGoesOut()
    {
        var before = LeaderCards();
        var card = await hall.Card(reserved, "checkin.answer");
        var answer = await hall.Channel.Press(reserved, card, "checkin.answer", ("stress", "5"), ("mood", "1"));
        Assert.True(answer.Card!.Has("checkin.edit"));
        Assert.True(answer.Card!.Has("help.person"));
        Assert.Equal(before, LeaderCards());
    }

    /// <summary>Three deliveries are one record and one card; then the power fails.</summary>
    private async Task AHardDayIsAnswered()
    {
        var before = LeaderCards();
        var card = await hall.Card(subject, "checkin.answer");
        var data = Channel.Merged(card.Newest.Data("checkin.answer")!, ("stress", "5"), ("mood", "1"), ("hostile", "2"), ("break", "false"), ("note", Mark));
        foreach (var id in new[] { "same", "same", null })
        {
            var answer = await hall.Channel.Press(subject, card.Activity, "checkin.answer", data, id);
            Assert.True(answer.Card!.Has("checkin.edit"));
            Assert.False(answer.Card!.Has("checkin.answer"));
        }
        await Eventually.True("a leader is asked", () => LeaderCards() == before + 1);
        await hall.Card(subject, "escalation.otherRoute");
        await Eventually.True("the card became a receipt", () => hall.Teams.Of(subject.Id).Cards.First(c => c.Activity == card.Activity).Newest.Has("checkin.edit"));
        // What was sent is written down by then. A card of which nobody knows comes a second time, and its first copy cannot follow: CrashTests tells of those.
        await hall.Advance(TimeSpan.FromSeconds(1));
        await hall.Bot.Kill();
        await hall.Bot.Start();
    }

    private async Task<DemoPerson> NobodyTakesIt(DemoPerson hallLeader)
    {
        var first = Assert.Single(hall.Organisation.With("leader"), l => hall.Teams.Of(l.Id).Showing("escalation.take") is not null);
        Assert.DoesNotContain(Mark, hall.Teams.Of(first.Id).Showing("escalation.take")!.Newest.ToJsonString(), StringComparison.Ordinal);
        await hall.Advance(Step);
        await hall.Card(hallLeader, "escalation.take");
        return first;
    }

    /// <summary>A take is seen on every card of the case, and nobody else is asked.</summary>
    private async Task ItIsTaken(DemoPerson first, DemoPerson hallLeader)
    {
        var standing = hall.Teams.Of(first.Id).Showing("escalation.take")!;
        var mine = (await hall.Card(subject, "escalation.otherRoute")).Activity;
        var drawn = Drawings(subject, mine);
        var card = await hall.Card(hallLeader, "escalation.take");
        var answer = await hall.Channel.Press(hallLeader, card, "escalation.take");
        Assert.True(answer.Card!.Has("escalation.resolve"));
        await Eventually.True("nobody can take it any more", () => hall.Organisation.People.All(p => p == hallLeader || !HasCase(p, "escalation.take", Reference(card))), CardsFollowWithin);
        await Eventually.True("the owner's card follows", () => hall.Teams.Of(hallLeader.Id).Showing("escalation.resolve")?.Activity == card.Activity, CardsFollowWithin);
        await Eventually.True("the asker's card follows", () => Drawings(subject, mine) > drawn, CardsFollowWithin);
        var stale = await hall.Channel.Press(first, standing.Activity, "escalation.take", standing.First.Data("escalation.take"));
        Assert.False(stale.Card!.Has("escalation.take") || stale.Card!.Has("escalation.resolve"));
        var leaders = LeaderCards();
        await hall.Advance(Step);
        Assert.Equal(leaders, LeaderCards());
        Assert.Equal(0, await hall.Bot.Stop());
        await hall.Bot.Start();
    }

    private async Task ItIsResolved(DemoPerson hallLeader)
    {
        var card = await hall.Card(hallLeader, "escalation.resolve");
        var unsaid = await hall.Channel.Press(hallLeader, card, "escalation.resolve");
        Assert.False(string.IsNullOrEmpty(unsaid.Sentence));
        var answer = await hall.Channel.Press(hallLeader, card, "escalation.resolve", ("done", "talked"), ("note", Mark));
        Assert.False(answer.Card!.Has("escalation.resolve"));
        Assert.Null(hall.Teams.Of(subject.Id).Showing("escalation.returnVisit"));
        await hall.Advance(TimeSpan.FromDays(1) + TimeSpan.FromMinutes(1));
        await hall.Card(subject, "escalation.returnVisit");
    }

    private async Task ItDidNotHelp(DemoPerson hallLeader)
    {
        var before = hall.Teams.Of(hallLeader.Id).PostedWith("escalation.take");
        var card = await hall.Card(subject, "escalation.returnVisit");
        var foreign = await hall.Channel.Press(typist, card, "escalation.returnVisit");
        Assert.False(string.IsNullOrEmpty(foreign.Sentence));
        var data = card.Newest.Data("escalation.returnVisit", "helped", "notYet")!;
        var answer = await hall.Channel.Press(subject, card.Activity, "escalation.returnVisit", data);
        Assert.False(answer.Card!.Has("escalation.returnVisit"));
        await Eventually.True("the former owner is asked first", () => hall.Teams.Of(hallLeader.Id).PostedWith("escalation.take") == before + 1);
    }

    /// <summary>The chain ends; the person is told, with phone numbers and whom else to ask.</summary>
    private async Task NobodyAnswers()
    {
        var before = hall.Teams.Of(subject.Id).Cards.Count;
        for (var i = 0; i < 8; i++)
            await hall.Advance(Step);
        var told = await Eventually.Found("the asker is told that nobody answered", () =>
            hall.Teams.Of(subject.Id).Cards.Skip(before).LastOrDefault(c => c.Newest.Data("escalation.otherRoute", "to", "leader") is not null));
        foreach (var number in new[] { "120", "110", "12356" })
            Assert.Contains(number, told.Newest.Text(), StringComparison.Ordinal);
    }

    private async Task APersonNow()
    {
        var leaders = LeaderCards();
        var checkIn = hall.Teams.Of(subject.Id).Cards.First(c => c.Newest.Has("help.person"));
        var pressed = await hall.Channel.Press(subject, checkIn.Activity, "help.person", new JsonObject { ["do"] = "help.person" });
        Assert.True(pressed.Card is not null || !string.IsNullOrEmpty(pressed.Sentence));
        var numbers = await hall.Card(subject, "help.person", "contact", "true");
        Assert.Contains("12356", numbers.Newest.Text(), StringComparison.Ordinal);
        await hall.Ask(subject, Chinese ? "找人" : "person", "help.person");
        var before = CounsellorCards();
        var data = numbers.Newest.Data("help.person", "contact", "true")!;
        foreach (var id in new[] { "now", "now", null })
            Assert.NotNull((await hall.Channel.Press(subject, numbers.Activity, "help.person", data, id)).Card);
        await Eventually.True("the crisis contact is asked once", () => CounsellorCards() == before + 1);
        Assert.Equal(leaders, LeaderCards());
    }

    private int LeaderCards() => hall.Organisation.People.Where(p => p.Is("leader") || p.Is("hallLeader")).Sum(p => hall.Teams.Of(p.Id).PostedWith("escalation.take"));

    private int CounsellorCards() => hall.Organisation.With("counsellor").Sum(p => hall.Teams.Of(p.Id).PostedWith("escalation.take"));

    private bool HasCase(DemoPerson person, string verb, string reference) =>
        hall.Teams.Of(person.Id).Cards.Any(c => c.Newest.Data(verb, "case", reference) is not null);

    private static string Reference(SeenCard card) => card.Newest.Reference("case") ?? card.First.Reference("case")!;

    private int Drawings(DemoPerson person, string? activity = null) =>
        hall.Teams.Of(person.Id).Cards.Where(c => activity is null || c.Activity == activity).Sum(c => c.Drawings.Count);
}
