using CheckInBot.Dialogs.Escalations;

namespace CheckInBot.Bot.Tests.Rosters;

public sealed class PolicyFaultTests : IDisposable
{
    private readonly SampleOrg org = new();

    public void Dispose() => org.Dispose();

    [Fact]
    public void The_policy_is_read_as_it_is_written()
    {
        var policy = org.Read().Organisation!.Policy;
        Assert.Equal((5, 1, TimeSpan.FromMinutes(45), TimeSpan.FromHours(12)), (policy.CheckIn.HighStress, policy.CheckIn.LowMood, policy.CheckIn.RemindAfter, policy.CheckIn.EditFor));
        Assert.Equal(["queue", "notUnderstood", "rules", "system", "shortStaffed", "mistake"], policy.CheckIn.Tags);
        Assert.Equal((3, new(4, 3), new(10, 20, 1.5m, 0.5m, 2, 3)), (policy.CheckIn.QuietAfter, policy.CheckIn.Run, policy.CheckIn.Baseline));
        ChainStep[] leader =
        [
            new(StepRole.Leader, true, TimeSpan.FromMinutes(15)),
            new(StepRole.HallLeader, false, TimeSpan.FromMinutes(15)),
            new(StepRole.Leader, false, TimeSpan.FromMinutes(30)),
        ];
        Assert.Equal(leader, policy.Escalation.Chains[Route.Leader].AsEnumerable());
        Assert.Equal(new(StepRole.Buddy, false, TimeSpan.FromMinutes(15), Everyone: true), Assert.Single(policy.Escalation.Chains[Route.Buddy].AsEnumerable()));
        Assert.Equal([false, true, false], policy.Escalation.Chains[Route.CrisisContact].Select(s => s.Again));
        Assert.Equal((TimeSpan.FromDays(1), TimeSpan.FromDays(3)), (policy.Escalation.VisitAfter, policy.Escalation.VisitOpenFor));
        Assert.Equal(["cara"], policy.CrisisContacts);
        Assert.Equal(["120", "110"], policy.Hotlines["CN"].Emergency);
        Assert.Equal("12356", policy.Hotlines["CN"].Support);
    }

