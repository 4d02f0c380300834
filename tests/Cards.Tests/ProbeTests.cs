using System.Text.Encodings.Web;
using System.Text.Json;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>
/// Every fact gets a value that can be found again, every card is drawn for every kind of viewer in every phase, and the value is there
/// if and only if the table of who sees what says so.
/// </summary>
public class ProbeTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Words Shared = new(Hall.Subject, "probe-shared"), Done = new(Hall.Leader, "probe-line"), Before = new(Hall.Leader, "probe-round");

    public static TheoryData<Language> Languages => [Language.Chinese, Language.English];

    [Theory, MemberData(nameof(Languages))]
    public void A_fact_of_a_case_is_on_a_card_if_and_only_if_its_reader_may_see_it(Language language)
    {
        var probes = Probes(language);
        var seen = new HashSet<(Viewer, Fact)>();
        foreach (var (state, reader) in Cases().SelectMany(s => Readers.Select(r => (s, r))))
        {
            var viewer = Permit.ViewerOf(state, reader);
            var ground = state.Origin == Origin.PersonNow ? Ground.PersonNow : Ground.Agreed;
            foreach (var slot in reader == Hall.Subject ? new[] { state.Mine, state.News, state.Visit } : [Escalation.CardOf(reader)])
            {
                var card = Draw(state, slot, language);
                foreach (var fact in probes.Where(p => p.Value.Any(v => card.Contains(v, StringComparison.Ordinal))).Select(p => p.Key))
                {
                    var allowed = viewer == Viewer.Person ? Visibility.Sees(fact, viewer, Ground.Own) : Visibility.Sees(fact, viewer, ground, Ground.Shared);
                    Assert.True(allowed, $"{viewer} sees {fact} in {state.Phase}, {state.Origin}: {card}");
                    seen.Add((viewer, fact));
                }
            }
        }
        foreach (var viewer in Enum.GetValues<Viewer>().Except([Viewer.Administrator, Viewer.Security, Viewer.Clerk, Viewer.Reviewer]))
        {
            foreach (var fact in Sights.SeenBy(viewer).Intersect(probes.Keys))
                Assert.True(seen.Contains((viewer, fact)), $"The table says that {viewer} sees {fact}, and no card shows it.");
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void Nothing_that_is_only_the_persons_is_on_a_card_of_somebody_else(Language language)
    {
        var t = Texts.For(language);
        string[] secrets = [.. Enumerable.Range(1, 5).Select(t.Stress), t.StressLabel, t.MoodLabel, t.FactBreak, t.FactTags, t.BreakLabel, t.Skipped, t.Lapsed, OtherRound, .. Hall.Policy.Tags.Select(k => t.Tag(k)!)];
        foreach (var state in Cases())
        {
            foreach (var reader in Readers.Except([Hall.Subject]))
                Assert.All(secrets, s => Assert.DoesNotContain(s, Draw(state, Escalation.CardOf(reader), language), StringComparison.Ordinal));
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void The_person_reads_their_own_answers_and_nobody_else_opens_a_word_of_them(Language language)
    {
        var t = Texts.For(language);
        var answer = new Answer { Stress = 4, Mood = 2, Hostile = 4, Break = false, Tags = "rules", Note = Shared };
        var state = new CheckIn { Person = Hall.Subject, Id = "1", Phase = CheckInPhase.Answered, Since = Hall.At(17, 0), ClosesAt = Hall.At(8, 30, 1), Answer = answer, Draft = answer, Editing = true };
        var card = CheckInCards.Of(state, new(Hall.Policy, true, null), Context(Permit.Readable(state, Hall.Subject), language)).ToJson().ToJsonString(Readable);
        foreach (var own in new[] { Shared.Seal, "\"value\":\"4\"", "\"value\":\"2\"", "\"value\":\"false\"", "\"value\":\"rules\"" })
            Assert.Contains(own, card, StringComparison.Ordinal);
        Assert.All(Readers.Except([Hall.Subject]), r => Assert.Empty(Permit.Readable(state, r)));
        Assert.Contains(t.Stress(4), CheckInCards.Of(state with { Editing = false }, new(Hall.Policy, true, null), Context([], language)).ToJson().ToJsonString(Readable), StringComparison.Ordinal);
    }

    /// <summary>When the round on another route ended: whom the person turned to otherwise is nobody's business.</summary>
    private const string OtherRound = "05:11";

    private static readonly string[] Readers = [Hall.Subject, Hall.Leader, Hall.HallLeader, Hall.Counsellor, Hall.Buddy, Hall.OtherLeader];

    /// <summary>Every phase on every route, in a first round and after one, untaken and handed on; everything that can be known is in it.</summary>
    private static IEnumerable<Escalation> Cases()
    {
        foreach (var (route, origin, role, asked) in new[]
        {
            (Route.Leader, Origin.HardDay, StepRole.Leader, Hall.Leader), (Route.Leader, Origin.HardDay, StepRole.HallLeader, Hall.HallLeader),
            (Route.Counsellor, Origin.HardDay, StepRole.Counsellor, Hall.Counsellor), (Route.Buddy, Origin.HardDay, StepRole.Buddy, Hall.Buddy),
            (Route.Leader, Origin.HardDay, StepRole.CrisisContact, Hall.Counsellor), (Route.CrisisContact, Origin.PersonNow, StepRole.CrisisContact, Hall.Counsellor),
        })
        {
            foreach (var phase in Enum.GetValues<CasePhase>())
            {
                foreach (bool? helped in new bool?[] { null, true, false })
                {
                    // The third was asked before the person chose somebody else, the second in this round.
                    yield return new Escalation
                    {
                        Id = "1042abcdef1042abcdef1042",
                        Origin = origin,
                        Source = "p-li/1",
                        Subject = Hall.Subject,
                        Route = route,
                        Chain = [Hall.Step(role), Hall.Step(role)],
                        Phase = phase,
                        OpenedAt = Hall.At(17, 5),
                        Since = Hall.At(17, 5),
                        Until = Hall.At(17, 20),
                        Step = 0,
                        Asked = [new(asked, 0, Hall.At(17, 5)), .. phase == CasePhase.Asking ? Array.Empty<Asked>() : [new(Hall.OtherLeader, 0, Hall.At(17, 5))]],
                        Readers = [.. Readers],
                        Owner = phase is CasePhase.Asking or CasePhase.Unanswered ? null : asked,
                        TakenAt = Hall.At(17, 6),
                        ResolvedAt = Hall.At(17, 7),
                        Done = phase is CasePhase.Asking or CasePhase.Taken ? null : Dialogs.Escalations.Done.Post,
                        DoneNote = Done,
                        Helped = helped,
                        Lowered = origin == Origin.HardDay,
                        Context = new("probe-post", Hall.At(3, 7), Hall.At(4, 9), 4, 4711, 5) { Incident = origin != Origin.PersonNow },
                        Note = origin == Origin.HardDay ? Shared : null,
                        History = [new(Hall.Leader, route, Dialogs.Escalations.Done.Break, Before, Hall.At(16, 0)), new(Hall.Leader, (Route)(((int)route + 1) % 4), null, null, Hall.At(5, 11))],
                    };
                }
            }
        }
    }

    /// <summary>What on a card shows that a fact is known.</summary>
    private static Dictionary<Fact, string[]> Probes(Language language)
    {
        var t = Texts.For(language);
        var name = PlainText.Name(language == Language.Chinese ? "李静" : "Li Jing");
        var owners = new[] { Hall.Leader, Hall.HallLeader, Hall.Counsellor, Hall.Buddy }.Select(p => PlainText.Name(Hall.Context(language, Hall.At(17, 7)).Name(p))).ToArray();
        var (taken, done) = (Moment.Of(Hall.At(17, 6), Hall.At(17, 7), Hall.Zone), Moment.Of(Hall.At(17, 7), Hall.At(17, 7), Hall.Zone));
        return new()
        {
            [Fact.WantsContact] = [name.ToString(), t.MineClosed, t.MineWithdrawn, t.NobodyAnswered],
            [Fact.Post] = ["probe-post"],
            [Fact.ShiftTimes] = ["03:07", "04:09"],
            [Fact.Hostile] = [t.Hostile(4)],
            [Fact.Hours] = ["4711"],
            [Fact.HadIncident] = [t.IncidentInShift],
            [Fact.ChangedAfterwards] = [t.ChangedAfterwards, t.WasLowered],
            [Fact.SharedNote] = [Shared.Seal],
            [Fact.WhoHasIt] = [.. owners.SelectMany(o => new[] { t.BandWith(o, taken), t.BandDoneBy(o, done), t.HasIt(Origin.HardDay, o), t.HasIt(Origin.PersonNow, o) }), t.BandYours(taken), t.BandDone(done), .. owners.Select(o => t.VisitHelpedLine(o)), t.ItHelped(name), t.VisitUnanswered],
            [Fact.WhatWasDone] = [t.Did(Dialogs.Escalations.Done.Post) + (language == Language.Chinese ? "；" : ";")],
            [Fact.OwnersLine] = [Done.Seal],
            [Fact.WhetherItHelped] = [t.ItHelped(name), t.YouSaidHelped, t.DidNotHelp(name)],
            [Fact.EarlierRounds] = [Before.Seal, "16:00"],
        };
    }

    private static string Draw(Escalation state, Slot slot, Language language) =>
        EscalationCards.Of(state, slot, CaseSamples.View, Context(Permit.Readable(state, slot.Person), language)).ToJson().ToJsonString(Readable);

    private static CardContext Context(IEnumerable<Words> readable, Language language) =>
        Hall.Context(language, Hall.At(17, 7), w => readable.Contains(w) ? w.Seal : null);
}
