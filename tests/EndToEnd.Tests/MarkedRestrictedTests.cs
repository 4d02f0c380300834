using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace CheckInBot.EndToEnd.Tests;

/// <summary>
/// Reports that only one named handler may know of, told with marked words by people of marked names: one from the first word on, one that turns out so later, one that nobody can take.
/// No mark stands in a log, a measurement, a trace, an exception, a message of the queue or a plain column, and nobody else reads words, names or number.
/// </summary>
public sealed partial class MarkedRestrictedTests
{
    private const string Told = "qzwxvtold", Account = "qzwxvaccount", Causes = "qzwxvcauses", Action = "qzwxvaction", Reply = "qzwxvreply", Turned = "qzwxvturned", Step = "qzwxvstep", Alone = "qzwxvalone";

    [Fact]
    public async Task Of_a_restricted_report_no_mark_stands_where_it_may_not()
    {
        await using var hall = await MarkedHall.Open();
        string[] handlers = ["sumou", "cara"];
        var (handler, staff) = (hall.Person("sumou"), hall.With("staff").ToList());
        var (first, second, third, witness) = (staff[3], staff[4], staff[5], staff[0]);
        await hall.Reaches((await hall.NextShiftEnd(ahead: TimeSpan.FromHours(2))).At.AddHours(-1));

        await Reports(hall, first, Told, ("kinds", "sexualHarassment"), ("witnesses", witness.Id));
        await hall.Presses(handler, "incident.review.take");
        await Signs(hall, first);
        await Reviews(hall, handler, Causes);
        await hall.Presses(handler, "incident.correct", ("action", Action), ("due", hall.Today.AddDays(3).ToString("O", null)));
        await hall.Presses(handler, "incident.correct.check");
        await hall.Presses(handler, "incident.reply", ("reply", Reply));

        await Reports(hall, second, Turned, ("kinds", "verbalAbuse"), ("severity", "4"));
        var leader = await Eventually.Found("somebody is asked to review", () => hall.People.FirstOrDefault(p => hall.Teams.Of(p.Id).Showing("incident.review.take") is not null));
        await hall.Presses(leader, "incident.review.take");
        await Reviews(hall, leader, Step);
        var owner = hall.With("clerk").First();
        await hall.Presses(leader, "incident.correct", ("action", Step), ("owner", owner.Id), ("due", hall.Today.AddDays(3).ToString("O", null)));
        await hall.Card(owner, "incident.correct.done");
        var turned = NumberOf(hall, second);
        await hall.Presses(second, "incident.open");
        (string, string)[] corrected = [("kinds", "sexualAssault"), ("injuries", "none"), ("over", "true"), ("description", Turned)];
        await using (hall.LockedStore())
            await hall.Presses(second, "incident.report", corrected);
        await hall.Presses(second, "incident.report", corrected);
        await Eventually.True("the leader and the owner lost it", () => new[] { leader, owner }.All(p => hall.Teams.Of(p.Id).Cards.All(c => !c.Newest.ToJsonString().Contains(turned, StringComparison.Ordinal))));

        hall.Teams.Refuse(handler.Id, new ChannelFault(500));
        await Reports(hall, third, Alone, ("kinds", "sexualHarassment"), ("avoid", string.Join(',', handlers)));
        hall.Teams.Recover(handler.Id);
        await hall.Presses(third, "incident.wantHandler");
        await Eventually.True("an administrator hears that a handler is missing", () => hall.With("admin").Any(a => hall.Teams.Of(a.Id).Cards.Any(c => c.Newest.ToJsonString().Contains("A handler is missing", StringComparison.Ordinal))));
        foreach (var guess in new[] { NumberOf(hall, first), NumberOf(hall, first).Replace("-999", "-555", StringComparison.Ordinal) })
        {
            var answer = await hall.Delivers(witness, hall.Channel.Pressed(witness, null, "incident.howAreYou", new JsonObject { ["do"] = "incident.howAreYou", ["incident"] = $"{first.Id}/{guess}", ["answer"] = "allRight" }));
            Assert.Contains("for somebody else", answer.Body, StringComparison.Ordinal);
        }
        await hall.Types(hall.With("hallLeader").First(), "hot spots");
        await hall.Passes(TimeSpan.FromDays(4));
        await hall.Presses(first, "incident.howAreYou", ("answer", "notAllRight"));
        await hall.Passes(TimeSpan.FromDays(5));
        await hall.Ends();

        MarkedWordsTests.NothingTold(hall);
        MarkedWordsTests.NothingPlain(hall);
        void OnlyBy(string mark, params IEnumerable<DemoPerson> may) => MarkedWordsTests.OnlyBy(hall, mark, may);
        foreach (var mark in new[] { Told, Account, Reply, NumberOf(hall, first) })
            OnlyBy(mark, first, handler);
        foreach (var mark in new[] { Causes, Action })
            OnlyBy(mark, handler);
        OnlyBy(Alone, third);
        OnlyBy(NumberOf(hall, third), third);
        OnlyBy(witness.Name, witness, handler);
        // What was read before it turned out so, nobody can take back; what stands there now is gone.
        foreach (var person in hall.People.Where(p => p != second && !handlers.Contains(p.Id)))
            Assert.All(hall.Teams.Of(person.Id).Cards, c => Assert.All(new[] { turned, Turned, Step }, mark => Assert.DoesNotContain(mark, c.Newest.ToJsonString(), StringComparison.Ordinal)));
        Assert.DoesNotContain(hall.Ears.Heard, h => h.Where.StartsWith("log", StringComparison.Ordinal) && Number().IsMatch(h.What));
    }

    private static async Task Reports(MarkedHall hall, DemoPerson reporter, string words, params (string, string)[] said)
    {
        await hall.Types(reporter, "report");
        await hall.Presses(reporter, "incident.report", [("injuries", "none"), ("over", "true"), ("severity", "4"), ("description", words), ("policeCaseNo", words), .. said]);
        await Eventually.True("it has a number", () => NumberOf(hall, reporter).Length > 0);
    }

    private static async Task Signs(MarkedHall hall, DemoPerson reporter)
    {
        var open = await hall.Card(reporter, "incident.statement", "step", "sign");
        await hall.Delivers(reporter, hall.Channel.Pressed(reporter, open.Activity, "incident.statement", Channel.Merged(open.Newest.Data("incident.statement", "step", "sign")!, ("statement", Account))));
        await hall.Card(reporter, "incident.statement", "step", "add");
    }

    private static async Task Reviews(MarkedHall hall, DemoPerson reviewer, string causes)
    {
        await hall.Presses(reviewer, "incident.review", ("finding", "processIssue"), ("causes", causes));
        await hall.Card(reviewer, "incident.correct");
    }

    /// <summary>The number on the receipt of the person's own report; empty before there is one.</summary>
    private static string NumberOf(MarkedHall hall, DemoPerson reporter) =>
        hall.Teams.Of(reporter.Id).Cards.Select(c => Number().Match(c.Newest.ToJsonString())).FirstOrDefault(m => m.Success)?.Value ?? "";

    [GeneratedRegex(@"INC-\d{8}-\d{3}")]
    private static partial Regex Number();
}