    [Theory]
    [InlineData("\"highStress\": 5", "\"highStress\": 6", 3, "checkin.highStress", "6 is out of range")]
    [InlineData("\"highStress\": 5", "\"highStress\": 4.5", 3, "checkin.highStress", "4.5 is out of range")]
    [InlineData("\"lowMood\": 1", "\"lowMood\": \"1\"", 4, "checkin.lowMood", "not a number")]
    [InlineData("\"lowMood\": 1,", "", 2, "checkin.lowMood", "missing")]
    [InlineData("\"lowMood\": 1,", "\"lowMood\": 1, \"lowMood\": 2,", 4, "checkin.lowMood", "line 4 too")]
    [InlineData("\"00:45:00\"", "\"00:00:30\"", 5, "checkin.remindAfter", "00:00:30 is out of range")]
    [InlineData("\"00:45:00\"", "\"45 min\"", 5, "checkin.remindAfter", "no span of time")]
    [InlineData("\"12:00:00\"", "\"24:00:00\"", 8, "checkin.editFor", "24:00:00 is no span of time")]
    [InlineData("\"queue\", ", "\"queue\", \"queue\", ", 9, "checkin.tags[1]", "twice")]
    [InlineData("\"queue\", ", "\"排队\", ", 9, "checkin.tags[0]", "a key")]
    [InlineData("\"queue\", ", "7, ", 9, "checkin.tags[0]", "not a text")]
    [InlineData("\"dropAfter\"", "\"dropsAfter\"", 7, "checkin.dropsAfter", "not known here")]
    [InlineData("\"quietAfter\": 3", "\"quietAfter\": 0", 10, "checkin.quietAfter", "0 is out of range")]
    [InlineData("\"quietAfter\": 3,", "", 2, "checkin.quietAfter", "missing")]
    [InlineData("\"stress\": 4", "\"stress\": 6", 11, "checkin.run.stress", "6 is out of range")]
    [InlineData("\"shifts\": 3", "\"shifts\": \"3\"", 11, "checkin.run.shifts", "not a number")]
    [InlineData("\"shifts\": 3", "\"days\": 3", 11, "checkin.run.days", "not known here")]
    [InlineData("\"deviations\": 1.5", "\"deviations\": 5.5", 12, "checkin.baseline.deviations", "5.5 is out of range")]
    [InlineData("\"deviations\": 1.5", "\"deviations\": 1e99", 12, "checkin.baseline.deviations", "1e99 is out of range")]
    [InlineData("\"deviations\": 1.5", "\"deviations\": \"1.5\"", 12, "checkin.baseline.deviations", "not a number from 0.5 to 5")]
    [InlineData("\"leastSpread\": 0.5", "\"leastSpread\": 0", 12, "checkin.baseline.leastSpread", "0 is out of range")]
    [InlineData("\"minAnswers\": 10", "\"minAnswers\": 21", 12, "checkin.baseline.minAnswers", "21 answers are more than the 20")]
    [InlineData("\"times\": 2", "\"times\": 4", 12, "checkin.baseline.times", "4 of 3 shifts")]
    [InlineData("\"window\": 20", "\"window\": 62", 12, "checkin.baseline.window", "65 together")]
    [InlineData("\"role\": \"leader\", \"onDuty\"", "\"role\": \"boss\", \"onDuty\"", 17, "escalation.chains.leader[0].role", "unknown role boss")]
    [InlineData("\"onDuty\": true", "\"onDuty\": \"yes\"", 17, "escalation.chains.leader[0].onDuty", "neither true nor false")]
    [InlineData("\"onDuty\": true", "\"onduty\": true", 17, "escalation.chains.leader[0].onduty", "not known here")]
    [InlineData("\"onDuty\": true", "\"again\": true", 17, "escalation.chains.leader[0].again", "nobody was asked before")]
    [InlineData("\"wait\": \"00:02:00\"", "\"wait\": \"00:00:01\"", 29, "escalation.chains.crisisContact[0].wait", "out of range")]
    [InlineData("\"hallLeader\", \"wait\": \"00:15:00\"", "\"hallLeader\"", 18, "escalation.chains.leader[1].wait", "missing")]
    [InlineData("\"buddy\": [", "\"friend\": [", 25, "escalation.chains.friend", "not known here")]
    [InlineData("{ \"role\": \"buddy\", \"everyone\": true, \"wait\": \"00:15:00\" }", "", 25, "escalation.chains.buddy", "empty")]
    [InlineData("{ \"role\": \"buddy\", \"everyone\": true, \"wait\": \"00:15:00\" }", "\"buddy\"", 26, "escalation.chains.buddy[0]", "not an object")]
    [InlineData("\"3.00:00:00\"", "\"90.00:00:00\"", 37, "escalation.visitOpenFor", "out of range")]
    [InlineData("[\"cara\"]", "[\"cara\", \"lisi\"]", 39, "crisisContacts[1]", "lisi is not on the roster")]
    [InlineData("[\"cara\"]", "[\"cara\", \"cara\"]", 39, "crisisContacts[1]", "twice")]
    [InlineData("[\"cara\"]", "[]", 39, "crisisContacts", "empty")]
    [InlineData("\"crisisContacts\"", "\"contacts\"", 1, "crisisContacts", "missing")]
    [InlineData("\"CN\"", "\"HK\"", 40, "hotlines.CN", "no phone numbers")]
    [InlineData("\"2025-12-26\"", "\"2026-11-25\"", 44, "hotlines.CN.verifiedOn", "future")]
    [InlineData("\"2025-12-26\"", "\"26 December\"", 44, "hotlines.CN.verifiedOn", "no date")]
    [InlineData("\"12356\"", "\" \"", 43, "hotlines.CN.support", "empty")]
    [InlineData("[\"120\", \"110\"]", "\"120\"", 42, "hotlines.CN.emergency", "not a list")]
    public void A_wrong_value_is_told_with_its_line_and_path(string old, string now, int line, string path, string problem)
    {
        org.Replace("policy.json", old, now);
        var faults = org.Read().Faults;
        Assert.All(faults, SampleOrg.AssertTells);
        var fault = Assert.Single(faults, f => f.Column == path);
        Assert.Equal(("policy.json", line), (fault.File, fault.Line));
        Assert.Contains(problem, fault.Problem, StringComparison.Ordinal);
        Assert.StartsWith($"policy.json line {line}, value {path}: ", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leader")]
    [InlineData("counsellor")]
    [InlineData("buddy")]
    [InlineData("crisisContact")]
    public void Every_route_needs_a_chain(string route)
    {
        org.Replace("policy.json", $"\"{route}\": [", "\"x\": [");
        var fault = Assert.Single(org.Read().Faults, f => f.Column == $"escalation.chains.{route}");
        Assert.Equal((15, "the value is missing"), (fault.Line, fault.Problem));
    }

    [Fact]
    public void A_missing_section_is_one_fault()
    {
        org.Write("policy.json", """{ "crisisContacts": ["cara"] }""");
        Assert.Equal(["checkin", "escalation", "hotlines", "hotlines.CN"], org.Read().Faults.Select(f => f.Column));
    }

    [Theory]
    [InlineData("\"lowMood\": 1,", "\"lowMood\": 1", 5)]
    [InlineData("\"highStress\": 5,", "\"highStress\": five,", 3)]
    [InlineData("\"crisisContacts\": [\"cara\"],", "\"crisisContacts\": [\"cara\",", 40)]
    public void Malformed_JSON_is_told_with_its_line(string old, string now, int line)
    {
        org.Replace("policy.json", old, now);
        var fault = org.OnlyFault();
        Assert.Equal(line, fault.Line);
        Assert.Contains("no JSON", fault.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("7")]
    [InlineData("null")]
    public void JSON_that_is_no_object_is_told(string text)
    {
        org.Write("policy.json", text);
        Assert.Equal(1, org.OnlyFault().Line);
    }

    [Fact]
    public void Deep_nesting_is_a_fault_and_no_crash()
    {
        org.Write("policy.json", string.Concat(Enumerable.Repeat("{\"a\":", 100_000)));
        Assert.Equal("policy.json", org.OnlyFault().File);
    }

    [Fact]
    public void Comments_trailing_commas_and_sections_of_later_versions_are_accepted()
    {
        org.Replace("policy.json", "\"crisisContacts\"", "// agreed in May\n\"retention\": { \"answers\": \"90.00:00:00\", },\n\"crisisContacts\"");
        Assert.Empty(org.Read().Faults);
    }
}
