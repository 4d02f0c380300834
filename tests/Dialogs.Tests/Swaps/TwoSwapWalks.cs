using CheckInBot.Dialogs.Duty;
using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Dialogs.Tests.Swaps;

/// <summary>Lin and Ding both wish for the same duty of Bao in return: anything in any order, twice, late, and news of each other delayed.</summary>
public sealed class TwoSwapWalks
{
    private static readonly Shift Dings = OneSwap.Given with { Id = "s-ding", Person = Hall.Ding, Start = OneSwap.Given.Start.AddDays(2), End = OneSwap.Given.End.AddDays(2) };

    private static readonly Shift[] Given = [OneSwap.Given, Dings];

    private static readonly string[] Everyone = [Hall.Lin, Hall.Bao, Hall.Ding, Hall.Wang, Hall.Zhao, Hall.Chen, OneSwap.Stranger];

    [Fact]
    public void One_duty_is_never_promised_to_two_nor_given_to_two()
    {
        var (done, ended) = (0, 0);
        Walks.Each(2000, (random, story) =>
        {
            var rows = new RosterRows(Given.Append(OneSwap.Theirs));
            var swaps = new Swap?[2];
            var news = new List<(int To, FlowEvent Event)>();
            var at = OneSwap.Start;
            // In half of the stories they cross: each is read before the other is stored.
            var crossing = random.Once(2);
            for (var n = 0; n < 60; n++)
            {
                at += random.Any(Walks.Steps);
                var i = random.Next(2);
                FlowEvent e = Happening(random, i, swaps[i]);
                if (news.Count > 0 && random.Once(2))
                {
                    (i, e) = news[0];
                    // Now and then it comes twice.
                    if (!random.Once(3))
                        news.RemoveAt(0);
                }
                Take(i, e);
                Holds();
            }
            // What is due and what is on its way happens.
            for (var n = 0; n < 40; n++)
            {
                if (news.Count > 0)
                {
                    Take(news[0].To, news[0].Event);
                    news.RemoveAt(0);
                }
                foreach (var i in Enumerable.Range(0, 2).Where(i => swaps[i]?.Phase is SwapPhase.Changing or SwapPhase.Reverting))
                    Take(i, new Due());
                Holds();
            }
            foreach (var (i, swap) in swaps.Index())
                Assert.False(swap is { Phase: SwapPhase.Asked or SwapPhase.Waiting, InReturn: not null } && swaps[1 - i]?.Phase == SwapPhase.Done && at < swap.LapsesAt, "open though its shift is somebody else's");
            done += swaps.Count(s => s?.Phase == SwapPhase.Done);
            ended += swaps.Count(s => s is { Phase: SwapPhase.Overtaken, Because.Shift: "s-bao" });

            void Take(int i, FlowEvent e)
            {
                var (before, other) = (swaps[i], swaps[1 - i]);
                story.Add(() => $"{at - OneSwap.Start} {i} {before?.Phase} {e}");
                var facts = new OneSwap().Facts with { Given = rows[Given[i].Id], InReturn = (e as AskSwap)?.TheirShift is null && before?.InReturn is null ? null : rows["s-bao"] };
                if (other is { IsOpen: true, InReturn: not null } && !(crossing && e is AskSwap or AcceptSwap && random.Once(2)))
                    facts = facts with { Rivals = [new(other.Key, ["s-bao"], other.AcceptedAt is not null)] };
                if (e is Due && before?.NextAt <= at && before.Phase is SwapPhase.Changing or SwapPhase.Reverting)
                    facts = facts with { Answer = rows.Make(before) };
                var step = before is null ? e is AskSwap ask ? Swap.Begin(Swap.KeyOf(Given[i]), ask, facts, at) : null : before.On(e, facts, at);
                if (step is null)
                    return;
                swaps[i] = step.State;
                news.AddRange(step.Effects.OfType<Signal>().Select(s => (1 - i, s.Event)));
                if (step.State.Phase == SwapPhase.Changing && before?.Phase != SwapPhase.Changing)
                    Assert.True(before?.Phase == SwapPhase.Waiting && at < before.LapsesAt && !step.State.IsParty(step.State.DecidedBy!), "approved out of turn");
            }

            void Holds()
            {
                Assert.False(!crossing && swaps.All(s => s is { Phase: SwapPhase.Waiting or SwapPhase.Changing, InReturn: not null }), "promised to two");
                Assert.False(swaps.All(s => s is { Phase: SwapPhase.Done, InReturn: not null }), "given to two");
                foreach (var swap in swaps.OfType<Swap>().Where(s => s.Phase == SwapPhase.Done))
                    Assert.Equal(swap.Colleague, rows[swap.Given.Id].Person);
            }
        });
        // It would prove nothing where nothing was swapped, or nothing met.
        Assert.True(done > 200 && ended > 5, $"{done} done, {ended} ended by the other");
    }

    private static FlowEvent Happening(Random random, int i, Swap? state)
    {
        var asker = i == 0 ? Hall.Lin : Hall.Ding;
        var by = random.Any(Everyone);
        var round = random.Once(6) ? 0 : state?.Round ?? 1;
        return random.Next(10) switch
        {
            0 or 1 => new AskSwap(asker, asker, Hall.Bao, random.Once(5) ? null : "s-bao"),
            2 or 3 => new AcceptSwap(Hall.Bao, round),
            4 or 5 => new ApproveSwap(random.Once(3) ? by : Hall.Wang, round, []),
            6 => random.Once(6) ? new DeclineSwap(by, round, null) : new ViewSwap(by),
            7 => random.Once(6) ? new CancelSwap(by, round) : new ViewSwap(by),
            8 => random.Once(3) ? new UndoSwap(by, round) : new Due(),
            _ => new Due(),
        };
    }
}
