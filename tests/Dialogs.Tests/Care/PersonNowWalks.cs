using CheckInBot.Dialogs.Care;
using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Dialogs.Tests.Care;

/// <summary>A request for a person and the cases it opens, told to each other as the turns tell them.</summary>
public sealed class PersonNowWalks
{
    private static readonly AskContact Ask = new(Hall.Lin, new ShiftContext("window 3", null, null, null, 0, 0));

    [Fact]
    public void Whoever_asks_for_a_person_has_somebody_asked_or_hears_that_nobody_is_there() => Walks.Each(1500, (random, story) =>
    {
        var at = Hall.ShiftEnd;
        var now = PersonNow.Begin(Hall.Lin);
        var cases = new Dictionary<string, Escalation>();
        var heard = new HashSet<(string, string)>();
        var people = random.Roster();
        for (var n = 0; n < 40; n++)
        {
            people = random.Once(3) ? random.Roster() : people;
            at += random.Any(Walks.Steps);
            var facts = new EscalationFacts(Hall.Cases, people, default, Hall.NextStart);
            if (cases.Count == 0 || random.Once(4))
            {
                story.Add(() => "asks for a person");
                var step = now.On(Ask, at);
                Assert.NotNull(step.Reply);
                now = step.State;
                foreach (var signal in step.Effects.OfType<Signal>())
                {
                    Assert.True(signal.Event is Opened != cases.ContainsKey(signal.To.Owner), "a case opened twice, or asked about before it was open");
                    Take(signal.Event is Opened opened ? Escalation.Begin(signal.To.Owner, opened, facts, at) : cases[signal.To.Owner].On(signal.Event, facts, at), signal.To.Owner);
                }
            }
            else
            {
                var (id, state) = random.Any([.. cases]);
                var e = Happening(random, state);
                story.Add(() => $"{id} {state.Phase} {e}");
                Take(state.On(e, facts, at), id);
            }
            Assert.True(now.Case is not { } open || cases[open].Phase is CasePhase.Asking or CasePhase.Taken, "a request that is swallowed");
        }
        Assert.True(now.Requests >= cases.Count);

        void Take(Step<Escalation> step, string id)
        {
            cases[id] = step.State;
            foreach (var signal in step.Effects.OfType<Signal>())
            {
                if (heard.Add((id, signal.Name)))
                    now = now.On(signal.Event, at).State;
            }
        }
    });

    private static FlowEvent Happening(Random random, Escalation state)
    {
        var by = state.Readers.Length > 0 ? random.Any(state.Readers) : Hall.Su;
        return random.Next(8) switch
        {
            0 or 1 => new Take(by),
            2 => new Resolve(state.Owner ?? by, Done.Talked, null),
            3 => new ReturnVisit(Hall.Lin, random.Once(2)),
            4 => new OtherRoute(Hall.Lin, random.Any([Route.Counsellor, Route.Buddy, Route.Leader])),
            _ => new Due(),
        };
    }
}
