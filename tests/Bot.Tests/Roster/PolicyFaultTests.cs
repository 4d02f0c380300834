using CheckInBot.Bot.Hosting;
using CheckInBot.Dialogs.Escalations;
using CheckInBot.Dialogs.Incidents;
using Microsoft.Extensions.Logging.Abstractions;

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
        ChainStep[] leader = [new(StepRole.Leader, true), new(StepRole.HallLeader, false), new(StepRole.Leader, false)];
        Assert.Equal(leader, policy.Escalation.Chains[Route.Leader].AsEnumerable());
        Assert.Equal(new(StepRole.Buddy, false, Everyone: true), Assert.Single(policy.Escalation.Chains[Route.Buddy].AsEnumerable()));
        Assert.Equal(
            [new(TimeSpan.FromMinutes(1), false, 3), new(TimeSpan.FromMinutes(15), false, 1), new(TimeSpan.FromHours(4), true, 1)],
            Enum.GetValues<Urgency>().Select(u => policy.Escalation.Paces[u]));
        Assert.Equal([Urgency.High, Urgency.High, Urgency.Normal, Urgency.Immediate, Urgency.High], Enum.GetValues<Cause>().Select(c => policy.Escalation.UrgencyOf[c]));
        Assert.Equal((new TimeOnly(8, 30), new TimeOnly(17, 30)), policy.WorkingHours);
        Assert.Equal((TimeSpan.FromDays(1), TimeSpan.FromDays(3)), (policy.Escalation.VisitAfter, policy.Escalation.VisitOpenFor));
        Assert.Equal(IncidentPolicy.Shipped.VisitDays.AsEnumerable(), policy.Incident.VisitDays);
        Assert.Equal(IncidentPolicy.Shipped, policy.Incident with { VisitDays = IncidentPolicy.Shipped.VisitDays });
        Assert.Equal(["cara"], policy.CrisisContacts);
        Assert.Equal(["120", "110"], policy.Hotlines["CN"].Emergency);
        Assert.Equal("12356", policy.Hotlines["CN"].Support);
        Assert.Equal(["cara"], policy.Review.Handlers.AsEnumerable());
        Assert.Equal(ReviewPolicy.Shipped, policy.Review with { Handlers = ReviewPolicy.Shipped.Handlers });
    }

    [Theory]
    [InlineData("\"\\uDC66\": 1, \"highStress\"")]
    [InlineData("\"x\": \"\\uD83D\", \"highStress\"")]
    public void Half_of_a_character_is_a_fault_with_its_line(string written)
    {
        org.Replace("policy.json", "\"highStress\"", written);
        var fault = org.OnlyFault();
        Assert.Equal("policy.json", fault.File);
        Assert.Contains("half of a character", fault.ToString(), StringComparison.Ordinal);
        Assert.Equal(org.Text("policy.json")[..org.Text("policy.json").IndexOf("highStress", StringComparison.Ordinal)].Count(c => c == '\n') + 1, fault.Line);
    }

    [Theory]
    [InlineData("[\"cara\"]", false)]
    [InlineData("[\"cara\", \"ann\"]", true)]
    public void The_operator_is_told_where_only_one_person_handles_confidential_reports(string handlers, bool enough)
    {
        org.Replace("policy.json", "\"handler\": [\"cara\"]", $"\"handler\": {handlers}");
        Assert.Equal(enough, new FewHandlers(new Roster.Roster(new TableInMemory(), org.Read().Organisation!), NullLogger<FewHandlers>.Instance).Once());
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
    [InlineData("\"role\": \"leader\", \"onDuty\"", "\"role\": \"boss\", \"onDuty\"", 24, "escalation.chains.leader[0].role", "unknown role boss")]
    [InlineData("\"onDuty\": true", "\"onDuty\": \"yes\"", 24, "escalation.chains.leader[0].onDuty", "neither true nor false")]
    [InlineData("\"onDuty\": true", "\"onduty\": true", 24, "escalation.chains.leader[0].onduty", "not known here")]
    [InlineData("\"onDuty\": true", "\"wait\": \"00:15:00\"", 24, "escalation.chains.leader[0].wait", "not known here")]
    [InlineData("\"wait\": \"00:01:00\"", "\"wait\": \"00:00:09\"", 16, "escalation.urgencies.immediate.wait", "out of range")]
    [InlineData("\"wait\": \"00:15:00\"", "\"wait\": \"8.00:00:00\"", 17, "escalation.urgencies.high.wait", "out of range")]
    [InlineData("\"wait\": \"00:15:00\", ", "", 17, "escalation.urgencies.high.wait", "missing")]
    [InlineData("\"rounds\": 3", "\"rounds\": 6", 16, "escalation.urgencies.immediate.rounds", "6 is out of range")]
    [InlineData("\"rounds\": 3", "\"rounds\": 0", 16, "escalation.urgencies.immediate.rounds", "0 is out of range")]
    [InlineData(", \"rounds\": 3", "", 16, "escalation.urgencies.immediate.rounds", "missing")]
    [InlineData("\"workingHours\": true", "\"workingHours\": 1", 18, "escalation.urgencies.normal.workingHours", "neither true nor false")]
    [InlineData("\"normal\": {", "\"low\": {", 18, "escalation.urgencies.low", "not known here")]
    [InlineData("\"normal\": {", "\"low\": {", 15, "escalation.urgencies.normal", "missing")]
    [InlineData("\"hardDay\": \"high\"", "\"hardDay\": \"urgent\"", 20, "escalation.urgencyOf.hardDay", "unknown hardDay urgent")]
    [InlineData("\"hardDay\": \"high\", ", "", 20, "escalation.urgencyOf.hardDay", "missing")]
    [InlineData("\"offer\"", "\"idea\"", 20, "escalation.urgencyOf.idea", "not known here")]
    [InlineData("\"openCases\": 3", "\"openCases\": 0", 21, "escalation.openCases", "0 is out of range")]
    [InlineData("\"openCases\": 3,", "", 14, "escalation.openCases", "missing")]
    [InlineData("\"buddy\": [", "\"friend\": [", 29, "escalation.chains.friend", "not known here")]
    [InlineData("{ \"role\": \"buddy\", \"everyone\": true }", "", 29, "escalation.chains.buddy", "empty")]
    [InlineData("{ \"role\": \"buddy\", \"everyone\": true }", "\"buddy\"", 29, "escalation.chains.buddy[0]", "not an object")]
    [InlineData("\"3.00:00:00\"", "\"90.00:00:00\"", 35, "escalation.visitOpenFor", "out of range")]
    [InlineData("\"incident\": {", "\"event\": {", 1, "incident", "missing")]
    [InlineData("\"remindDraftAfter\": \"01:00:00\"", "\"remindDraftAfter\": \"00:00:30\"", 76, "incident.report.remindDraftAfter", "out of range")]
    [InlineData("\"remindStatementAfter\": \"1.00:00:00\"", "\"remindStatementAfter\": \"8.00:00:00\"", 76, "incident.report.remindStatementAfter", "out of range")]
    [InlineData("\"statementWithin\": 3", "\"statementWithin\": 0", 76, "incident.report.statementWithin", "0 is out of range")]
    [InlineData("\"statementWithin\": 3", "\"statementUntil\": 3", 76, "incident.report.statementUntil", "not known here")]
    [InlineData("[1, 3, 7, 28]", "[1, 3, 3, 28]", 77, "incident.visits.days[2]", "does not come after")]
    [InlineData("[1, 3, 7, 28]", "[1, 0]", 77, "incident.visits.days[1]", "out of range")]
    [InlineData("[1, 3, 7, 28]", "[]", 77, "incident.visits.days", "empty")]
    [InlineData("[1, 3, 7, 28]", "[1,2,3,4,5,6,7,8,9,10,11]", 77, "incident.visits.days", "there are 11 days")]
    [InlineData("\"at\": \"10:00\"", "\"at\": \"22:00\"", 77, "incident.visits.at", "outside the working hours")]
    [InlineData("\"route\": \"counsellor\"", "\"route\": \"boss\"", 77, "incident.visits.route", "unknown route boss")]
    [InlineData("\"lapseBefore\": \"00:30:00\"", "\"lapseBefore\": \"00:00:05\"", 80, "swap.lapseBefore", "out of range")]
    [InlineData("\"hallLeadersAfter\": \"04:00:00\"", "\"hallLeadersAfter\": \"01:00:00\"", 82, "swap.hallLeadersAfter", "before anybody is reminded")]
    [InlineData("\"undoFor\": \"1.00:00:00\"", "\"undo\": \"1.00:00:00\"", 79, "swap.undoFor", "missing")]
    [InlineData("\"08:30\"", "\"8.30\"", 37, "workingHours.from", "8.30 is no time of day")]
    [InlineData("\"17:30\"", "\"08:30\"", 37, "workingHours.to", "closes before it opens")]
    [InlineData(", \"to\": \"17:30\"", "", 37, "workingHours.to", "missing")]
    [InlineData("[\"cara\"]", "[\"cara\", \"lisi\"]", 38, "crisisContacts[1]", "lisi is not on the roster")]
    [InlineData("[\"cara\"]", "[\"cara\", \"cara\"]", 38, "crisisContacts[1]", "twice")]
    [InlineData("[\"cara\"]", "[]", 38, "crisisContacts", "empty")]
    [InlineData("\"crisisContacts\"", "\"contacts\"", 1, "crisisContacts", "missing")]
    [InlineData("\"CN\"", "\"HK\"", 39, "hotlines.CN", "no phone numbers")]
    [InlineData("\"2025-12-26\"", "\"2026-11-25\"", 43, "hotlines.CN.verifiedOn", "future")]
    [InlineData("\"2025-12-26\"", "\"26 December\"", 43, "hotlines.CN.verifiedOn", "no date")]
    [InlineData("\"12356\"", "\" \"", 42, "hotlines.CN.support", "empty")]
    [InlineData("\"police\": \"110\"", "\"police\": 110", 45, "hotlines.CN.police", "not a text")]
    [InlineData("\"confirmFor\": \"00:01:00\"", "\"confirmFor\": \"00:00:05\"", 55, "sos.confirmFor", "00:00:05 is out of range")]
    [InlineData("\"cancelFor\": \"00:00:10\",", "", 54, "sos.cancelFor", "missing")]
    [InlineData("\"dutyLeader\", ", "\"boss\", ", 58, "sos.steps[0].whom[0]", "unknown word boss")]
    [InlineData("[\"onDuty\"]", "[]", 60, "sos.steps[2].whom", "empty")]
    [InlineData("[\"onDuty\"], \"wait\": \"00:00:30\"", "[\"onDuty\"], \"wait\": \"30 s\"", 60, "sos.steps[2].wait", "no span of time")]
    [InlineData("\"againAfter\"", "\"repeatAfter\"", 62, "sos.repeatAfter", "not known here")]
    [InlineData("\"remindAfter\": \"00:10:00\"", "\"remindAfter\": \"00:00:10\"", 63, "sos.remindAfter", "out of range")]
    [InlineData("\"lapseAfter\": \"04:00:00\"", "\"lapseAfter\": \"2.00:00:00\"", 64, "sos.lapseAfter", "out of range")]
    [InlineData("[\"120\", \"110\"]", "\"120\"", 41, "hotlines.CN.emergency", "not a list")]
    [InlineData("\"handler\": [\"cara\"]", "\"handler\": [\"cara\", \"lisi\"]", 67, "incident.handler[1]", "lisi is not on the roster")]
    [InlineData("\"handler\": [\"cara\"]", "\"handler\": [\"cara\", \"cara\"]", 67, "incident.handler[1]", "twice")]
    [InlineData("\"handler\": [\"cara\"]", "\"handler\": []", 67, "incident.handler", "empty")]
    [InlineData("\"sameDayFrom\": 4", "\"sameDayFrom\": 6", 69, "incident.review.sameDayFrom", "6 is out of range")]
    [InlineData("\"sameDayFrom\": 4,", "", 68, "incident.review.sameDayFrom", "missing")]
    [InlineData("\"04:30:00\"", "\"09:00:00\"", 70, "incident.review.remindAfter", "asked already")]
    [InlineData("\"takeWithin\": \"09:00:00\"", "\"takeWithin\": \"9 h\"", 71, "incident.review.takeWithin", "no span of time")]
    [InlineData("\"replyDays\": 5", "\"replyDays\": 0", 72, "incident.review.replyDays", "0 is out of range")]
    [InlineData("\"warnDays\": 2", "\"warnDays\": 5", 73, "incident.review.warnDays", "5 days before a reply within 5")]
    [InlineData("\"hazardDays\": 7", "\"hazardDays\": 61", 74, "incident.review.hazardDays", "61 is out of range")]
    [InlineData("\"hazardDays\"", "\"hazards\"", 74, "incident.review.hazards", "not known here")]
    [InlineData("\"askOthersAfter\": \"00:01:00\"", "\"askOthersAfter\": \"00:00:05\"", 86, "cover.askOthersAfter", "out of range")]
    [InlineData("\"nobodyAfter\"", "\"nobody\"", 87, "cover.nobody", "not known here")]
    [InlineData("[5, 10, 15, 30]", "[]", 88, "cover.minutes", "empty")]
    [InlineData("[5, 10, 15, 30]", "[5, 90]", 88, "cover.minutes[1]", "out of range")]
    [InlineData("[5, 10, 15, 30]", "[10, 5]", 88, "cover.minutes[1]", "5 does not come after 10")]
    [InlineData("[5, 10, 15, 30]", "[1, 2, 3, 4, 5, 6]", 88, "cover.minutes", "there are 6 lengths")]
    [InlineData("\"peakPost\": [\"cara\"]", "\"peakPost\": [\"lisi\"]", 89, "cover.peakPost[0]", "lisi is not on the roster")]
    [InlineData("\"peakPost\": [\"cara\"]", "\"peakPost\": [\"cara\", \"cara\"]", 89, "cover.peakPost[1]", "twice")]
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
        Assert.Equal((22, "the value is missing"), (fault.Line, fault.Problem));
    }

    [Fact]
    public void A_missing_section_is_one_fault()
    {
        org.Write("policy.json", """{ "crisisContacts": ["cara"] }""");
        Assert.Equal(["checkin", "escalation", "workingHours", "hotlines", "hotlines.CN", "sos", "incident", "swap", "cover", "posts"], org.Read().Faults.Select(f => f.Column));
    }

    [Theory]
    [InlineData("\"lowMood\": 1,", "\"lowMood\": 1", 5)]
    [InlineData("\"highStress\": 5,", "\"highStress\": five,", 3)]
    [InlineData("\"crisisContacts\": [\"cara\"],", "\"crisisContacts\": [\"cara\",", 39)]
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
        org.Replace("policy.json", "\"crisisContacts\"", "// agreed in May\n\"concerns\": { \"answers\": \"90.00:00:00\", },\n\"crisisContacts\"");
        Assert.Empty(org.Read().Faults);
    }
}
