using CheckInBot.Dialogs.Swaps;

namespace CheckInBot.Dialogs.Tests.Swaps;

/// <summary>Who may do what with a swap: a table of role and action, for each state in which a press may meet it.</summary>
public sealed class SwapPermitTests
{
    private enum May
    {
        /// <summary>It changes the swap.</summary>
        Do,

        /// <summary>They see what is true now.</summary>
        See,

        /// <summary>They are told that another leader decides, that there is nothing to decide yet, or who has the duty now.</summary>
        Told,

        /// <summary>Nothing about it is told.</summary>
        Nothing,
    }

    private static readonly string[] Actions = ["ask", "accept", "decline", "cancel", "approve", "refuse", "undo", "view"];

    private static readonly string[] People = [Hall.Lin, Hall.Bao, Hall.Wang, Hall.Chen, Hall.Ding, OneSwap.Stranger];

    private static readonly (SwapPhase Phase, string Rows)[] Tables =
    [
        // ask, accept, decline, cancel, approve, refuse, undo, view
        (SwapPhase.Asked, """
            lin      S T T D T T T S
            bao      - D D T T T T S
            wang     S T T T T T S S
            chen     S T T T T T S S
            ding     - T T T T T T T
            stranger - - - - - - - -
            """),
        (SwapPhase.Waiting, """
            lin      S T T D T T T S
            bao      - S D T T T T S
            wang     S T T T D D S S
            chen     S T T T D D S S
            ding     - T T T T T T S
            stranger - - - - - - - -
            """),
        (SwapPhase.Changing, """
            lin      S T T S T T T S
            bao      - S S T T T T S
            wang     S T T T S S S S
            chen     S T T T S S S S
            ding     - T T T T T T S
            stranger - - - - - - - -
            """),
        (SwapPhase.Done, """
            lin      T T T S T T T S
            bao      - S S T T T T S
            wang     T T T T S S D S
            chen     T T T T S S D S
            ding     - T T T T T T S
            stranger - - - - - - - -
            """),
        (SwapPhase.Declined, """
            lin      D T T S T T T S
            bao      - S S T T T T S
            wang     D T T T S S S S
            chen     D T T T S S S S
            ding     - T T T T T T T
            stranger - - - - - - - -
            """),
    ];

    [Fact]
    public void Each_may_do_what_the_table_says_and_nothing_else()
    {
        foreach (var (phase, rows) in Tables)
        {
            foreach (var row in rows.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(r => r.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            {
                foreach (var (i, action) in Actions.Index())
                {
                    var swap = In(phase);
                    swap.Facts = swap.Facts with { OfTeam = row[0] is not (OneSwap.Stranger or Hall.Chen) };
                    var before = swap.State;
                    swap.Then(Event(action, row[0]));
                    var does = !ReferenceEquals(before, swap.State) ? "D" : swap.Reply switch { See or SeeOwn => "S", Say { Notice: Notice.NotYours } => "-", _ => "T" };
                    Assert.True(does == row[i + 1], $"{phase}: {row[0]} {action}: {does}");
                }
            }
        }
        Assert.All(Tables, t => Assert.Equal(People, t.Rows.Split('\n').Select(r => r.Split(' ')[0])));
    }

    private static OneSwap In(SwapPhase phase) => phase switch
    {
        SwapPhase.Asked => OneSwap.Asked(),
        SwapPhase.Waiting => OneSwap.Agreed(),
        SwapPhase.Changing => OneSwap.Agreed().Then(new ApproveSwap(Hall.Wang, 1, [])),
        SwapPhase.Done => OneSwap.Done(),
        _ => OneSwap.Asked().Then(new DeclineSwap(Hall.Bao, 1, null)),
    };

    private static FlowEvent Event(string action, string by) => action switch
    {
        "ask" => new AskSwap(by, Hall.Lin, Hall.Bao, null),
        "accept" => new AcceptSwap(by, 1),
        "decline" => new DeclineSwap(by, 1, null),
        "cancel" => new CancelSwap(by, 1),
        "approve" => new ApproveSwap(by, 1, []),
        "refuse" => new RefuseSwap(by, 1, null),
        "undo" => new UndoSwap(by, 1),
        _ => new ViewSwap(by),
    };
}
