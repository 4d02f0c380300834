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

            This page is written from the tables in `Dialogs/People/PressPermits.cs` by a test (`CHECKINBOT_WRITE_DOCS=1`), and compared with them at every run.
            Other tests press every cell in the whole program, by one person of each role: what is named changes the record, and nothing else does. The turn asks the table before it commits; a press
            that is not named is answered with what is true now. Who presses comes from the channel, and what they are from the record (`Dialogs/People/Standing.cs`), never from the card's data.

            | word | what somebody is to the record |
            | --- | --- |
            | own | it is theirs: they answer, ask, call or report; for `swap.ask` the roster says that the duty is |
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
            page.Append(null, $"\n## {kind}\n\n| button | {string.Join(" | ", states)} |\n| --- |{string.Concat(states.Select(_ => " --- |"))}\n");
            foreach (var verb in PermitPresses.VerbsOf(kind))
                page.Append(null, $"| `{verb}` | {string.Join(" | ", states.Select(state => Cell(kind, verb, state)))} |\n");
        }
        Roles(page, "What is on no record of others", "button", "Own: it changes what is the presser's own, whoever presses, and the data names nobody. Looks: it changes nothing; what is seen is [another table](privacy.md). A call for people is never refused; a button that says a typed word reaches what is the writer's own, and `reinforce` calls for the writer's team.",
            OwnPresses.Table.Select(p => ($"`{p.Verb}`", (Func<Person, string>)(person => p.Deed is { } deed && !RolePermits.May(person, deed) ? "–" : p.Changes ? "own" : "looks"))));
        Roles(page, "By role, whatever any record says", "what", "",
            RolePermits.Table.Select(p => (Words(p.Deed.ToString()), (Func<Person, string>)(person => RolePermits.May(person, p.Deed) ? "may" : "–"))));
        Roles(page, "Who pressed", "records", "What those who press in the test are to the records of each kind, by their role. Somebody of every role has no standing but what the role itself gives: leading.",
            PressPermits.Table.Select(p => p.Kind).Distinct().Select(kind => (kind, (Func<Person, string>)(person => Pressed(kind, person.Roles[0])))));
        return page.ToString();
    }

    /// <summary>A table with a column for each role.</summary>
    private static void Roles(StringBuilder page, string title, string what, string told, IEnumerable<(string Name, Func<Person, string> Cell)> lines)
    {
        page.Append(null, $"\n## {title}\n\n{(told.Length > 0 ? told + "\n\n" : "")}| {what} | {string.Join(" | ", PermitScenes.Nobodies.Select(p => Words(p.Roles[0].ToString())))} |\n");
        page.Append(null, $"| --- |{string.Concat(PermitScenes.Nobodies.Select(_ => " --- |"))}\n");
        foreach (var (name, cell) in lines)
            page.Append(null, $"| {name} | {string.Join(" | ", PermitScenes.Nobodies.Select(cell))} |\n");
    }

    private static string Pressed(string kind, Role role)
    {
        var people = PermitScenes.Organisation.People.Where(p => p.Is(role) && PermitScenes.People.Contains(p.Id));
        var standings = PermitScenes.Of(kind).SelectMany(scene => people.SelectMany(p => Standings.Of(scene.Key, scene.Record, p.Id, leads: role is Role.Leader or Role.HallLeader))).Distinct().Order();
        return string.Join(", ", standings.Select(s => Words(s.ToString())));
    }

    private static string Cell(string kind, string verb, string state)
    {
        var by = PressPermits.Table.Where(p => p.Kind == kind && p.Verb == verb && p.States.Contains(state)).Select(p => Words(p.By.ToString())).ToList();
        return by.Count == 0 ? "–" : string.Join(", ", by);
    }

    /// <summary>"StepOwner" as "step owner".</summary>
    private static string Words(string name) => string.Concat(name.Select((c, i) => char.IsUpper(c) && i > 0 ? $" {char.ToLowerInvariant(c)}" : $"{char.ToLowerInvariant(c)}"));
}
