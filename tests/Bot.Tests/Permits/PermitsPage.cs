using System.Text;
using CheckInBot.Dialogs.People;

namespace CheckInBot.Bot.Tests.Permits;

/// <summary><c>docs/permits.md</c>, as the tables say it.</summary>
internal static class PermitsPage
{
    public static string Write()
    {
        var page = new StringBuilder();
        page.Append("""
            # Who may press what, and when

            This page is written from the tables in `Dialogs/People/PressPermits.cs` and `Dialogs/People/RolePermits.cs` by a test (`CHECKINBOT_WRITE_DOCS=1`), and compared with them at every run.
            Another test presses every cell in the whole program: what is named changes the record, and nothing else does. The turn asks the table before it commits; a press that is not named
            is answered with what is true now. Who presses comes from the channel, and what they are from the record (`Dialogs/People/Standing.cs`), never from the card's data.

            | word | what somebody is to the record |
            | --- | --- |
            | own | it is theirs: they answer, ask, call or report |
            | asked | asked or called by it |
            | holder | has the case, goes to the call, reviews, stands in, comes |
            | offered | asked to take it over |
            | step owner | owns a corrective action |
            | colleague | asked to take the duty |
            | asked for | the leader who asked for somebody else |
            | leads | leads the team or its hall, and is no party |
            | sees | called the peak post, or leads on shift |

            A dash: nobody. Conditions beside these (a time that is over, a rule of duty, a form that lacks something) can still keep a press from changing anything.

            """.ReplaceLineEndings("\n"));
        foreach (var kind in PressPermits.Table.Select(p => p.Kind).Distinct())
        {
            var states = PressPermits.StatesOf(kind);
            page.Append($"\n## {kind}\n\n| button | {string.Join(" | ", states)} |\n| --- |{string.Concat(states.Select(_ => " --- |"))}\n");
            foreach (var verb in PermitPresses.VerbsOf(kind))
                page.Append($"| `{verb}` | {string.Join(" | ", states.Select(state => Cell(kind, verb, state)))} |\n");
        }
        page.Append("\n## By role, whatever any record says\n\n| what | who |\n| --- | --- |\n");
        foreach (var permit in RolePermits.Table)
            page.Append($"| {Words(permit.Deed.ToString())} | {string.Join(", ", permit.Roles.Select(r => Words(r.ToString())))} |\n");
        page.Append("""

            ## By everybody

            | button | why |
            | --- | --- |
            | `incident.sos`, typed `sos` | a call for people is never refused |
            | `swap.ask` | begins a request for the presser's own duty; for somebody else's, leaders of the team and hall leaders, as the roster says |
            | `data.export`, `data.forget` | a copy of, or the end of, the presser's own data: they name nobody |
            | `swap.view`, `week.view` | only look; what is seen is [another table](privacy.md) |
            | `command` | says a typed word; typed words reach only what is the writer's own |

            """.ReplaceLineEndings("\n"));
        return page.ToString();
    }

    private static string Cell(string kind, string verb, string state)
    {
        var by = PressPermits.Table.Where(p => p.Kind == kind && p.Verb == verb && p.States.Contains(state)).Select(p => Words(p.By.ToString())).ToList();
        return by.Count == 0 ? "–" : string.Join(", ", by);
    }

    /// <summary>"StepOwner" as "step owner".</summary>
    private static string Words(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
