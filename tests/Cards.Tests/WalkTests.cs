using System.Collections.Immutable;
using CheckInBot.Dialogs;
using CheckInBot.Dialogs.CheckIns;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Cards.Tests;

/// <summary>Whatever happens to a conversation, each of its cards can be drawn, in both languages and at that moment.</summary>
public class WalkTests
{
    private static readonly Candidate[] Candidates =
    [
        new(Hall.Leader, [Role.Leader], true, false, true, false, null),
        new(Hall.OtherLeader, [Role.Leader], false, false, true, false, null),
        new(Hall.HallLeader, [Role.HallLeader], true, false, false, false, null),
        new(Hall.Counsellor, [Role.Counsellor], true, false, false, false, 0),
        new(Hall.Buddy, [Role.Staff], true, false, true, true, null),
    ];

    private static readonly EscalationPolicy Policy = new(
        new Dictionary<Route, ImmutableArray<ChainStep>>
        {
            [Route.Leader] = [Hall.Step(StepRole.Leader), Hall.Step(StepRole.HallLeader), Hall.Step(StepRole.Leader)],
            [Route.Counsellor] = [Hall.Step(StepRole.Counsellor)],
            [Route.Buddy] = [Hall.Step(StepRole.Buddy) with { Everyone = true }],
            [Route.CrisisContact] = [Hall.Step(StepRole.CrisisContact)],
        }.ToImmutableSortedDictionary(),
        Enum.GetValues<Urgency>().ToImmutableSortedDictionary(u => u, u => new Pace(TimeSpan.FromMinutes(15), u == Urgency.Normal, u == Urgency.Immediate ? 3 : 2)),
        Enum.GetValues<Cause>().ToImmutableSortedDictionary(c => c, c => (Urgency)((int)c % 3)),
        3,
        TimeSpan.FromHours(4), TimeSpan.FromMinutes(10), TimeSpan.FromHours(24), TimeSpan.FromHours(48));

    [Fact]
    public void A_case_can_be_drawn_for_everybody_wherever_it_goes()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var dice = new Random(seed);
            var at = Hall.At(17, 5);
            var facts = new EscalationFacts(Policy, Candidates, (38, 5), Hall.At(8, 30, 1));
            var opened = new Opened(dice.Next(2) == 0 ? Origin.HardDay : Origin.PersonNow, "p-li/1", Hall.Subject, (Route)dice.Next(4), CaseSamples.Asking.Context, Hall.Note, (Cause)dice.Next(4));
            var state = Escalation.Begin("1042abcdef1042abcdef1042", opened, facts, at).State;
            for (var i = 0; i < 25; i++)
            {
                Draw(state, at);
                at += TimeSpan.FromMinutes(dice.Next(1, 600));
                var who = Candidates[dice.Next(Candidates.Length)].Person;
                FlowEvent e = dice.Next(8) switch
                {
                    0 => new Due(),
                    1 => new Take(who),
                    2 => new HandOver(state.Owner ?? who, who),
                    3 => new AcceptHandOver(state.OfferedTo ?? who),
                    4 => new Resolve(state.Owner ?? who, (Done)dice.Next(4), Hall.Line),
                    5 => new OtherRoute(Hall.Subject, (Route)dice.Next(3)),
                    6 => new ReturnVisit(Hall.Subject, dice.Next(2) == 0),
                    _ => new AnswerLowered(),
                };
                state = state.On(e, facts, at).State;
            }
        }
    }

    private static void Draw(Escalation state, DateTimeOffset now)
    {
        foreach (var language in Enum.GetValues<Language>())
            foreach (var slot in state.Readers.Select(Escalation.CardOf).Concat([state.Mine, state.News, state.Visit]))
            {
                // No reader but the subject and the owners may open words here.
                var card = EscalationCards.Of(state, slot, CaseSamples.View, Hall.Context(language, now, slot.Person == Hall.Subject ? null : _ => null));
                Assert.NotEmpty(card.Card.Body);
                Assert.DoesNotContain("seal", card.ToJson().ToJsonString(), StringComparison.Ordinal);
            }
    }

    [Fact]
    public void A_check_in_can_be_drawn_wherever_it_goes()
    {
        for (var seed = 1; seed <= 60; seed++)
        {
            var dice = new Random(seed);
            var at = Hall.At(17, 0);
            // Two hard shifts before this one: answers of 4 are offered help.
            var trend = Trend.Begin(Hall.Subject);
            for (var day = -2; day < 0; day++)
                trend = trend.After(new AnswerKept(new(CheckIn.IdOf(Hall.At(17, 0, day)), 1, $"s{day}", Hall.At(17, 5, day), 4, 3)));
            var facts = new CheckInFacts(Hall.Policy, true, dice.Next(2) == 0, false, false, Hall.At(8, 30, 1), trend);
            var state = CheckIn.Begin(CheckIn.KeyOf(Hall.Subject, "1"), new ShiftEnded(Hall.Shift), facts, at).State;
            for (var i = 0; i < 20; i++)
            {
                foreach (var language in Enum.GetValues<Language>())
                    Assert.NotEmpty(CheckInCards.Of(state, new(Hall.Policy, facts.MayEscalate, Hall.Leader) { Helpers = [Helper.Leader] }, Hall.Context(language, at)).Card.Body);
                at += TimeSpan.FromMinutes(dice.Next(1, 90));
                var answer = new Answer { Stress = dice.Next(-1, 8), Mood = dice.Next(-1, 8), Help = dice.Next(3) == 0 ? (Helper)dice.Next(4) : null, Tags = dice.Next(2) == 0 ? "queue,theirOwn" : "" };
                state = state.On(
                    dice.Next(8) switch
                    {
                        0 => new Due(),
                        1 => new Answered(Hall.Subject, answer),
                        2 => new Typed(Hall.Subject, answer),
                        3 => new TypedSend(Hall.Subject),
                        4 => new AskLater(Hall.Subject),
                        6 => new OfferAccepted(Hall.Subject, Helper.Leader),
                        5 => new Skip(Hall.Subject, dice.Next(2) == 0),
                        _ => new Edit(Hall.Subject),
                    },
                    facts,
                    at).State;
            }
        }
    }
}
